import { anyOf, defineRule, POSTS, phrases, REPLIES } from '../kit.ts'
import { ASKS } from './asking.ts'

const ILL = '{claim.illness|condition}'
const SICK = '{claim.illness}'
/** What no study has shown to keep anybody well; vaccines and toothbrushes are not among it. */
const UNPROVEN = '({claim.unproven}|immune system)'

const HARMLESS = [
  ASKS,
  '{not|claim.without} ..4 (~cure|~reverse|~heal|~eliminate)',
  '(find|finding|for|toward|towards|until) ..1 a? cure !for',
  '(race|walk|ride|run|fund|funds|raise|raising|research|researchers|charity|donate|donation|fundraiser|someday|scientists|resin|light|bonding|mondays|boredom|laughter|chocolate|coffee|cupcakes) ',
  'cure (rate|rates|time)',
]

export default defineRule({
  id: 'claims/cure',
  category: 'ftc-claim',
  severity: 'caution',
  kinds: [...POSTS, ...REPLIES],
  says: 'This says that a treatment cures an illness or makes it disappear.',
  why: 'A cure is the strongest claim there is: without proof it is false advertising, and people may stop the care they need.',
  instead:
    'Say whom you see and what you offer: "We work with people who have migraines. Ask what could help."',
  citations: [{ article: 'claims-need-proof', source: 'FTC Act, section 5' }],
  since: '0.1.0',
  match: anyOf(
    phrases(
      [
        `~cure ..4 ${ILL}`,
        `(melt|melts|melting|dissolve|dissolves|erase|erases|zap|zaps) (away)? ..1 {claim.illness} (away|for good|forever)?`,
        `(melt|melts|dissolve|dissolves) (cataracts|tumors|gallstones|kidney stones|fibroids|cysts|cancer|plaque|arthritis) ..1`,
        '(eliminate|eliminates|end|ends|replace|replaces|remove|removes) the need for {soft}*1 {procedure|product}',
        '(kills|destroys|eliminates|removes) (all|every|{claim.fully}) ..2 (bacteria|germs|viruses|toxins|parasites|cancer)',
        '(proven|shown|guaranteed|certified|clinically proven) to (boost|cure|reverse|double|triple|eliminate|regrow) {^stop}*6',
        `${ILL} ..2 cured`,
        `(reverse|reverses|reversed|reversing|eliminate|eliminates|eliminated|eliminating|heal|heals|healed|defeat|defeats|conquer|conquers|banish|banishes|wipe out|wipes out|knock out|knocks out|eradicate|eradicates|beats) ..3 ${SICK}`,
        `(reverse|reverses|reversed|reversing) (your|the|all)*2 ..1 (aging|age)`,
        `(goodbye|bye|farewell|adios|so long) ..2 (to)? ..2 {claim.illness}`,
        `(end|ends|ending) ..2 (your|all|chronic) ..1 ${SICK}`,
        `${SICK} ..2 (healed|cured|reversed|eliminated|solved|defeated)`,
        `(no more|get rid of|rid of) (your|all|chronic|those)*2 ${SICK}`,
        `(ends|stops|fixes) ..1 ${SICK} (in|within|for good|forever|instantly|overnight|today|fast)`,
        '(never|not) (get sick|catch (a cold|the flu|covid|anything)) ..1 (again|all winter|this winter|this season|with our)',
        '{claim.illness} curing',
        '(miracle|magic) (pill|drug|bullet|remedy|fix)',
      ],
      { unless: HARMLESS },
    ),
    phrases(
      [
        '(~prevent|protects against|wards off|stops|fights off|kills) (and|or|treats|prevents|off|your|the|all|even|most|every)*3 {claim.grave|claim.catch}',
        '(~treat|~fix|~correct) (and|or|your|the|all|even|childhood)*2 {claim.grave}',
        '(not|never) (catch|get) (a|the|another|any)*1 {claim.catch}',
        `(~regrow|~regenerate|~rebuild|~grow back) (your|damaged|lost|worn|new|the|her|his)*2 (cartilage|nerve|nerves|joint|joints|disc|discs|bone|gum|gums|knee|knees|spine|organ|organs)`,
      ],
      {
        within: [UNPROVEN],
        unless: [...HARMLESS, '{claim.hedge}', '(help|helps|helping|support|supports|symptoms|pain|can)'],
      },
    ),
    phrases(
      [
        `${ILL} ..3 (gone|vanish|vanished|vanishes|disappear|disappears|disappeared)`,
        `(gone|bye bye|goodbye) ..2 ${ILL}`,
      ],
      {
        within: [
          '(({count|number} ..1 {claim.unit}|after (one|a single|two|your first))|instantly|overnight|guaranteed|for good|forever)',
        ],
        unless: [...HARMLESS, '{claim.hedge}'],
      },
    ),
  ),
})
