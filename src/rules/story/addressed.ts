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
      `^ (hey|dear|hi|hello|yo|attention|paging|calling|psa|note to|message for|ok|okay)? {quote}? {name} ..4 {colon|comma|sign} ..6 ${YOURS}`,
      `{name} {comma|colon} (your|we have your|call us|please call|come pick up|it is time for your) ..4 {procedure|story.care|record|pay|visit|product|condition}`,
      '(lost and found|found|left behind|still have|we have) {colon|sign}? ..8 (room|chair|lobby|waiting room|op|office|after|during) ..12 {name}',
      '(lost and found|found|left behind) ..6 (of|belonging to|from|for) {name}',
      '{name} {comma}? your {number|count} ..2 (am|pm|a|p|o clock|appointment|slot|spot)',
      '(will|would|can|could) (the|whoever|a) ..9 {name} ..3 (call|come|contact|stop|pick|pay)',
      '(waiting|still waiting|waited) (on|for) {name} ..9 {procedure|product|story.care|visit|body}',
      '(where are you|where you at|hurry up|running late|you are late) {comma}? {name}',
      '(you|u) (saw|visited|came to|came in|chose|trusted|called|booked|missed|skipped|owe|left) ..9 {procedure|condition|story.care|visit|product|pay} ..12 {comma} {name}',
      '(your|ur) {soft}*2 {procedure|product|story.care|record|pay|visit} {^stop}? (is|are|was|were|came|has|have|should have) ..6 (ready|in|back|here|waiting|denied|approved|overdue|due|worn|past) ..9 {name}',
      '({number}|{time}) {number}? (am|pm|a|p|o clock)? {soft}*1 (cancelled|canceled|no showed|bailed|flaked|ghosted|is (late|a no show)) ..6 {name}',
      '(reminder|note|message|psa|memo|heads up|paging|calling|attn|attention|announcement) ..1 (to|for)? {name} {colon|comma|sign} ..8 ({pay|visit|record|procedure|product}|balance|pick up|call us)',
      '(has|have) (anyone|anybody) (seen|heard from|talked to) {name}',
      '(trying to reach|looking for|anyone know|anybody know|in search of|missing|find) {name} ..12 ({pay|visit|record|procedure|product}|pick up|ready)',
      '(looking for|trying to reach|searching for|hunting for|trying to find) {name} {stop} ..2 (your|his|her|their) ..2 ({procedure|product|record|pay|visit|story.care}|order|glasses|contacts)',
      '{name} {comma}? (is|are) (that|this|these|those) yours',
      '(belongs|belonging) to {name} ..6 (come|call|pick|ask|get)',
      '(call|text|tell|remind) {name} {comma} ..2 (her|his|their) {procedure|record|pay|visit|product|story.care} (is|are|was)',
      '(if you know|anyone know|does anyone know|do you know) {name} ..12 ({pay|visit|record|procedure|product|story.care}|left|ready|call)',
      '(that is|yes) you ..3 {name}',
      '{name} ..2 {comma} you are ..3 (next|up|late|due|overdue|approved|ready|booked|scheduled|on deck|missing)',
      '(see you|catch you|you are booked|your appointment is) ..3 ({weekday}|{story.close}|{month}|at|on|next) ..3 for (your|that|the) {soft}*2 {procedure|story.care|visit|product|body}',
      "{name} 's {soft|procedure|story.care|product|condition}*3 {pay}",
      '(lineup|schedule|roster|docket|chair|board|list|agenda|books|today|tomorrow) {colon} ..2 {name} (at|{sign}) {number|count} ..6 {name} ..2 (at|{sign}) {number|count}',
    ],
    where: (asked) => one(asked) || asked.mentions(UNIQUE),
  },
  {
    say: [
      '(reminder|message|note|notice|attention|psa|hey) ..1 (to|for) (the|a|our|whoever) ..3 (patient|client|person|lady|guy|mom|dad|gentleman|one) ..9 (your|ur) ..2 {procedure|record|pay|visit|product} (is|are|was|were|came)',
      '(if|whoever) ..12 (you|he|she) {soft}? (left|forgot|dropped) (it|them|this|these|your|his|her) ..4 (after|during|at|in|following) (your|his|her|the|our) ..3 {procedure|product|visit|story.care}',
      '(your|whose) ..6 (you|he|she) {soft}? (left|forgot|dropped) (it|them) ..4 (after|during|at|following) (your|his|her) ..3 {procedure|product|visit|story.care}',
    ],
  },
  {
    say: ['(welcome|welcome aboard) ..3 (practice|family|office|clinic|team|us|crew) {comma|sign}? {name}'],
    where: (asked) => one(asked) && asked.mentions(CAME_OVER),
  },
]
const CAME_OVER =
  /\b(?:switched|transferred|new patient|chose|choosing|first (?:visit|cleaning)|your (?:smile|care|journey))\b/i
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
