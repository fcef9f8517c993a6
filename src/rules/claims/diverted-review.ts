import { askedWith } from '../beside.ts'
import { anyOf, defineRule, POSTS, phrases } from '../kit.ts'

const HAPPY =
  '({claim.stars}|happy|love|loved|loving|liked|enjoyed|enjoy|great|good|5|five|satisfied|pleased|thrilled|amazing|positive)'
const PUBLIC = '({claim.site}|review|reviews|stars|{emoji}|world|everyone|everybody|shout|tell)'
const SAD =
  '(unhappy|not (happy|loved|love|satisfied|great|good|so much|so great)|did not (love|like|enjoy)|do not (love|like)|less than|anything (less|else|under|below)|fewer|under|below|bad|negative|disappointed|upset|dissatisfied|complaint|complaints|issue|issues|concern|concerns|if not|otherwise|not)'
const QUIET =
  '(email|e-mail|message|text|dm|call|tell|contact|come|write|let|talk|ring|keep|give|speak|see|whisper|bring|take) ..2 (us|me|our|it between|(to)? the (desk|front desk|office|manager)|to us|our manager|privately|in private|first|between)'

export default defineRule({
  id: 'claims/diverted-review',
  category: 'review-gating',
  severity: 'stop',
  kinds: [...POSTS, 'comment_reply', 'dm_reply'],
  says: 'This sends happy people to the review site and unhappy ones elsewhere.',
  why: 'Letting only praise become public misleads everybody who reads it; the FTC treats it as suppressing reviews, and review sites forbid it.',
  instead:
    'Invite everybody to the same place: "However it went, tell us on Google or on a card at the desk."',
  citations: [{ article: 'reviews-honest', source: '16 CFR 465.7' }],
  since: '0.1.0',
  match: anyOf(
    phrases([
      'only ..4 (review|reviews|post|rate) ..5 (if|when|five|5|good|happy|positive|{claim.stars})',
      '(no|not|without) {soft}*1 (bad|negative|one star|1 star|low|mean) (reviews|review|ratings) (please|pls|here|allowed)',
      '(please)? (do not|never) ..2 (leave|post|write|give) ..3 (bad|negative|low|one star|1 star|anything (less|under|below))',
      `${SAD} ..6 (instead of|before|rather than) ..4 (post|posting|review|reviewing|leave|leaving|google|yelp|writing)`,
      '(less than|under|below|fewer than) (a)? ..2 ({claim.stars}|{emoji}|stars) ..6 (us|me|call|email|text|first|instead|desk)',
      '(complaint|complaints|unhappy|issue|issues|problem|upset|bad experience) ..6 (not|never) ..3 (google|yelp|online|publicly|posting|post)',
      'only (want|like|need|take|accept|post|show|share) {claim.stars} ..1 (review|reviews|ratings)',
      '(negative|bad|low) ones ..2 (not|never) count',
      '(can not|not|unable) ..3 (give|leave|rate) ..2 {claim.stars} ..6 (us|me|call|email|text|first|instead|desk)',
      '(not|never) (put|post|leave|write|air) (it|that|them|this)*1 ..1 (on|to)? (google|yelp|facebook|online|publicly)',
    ]),
    (vocabulary) => {
      // "Loved it? Google. Did not love it? Email us." A word of praise with a public place, then a word of blame with a private one.
      const up = phrases([`${HAPPY} ..10 ${PUBLIC}`, `^ ..3 ${HAPPY}`])(vocabulary)
      const down = phrases([`${SAD} ..8 ${QUIET}`])(vocabulary)
      const turn = phrases([`^ ..4 ${SAD} ..6 $`])(vocabulary)
      const quiet = phrases([QUIET])(vocabulary)
      const both = phrases(['(good or|good and|or bad|or not|however|both|either way|good bad)'])(vocabulary)
      const shown = phrases(['({claim.site|claim.review}|world|shout)'])(vocabulary)
      return askedWith(down, (sight) => {
        const first = up(sight)[0]
        if (first === undefined || shown(sight).length === 0 || both(sight).length > 0) return []
        const straight = down(sight).filter((hit) => hit.start >= first.end)
        if (straight.length > 0) return straight
        const bend = turn(sight).find((hit) => hit.start >= first.end)
        const then = bend && quiet(sight).find((hit) => hit.start >= bend.end && hit.start - bend.end < 40)
        return bend !== undefined && then !== undefined ? [{ start: bend.start, end: then.end }] : []
      })
    },
  ),
})
