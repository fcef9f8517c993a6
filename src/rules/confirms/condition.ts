import { anyOf, defineRule, REPLIES } from '../kit.ts'
import { says, things, tied } from './look.ts'

export default defineRule({
  id: 'confirms/condition',
  category: 'treatment-detail',
  severity: 'stop',
  kinds: REPLIES,
  says: 'This names what somebody suffers from, or what was found.',
  why: 'A diagnosis, a symptom or a test result is health information, also when the reader wrote about it first.',
  instead:
    'Keep every health detail out: "Thank you for reaching out. Please call us so that we can talk in private."',
  citations: [{ article: 'replies-never-confirm', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  match: anyOf(
    says([
      '(with|given|because of|due to|in|for|at) your {soft}*1 (condition|history|case|diagnosis|type of {word}|weight|medical history|health history|medications)',
    ]),
    things(['condition', 'finding'], {
      where: (thing, asked) => {
        if (!tied(thing, asked)) return false
        return thing.hold !== 'bare' || asked.sentence.told
      },
    }),
    says(
      [
        "^ {soft}*1 (is|are|did|has|have|how is|how are|how 's|any) {soft}*1 (the|that|those|your|more|new|his|her) {soft}*2 {condition|body|procedure|product|outcome|sequel} !(process|take|offered|available|covered|safe|painful|work|include|require|for|at|on)",
        '{finding} {soft}*1 (is|are|was|were|came|look|looks|looked) {soft}*1 (back|in|clear|clean|fine|normal|negative|positive|good|ok|okay|better|great|ready|benign|perfect)',
        '(the|that|your|his|her) {soft}*2 {condition|sequel|body} {soft}*1 (is|are) {soft}*2 (down|better|gone|healed|clear|clearing|worse|fading|healing|history|past|behind|improving|fine|hurting|calming|going)',
      ],
      { where: ({ sentence }) => !sentence.crowd },
    ),
    says(
      [
        '(sounds|looks|seems|appears) {soft}*1 (like|to be|as if|as though) ..3 {condition}',
        '(before|after) (pic|pics|photo|photos|picture|pictures|shot) {soft}*1 (is|are|was|were) from',
      ],
      {
        where: ({ sentence }) => !sentence.crowd,
      },
    ),
    says(
      [
        '(came|come|is|are) back {soft}*1 (benign|negative|positive|normal|clear|clean|fine|good|great|malignant|all clear|abnormal|high|low)',
        '(diagnosed|diagnosis|tested positive|tested negative|all clear|relapse|relapsed|flare up|flared)',
        '(sorry|hope|glad|happy|hate|worried|relieved|sad) ..3 (about|for|to hear about)? (your|the|that|those|his|her) {soft}*3 {condition|sequel|body}',
        '(dealing|living|struggling|struggled|suffering|coping|battling|struggle|fight|fought|battle) {soft}*1 (with|from|against|through) {soft}*2 {det}? {soft}*2 {condition|body|sequel}',
        '(you|she|he|{name}) {soft}*1 ({past}|{have}|{be}) ..3 {condition}',
        '(what|everything|all) {you|she} {soft}*1 {have}? {soft}*1 (gone through|been through|went through|going through|dealt with|endured|been dealing|overcame|overcome)',
      ],
      {
        where: ({ sentence }) => sentence.someone && !sentence.crowd,
      },
    ),
  ),
})
