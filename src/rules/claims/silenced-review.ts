import { beside } from '../beside.ts'
import { anyOf, defineRule, POSTS, phrases, REPLIES } from '../kit.ts'

const IT =
  '(review|reviews|comment|comments|post|posts|rating|it|this|that|stars|{claim.stars}|what you wrote)'
const TAKE =
  '(delete|deleted|remove|removed|removing|deleting|retract|withdraw|pull|erase|(take|taken|taking) ..3 down|change|changed|update|updated|edit|edited|revise|revised|raise|amend|changing|updating|editing|revising|reconsider|reconsidering)'
const GIVE =
  '(on us|gift card|voucher|coupon|refund|refunded|credit|waive|discount|free|money|send you|give you|pay|compensate|deposit|fee|half|balance|{money})'
const LAW =
  '(lawyer|lawyers|solicitor|solicitors|attorney|attorneys|legal (action|team|counsel|department|matter)|sue|suing|lawsuit|in court|to court|defamation|defamatory|libel|libelous|slander|slanderous|cease and desist|police|damages|subpoena|press charges)'

export default defineRule({
  id: 'claims/silenced-review',
  category: 'review-gating',
  severity: 'stop',
  kinds: [...POSTS, ...REPLIES],
  says: 'This presses somebody to take back a review: with money, a lawyer, or a contract.',
  why: 'Threats over a review and contracts that forbid one are unlawful, and paying for its removal hides it from the others.',
  instead:
    'Answer in general terms and invite a call, or report the review to the site without saying anything about the person.',
  citations: [
    { article: 'reviews-honest', source: '16 CFR 465.7(a)' },
    { article: 'reviews-honest', source: '15 USC 45b' },
  ],
  since: '0.1.0',
  redLine: true,
  match: anyOf(
    phrases(
      [
        `${TAKE} ..4 ${IT} ..10 (${GIVE}|${LAW})`,
        `(${GIVE}|${LAW}) ..10 (if|once|when|after|as soon as|unless) ..4 ${TAKE} ..4 ${IT}`,
        `(${GIVE}|${LAW}) ..10 (if|once|when|after|unless) ..3 (take|taken|took|pull) ..3 (down|off)`,
        `(anyone|everyone|whoever|those|people|patients) (who)? ..1 (takes|take|took|removes|remove|deletes|delete|changes|change|edits|edit) ..4 (review|reviews|rating|post|stars)`,
        `(${GIVE}|${LAW}) ..10 (if|once|when|unless) ..2 (review|reviews|rating|post|star|stars|comment|one star|it|this) ..2 (goes away|disappears|disappear|comes down|gone|removed|vanishes|deleted)`,
        `(if|once|when|after|unless) ..3 ${TAKE} ..5 ${IT} ..6 (we|i|us|our|you will|then)`,
        `${TAKE} ..3 (your|this|that|the) {soft}*1 (review|comment|post|rating) ..2 (or|immediately|now|today|within|before|asap|and we)`,
        '(if|once|when|after|unless) (you)? (take|took|pull|delete|remove) (this|it|that|your review|the review|your post) (down|off) ..8 (we|i|us|you|our)',
        '(block|ban|blocks|bans|blocked|banned|dismiss|sue|drop|blacklist) (anyone|anybody|everyone|people|patients|whoever|those|clients) ..2 (leave|leaves|left|leaving|post|posts|write|writes) ..4 (review|reviews|rating|stars)',
        '(contract|agreement|policy|intake|form|terms|paperwork|waiver) ..5 (forbids|forbid|prohibits|bans|does not allow|no|can not|cannot|may not|agree not to|not to) ..4 (negative|bad)? (reviews|review)',
        '{money} ..4 (fee|fine|penalty|charge) ..6 (review|reviews)',
        '(agreed|agree|promised|signed) ..4 (not|never) ..2 (post|leave|write|publish) ..3 (review|reviews)',
      ],
      {
        unless: [
          '(not|never) (ask|pay|offer|require|want|pressure|tell|told|asked|paid|reward|trade|give) ..6',
        ],
      },
    ),
    // Asked in one sentence, paid for in the next.
    beside(
      phrases([
        `(mind|please|could|can|would|willing to|consider|ask) ..2 ${TAKE} (your|this|that|the) {soft|claim.stars}*2 (review|rating|post|stars|comment)`,
      ]),
      phrases([
        '(we|i) (will|can|could|would|are happy to|be happy to)*2 ..1 (credit|refund|give|send|pay|compensate|waive|knock|take {money}|offer) ..6',
      ]),
    ),
    phrases(
      [
        `(we|our|my|i|you|this|your|be) ..8 ${LAW}`,
        `^ ..4 ${LAW} ..3 (action|will|is|against|if|has|letter)`,
      ],
      {
        within: [
          '(review|reviews|comment|post|stars|this|false|lies|statement|statements|you will hear|unless|remove|we will|pursue)',
        ],
        unless: [
          '(lunch|speaker|guest|event|seminar|webinar|friend|basketball|tennis|food court|your (attorney|lawyer|insurance))',
          '(privacy|privacy law|privacy laws|privacy rule|privacy rules|federal law|state law|hipaa|confidentiality|federal|state)',
        ],
      },
    ),
  ),
})
