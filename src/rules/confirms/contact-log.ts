import { defineRule, REPLIES } from '../kit.ts'
import { says } from './look.ts'
import { DOC, WE, YOU } from './turns.ts'

const REACHED =
  '(called|phoned|texted|emailed|e-mailed|messaged|mailed|dmed|faxed|contacted|notified|rang|dialed|left|sent|tried|attempted|reached|followed up|checked in|checked on|checked up|reached out|responded|replied|answered|returned|spoke|spoken|talked|got in touch|gotten in touch|got ahold|got hold|made|placed|been (trying|calling|texting|emailing|following up|reaching out|checking in|in (touch|contact))|did (call|reach|email|text|answer|respond|leave|return|speak|try|send|follow))'

export default defineRule({
  id: 'confirms/contact-log',
  category: 'defensive-reply',
  severity: 'stop',
  kinds: REPLIES,
  says: 'This tells that you called, wrote to or spoke with somebody.',
  why: 'Whom the practice calls, and about what, is part of their record. Telling it confirms that they are a patient.',
  instead: 'Call them again in private, and write only: "Please reach out to our office manager."',
  citations: [{ article: 'replies-disputes', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  toReader: true,
  redLine: true,
  match: says(
    [
      `${WE} {soft}*2 {have}? {soft}*2 ${REACHED} {soft}*1 (and|called|emailed|texted|mailed|with|to|back|out|up|in|on|a|the|to reach|to call|to contact|you|in touch with)*4 (${YOU}|your|voicemail|voicemails|voice mail|message|messages|her|him|several times|twice|{number} times|{count} times|multiple times|again|same (day|night|evening)) !(everyone|(a )?(dm|direct message|private message|pm)|comment|review|question)`,
      `(called|phoned|texted|emailed|mailed|messaged|faxed|left|sent) (you|ya|u|her|him|your {soft}*2 {word}|over|it) {soft}*2 (a|an|two|three|several|multiple|the|that|on|yesterday|twice|back|at|same|this|last|again|over|to|about|with|and|{number}|{count}|{weekday}|{when}|same) !(..2 (dm|direct message|private message))`,
      `(left|sent|made|mailed|placed|returned) {soft}*1 (you|u|her|him)? {soft}*1 ({count|number}|several|multiple|many|numerous) {soft}*2 (voicemail|voicemails|message|messages|call|calls|reminder|reminder calls|text|texts|email|emails|phone calls|letters) !(to (all|everyone)|in (one|a))`,
      `(voicemail|voicemails|texts|text|emails|email|letters|letter|reminders|calls|statements|reminder) {soft}*1 (texts|calls|emails)? (was|were|went|have|has)? {soft}*1 (sent|mailed|left|went|made|emailed|texted|delivered|gone) {soft}*1 (out)? (to|before|after|on|twice|unanswered|unreturned)`,
      '(way|how) {soft}*1 (the|our|that|this) {soft}*1 (conversation|call|phone call|discussion|exchange|visit|appointment) {soft}*1 (went|happened|ended|unfolded|was)',
      `(phone log|phone logs|call log|call logs|text log)`,
      `(phone|call|text|email|message|voicemail|mailbox) {soft}*2 (records|history|full|was (full|answered|left|returned|not set)|were (full|answered|left|returned))`,
      `(both|your|the|all|those|our) {soft}*2 (calls|call|voicemails|emails|texts|messages) {soft}*1 (was|were|went|has been|have been|to you|from you) {soft}*1 (answered|returned|unanswered|unreturned|ignored|left|not (answered|returned)|received|made|straight|went)`,
      `(you|u|nobody|no one|he|she|they|{name}) {soft}*2 {have}? {soft}*1 {not}? {soft}*1 (hung up|hang up|return|returned|called|call|picked up|pick up|answer|answered|respond|responded|call back|reply|replied|ignored|confirm|confirmed) {soft}*1 (on|our|us|back|any|the|to our|up|from us|or called|after|your|that) !(..3 (review|post|question))`,
      `(text|texts|email|emails|letter|letters|mail|portal message|voicemail|voicemails|call|calls|note) {soft}*1 (that)? (we|i|our {soft}*1 {staffword}|${DOC}) {soft}*1 (sent|left|mailed|emailed|made|texted|placed)`,
      '(sent|mailed|faxed|submitted|forwarded|emailed|called in) (over|out|to (your|the|his|her)) {soft}*2 {word}',
      '(calls|texts|emails|letters|voicemails|reminders|messages) {soft}*1 (to|for) (you|your)',
      '(waiting|wait|waited) (for|on) (you|your) ..3 (call|return|reply|respond|send|sign|pay|answer|paperwork|form|forms)',
    ],
    {
      as: ['defensive-reply', 'patient-status'],
      where: ({ sentence }) => !sentence.crowd,
      unless: [
        '(can|could|may|will|would|should|please) ..2 (call|email|be) ..3 (returned|answered)',
        'if (you|anyone)',
        '(would|could|can|will|may|might) (you|we ask you to) (please|kindly|just|rather|instead|mind)*2 (call|calling|phone|email|message|reply|respond|answer|return|confirm)',
        '(thank you|thank|thanks) ..2 (your|the) (email|message|note)',
      ],
    },
  ),
})
