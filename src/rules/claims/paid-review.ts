import { askedWith, beside } from '../beside.ts'
import { anyOf, defineRule, type Hit, type Matcher, POSTS, phrases, REPLIES } from '../kit.ts'
import type { Category } from '../vocabulary.ts'

const WRITE =
  '(leave|leaves|leaving|post|posts|posting|write|writes|writing|tag|give|gives|drop|drops|rate|rates|review|left|submit|add|leave us|share|shares|type|show|shows|put|puts|pen|pens|toss|publish|tell)'
const REVIEW = '({claim.review}|(five|5) {emoji}|something (nice|good|sweet|kind))'
const GOOD =
  '({claim.stars}|(five|5) ..1 {emoji}|something (nice|good|sweet|kind)|love|loved|mention ..4 by name)'
const REWARD = '({claim.reward}|{money}|on us|({money}|{number|count} {sign}|half|percent) off)'

/** Given for following, referring or celebrating, not for a review. */
const HARMLESS = [
  '(refer|referral|thank you for|thanks for|thanks to|read our|see our|check out our) ',
  '(not|never|no|do not|cannot) ..4 (pay|offer|reward|give|buy|for reviews)',
]

const HIDDEN =
  '((nobody|no one|followers|they|people) ..2 (knows|know|suspects|suspect|will know|realize|can tell)|(without|do not|not|never|no|skip|skips|leave out|left out) ..2 (tell|telling|mention|mentioning|disclose|disclosing|disclosure|say|saying|tag|ad tag|ad hashtag|admit)|(like|as) (a|an|any|your|every)*1 (normal|regular|real|ordinary|typical|paying|everyday) {patient}|(looks|look|seem|seems|sounds|sound) (organic|natural|like a real review)|keep (it|this) (quiet|secret|between us|on the down low))'
const PAID =
  '((free|comped|complimentary|gifted|discounted) ..3 {procedure|product|visit}|(paid|paying|pay|pays|comped|gifted|gave|sponsored|bribed) ..4 ({claim.praiser}|her|him|them|to post)|{claim.praiser} ..4 (paid|free|comped|gifted|sponsored))'

const as =
  (category: Category, matcher: Matcher): Matcher =>
  (vocabulary) => {
    const find = matcher(vocabulary)
    return askedWith(find, (sight) => find(sight).map((hit) => ({ ...hit, category })))
  }

export default defineRule({
  id: 'claims/paid-review',
  category: 'review-gating',
  severity: 'stop',
  kinds: [...POSTS, ...REPLIES],
  says: 'This pays or rewards people for a review, or hides that somebody was paid to praise you.',
  why: 'Rewards for good reviews are banned outright, and each one can be fined; any other reward must be disclosed, and review sites remove such reviews.',
  instead: 'Ask everybody alike and give nothing for it: "Reviews from anyone, good or bad, help us learn."',
  citations: [
    { article: 'reviews-honest', source: '16 CFR 465.4' },
    { article: 'reviews-honest', source: '16 CFR 255.5' },
  ],
  since: '0.1.0',
  match: anyOf(
    // Who was paid has to say so.
    as(
      'ftc-claim',
      beside(
        phrases([HIDDEN]),
        phrases([PAID]),
        phrases(['({claim.praiser}|{claim.review}|posted|posts|posting|post)']),
      ),
    ),
    (vocabulary) => {
      const asked = phrases(
        [
          `${WRITE} (us|me|a|an|your|the|our|my|them|it|that|this|on|in|one|any|another|honest|quick|google|yelp|online|with)*4 {soft}*1 {claim.stars}*1 ${REVIEW}`,
          '{claim.stars} (on|in) {claim.site} ({sign}|gets|means|equals|for)',
          '(review|rate) us',
          `(five stars|5 stars|five star|5 star) ({sign}|equals|means|gets|for|earns|wins) ..3 ${REWARD}`,
          '(screenshot|proof|copy|flash|bring|bring in) ..4 {claim.review}',
          `(for|each|every|per) (a|your|an|each|every|all)*1 {soft|claim.stars}*2 ({claim.site}|online)? ${REVIEW}`,
          `{claim.stars} {claim.review} ..3 ${REWARD}`,
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
  ),
})
