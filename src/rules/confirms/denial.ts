import { defineRule, REPLIES } from '../kit.ts'
import { says } from './look.ts'

export default defineRule({
  id: 'confirms/denial',
  category: 'patient-status',
  severity: 'stop',
  kinds: REPLIES,
  says: 'This says that somebody is not, or never was, a patient.',
  why: 'A denial tells that you searched your records. And when one office denies some reviewers, silence about the others says yes.',
  instead:
    'Report a review that you think is fake to the platform, and answer it like any other: "Please contact our office."',
  citations: [{ article: 'replies-denial', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  toReader: true,
  redLine: true,
  match: says(
    [
      '(no|not|never|any|without) ..4 (record|records|trace|sign|file|chart|history|account|listing|booking|appointment|entry|patient file|documentation) ..2 (of|for|under|with|that|from|matching) ..2 (you|your|this|that|a|any|anyone|anybody|ever|the|someone|such|{name}|visit|treating|seeing|review|reviewer)',
      '{not} ..4 (find|locate|identify|match|see|show|have|recognize|recognise|recall|place|know|pull up|connect|link|trace|verify) ..1 (you|your|anyone|anybody|any|this|that|a|an|someone|such|who|{name}) !(details|information|of that|in public|questions|more|specifics|care|exception|lack|kind of|kind) {soft}*2 ((name|review|reviewer|patient|client|person|account|profile|record|visit|appointment|individual|one|you|incident|interaction|ever|anyone|anybody) ..3|(in|on|under|by|with|as|from|at|among|to|is|are))',
      '(you|u|this (person|reviewer|individual|man|woman|user|account|poster|author|customer|client)|reviewer|they|he|she|{name}) {soft}*1 {have|be}? {soft}*1 (not|never) ..3 (a|an|been|seen|treated|visited|our|one of our|met|set foot|come|had|in our|stepped|booked|here|existed|sat) {soft}*2 (patient|client|customer|treated|seen|here|by|in|inside|through|foot|at|to|with|a|an|us|our|one|person|{patient.one}|any)',
      '(we|i|{staff}|our {soft}*1 {staffword}|{staffword}) {soft}*2 {have}? (not|never) {soft}*1 {have}? {soft}*1 (seen|treated|met|had|worked with|provided|served|performed|examined|billed|scheduled|heard of|spoken|encountered|laid eyes|dealt|cared|done) ..1 (you|anyone|anybody|this|that|a|an|any|someone|such|{name}|with you|with this|of you|on you) !({soft}*2 {feedback})',
      '(we|i|{staff}|our {soft}*1 {staffword}) {soft}*2 (did|do) not (see|treat|meet|perform|serve|examine|bill|schedule|have|know|recognize|recall|remember) (you|u|{name}|this (person|reviewer|patient|individual|name)|that name|anyone (by|with|named|called|under))',
      '(nobody|no one|none|no person|no {patient.one}|not anybody|not anyone|no {name}) ..3 ((by|with|under|named|called|matching|like|of) ..2 (name|names|description|account|{name}|this|that|yours|you)$|(by|with|under|matching) (this|that|your|such) {soft}*1 (name|description|account|profile)|(has|have) ..2 (been|visited|come|seen)|in our (system|records|files|practice|office|schedule|database))',
      '{not} {soft}*1 (aware|remember|recall|familiar|show|showing|certain) ..2 (of|with)? ..2 (you|anyone|anybody|treating|seeing|meeting|this (person|name|reviewer)) ..4 (name|by|being|matching|here|under|in|at|on|as|with|from|$)',
      '(nobody|no one|none) (on|in|at|here|of) ..4 (remembers|remember|recalls|recall|recognizes|recognize|knows|treated|saw|met|has (seen|met|treated)|have (seen|met|treated))',
      '(search|searched|searching|looked (in|through|for)|checked|went through) ..5 (found|find|turned up|came up|shows) ..2 (nothing|no|not|none|nobody)',
      '(wrong|different|another|other) {soft}*1 (office|practice|place|clinic|dentist|doctor|business|location|spa|provider|page|company|listing|facility|med spa|organization)$',
      '(confused|confuse|confusing|mistaken|mixed|mixing|mistaking) (us|you|our) ..2 (with|for|up)',
      '(have|got|getting|has) us (confused|mixed up|mistaken|mixed)',
      '(confused|mixed up|mistaken|mixing us up) ..1 (with|for) (another|a different|the|someone|somebody|some|a)',
      '(meant|intended|written|left|posted) for (another|a different|someone|somebody|the wrong|some other)',
      '(are|is) {you} (sure|certain) ..3 (right|correct|this|have|are|was|you)',
      'no {soft}*1 (idea|clue) who (you|this) {be}',
      '(do|does) not ..2 (exist|appear) ..2 (in|on|as)',
      '(fake|fraudulent|phony|bogus|not a (real|actual|genuine|legitimate)) {soft}*1 (patient|client|customer|account|review|name|profile|reviewer)',
      '(not|never) (an|a|our|one of our) {soft}*2 (patient|patients|client|clients|customer) (of|here|at|with us|in our)',
      '(would|could|can) {you} ..1 (be thinking of|have us|mean|be confusing|be mistaken)',
      '(patient|client) (list|base|database|roster|files|system) ..6 {not}',
    ],
    {
      where: ({ sentence }) => sentence.roles !== 0,
      unless: [
        '(confirm|deny|acknowledge|say|disclose|discuss|comment|respond|reveal|verify|share|confirming|denying) ..6 (whether|if|who|that (any|anyone|a))',
        '(whether|if) (or not )?(anyone|somebody|someone|any|a person|a reviewer)',
        '(not|unable|never|cannot) ..3 (discuss|comment|share|confirm|disclose|respond|acknowledge|give|post|talk|reply|address|answer)',
        'not wait',
        'not a (substitute|place|machine|guarantee|good)',
      ],
    },
  ),
})
