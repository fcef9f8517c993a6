import { askedWith } from '../beside.ts'
import { defineRule, type Hit, POSTS, phrases, REPLIES } from '../kit.ts'

const WRITE =
  '(leave|leaves|leaving|post|posts|posting|write|writes|writing|give|gives|drop|drops|rate|rates|review|left|submit|add|leave us|share|shares|type|show|shows|put|puts|pen|pens|toss|publish|tell)'
const REVIEW = '({claim.review}|(five|5) {emoji}|something (nice|good|sweet|kind))'
const GOOD =
  '({claim.stars}|(five|5) ..1 {emoji}|something (nice|good|sweet|kind)|love|loved|mention ..4 by name)'
const REWARD = '({claim.reward}|{money}|on us|({money}|{number|count} {sign}|half|percent) off)'

/** Given for following, referring or celebrating, not for a review. */
const HARMLESS = [
  '(refer|referral|thank you for|thanks for|thanks to|read our|see our|check out our) ',
  '(not|never|no|do not|cannot) ..4 (pay|offer|reward|give|buy|for reviews)',
]

export default defineRule({
  id: 'claims/paid-review',
  category: 'review-gating',
  severity: 'stop',
  kinds: [...POSTS, ...REPLIES],
  says: 'This pays or rewards people for a review.',
  why: 'Rewards for good reviews are banned outright, and each one can be fined; any other reward must be disclosed, and review sites remove such reviews.',
  instead: 'Ask everybody alike and give nothing for it: "Reviews from anyone, good or bad, help us learn."',
  citations: [
    { article: 'reviews-honest', source: '16 CFR 465.4' },
    { article: 'reviews-honest', source: '16 CFR 255.5' },
  ],
  since: '0.1.0',
  match: (vocabulary) => {
    const asked = phrases(
      [
        `${WRITE} (us|me|a|an|your|the|our|my|them|it|one|any|another|honest|quick|google|yelp|online|with)*4 {soft}*1 {claim.stars}*1 ${REVIEW}`,
        '{claim.stars} (on|in) {claim.site} ({sign}|gets|means|equals|for)',
        '(review|rate) us',
        '(screenshot|proof|copy|flash|bring|bring in) ..4 {claim.review}',
        `(for|each|every|per) (a|your|an|each|every|all)*1 {soft|claim.stars}*2 ({claim.site}|online)? ${REVIEW}`,
        `{claim.stars} {claim.review} ({sign}|gets|wins|earns|equals|get|win|means) `,
      ],
      { unless: HARMLESS },
    )(vocabulary)
    const reward = phrases([REWARD], {
      unless: ['(free parking|free consultation|complimentary consultation|feel free)'],
    })(vocabulary)
    const good = phrases([GOOD])(vocabulary)
    return askedWith(asked, (sight) => {
      const asks = asked(sight)
      if (asks.length === 0 || reward(sight).length === 0) return []
      // A reward for any review only has to be disclosed; one for praise is forbidden.
      const severity: Hit['severity'] = good(sight).length > 0 ? 'stop' : 'caution'
      return asks.map((hit) => ({ ...hit, severity }))
    })
  },
})
