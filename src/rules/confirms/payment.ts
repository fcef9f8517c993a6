import { anyOf, defineRule, REPLIES } from '../kit.ts'
import { says, things } from './look.ts'
import { WE, YOU_DID } from './turns.ts'

export default defineRule({
  id: 'confirms/payment',
  category: 'payment',
  severity: 'stop',
  kinds: REPLIES,
  says: "This speaks about somebody's bill, payment or insurance.",
  why: 'Who paid what for care is protected like the care itself.',
  instead: 'Move it to the phone: "Our billing office is glad to help with any question. Please call us."',
  citations: [{ article: 'replies-billing', source: '45 CFR 160.103' }],
  since: '0.1.0',
  redLine: true,
  match: anyOf(
    things(['pay'], {
      where: (thing, asked) => {
        const { told, someone, crowd } = asked.sentence
        if (thing.open || thing.title || (crowd && !(told && someone))) return false
        if (thing.hold === 'yours' || thing.hold === 'theirs') return !thing.might
        if (thing.hold === 'bare' || thing.hold === 'a' || thing.hold === 'counted') return told && someone
        if (thing.hold === 'ours') return false
        return (
          told &&
          (someone ||
            asked.has('procedure', 'product', 'visit', 'record', 'patient.one') ||
            asked.sentence.felt)
        )
      },
    }),
    says(
      [
        `${WE} {soft}*2 {have}? {soft}*2 (charged|billed|refunded|reimbursed|credited|waived|submitted|resubmitted|filed|appealed|invoiced|collected|comped|discounted|adjusted|processed|issued|returned|mailed|quoted|wrote off|sent) ..4 ({pay}|{money}|{you}|{number}|claim|check|it)`,
        `${YOU_DID} (paid|owe|owed|were charged|were billed|was charged|disputed|prepaid|charged back|bounced|received a ..1 (refund|discount|credit)|have a balance|still owe|financed|saved|got ..2 (refund|discount|free))`,
        '{money} {soft}*1 {pay}? ..6 (your|you|u|was|were|charged|billed|refunded|paid|waived|collected|owed|due|returned|posted|applied)',
        `(you|your|u) ..8 {money}`,
        '(was|were|been) {soft}*2 (refunded|reimbursed|waived|billed|charged|credited|denied|covered|declined|paid|submitted|resubmitted|applied|issued) !(by (most|many|all)|the same|as (a|our) policy|at (booking|checkout))',
        '{pay} {soft}*1 (was|were|has been|have been|had been|had not been|has not been|went) {soft}*1 (sent|issued|processed|waived|refunded|reversed|applied|removed|credited|mailed|returned|approved|denied|met|submitted|through|adjusted|collected|charged) !(by (most|many|all)|for (all|everyone))',
        '(took|take|taken|knocked|gave|given|offered|got) ..3 ({number|count} percent|{money|number} ..1|{count}) off',
        '(you|u) {soft}*1 (bought|purchased|prepaid) !(from|tickets|raffle)',
        '(is|are|was|were) {soft}*2 (unpaid|past due|overdue|in collections|sent to collections|on hold|outstanding)',
        '(refund|check|credit|invoice|statement) (is|are)? {soft}*1 (on (the|its|your) way|in the mail|pending|processing)',
        '{you} ..8 (on the house|free of charge|at no charge|no charge|at no cost)',
        '(card|check|payment|deposit|transfer) ..4 (declined|bounced|came back|returned|failed|cleared|cashed|expired|went through|go through|stopped)',
        '(the|that|this|those) {soft}*2 {pay} (you|u) {soft}*1 (mention|mentioned|describe|paid|saw|received|got|refer|were|are|have|owe|question)',
        '(pay|paid|paying|settle|settled) (your|his|her|the|that|in) {soft}*2 ({pay}|full|cash|rest|remainder)',
        '(medicaid|medicare|workers comp|{pay}) {soft}*2 {have}? {soft}*1 (denied|declined|rejected|paid|covered|approved|processed|applied|downgraded|did not (pay|cover|approve)|would not (pay|cover))',
        '(covered|pays|paid|covers) (at|for) ({number}|{count}|all|half|part|most|your|it|this)',
        '{number} with {soft}*2 {procedure}',
      ],
      {
        where: ({ sentence }) => !sentence.crowd || (sentence.told && sentence.someone),
        unless: [
          '(most|many|each|every|all|some|other) {soft}*1 (plans|plan|insurance|insurers|insurances|patients|offices|practices)',
          '(fee schedule|financing is|start at|starts at|starting at|our prices|price list)',
          '(you|they) (can|may) {soft}*1 (pay|use)',
        ],
      },
    ),
  ),
})
