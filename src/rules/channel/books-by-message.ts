import { beside } from '../beside.ts'
import { anyOf, defineRule, type Matcher, POSTS, phrases, type Sight } from '../kit.ts'

const WHEN =
  '({weekday|when|month|date|time|holiday}|{number} ..2 (am|pm|sharp)|noon|tomorrow|today|morning|afternoon|at {number|count}|the {number}|next week|this week)'
const YOU = '(you|u|ya|her|him|he|she|them|{name}|your (son|daughter|mom|dad|husband|wife|kid|child))'

/** Posts that move booking into the messages. */
const INVITES = [
  '(dm|message|inbox|pm|whatsapp) (us|me|this page|now|today|to|our page)*2 ..6 (book|schedule|reserve|appointment|consult|consultation|snag|grab|claim|secure|lock)',
  '(book|schedule|reserve|grab|snag|claim|secure) ..6 (by|via|through|in|with a|over) (the|our|a)*1 (dm|dms|messenger|inbox|message|whatsapp|instagram|comments|text reply)',
  '(need|want|ready|looking|time|wanna|like) ..3 (book|reschedule|schedule|appointment|cancel|consult|consultation|cleaning|checkup|touch up|refresh|spot) ..3 {stop|emoji}*2 ..1 (dm|message|inbox|pm) (us|me|now|today)',
  '(to|for) (book|schedule|reserve|appointments|booking) ..5 (dm|dms|message us|inbox|messenger|whatsapp|comment)',
  '(comment|reply|type|drop) ..8 (get you ..2 (on|in|scheduled|booked|schedule)|(book|schedule|squeeze|fit|put) you|lock in your|(book|claim|reserve|hold) (your|a|the) {soft}*1 (spot|appointment|slot|time|treatment))',
  '{channel.social} ..2 open ..1 (for|to) ..2 (appointment|appointments|booking|bookings|book|consults|consult|scheduling)',
  '(book|schedule) (right here|here|right now) ..3 (message|dm|reply|comment)',
]
const EVENT = [
  '(seat|seats|class|webinar|seminar|open house|event|workshop|table|booth|tour|raffle|party|ticket|tickets|interview|general questions|job|resume)',
  '{not|claim.without} ..5 {channel.social|channel.slot|channel.send}',
]

/** Answers that give, move or cancel a time. */
const GIVES = [
  `${YOU} ({be})? ({soft|comma}|all|all set)*2 (in|set|booked|confirmed|scheduled|down|good|on) ..4 ${WHEN}`,
  `(we|i) (can|could|will|'ll) (do|get|fit|squeeze|see|move|put|take|bump|pencil|switch|schedule|book|hold) ..5 ${WHEN}`,
  `see you ..4 ${WHEN}`,
  `(^ ({soft|comma|name}|yes|ok|sure)*3|{comma|soft}|you|can|to|please|and|then|or) (come|swing|stop|be here|pop|drop|head) (in|by|over|on|back)? ..4 ${WHEN}`,
  `(does|would|is|how about|how is|how 's|what about|do you want|want) ..4 ${WHEN} ..5 (work|ok|okay|good|fine|better|instead|for (you|him|her))`,
  `(moved|moving|booked|scheduled|rescheduled|squeezed|put|fit|canceled|cancelled|bumped|switched|penciled|changed|got|had|have) (your|you|u|her|him|{name}|the) ..6 ${WHEN}`,
  `(moved|booked|scheduled|rescheduled|squeezed|put|penciled|fit) (you|u|her|him|{name}) ..3`,
  `(reschedule|schedule|book|squeeze|fit|pencil|put|move|get|bump) (you|u|her|him|{name}|your (son|daughter|mom|dad)) (in|on|down|for|to|up|a|onto)`,
  `(your|the|her|his) {soft}*1 ({visit.one|procedure.one}|appt|time|slot|spot) ..1 {be} ..4 (${WHEN}|confirmed|booked|set|held|being held|canceled|cancelled|moved)`,
  `(can|could) you (be here|come|make it|get here|do) ..4`,
  `(still|are we|we are|you) (good|on|ok|okay|coming|set) (for|at) ..3`,
  `${WHEN} {soft|date|number}*3 ..2 (works|is good|is open|is yours|is fine|is perfect|sounds good|is available)`,
  `(take|took|taking|keep|keeping|leave|left) (you|u|her|him|{name}) (on|off) ..2 (schedule|calendar|books|list)`,
  `(i|we) have ..3 (${WHEN}|opening|openings|slot) ..8 (open|available|which|want|work|take it|for you|if you)`,
  `(had|have) ${YOU} (down|on|in|at|for|scheduled|booked) ..4`,
  `(we|i) had (a|an) (cancellation|opening) ..4`,
  `(reminder|confirming|confirm|reminding|heads up) ..8 ({visit|procedure} ..6 ${WHEN}|${WHEN} ..6 {visit|procedure})`,
  `get you (on|in|into) ..2 (schedule|calendar|chair|books|today|tomorrow|soon)`,
  `${YOU} ({be}|'re) in (w|with|at|for) ..4`,
]
const PUBLIC = [
  "(hours|open|closed|webinar|seminar|clinic is|flu clinic|event|parade|fair|open house|tour|class|doors|phones|lines|desk|anyone|anybody|everyone|everybody|you all|y'all|folks|people|new patients|families|5k|walk in|walk ins|team|concert|market|drive) ",
  '{not|claim.without} ..5 {channel.social|channel.send}',
  '(can not|unable|is not possible|do not) ..3 (schedule|book|scheduling|booking)',
]

const only =
  (matcher: Matcher, fits: (sight: Sight) => boolean): Matcher =>
  (vocabulary) => {
    const find = matcher(vocabulary)
    const asked = (sight: Sight) => (fits(sight) ? find(sight) : [])
    return find.triggers === undefined ? asked : Object.assign(asked, { triggers: find.triggers })
  }
const isReply = ({ draft }: Sight) => draft.kind === 'dm_reply' || draft.kind === 'comment_reply'

export default defineRule({
  id: 'channel/books-by-message',
  category: 'insecure-channel',
  severity: (draft) => (POSTS.includes(draft.kind) ? 'caution' : 'stop'),
  kinds: [...POSTS, 'comment_reply', 'dm_reply'],
  says: 'This makes, moves or offers an appointment in messages or comments.',
  why: 'An appointment tells that somebody is a patient, and social platforms sign no business associate agreement.',
  instead: '"We can\'t schedule here. Please call our office or book on our website."',
  citations: [{ article: 'social-messages-are-not-secure', source: '45 CFR 164.502(e)' }],
  since: '0.1.0',
  match: anyOf(
    beside(
      phrases(['(first|whoever|fastest) ..2 (dm|dms|message|messages) ..3 (gets|get|claims|wins|takes)']),
      phrases(['{channel.slot}']),
    ),
    only(phrases(INVITES, { unless: EVENT }), (sight) => !isReply(sight)),
    only(phrases(GIVES, { unless: PUBLIC }), isReply),
  ),
})
