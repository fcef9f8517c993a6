import { anyOf, defineRule, REPLIES } from '../kit.ts'
import { says } from './look.ts'

const WHOM =
  '(you|u|ya|your {soft}*2 {relative|word}|{name}|this {soft}*1 (person|reviewer|patient|client|individual|family)|her|him|them|{she})'

export default defineRule({
  id: 'confirms/dismissal',
  category: 'patient-status',
  severity: 'stop',
  kinds: REPLIES,
  says: 'This tells that somebody was dismissed, or is no longer a patient.',
  why: "Ending care is part of somebody's record; telling it says that they were a patient and why they are not any more.",
  instead: 'Say nothing about it. "We take feedback seriously. Please contact our office" is enough.',
  citations: [{ article: 'replies-disputes', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  toReader: true,
  redLine: true,
  match: anyOf(
    says(['(dismissal|termination|discharge) (letter|notice|papers)'], {
      as: ['patient-status', 'defensive-reply'],
    }),
    says(
      [
        `(dismissed|dismiss|dismissing|discharged|discharge|discharging|terminated|terminate|terminating|fired|banned|removed|released|dropped|let|kicked|blocked|excused|withdrew|withdrawn|transferred) {soft}*1 (caring for|treating|care of|care from|from care)? ${WHOM} {soft}*1 !(know|us know|reach|take|make|share|go (over|through))`,
        `{you|name|she|relative.many|relative.one} {soft}*2 (was|were|have been|has been|had been|got|is|are) {soft}*2 (dismissed|discharged|terminated|fired|banned|released|asked (to (leave|find|go|seek|not|transfer))|removed|let go|told to (leave|find|go|not)|no longer|escorted|withdrawn|dropped)`,
        '(this person|reviewer|person|individual|patient|client|customer) ..2 (was|were|has been|had been|got) {soft}*1 (dismissed|discharged|terminated|fired|banned|asked to|removed|told to|let go|escorted)',
        '(no longer|not) {soft}*1 (a {patient.one}|welcome (here|at|in|back)|be (seen|treated)|be seeing (you|your)|(able|willing|going) to (see|treat|have) (you|your)|treat (you|your)|see (you|your) (as|in|at|for)|accepting you)',
        '(end|ended|ending|severed|sever|terminate|terminated|dissolved|concluded) (the|our|your|this|that|all) {soft}*3 (relationship|care|treatment|services|doctor patient relationship)',
        '(find|seek|found|look for|look into|asked to see) (another|a (new|different)|other|somebody else|someone else) {soft}*1 ({staffword}|provider|practice|office|home|clinic|care|place|psychiatrist|dentist|one)',
        '(parted|part) ways',
        '(declined|decline|refused|refuse) to (treat|see|continue) {soft}*1 (you|your|treating|seeing|care)',
        '(would|could) not (be|continue) ..2 (good|best|right|appropriate|a) {soft}*2 (fit|candidate|match)',
      ],
      {
        as: ['patient-status', 'defensive-reply'],
        where: ({ sentence }) => sentence.someone || sentence.told,
        unless: [
          'if you',
          '(looking for|want|wants|prefer|need) (another|a different|a new)',
          'not everyone',
        ],
      },
    ),
  ),
})
