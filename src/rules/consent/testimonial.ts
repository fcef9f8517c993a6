import {
  anyOf,
  compilePhrases,
  defineRule,
  type Finder,
  type Matcher,
  POSTS,
  spanOf,
  triggersOf,
} from '../kit.ts'
import { CODE } from '../reading/lexicon.ts'
import { type Cue, cues } from '../story/cues.ts'
import { portraits } from '../story/portrait.ts'
import { CARE } from './around.ts'
import { spanOfTie } from './course.ts'
import { quotedWords } from './quoted.ts'
import { cast, ofCare } from './showing.ts'

const WHO =
  '((a|an|our|one of our|this|another|one|former|happy) {soft}*3 ({story.who}|{person}|guest|moms|dads|girls|ladies)|(a|an|our|one of our|this|another|my|one of my|one|former|happy) ..2 {patient})'
const NOTE =
  '(message|text|dm|note|review|card|letter|email|voicemail|screenshot|thank-you|tweet|comment|postcard|drawing|testimonial)'

const QUOTES = '({colon}|{quote})'
const VOICE = '(story|testimonial|experience|journey|words|interview|smile story|video|review)'

const CUES: readonly Cue[] = [
  {
    say: [
      '(she|he) {soft}*1 (told|tells|texted|messaged|emailed|wrote) (us|me) ',
      `${WHO} {soft}*1 (wrote|writes|said|says|shared|posted|told us|tells us|texted|messaged|put it|raves|raved|commented|reports|gushed|swears|dm would|(left|sent) us ..3 ${NOTE}) !(if|when|goodbye|hi|hello)`,
    ],
    where: (asked) =>
      (ofCare(asked) || (asked.passage.a & asked.lists.a('patient.one')) !== 0) && !cast(asked).staffOnly,
  },
  {
    say: [
      '(testimonial|review|client love|patient love|love note|love letter|kind words|feedback|fan mail|quote) ..3 (of the (week|day|month)|spotlight|alert|highlight)',
      `(${NOTE}|words|quote|feedback|shoutout) ..2 (from|by) ${WHO}`,
      '(take it from|do not take our word|do not take it from us|in (her|his|their) own words|(her|his|their) words|straight from (google|yelp|facebook|the source|a|our|the inbox|my inbox)|what our (patients|clients) (are saying|say|have to say|think))',
      `(client|patient) (text|texts|dm|message|feedback|note|review|quote|love|shoutout|rave|raves) (of the|from|we|just|alert|{emoji}|${QUOTES})`,
      `(got|received|love|loved|loving|opened|woke up to|read|reading|came in|arrived|made our|tearing up at|crying over) ..2 (this|the sweetest|such a|the kindest|the nicest) {soft}*2 ${NOTE} ..3 (from|last|today|yesterday|this|${QUOTES}|and|about)`,
      `(this|the|our|a|latest|another|{number}|five|{soft})*3 {sign}? (star|stars|google|yelp|facebook)? ${NOTE} ..9 (${QUOTES}|made our|{name} (left|wrote|gave|posted|sent)|(left|wrote|sent|wrote) (us|me|for us))`,
      `(${NOTE}|comments|messages|notes|reviews|words|feedback|texts) (like|such as) (this|these|that|those)`,
      `(read|watch|hear|see|listen to|learn|meet|sharing) ..2 (her|his|their|{name}|one ({patient.one}) 's|a ({patient.one}) 's|how {name}|what {name}) (and {name})? {name}? 's? ..2 (${VOICE}|(had|has|have) to say|{^stop}? ${VOICE})`,
      '(^ (hear it from|i quote)|({name}|{patient.one}|she|he) (had|has) to say)',
      '(thank you|thanks|thx|shoutout to) {name} ..3 for (the|your|such|these|this|her|his|their|a) {soft}*2 (words|kind words|review|note|letter|card|shoutout|recommendation|stars|feedback|love)',
      '(from our inbox|from the inbox|from my inbox|from the dms|from our dms|in our dms|in my dms|opened our dms|slid into our dms)',
      '{name} {^stop}? (says|said|raves|raved|shared|shares|wrote|writes|told us) ..3 (our|my|the|dr|{staff}|{staffword}|that|she|he|her|his)',
      '({name}|{patient.one}|{story.who.one}|{person.one}|she|he) ..9 (bragging|raving|gushing|bragged|raved|gushed) (about|on|over) (us|our|me|my|the|her|his|dr|{staff})',
      `(hear|listen to|meet|learn|ask) (from|how|why)? {name} ..9 (${CARE})`,
      '(on|from|via) (google|yelp|healthgrades|realself|facebook) {comma|colon}? {quote}',
      '(five stars|5 stars|five star|5 star|five-star|5-star) ..2 (from|by) (the|our|one of our|a|an|this)? ..2 {name|unknown|patient.one|story.who.one|relative.one}',
      '(client|patient|member|parent|mom) (spotlight|feature|story|stories|testimonial|testimonials|interview|diary|diaries|journey)',
      "(her|his|their) (story|journey|testimonial|interview|full story|review|answer) (is|'s|lives|on|in|made) ..3 (up|on|live|blog|youtube|page|bio|link|channel|out|us|me)",
    ],
  },
]

