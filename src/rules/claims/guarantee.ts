import { anyOf, defineRule, POSTS, phrases, REPLIES } from '../kit.ts'
import { ASKS } from './asking.ts'

const CARE = '{measure|outcome|procedure|product|body|condition|act|visit|claim.provider}'
const GAIN =
  '(satisfaction|success|baby|pregnant|pregnancy|younger|slimmer|thinner|works|relief|safe|vision|sight|bifocals|glasses)'

/** What a practice may well guarantee: a seat, a price, its discretion, a laugh. */
const HARMLESS = [
  '{not|claim.without} {^comma}*5 ~guarantee',
  '~guarantee ..2 {be} not',
  '~guarantee (you|your|a|an|the|our|lowest|best|fast|free|complete|total|full|same day)*3 ({visit}|spot|spots|seat|seats|slot|price|prices|rate|availability|delivery|entry|placement|space|privacy|confidentiality|fun|laugh|laughs|giggle|giggles|grin)',
  '~guarantee (a|an|you|to|some|make|plenty|of|the|big|get)*4 (smile|smiles|grin|grins|cuddle|cuddles|wag|win)',
  '(spot|spots|appointment|seat|seats|price|prices|match|privacy|confidentiality|delivery|availability|fun|laughs|parking|approval|rate|space) {be}? ~guarantee',
  '{^soft|positive} (smile|smiles) {be}? guaranteed',
  '^ (smile|smiles) {be}? guaranteed',
  '({claim.fun}|toothbrush|sonicare|frames|skincare|deposit|deposits|cancel|reschedule|gift|product|products|retail|overpaid)',
]

export default defineRule({
  id: 'claims/guarantee',
  category: 'ftc-claim',
  severity: 'caution',
  kinds: [...POSTS, ...REPLIES],
  says: 'This guarantees a result, or money back without one.',
  why: 'Nobody can promise how a body will respond: each promise needs proof, and licensing boards bar guarantees.',
  instead: 'Say what you do, and: "Results vary. Ask us at a consultation what you can expect."',
  citations: [{ article: 'claims-need-proof', source: 'FTC Act, section 5' }],
  since: '0.1.0',
  match: anyOf(
    phrases(
      [
        '(promise|promises|swear) ..1 (you|perfect|flawless|amazing|incredible|dream)*2 (results|you will ..1 (look|lose|be|get|see|leave|love))',
        '(perfect|flawless) (results|smile|smiles|teeth|skin|lips) ({claim.fully}|every (single)? time|each time)',
      ],
      { unless: ['{not|claim.without} ..3 (promise|swear|perfect)', ASKS] },
    ),
    phrases(['~guarantee'], { within: [CARE, GAIN], unless: HARMLESS }),
    phrases(
      [
        '(your|with a|{comma} a?|or|full|all your|every|each) (money|penny|dollar|cent|dime) back',
        'or (take|bring) home your money',
        '(full|complete|total) refund (if|unless|when)',
        'or (a|your)? (full|complete|total) refund',
        'or (you|ya|u) (do not|will not|never|pay|owe) (nothing|pay|owe|zero)',
        'or (it|your|the|this) ({soft|visit|procedure|count}|treatment)*4 {be} (free|on us|on me)',
        'or we ..3 (treating|treat|redo|repeat|keep|buy|refund|give|do it) ..5 (free|you|back|again|refund|car)',
        'if ..12 (you|u) (do not|will not|never) (pay|owe)',
        '(we|i) will ..1 refund ..8 if',
      ],
      { within: [CARE, GAIN], unless: HARMLESS },
    ),
  ),
})
