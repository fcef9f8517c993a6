import { COMMAND, THING } from '../advice/phrasing.ts'
import { anyOf, compilePhrases, defineRule, type Matcher, phrases, spanOf } from '../kit.ts'
import { listener, type Said } from './speech.ts'

/** Of the practice, of a policy, of everybody: no health detail of the one who reads it. */
const PUBLIC = [
  '(anyone|anybody|everyone|everybody|people|folks|patients|clients|families|children|kids|adults|generally|usually|most plans|offer|offers|offered|accept|accepts|policy|policies|website|online|(the|our|through|via) portal|listed|published|brochure|prices|menu|start at|starts at|special|specials|membership|general|interest|interested|insurer|required|costs)',
  '{not|claim.without} ..6 (discuss|discussed|talk|share|shared|send|sent|look up|look anything|answer|handle|use|quotes|possible|leave|schedule|scheduling) ',
  '(nurse line|front desk|call (us|the office)|our site|secure form|by phone)',
  '^ {soft}*1 (do|can|does|is|are) (we|they)',
  '(a|an|the|our|each|every) {soft}*1 ({procedure|product}|consult|consultation|visit|exam|cleaning|session|bottle|tube|serum|kit|membership|class) (is|runs|costs|starts at|start at|begins at|goes for) {soft}*1 {money}',
  '{money} (a|an|per|each) ..1 (unit|syringe|session|month|visit|area|tooth|hour|bottle|tube|vial)',
  '(minimum|maximum|youngest|oldest|lower|upper) {soft}*1 age|age (minimum|limit|requirement|range)',
  '(for|with|any) ..1 questions (about|on|regarding)',
  '(check|verify|confirm|ask about) your ..1 (benefits|coverage|plan)',
  '(no|without) ..1 {visit}',
  '(an|any|in|of) ..1 (emergency|emergencies)',
  '{not} ..1 (over|by|via|through|on|in) (a|the|our)? {channel.social}',
]

const sentences: Matcher = (vocabulary) => {
  const { hear, mask } = listener(vocabulary)
  const open = compilePhrases(PUBLIC, vocabulary, '')
  const care = mask('procedure product condition outcome measure advice.symptom advice.remedy')
  const papers = mask('record pay visit')
  const [she, staff] = [mask('she'), mask('staffword')]
  /** Whether it says something about the care, the papers or the time of one person. */
  const personal = ({ topics, bodily, yours, money, reader, kin, named, told }: Said) => {
    const about = (topics & (care | papers)) !== 0 || bodily || yours
    const other = kin || named || ((topics & she) !== 0 && !(topics & staff))
    // A price that somebody asked for is told to everybody.
    return (about && (reader || other || told)) || (money && (reader || other)) || (other && told)
  }
  return ({ reading }) =>
    hear(reading)
      .filter((said) => personal(said) && !open.test(reading.code.slice(said.from, said.to)))
      .map(({ first, last }) => spanOf(reading, first, last + 1))
}

export default defineRule({
  id: 'channel/health-by-message',
  category: 'insecure-channel',
  severity: 'stop',
  kinds: ['dm_reply'],
  says: 'This tells somebody about care, results, records or money in a private message.',
  why: 'Social platforms sign no business associate agreement, and nobody can tell who reads along.',
  instead: '"We can\'t talk about care here. Please call our office or use the patient portal."',
  citations: [
    { article: 'social-messages-are-not-secure', source: '45 CFR 164.502(e)' },
    { article: 'social-messages-are-not-secure', source: '45 CFR 164.312' },
  ],
  since: '0.1.0',
  redLine: true,
  match: anyOf(
    sentences,
    // Nobody stands in it, and still it is about the one who reads it.
    phrases(
      [
        '({procedure|product|condition|outcome|record|body}|contacts|beta|results|labs) ..4 {be} ..2 (in|back|ready|clear|negative|positive|normal|high|low|covered|due|benign|available)',
        '(your|ur|her|his) ..3 (is|was|came back at|are|were) {sign}*1 {number}',
        '(came|come|comes|coming) back {soft|sign}*2 (clear|negative|positive|normal|fine|clean|good|great|high|low|abnormal|ok|okay|benign)',
        '(checking in|checking on|check in|check on|following up|follow up) ..3 (after|on|about|from) ..3',
        '(card|payment|insurance|auth|authorization|claim) ..3 (declined|expired|failed|denied|approved|went through)',
        '(your|her|his) ..2 (is|was|are|were|looks|look|came back) ({soft|sign|count}|a|bit|tad)*4 (low|high|normal|elevated|abnormal|off|positive|negative|clear)',
        '(hcg|beta|a1c|psa|tsh|ldl|bp|inr|wbc|platelets|estradiol|amh|fsh|troponin|hemoglobin) ..4',
        '(right|left|od|os) {be} {sign|soft}*2 {number}',
        '{number|count} ..1 {measure} ..3 (every|daily|a day|for|of)',
        "(attached|here) (is|are|'s) (your|ur|the|a) ..4",
        '(link|zelle|venmo|cashapp|paypal) ..4 (pay|payment|balance|bill|deposit|invoice|works)',
        "(how is|how are|hows|how 's) (the|that|your|it|those) ..3 (feeling|healing|doing|holding)",
        '(sorry|congrats|congratulations|glad|happy|thrilled|relieved) ..4 {procedure|condition|outcome|product}',
        `${COMMAND} {advice.do} !(our|us|the (portal|patient portal|form|secure|link|website|app|button|front desk)) ..6 ${THING}`,
        `^ ..2 (is|are|any|has|have|does) (it|the|there|you|she|he|that|your|any)*2 ..5 {advice.symptom|condition}`,
        '(sounds|looks) like ..4 {condition|advice.calm}',
      ],
      { unless: PUBLIC },
    ),
  ),
})