const NOT_THEIRS = [
  '(written authorization|review policy|leave us a|leave a review|leave your|how to leave|write us a|would love (your|to hear from)|we read every|please review)',
]

/** What an individual with care thought, felt or told: "He told us it saved his marriage". */
const FELT = [
  '(she|he|{name}|{patient.one}|{story.who.one}|{person.one}) {soft}*1 (says|said|told us|tells us|swears|shared|shares|calls|called|admits|describes|explains|reports|thought|believed|felt|feels|loves) ',
  '(she|he|{name}|{patient.one}|{person.one}|{story.who.one}) {soft}*1 (never|did not|could not|did not) (thought|think|believe|imagine|expect|dreamed|know) ',
  "(handing the mic|honest thoughts|her answer|his answer|ask the|ask our|why (she|he) (brings|chose|chooses|trusts|loves|drives|comes)|in (her|his|their) words|(her|his|their|{name} 's) story)",
]
const felt: Matcher = (vocabulary) => {
  const looks = portraits(vocabulary)
  const feels = compilePhrases(FELT, vocabulary, '')
  const finder: Finder = ({ reading }) => {
    if (!feels.test(reading.code)) return []
    const { tie } = looks().of(reading)
    return tie === undefined ? [] : [spanOfTie(reading, tie)]
  }
  const triggers = triggersOf(FELT, vocabulary)
  if (triggers !== undefined) finder.triggers = triggers
  return finder
}

const quoted: Matcher = (vocabulary) => {
  const words = quotedWords(vocabulary)
  const finder: Finder = (sight) => words(sight).map(({ from, to }) => spanOf(sight.reading, from, to))
  finder.triggers = new Set([CODE.quote])
  return finder
}

export default defineRule({
  id: 'consent/testimonial',
  category: 'testimonial',
  severity: ({ account }) => (account === 'personal' ? 'stop' : 'needs_authorization'),
  kinds: POSTS,
  says: "This uses a patient's own words or praise.",
  why: "A patient may say this anywhere. When the practice publishes it, that is marketing with patient information and needs that person's signed authorization, even if the words were public already.",
  instead:
    'Thank everybody in general: "Thank you for all your kind words this month!" Or get the signed form first: it must say which words, who may post them, where and to whom, what for and until when, that it can be taken back, and be signed and dated.',
  citations: [{ article: 'testimonials-need-authorization', source: '45 CFR 164.508(a)(3)' }],
  since: '0.1.0',
  match: anyOf(quoted, felt, cues(CUES, { unless: NOT_THEIRS })),
})
