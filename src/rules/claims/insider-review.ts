import { beside } from '../beside.ts'
import { anyOf, defineRule, POSTS, phrases, REPLIES } from '../kit.ts'

const REVIEW = '({claim.review}|reviews|{claim.stars} (review|reviews)|{count} {emoji})'
const WRITE =
  '(leave|leaves|leaving|left|post|posted|posting|write|writes|wrote|writing|drop|dropped|give|gave|put|submit|make|made|add)'
const INSIDER =
  '(team|staff|employees|employee|everybody on|everyone on|each of us|all of us|coworkers|interns|mom|mother|dad|husband|wife|spouse|cousin|cousins|sister|brother|bestie|best friend|friends|family|families|relatives|roommate|partner|girlfriend|boyfriend|hubby|parents|aunt|aunts)'

export default defineRule({
  id: 'claims/insider-review',
  category: 'review-gating',
  severity: 'stop',
  kinds: [...POSTS, ...REPLIES],
  says: 'This asks for, or admits, reviews by staff, family or people who were never there.',
  why: 'Reviews by insiders without saying so, bought ones and invented ones are banned, and each one can be fined.',
  instead: 'Leave reviews to the public: "Reviews from anyone who has an opinion are welcome."',
  citations: [
    { article: 'reviews-honest', source: '16 CFR 465.2' },
    { article: 'reviews-honest', source: '16 CFR 465.5' },
  ],
  since: '0.1.0',
  match: anyOf(
    phrases(
      [
        `${INSIDER} ..9 ${WRITE} ..4 ${REVIEW}`,
        `(have|get|ask|asking|tell|asked|had|made) (my|our|your|all|of|the|own)*3 ${INSIDER} ..10 ${REVIEW}`,
        `${WRITE} ..4 ${REVIEW} ..8 (staff|even if you (have|are|were)|never been|for (us|the clinic) from home|fake name|fake account|second account)`,
        `${INSIDER} (all|just|even|already)*1 (reviewed|rated) us`,
        `(front desk|{staffword}) (left|gave|wrote|posted) us ..4 ${REVIEW}`,
        `(bought|buy|buying|purchased|ordered) ..3 (reviews|stars|ratings|followers|likes)`,
        `(team|staff|agency|employee|employees|intern|manager|owner) ..2 (wrote|write|writes|posted|made) ..4 ${REVIEW} !(policy|policies)`,
        `(staff|team|employees|families|family|friends) ..4 (helped|got|pushed) us ..5 ${REVIEW}`,
        '(review|rate) (us|the (spa|clinic|office|practice|page)) ..5 (own|personal|private|home) (account|accounts|phone|phones|email)',
        '(who work here|work with us) ..4 (review|rate|leave|post)',
        `(chatgpt|ai|a bot|bots) ..3 (write|wrote|written|generate|generated|made|make) ..4 (review|reviews|testimonial|testimonials)`,
        `(fake|made up|invented) ..3 (review|reviews|testimonials) ..3 (for us|for the|ourselves)`,
      ],
      {
        unless: [
          '^ {soft|emoji}*2 (thank|thanks)',
          '(reads|read|reading|love|loves|welcome|named|appreciate|values|sees|smile|smiles) ',
          '(not|never) ..3 (write|post|buy|bought|leave|ask)',
          '^ ..3 (tell|ask|bring|share) ..2 your (family|friends)',
        ],
      },
    ),
    // "We gave the staff ten accounts each", where reviews are spoken of.
    beside(
      phrases([
        '(staff|team|employees|interns|everyone|we|i) ..3 {count|number} {soft|unknown}*1 (accounts|profiles|logins)',
        '(fake|second|extra|burner|dummy) (accounts|profiles|account|profile)',
      ]),
      phrases([REVIEW]),
    ),
    phrases([
      `(not|never) ..5 (patient|client|been here|been there|been in|visited|come in|met us) ..6 ${REVIEW}`,
      `${REVIEW} ..3 (never been|never visited|not a patient)`,
    ]),
  ),
})
