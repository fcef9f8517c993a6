import { anyOf, defineRule, POSTS, phrases, REPLIES } from '../kit.ts'
import { ASKS } from './asking.ts'

const ILL = '{claim.illness|condition}'
const SICK = '{claim.illness}'

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
        `${ILL} ..2 cured`,
        `(reverse|reverses|reversed|reversing|eliminate|eliminates|eliminated|eliminating|heal|heals|healed|defeat|defeats|conquer|conquers|banish|banishes|wipe out|wipes out|knock out|knocks out|eradicate|eradicates|beats) ..3 ${SICK}`,
        `(reverse|reverses|reversed|reversing) (your|the|all)*2 ..1 (aging|age)`,
        `(goodbye|bye|farewell|adios|so long) ..2 (to)? ..2 {claim.illness}`,
        `(end|ends|ending) ..2 (your|all|chronic) ..1 ${SICK}`,
        `${SICK} ..2 (healed|cured|reversed|eliminated|solved|defeated)`,
        `(no more|get rid of|rid of) (your|all|chronic|those)*2 ${SICK}`,
      ],
      { unless: HARMLESS },
    ),
    phrases(
      [
        `${ILL} ..3 (gone|vanish|vanished|vanishes|disappear|disappears|disappeared)`,
        `(gone|bye bye|goodbye) ..2 ${ILL}`,
      ],
      {
        within: ['({count|number} ..1 {claim.unit}|instantly|overnight|guaranteed|for good|forever)'],
        unless: [...HARMLESS, '{claim.hedge}'],
      },
    ),
  ),
})
