import { anyOf, defineRule, type Matcher, POSTS, spanOf } from '../kit.ts'
import { type Cue, cues } from '../story/cues.ts'
import { quotedWords } from './quoted.ts'

const WHO =
  '(a|an|our|one of our|this|another|my|one|former|happy) {soft}*3 ({patient.one|story.who.one}|mom|mama|dad|guest|parent|bride|couple|family|moms|mamas|dads|patients|clients|girls|ladies)'
const NOTE =
  '(message|text|dm|note|review|card|letter|email|voicemail|screenshot|thank-you|tweet|comment|postcard|drawing|testimonial)'

const CUES: readonly Cue[] = [
  {
    say: [
      '(testimonial|review|client love|patient love|love note|love letter|kind words|feedback|fan mail|quote) ..3 (of the (week|day|month)|spotlight|alert|highlight)',
      `(testimonial|review|note|letter|card|message|text|dm|words|quote|feedback|drawing|shoutout) (from|by) ${WHO}`,
      '(take it from|do not take our word|in (her|his|their) own words|(her|his|their) words|straight from (google|yelp|facebook|the source|a|our|the inbox|my inbox)|what our (patients|clients) (are saying|say|have to say|think))',
      `${WHO} {soft}*1 (wrote|writes|says|said|shared|posted|told us|tells us|texted|messaged|left us|sent us|put it|raves|raved|commented|reports|gushed|dm would)`,
      '(client|patient) (text|texts|dm|message|feedback|note|review|quote|love|shoutout|rave|raves) (of the|from|we|just|alert|{colon}|{emoji}|{quote})',
      `(got|received|love|loved|loving|opened|woke up to|read|reading|came in|arrived|made our|tearing up at|crying over) ..2 (this|the sweetest|such a|the kindest|the nicest) {soft}*2 ${NOTE} ..3 (from|last|today|yesterday|this|{colon}|{quote}|and|about)`,
      `${NOTE} (like|such as) (this|these)`,
      "(read|watch|hear|see|listen to|learn) ..2 (her|his|their|{name}|one (client|patient|mom) 's|a (client|patient) 's|how {name}) (and {name})? {name}? 's? ..2 (story|testimonial|experience|journey|words|interview|smile story)",
      '^ hear it from',
      '^ i quote',
      '(this|the|our|a|latest|another) {soft}? (review|message|text|note|comment|dm|email|card|feedback|voicemail) ..6 {colon} ..4 {i}',
      '(thank you|thanks|thx|shoutout to) {name} ..3 for (the|your|such|these|this) {soft}*2 (words|kind words|review|note|letter|card|shoutout|recommendation|stars|feedback|love)',
      '(from our inbox|from the inbox|from my inbox|from the dms|from our dms|in our dms|in my dms|opened our dms|slid into our dms)',
      '{name} {^stop}? (says|said|raves|raved|shared|shares|wrote|writes|told us) ..3 (our|my|the|dr|{staff}|{staffword}|that|she|he|her|his)',
      '(hear|listen to|meet|learn) (from|how) {name} ..9 {procedure|condition|outcome|body|product|story.care}',
      '(on|from) (google|yelp|healthgrades|realself|facebook) {comma|colon}? {quote}',
      '(five stars|5 stars|five star|5 star) ..2 (from|by) (the|our|one of our|a|an|this)? ..2 {name|unknown|patient.one|story.who.one|relative.one}',
      '(client|patient|member|parent|mom) (spotlight|feature|story|stories|testimonial|testimonials|interview|diary|diaries|journey)',
      "(her|his|their) (story|journey|testimonial|interview|full story|review) (is|'s|lives|on|in) ..3 (up|on|live|blog|youtube|page|bio|link|channel|out)",
    ],
    where: ({ passage, lists }) =>
      !(
        (passage.b & lists.b('story.craft')) !== 0 &&
        (passage.a & lists.a('staffword')) !== 0 &&
        (passage.a & lists.a('patient.one', 'she')) === 0
      ),
  },
]

const NOT_THEIRS = [
  '(written authorization|review policy|leave us a|leave a review|leave your|how to leave|write us a|would love (your|to hear from)|we read every|please review)',
]

const quoted: Matcher = (vocabulary) => {
  const words = quotedWords(vocabulary)
  return (sight) =>
    sight.reading.code.includes('\u0010')
      ? words(sight).map(({ from, to }) => spanOf(sight.reading, from, to))
      : []
}

export default defineRule({
  id: 'consent/testimonial',
  category: 'testimonial',
  severity: ({ account }) => (account === 'personal' ? 'stop' : 'needs_authorization'),
  kinds: POSTS,
  says: "This uses a patient's own words or praise.",
  why: "A patient may say this anywhere. When the practice publishes it, that is marketing with patient information and needs that person's signed authorization, even if the words were public already.",
  instead:
    'Ask for the signed form first, or thank everybody in general: "Thank you for all your kind words this month!"',
  citations: [{ article: 'testimonials-need-authorization', source: '45 CFR 164.508(a)(3)' }],
  since: '0.1.0',
  match: anyOf(quoted, cues(CUES, { unless: NOT_THEIRS })),
})
