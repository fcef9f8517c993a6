import { anyOf, defineRule, REPLIES } from '../kit.ts'
import { says, things, tied } from './look.ts'
import { YOU, YOU_DID } from './turns.ts'

const DAY =
  '({weekday}|{when}|{month}|{number}|{count}|the {number}|noon|spring|summer|fall|winter|tomorrow|early|short notice|time|last minute)'

export default defineRule({
  id: 'confirms/appointment',
  category: 'appointment',
  severity: 'stop',
  kinds: REPLIES,
  says: 'This speaks about an appointment of the reader.',
  why: 'That somebody had, missed or will have an appointment is private, and so is the day.',
  instead: 'Talk about scheduling by phone: "Please call our office and we will gladly help."',
  citations: [{ article: 'replies-never-confirm', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  match: anyOf(
    things(['visit'], {
      where: (thing, asked) => {
        const { sentence } = asked
        if (
          !sentence.told &&
          !sentence.felt &&
          thing.subject &&
          asked.said(['free', 'complimentary', 'required'])
        )
          return false
        if (thing.hold === 'bare' || thing.hold === 'a')
          return !thing.open && sentence.told && sentence.someone && !sentence.crowd
        if (thing.hold === 'the' || thing.hold === 'that')
          return !thing.open && !sentence.crowd && (sentence.told || sentence.felt) // prettier-ignore
        return tied(thing, asked)
      },
    }),
    says(
      [
        `(fit|fitting|squeeze|squeezed|squeezing|sneak|snuck|work|worked|working|slot|slotted|book|booked|get|got|getting|bring|brought|pencil|penciled|put|sandwich|move|moved|moving|bump|bumped|take|took|see) ${YOU} {soft}*1 (in|down for|to|up|over|on the (schedule|books|calendar)|on (such )?${DAY}|rescheduled|scheduled|so (quickly|fast|soon))`,
        `(reschedule|rescheduled|rescheduling|rebook|rebooked|schedule|scheduled|double booked|overbooked|pre-booked|no-showed|bumped) {soft}*1 ${YOU}`,
        `${YOU_DID} (were|was|are|been)? {soft}*2 (no-show|no-showed|no show|no showed|reschedule|rebooked|rescheduled|cancelled|canceled|double booked|booked|roomed|seen|scheduled|checked in|checked out|late|early|{number} ..2 late|on time) !((by|on) (us|facebook))`,
        `(have|has|had|got|show|showed|see) ${YOU} {soft}*1 (down|in|on|scheduled|booked|confirmed) {soft}*1 (for|at|on|with|the|{number}|{weekday}|{when})`,
        `(come|come in|come by|coming in|swing by|stop by|stop in|pop in|drop in|drop by|come back|see you|be here|head in|head over|head back|bring (her|him|them|it) (in|by|back)) {soft}*1 (on|at|this|for|around|before|after|{comma})? (at|around|by)? (${DAY}|{time})`,
        '(you|u) (arrived|showed up|came|got here|walked in|were|was) ..3 (late|early|minutes (late|after|past))',
        '(canceled|cancelled|rescheduled|moved|booked|confirmed|scheduled|saved|reserved|held|pushed) {soft}*1 (it|that|this|you|your {word}|a {soft}*1 {word}|them) {soft}*1 (for you|to|up|back|on the books|at) ',
        '(your|ur) {soft}*2 (spot|place|seat|recheck|cancellation|round|turn|space|booking) ..6 (confirmed|booked|saved|held|calendar|schedule|came|went|was|is (on|in|at|set))',
        '(fit|squeeze|fitting|squeezing|squeezed) (us|me) in',
        '(you|u) {soft}*1 (never|did not) {soft}*1 (show|showed|show up|showed up|arrive|arrived|come in|came in|make it|keep)',
        '(bumped|moved|changed|gave away|gave up|lost|held|saved|pushed) your {soft}*2 (time|slot|spot|place|turn)',
        '(next|follow up|second|third|back|you) {soft}*1 {visit}? {soft}*1 (on the (books|calendar|schedule))',
        `(we|i|{staff}) (can|could) (do|see|take|fit|squeeze|get) ..3 ({weekday}|{when}|tomorrow|at {number})`,
        '(we|i|{staff}|{staffword}) {soft}*2 (ran|was|were|got) {soft}*1 (running)? {soft}*1 (behind|late|backed up|double booked|overbooked|short staffed) {soft}*2 (that|{when}|with (your|you)|for your|when you)',
        '(no worries|no problem|no prob|do not worry|worry) ..1 (about|for) {soft}*1 (being|running|the|missing|rescheduling|cancelling|canceling|your)',
        '(you|u) {soft}*2 (have|has|had|got) {soft}*2 ({number}|{count}) {soft}*2 {word} (left|remaining|to go)',
        '(does|do|would|will|is) ({weekday}|{when}|{number}|that (time|day)|{number} ..2|that) {soft}*1 (still)? (work|works|ok|okay|good|fine) ..2 (for)? (you|u|ya)?',
        '(are|is) (we|you|u) {soft}*2 (good|on|set|confirmed|able) (for|to make it) ({weekday}|{when}|tomorrow|{number}|{month})',
        '(you|u) {be}? {soft}*1 (in|booked|confirmed|set|down|scheduled|all set) (w|with|for) ({staff}|{weekday}|{when}|{number}|{month}|the|your)',
        '(you|u) {be}? {soft}*2 cleared for',
        '{booking} (under|in) (your|that|this) name',
        '(your|ur) {soft}*1 (last|first|next|second|third|previous|final|only)? {soft}*1 (one|ones|two) {soft}*1 (was|is|will|are|were|went|came) !(of)',
        '(your|ur) {soft}*1 ({number|count} ({colon} {number|count})?|{time}) ..2 (is|was|still|got|has|works)',
        'time for (a|another|your|the) {soft}*2 ({procedure}|{visit}) {soft}*1 (already|again|soon|yet)',
        '(your|ur) {soft}*1 ({weekday}|{month}|morning|afternoon|evening|{number} {number}?) {soft}*1 ({visit}|slot|time|spot|{procedure})',
        'when {you} {soft}*1 (was|were|came|is|are|arrived|left) {soft}*1 (here|in|last|by) {soft}*1',
        '(called|call|calling) ..3 {you}? ..1 to (confirm|reschedule|remind) !(that|whether|if)',
        '{youown} {soft}*2 (turn|wait) ..3 {past}',
        `(waited|wait|waiting|sat) {soft}*1 ({number|count}|an|over an|for over|for|a|about|almost|nearly) ..2 (minute|minutes|hour|hours)`,
      ],
      {
        where: ({ sentence }) => sentence.someone || !sentence.crowd,
        unless: [
          '(anyone|anybody|everyone|walk-ins|event|open house|webinar|workshop|booth|parade|fair|giveaway|raffle|contest|(office|business|our) hours|series|video|episode|livestream|live q)',
          'the right (person|place|team|department|contact|number|desk|people)',
          'open ..3 (from|to|at|till|until)',
          '(ask|asks|encourage|tell|remind|invite) {soft}*1 (all|new|every|each|our|first time) {soft}*2 (patients|patient|clients|client|guests|families|parents|visitors)',
        ],
      },
    ),
  ),
})
