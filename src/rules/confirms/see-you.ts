import { anyOf, defineRule, REPLIES } from '../kit.ts'
import { says } from './look.ts'
import { ELSEWHERE } from './turns.ts'

const WHEN =
  '({when}|{weekday}|{month}|{number}|{count}|next|tomorrow|spring|summer|fall|winter|autumn|soon|again|then|later|bright|week|month|year|visit|back)'
const SEEING =
  '(seeing|having|welcoming|treating|serving|helping|working|meeting|continuing|caring|taking care|your|hosting|taking|getting|finishing|starting|watching|being)'

export default defineRule({
  id: 'confirms/see-you',
  category: 'appointment',
  severity: 'stop',
  kinds: REPLIES,
  says: 'This tells that the reader will be, or was, here for care.',
  why: '"See you next time" or "welcome back" confirms that somebody is a patient and has an appointment.',
  instead: 'End with the thanks, or with "Have a wonderful day!"',
  citations: [{ article: 'replies-never-confirm', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  match: anyOf(
    says(
      [
        `(see|c|seeya|catch) (you|u|ya|y'all|{name}|both|her|him|them) {soft}*2 (all|both|guys|girl|two|two|and|your|{relative})*3 (at|on|in|for|around|when|this|the|a|an|{comma})*3 ${WHEN} !(..4 ${ELSEWHERE})`,
        `(see|c|seeya|catch) (you|u|ya|y'all|both|them) {soft}*2 (at|for|in) (your|ur|the|our|a) !(..4 ${ELSEWHERE})`,
        '(see|c) (you|u|ya) {soft}*1 {emoji}*3 $',
        `((look|looking|looks|looked) {soft}*1 forward|can not wait|can hardly wait|excited|eager) {soft}*1 (to|for|until)? (to|for|until)? ..2 (we)? ${SEEING} {soft}*2 (you|ur|your|u|ya|with you|for you|of you|everyone of you|her|him|them|next|{visit}|{name}) !(..4 ${ELSEWHERE})`,
        `(can not wait|can hardly wait|excited|eager) (to|for|until) ..2 (see|have|welcome|scan|treat|show|start|get|finish|do|watch|meet|hear how|continue) {soft}*2 (you|your|u|ya|her|him|them) !(..4 ${ELSEWHERE})`,
        '(have|had|having|get|getting|got|bring|bringing|welcome|welcomed|welcoming|see|seeing|love|take|accept) (you|u|ya|{name}|her|him|them) (back|again)',
        `(until|till|til) (next time|next visit|{when}|{visit}|we (meet|see)|then|your)`,
        `(come back|comes back|coming back|come again|come see us again|stop back|swing back|swing by again|stop by again|stop in again|pop in again|drop in again|head back|come on back|back in|be back) {soft}*2 ((and|to) (see|visit)|(any time|anytime)|soon|again|in (for|to|{number}|{count})|when|{when}|{weekday}|{month}|if|$|{emoji}|for) !(..4 ${ELSEWHERE})`,
        'welcome back !({comma}? {staffword}|..2 {ops}|to (the|our|this) (page|channel|series|show|blog|podcast|account|feed|community|wellness))',
        '(same|usual) (time|day|slot|place) (and (time|place|day))? {soft}*1 (next|as|again|{when}|tomorrow|in {number|count}|{weekday}|every)',
        '(next|another) (time|go around|round) (you|u|ya) {soft}*1 (are|is|come|visit|stop|swing|drop)',
        '(you|u|ya) {be}? {soft}*2 (due|overdue|scheduled|booked|good to go|good|set|confirmed|on (the|our) (schedule|calendar|books)|down|all set|in) {soft}*1 (for|in|with|w|at|again|on) {soft}*1',
        '(bring|send) (her|him|them|the|your) {soft}*2 {relative}? (by|back|in|over) ..3 (so|for|and|in|when|{when}|soon|anytime)',
        '(come back|coming back|be back|return|get back) to (group|us|see|therapy|pt|treatment|class with us|finish|(the|our) (office|clinic|practice|chair|studio))',
        '(not|never) (be|become) a stranger',
        '(wait|ready|excited|see you|next|time) for (round|part|phase|session|step|stage) ({number}|{count}|two)',
        '(keep|keeping) (coming|showing up|coming back|up with (your|the|those))',
        '(return|returning|come back|coming back) to (us|our {soft}*1 (office|practice|clinic|care))',
        '(we|i) (will|can|would|plan to|are going to) {soft}*1 (go slower|be gentle|be gentler|do|fix|redo|take|get|finish|start|check|try|have|look|offer|give) ..6 (next time|next visit|at your|when you (come|are|get)|then)',
        '(next time|next visit) {comma}? (please|let|tell|we|you|just|ask|be|remind) ..3 (you|us|we|your)',
        '(we|i) (will not|will never|would not|cannot|will) {soft}*1 be {soft}*1 (booking|seeing|scheduling|treating) you',
      ],
      {
        as: ['appointment', 'patient-status'],
        unless: [
          '(hope|come|welcome|happy|love|like) ..5 (join|event|open house|webinar|workshop|everyone|anyone|everybody|all of you)',
          '(good|set|all set|due) (for|to|in|with) (the|our|a) (contest|raffle|giveaway|drive|event)',
        ],
        where: ({ sentence }) => !sentence.crowd,
      },
    ),
  ),
})
