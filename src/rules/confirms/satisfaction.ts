import { anyOf, defineRule, REPLIES } from '../kit.ts'
import { says } from './look.ts'
import { ELSEWHERE } from './turns.ts'

const GLAD =
  '(glad|happy|thrilled|delighted|pleased|excited|overjoyed|relieved|wonderful|great|good|awesome|nice|love|loved|tickled|grateful|ecstatic|stoked|pumped)'
const WHO = "(you|u|ya|y'all|everything|it all|it|things|they|she|he|{name}|your {soft}*2 {word}|both of you)"
const POSTED = `({soft}*2 (the|this|our|that|these|those)? {soft}*2 (${ELSEWHERE}|{feedback}|{ops}|tip|tips|recipe|photo|photos|joke|content|playlist|decor|message|info|information|helpful|useful|funny))`

export default defineRule({
  id: 'confirms/satisfaction',
  category: 'patient-status',
  severity: 'stop',
  kinds: REPLIES,
  says: 'This says that the reader is happy, or not, with what they had here.',
  why: '"Glad you had a great experience" confirms that there was one: only somebody who was treated has it.',
  instead: 'Be glad about the words: "It means a lot that you took the time to write this."',
  citations: [{ article: 'replies-never-confirm', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  toReader: true,
  redLine: true,
  match: anyOf(
    says(
      [
        `${GLAD} {soft}*1 (that|to (hear|know|see|read|learn))? {soft}*1 (that|how)? {soft}*1 ${WHO} {soft}*2 ({be}|had|has|have|love|loves|loved|like|likes|liked|enjoy|enjoys|enjoyed|enjoying|feel|feels|felt|got|went|worked|met|exceeded|left|helped|turned out) !(here|part|following|able to (join|attend|write|find|share|reach)|kind|nice|reached|taken|taking|made|a (fan|member|part)|{feedback}) !${POSTED}`,
        '(glad|happy|pleased|grateful|honored|thrilled) {soft}*1 to have {soft}*1 (helped|been able|made|met|been there|been part|been a)',
        '(exceed|exceeded|exceeds|meet|met|meets) (your|ur|his|her) {soft}*1 (expectations|needs|standards|hopes|goals)',
        '(you|u) (are|is|were) {soft}*2 (happy|satisfied|pleased|comfortable|unhappy|dissatisfied|at ease|well cared|taken care|in love|obsessed) {soft}*1 (with|by|in|here|$|{emoji})',
      ],
      {
        where: ({ sentence, sight }) =>
          !sentence.crowd &&
          (sight.draft.kind === 'review_reply' || (sight.context !== undefined && sentence.told)),
        unless: [
          '(would|will|can|could) be {soft}*1 {glad}',
          '{glad} to (help|assist|answer|talk|speak|discuss|listen|see|share|hear from)',
          'you are ..2 (kind|welcome|generous|sweet)',
          '(if|whether|unless) (you|u)',
          '(regret|sorry|sad) (to (hear|read|see|learn))? (that)? you (are|feel|were) {soft}*2 (unhappy|dissatisfied|upset)',
        ],
      },
    ),
    says(
      [
        'your {soft}*2 (comfort|safety|care|satisfaction|happiness|wellbeing|concerns|needs|pain) (was|were|has been|have been) {soft}*2',
        '(time|day|visits|sessions|chats|moments|laughs|conversations) {soft}*1 with (you|her|him)',
        '(wish|wished) (you|u) (had|would have|could have|came|come back)',
        '(left|walked out|went home|go home|leave) {soft}*2 (unhappy|happy|satisfied|dissatisfied|upset|smiling|disappointed|in tears|with a smile|feeling {soft}*1 {word})',
      ],
      {
        where: ({ sentence }) => !sentence.crowd,
        unless: ['(spend|spending|your) ..2 time with (you|your) (family|kids|loved)'],
      },
    ),
  ),
})
