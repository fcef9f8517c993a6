import { anyOf, defineRule, REPLIES } from '../kit.ts'
import { says } from './look.ts'
import { ELSEWHERE, YOU_DID } from './turns.ts'

const GLAD =
  '(thank you|thank|thanks|appreciate|appreciated|grateful|glad|love|loved|pleasure|honored|happy|enjoyed|nice|great|good|fun|joy|privilege|thrilled|proud)'
const COMING =
  '(coming|visiting|returning|trekking|stopping by|stopping in|stopping over|popping by|popping in|popping over|dropping by|dropping in|swinging by|walking in|driving|traveling|travelling|flying|spending ..4 with us|hanging (out)? with us|being (here|in (our|today|the office))|having (you|u) {soft}*1 (here|in|with us|around|back|over)|joining us|making (the|that|your|a|this) {soft}*2 ({count} {word})? (trip|drive|trek|journey|time)|checking (us|me) out|giving (us|me|our {soft}*2 {word}) a (try|chance|shot|whirl|go))'

export default defineRule({
  id: 'confirms/visit',
  category: 'patient-status',
  severity: 'stop',
  kinds: REPLIES,
  says: 'This says that the reader has been here.',
  why: 'That somebody came to a health care office is itself private, even when they wrote about it first.',
  instead: 'Thank for the words, not for the visit: "Thank you for taking the time to share this."',
  citations: [{ article: 'replies-never-confirm', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  toReader: true,
  redLine: true,
  match: anyOf(
    says([
      `${GLAD} (you|u|ya|y'all|your|all|for|that|both|and|the|it|was|to|have|had|{name}|{comma}|{soft}|{relative})*6 ${COMING} !(..5 ${ELSEWHERE})`,
    ]),
    says(
      [
        `${YOU_DID} (came|visited|stopped by|stopped in|popped by|popped in|dropped by|dropped in|swung by|drove|flew|traveled|travelled|returned|arrived|walked in|walked out|walked into|walked through|walked up|checked in|sat (in|down|with)|stayed with us|gave us a (try|chance)|spent) !(..5 ${ELSEWHERE})`,
        `${YOU_DID} (been|were|was|felt at home|felt (comfortable|welcome|safe|heard|cared for|relaxed|at ease)) !(expecting|looking|hoping|asking|wondering|able|kind|so|disappointed|unhappy|upset|frustrated|happy|moved|inspired) ..2 (here|in (our|the) (office|chair|building|waiting room|lobby|clinic|care|hands)|with us|with our|at our|to (see us|our|the office|the clinic)|coming|back|in (on|for|today|yesterday|last|this)|the whole time|from the (start|moment|minute|second)) !(..4 ${ELSEWHERE})`,
        `${YOU_DID} (were|was|been) {soft}*2 !(warned$|disappointed|frustrated|upset|offended|inconvenienced|impressed|pleased|moved|inspired|touched|satisfied|dissatisfied|interested|confused|concerned|bothered|annoyed|excited|surprised|shocked|scared|worried|thrilled|delighted|blessed) (seen|{past})`,
        '(bringing|brought) (us|your|her|him|them|the|those|that|{name}) ..3 (in|by|over|here|to us|back)',
        'patience ..2 ((while|as) (you|u)|during your|(that|this) (day|morning|afternoon|evening)|{when})',
        'your {soft}*3 (visit|visits|first visit|last visit|next visit|first visits|last visits|office visit|trip|stay|drive (in|here|over|down|up)|time (here|with us|in (our|the) (chair|office|clinic))|hours? (here|with us))',
        '(that|this|the) {soft}*2 (visit|trip) ..3 {past}',
        '(^|from|and|for coming|you) all the way (from|out from|up from|down from|over from|here|out here|out to (us|our)) {^stop}',
        '(you|u) {soft}*1 (cried|laughed|smiled|slept|napped|flinched|jumped|sang|danced|joked|giggled|snored|hugged|tipped|waved)',
        '{youown} {soft}*3 experience (here|with (us|our|me|{staff}|the)|at (our|the|{own})|in (our|the))',
        '(face|voice) (to|with|behind) (the|your) (name|voice|face)',
        '(remember|recall|recognize|recognized) ..2 (you|your {soft}*1 (face|name|laugh|voice|case|situation|family|kids))',
        '(always|such|so|fun|treat|joy|pleasure|sweet|love|glad|brighter|better) ..8 (when|whenever|every time) (you|your {soft}*2 {word}) {soft}*1 (come in|comes in|walk in|walks in|stop by|stop in|stops by|pop in|swing by|come by|visit|are here|is here)',
        `(we|i) (have)? (only|just)? {soft}*2 (saw|seen|treated|met) {soft}*1 (you|u) !(..4 ${ELSEWHERE})`,
        `(you|u) ..5 (last time|the other day) !(..5 ${ELSEWHERE})`,
      ],
      {
        unless: ['if (you|your)'],
        where: ({ sentence, thing }) => (!sentence.crowd || sentence.told) && thing?.open !== true,
      },
    ),
  ),
})
