import { anyOf, defineRule, POSTS, phrases, REPLIES } from '../kit.ts'
import { ASKS } from './asking.ts'

const CARE = '{procedure|product|outcome|body|condition|act}'
const WORN =
  '(fat|weight|inches|wrinkles|bifocals|glasses|razors|razor|dentures|shaving|waxing|dieting|makeup|readers|pout|lashes|brows|curves)'
const RID = '{claim.rid}'

const HARMLESS = [
  ASKS,
  '{not|claim.without} ..4 (permanent|permanently|forever|lifetime|life|last|lasts)',
  '(may|might|can|could|risk|risks|untreated|damage|(hearing|vision|bone|tooth|teeth|hair|nerve|memory|sight) loss|lost|scarring|harm|myth|temporary|reduction) ',
  '(veneer|veneers|crown|crowns|tattoo|surgery|decision|choice|commitment|change) ..2 {be} a? permanent',
  '(grateful|thankful|friends|home|family|memories|hearts|heart|love|loved|habits|habit|skills|adopted|tattoo|tattoos) ',
]

export default defineRule({
  id: 'claims/permanent',
  category: 'ftc-claim',
  severity: 'caution',
  kinds: [...POSTS, ...REPLIES],
  says: 'This promises a result that never fades.',
  why: 'Bodies change and results fade, so "permanent" or "never again" needs proof that hardly anybody has.',
  instead: 'Say how long it usually lasts and that it varies: "Many people come back after a few months."',
  citations: [{ article: 'claims-need-proof', source: 'FTC Act, section 5' }],
  since: '0.1.0',
  match: anyOf(
    phrases(
      [
        // Not the teeth, the makeup or the crown that are called permanent.
        'permanent {soft}*1 (relief|result|results|fix|solution|cure|weight|weight loss|hair removal|laser hair removal|removal|change|correction|fat|slimming|lift|volume|transformation|improvement|recovery|healing|youth|vision correction|pain relief|tightening|plumping|answer|end)',
        'permanent !(crown|crowns|filling|fillings|bridge|bridges|retainer|retainers|denture|dentures|implant|implants|restoration|cap|makeup|contraception) {soft}*1 {procedure|product}',
        '{outcome|procedure} ..3 {be} {soft}*1 (permanent|forever)',
        '(permanently|forever) ..2 (erase|eliminate|remove|destroy|banish|cure|fix|melt|stop|end|correct|tighten|tightens|lift|lifts|shrink|shrinks|dissolve|whiten|whitens|straighten|straightens|smooths|removes|erases|eliminates|gone|younger|young|smooth|hairless|hair free)',
        `${RID} ..6 (permanently|forever|for good|once and for all)`,
        '(never|not ever) ((come|comes|coming|grow|grows) back|return|returns)',
        '(never|not ever) (wears off|wear off|fades|fade|wears|wear) ',
        'forever (free of|free from|gone) ..3',
        '(results|result|relief|vision|smile|smooth|hair free|hairless|pain free|gone|cured|fixed|correction|stay|last|lasts|lasting|look) ..3 (forever|for life|a lifetime|for the rest of your life)',
        '(lifetime|forever|lifelong) (results|result|relief|fix|cure|smile|youth|correction|solution|smoothness)',
      ],
      { within: [CARE, WORN], unless: HARMLESS },
    ),
    phrases(
      [
        'never (have to|need to|need|worry about|think about|deal with|buy|wear|use)*1 ..1 (shave|shaving|wax|waxing|pluck|diet|dieting|wrinkle|glasses|contacts|readers|razor|razors|makeup|braces|cavity|headache|pain) ..3 again',
        'never ..2 ({body|condition|product|procedure}) ..2 again',
        'never (age|hurt|snore|ache) again',
        '^ {emoji|soft}*2 (it|this|they)*1 (lasts|last) (forever|a lifetime|for life)',
        '(lifetime|forever|years) of (perfect|flawless|straight) (teeth|skin|smile|smiles|hair)',
        '^ (and)? gone {stop}*1 (forever|for good|permanently) $',
      ],
      {
        unless: [
          '(miss|forget|skip|missed|again to|take for granted|i will|i am)',
          '(how|why) ',
          '{claim.asks} {you}',
        ],
      },
    ),
  ),
})
