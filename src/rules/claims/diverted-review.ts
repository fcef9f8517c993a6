import { askedWith, beside } from '../beside.ts'
import { anyOf, defineRule, POSTS, phrases } from '../kit.ts'

const HAPPY =
  '({claim.stars}|happy|love|loved|loving|liked|enjoyed|enjoy|great|good|5|five|satisfied|pleased|thrilled|amazing|positive)'
const PUBLIC = '({claim.site}|review|reviews|stars|{emoji}|world|everyone|everybody|shout|tell)'
const SAD =
  '(unhappy|or (less|fewer|below|under|lower)|not (happy|loved|love|satisfied|great|good|so much|so great)|did not (love|like|enjoy)|do not (love|like)|less than|anything (less|else|under|below)|fewer|under|below|bad|negative|disappointed|upset|dissatisfied|complaint|complaints|issue|issues|concern|concerns|if not|otherwise|not)'
const QUIET =
  '((email|e-mail|message|text|dm|call|tell|contact|come|write|let|talk|ring|keep|give|speak|see|whisper|bring|take) ..2 (us|me|our|it between|(to)? the (desk|front desk|office|manager)|to us|our manager|{name|staff}|privately|in private|first|between)|(please|just) (email|call|text|message) $|((private|feedback|internal|complaint) (form|survey|link|page|inbox)))'

export default defineRule({
  id: 'claims/diverted-review',
  category: 'review-gating',
  severity: 'stop',
  kinds: [...POSTS, 'comment_reply', 'dm_reply'],
  says: 'This makes praise public and keeps complaints out of sight.',
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
      'only {soft|claim.stars}*2 {claim.stars} ..1 (review|reviews|ratings|ones) ..2 (go|goes|get|gets|count|counts|enter|qualify|win|are|will|make)',
      'only (ask|invite|send|text|email|show|display|publish|post|keep|approve|feature) (our|the|to|out|your)*2 ({claim.stars}|satisfied|pleased|thrilled) ..3 (review|reviews|ratings|link)',
      '(we|i|team|office|practice) (always|just|simply|have|had|already|usually|will)*2 (delete|deleted|remove|removed|hide|hid|bury|buried|filter out|filtered out|took down|take down|block|blocked|scrub|scrubbed|report|reported|flag|flagged) (all|any|every|of|the|our|those|out|most)*3 (bad|negative|low|lower|one star|1 star|mean|critical|unhappy) (one|ones|review|reviews|rating|ratings|comments|feedback)',
      '(we|i|team|office|practice) (always|just|simply|only|have|had|already|usually|will)*2 (delete|deleted|remove|removed|hide|hid|keep|show|publish|display|post|list) (all|any|every|only|just|of|the|our|those)*3 (review|reviews|rating|ratings|ones) (below|under|above|over|with|of|from|less than|lower than) ..2 (star|stars)',
      '(bad|negative|low|one star|1 star|critical) (review|reviews|ratings|comments) (get|gets|are|is|will be|being|always|automatically)*2 (deleted|removed|hidden|buried|blocked|taken down)',
      '{claim.stars} (review|reviews|ratings) only',
      '(unhappy|disappointed|upset|not (happy|satisfied)|bad (experience|visit)) (with (us|it|something))? {stop}*1 ..1 (tell|email|call|text|message|talk to|come to|dm) (us|me|our ..1)? {stop}*1 (happy|love|loved|great|satisfied|good) ..3 {stop}*1 ..2 {claim.site|claim.review}',
      '(unhappy|disappointed|upset|not (happy|satisfied)|bad (experience|visit)) {stop}*1 ..1 (not|never) (post|share|put|write) (it|that|this|about it) ..1 (tell|call|email|text|message) (us|me)',
      'only (want|like|need|take|accept|post|show|share) {claim.stars} ..1 (review|reviews|ratings)',
      '(negative|bad|low) ones ..2 (not|never) count',
      '(can not|not|unable) ..3 (give|leave|rate) ..2 {claim.stars} ..6 (not|skip|keep|us|me|call|email|text|first|instead|desk)',
      '(not|never) (put|post|leave|write|air) (it|that|them|this)*1 ..1 (on|to)? (google|yelp|facebook|online|publicly)',
    ]),
    // "Unhappy? Call us before you leave a review."
    beside(
      phrases([
        '(call|email|text|tell|contact|talk|come|message|dm|see|reach|speak) ..5 (before|instead of|rather than) (you)? (leaving|posting|leave|post|writing|write|reviewing|review|going to|go to|yelp|google) ..3',
      ]),
      phrases([SAD]),
      phrases(['({claim.site|claim.review})']),
    ),
    (vocabulary) => {
      // "Loved it? Google. Did not love it? Email us." A word of praise with a public place, then a word of blame with a private one.
      const up = phrases([`${HAPPY} ..10 ${PUBLIC}`, `^ ..3 ${HAPPY}`])(vocabulary)
      const down = phrases([`${SAD} ..8 ${QUIET}`])(vocabulary)
      const turn = phrases([`^ ..4 ${SAD} ..6 $`])(vocabulary)
      const quiet = phrases([QUIET])(vocabulary)
      const both = phrases([
        '(good or|good and|or bad|or not|however|both|bad or|good bad|either way {colon|comma})',
      ])(vocabulary)
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
