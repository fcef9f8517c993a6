import { defineRule, POSTS } from '../kit.ts'
import { type Asked, type Cue, cues } from './cues.ts'

const YOURS = '(your|ur) {soft}*2 {procedure|story.care|record|pay|visit|product|body|condition|outcome} '

/** One reader is meant: by name, by a number, by what they drive or did. */
const one = ({ portrait }: Asked) =>
  portrait.figures.some(({ as, staff }) => (as === 'name' || as === 'handle') && !staff)

const CUES: readonly Cue[] = [
  {
    say: [
      `(whoever|person|patient|client|owner|lady|guy|gentleman|mom|dad|one) ..9 (in|with|who|of|from|driving|parked|{colon}) ..12 ${YOURS}`,
      `(reminder|message|note|notice|attention|psa|hey) ..1 (to|for) (the|a|our|whoever) ..3 (patient|client|person|lady|guy|mom|dad|gentleman|one) ..9 ${YOURS}`,
      `^ (hey|dear|hi|hello|yo|attention|paging|calling|psa|note to|message for|ok|okay)? {quote}? {name} ..4 {colon|comma|sign} ..6 ${YOURS}`,
      `{name} {comma|colon} (your|we have your|call us|please call|come pick up|it is time for your) ..4 {procedure|story.care|record|pay|visit|product|condition}`,
      '(you|u) (saw|visited|came to|came in|chose|trusted|called|booked|missed|skipped|owe|left) ..9 {procedure|condition|story.care|visit|product|pay} ..12 {comma} {name}',
      '(your|ur) {soft}*2 {procedure|product|story.care|record|pay|visit} {^stop}? (is|are|was|were|came|has|have|should have) ..6 (ready|in|back|here|waiting|denied|approved|overdue|due|worn|past) ..9 {name}',
      '(that is|yes) you ..3 {name}',
    ],
    where: (asked) => one(asked) || asked.mentions(UNIQUE),
  },
]
/** A plate, a number, a car: "whoever is in the white Tahoe". */
const UNIQUE =
  /\b(?:plate|license|member id|serial|account|policy number|chart|whoever'?s? (?:is )?(?:in|driving|parked)|parked in|driving the|tahoe|silverado|honda|toyota|ford|chevy|jeep|tesla|subaru|minivan|pickup)\b/i

export default defineRule({
  id: 'story/addressed',
  category: 'patient-status',
  severity: 'stop',
  kinds: POSTS,
  says: 'This speaks to one patient in front of everybody.',
  why: 'A post reaches the whole town: what it tells one person about a visit, an order or a bill, everybody reads.',
  instead: 'Call, text or write to the person through your own system, and post nothing.',
  citations: [{ article: 'no-messages-to-patients-in-public', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  match: cues(CUES),
})
