import { compilePhrases, defineRule, type Hit, REPLIES, spanOf } from '../kit.ts'
import { gister } from './gist.ts'
import { DOC } from './turns.ts'

/** What says yes to whatever was written, and nothing else. */
const YES = [
  "^ (you {be}|you 're|ur|your) {soft}*2 welcome",
  '^ ({soft}|{emoji}|{comma})*3 (any time|anytime)',
  '^ ({soft}|it|was|is|{be})*3 (our|my|the) (whole )?{soft}*1 (pleasure|honor|joy|privilege)',
  '(pleasure|privilege|joy) (was|is) (all )?(ours|mine)',
  '^ (no|not a) {soft}*1 (problem|worries|prob|big deal|trouble)',
  '^ {soft}*1 (of course|you bet|you know it|you got it|sure thing|for sure|say no more|happy to help|glad to help|glad we could|happy we could|that is why we do what we do|that is the goal|mission accomplished)',
  "that (is|'s) {soft}*1 (what|why|how) (we|i) ",
  `^ {soft}*1 {glad} {soft}*1 (that )?(we|i|it|you|they|everything|your|things|she|he|${DOC}) `,
  "^ {soft}*2 (yes|yep|yup|yeah|yess|sure|correct|right|exactly|absolutely|indeed|definitely|totally|agreed|true|guilty|oh yes|you are right) (yes|yep|yup|sure|indeed|right)? {comma}? (ma'am|sir|girl|queen|babe|bestie|love|hun|hon|indeed|it|that|this|they|those|she|he|you|{name}|i|{soft}|the|one|very|is|sure|did|does|do|was|were|are|'s|same|exact|most|certainly|{emoji}|{comma}|your|own|only)*9 $",
  '^ (it|that|they|those|this|she|he) {soft}*1 (sure|really|totally|definitely|certainly)? {soft}*1 (did|does|is|was|were|are|do|has|have) {soft}*3',
  '^ (same|usual) ..6 $',
  '^ {soft}*1 (proud of|so proud of|happy for|excited for|thrilled for|rooting for|cheering for) (you|u|ya)',
  '^ {soft}*1 (you|u|ya) {soft}*2 (did|were|are|look|looked|earned|deserve|deserved|rocked|crushed|nailed|killed|should|got|have|will|can) {soft}*3 ',
  '^ (told|tell) (you|ya|u)',
  '^ (so|us|we|me) {soft}*1 (do|did|are|were|am|too|have|had|loved|love|enjoyed|miss|missed) {soft}*2 (we|i|you|too|fun|it|every)? ',
  '^ (and|but) {soft}*1 (you|they|it|she|he|we|that|those) ',
  '^ (congrats|congratulations|hooray|woohoo|yay|way to go|great job|good job|well done|atta girl|keep it up)',
  '(is|was|did|does|are|were|do|has|have|can|could|will|would) not (it|he|she|they|you|that)',
]
/** Words after which it is about the practice and everybody: "Yes, we are open". */
const PUBLIC = [
  '{contact|ops|privacy|feedback|link|email}',
  '(we|our {word}) {soft}*1 (do|are !here|have|can|offer|accept|take|will|see|treat|carry|open|close)',
  '(you|anyone|anybody) (can|may|could)',
]

/** Thanks for more than words, in the review. */
const HELPED = [
  '(thank you|thank|thanks|appreciate|grateful) ..5 (seeing|squeezing|fitting|getting|helping|taking|being|fixing|treating|having|making|giving|listening|staying|doing|answering|working|calming) ..2 (me|us|my|our)',
]

export default defineRule({
  id: 'confirms/affirmation',
  category: 'patient-status',
  severity: 'stop',
  kinds: REPLIES,
  says: 'Under this comment, these words confirm what the writer tells about their care.',
  why: 'A "yes" or "you are welcome" says as much as what it answers.',
  instead: 'Thank for the words: "Thank you for taking the time to write."',
  citations: [{ article: 'replies-never-confirm', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  match: (vocabulary) => {
    const yes = compilePhrases(YES, vocabulary, '')
    const open = compilePhrases(PUBLIC, vocabulary, '')
    const helped = compilePhrases(HELPED, vocabulary, '')
    const gists = gister(vocabulary)
    return ({ reading, context }) => {
      if (context === undefined) return []
      const g = gists()
      const review = g.about(context)
      const CARE = g.topic(
        'procedure',
        'product',
        'body',
        'condition',
        'outcome',
        'visit',
        'come',
        'sequel',
        'finding',
        'carenoun',
        'act',
      )
      const ME = g.role('i', 'relative')
      const personal =
        (review.roles & ME) !== 0
          ? (review.topics & CARE) !== 0 ||
            review.sentences.some(({ told }) => told) ||
            helped.test(context.code)
          : review.sentences.some(({ told, topics }) => told && (topics & CARE) !== 0)
      if (!personal) return []
      const hits: Hit[] = []
      const gist = g.of(reading, context)
      for (const { from, to, crowd } of gist.sentences) {
        const code = reading.code.slice(from, to)
        if (crowd || to - from > 14 || open.test(code)) continue
        const found = yes.exec(code)
        if (found !== null && found[0] !== '') hits.push(spanOf(reading, from, to))
      }
      return hits
    }
  },
})
