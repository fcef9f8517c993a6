import { anyOf, defineRule, REPLIES } from '../kit.ts'
import { says } from './look.ts'
import { YOU } from './turns.ts'

const PATIENT = '({patient.one}|regulars)'

export default defineRule({
  id: 'confirms/patient',
  category: 'patient-status',
  severity: 'stop',
  kinds: REPLIES,
  says: 'This calls somebody a patient or client of yours.',
  why: 'Who is a patient here is private. A review does not change that: only the reader may tell.',
  instead: 'Leave the relationship out: "Thank you for your feedback."',
  citations: [{ article: 'replies-never-confirm', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  match: anyOf(
    says(['(you|u|yours|she|he) {be} no exception']),
    says(
      [
        `(as|being|been|be|become|becoming|became|having|have|had|are|is|'s|were|such|remain|was) {soft}*1 ${YOU}? {soft}*1 (as|like)? (a|an|our|(one of our|one of my|one of)|such) {soft}*4 ${PATIENT} ((of|with|at|for) (ours|us|our|mine|this|the))?`,
        '(patients|clients|people|families|kids|moms|parents|guests|folks) (like|such as) (you|u|yours|{name})',
        '(you|u) (are|is|were|was) {soft}*2 (a|an|the|our|my|such|one of) ..3 {patient}',
        `(our|my) {soft}*4 ${PATIENT} !(care|portal|experience|coordinator|advocate|satisfaction|services|relations|safety|privacy|education|forms|base|reviews|appreciation|liaison|volume|list|rights|line|desk)`,
        `(one of our|one of my|one of) {soft}*4 (patient|patients|client|clients|favorites|regulars|guests|families|faves|kiddos|kids|peeps|people|ladies|guys|girls|mamas|babes)`,
        `(patient|client) (of (ours|mine)|here|with us|at (our|this)|since|for {count})`,
        `(welcome|part|member|members|joining) (to|of)? (the|our|ur|my) {soft}*3 {word}*1 {soft}*1 (family|fam|tribe|club|crew|clan|squad)`,
        'you {soft}*1 (guys|all|two|both|folks|ladies|girls)? (are|were) {soft|det}*3 (patients|clients)$',
        '(former|current|existing|past|previous|longtime|loyal|valued|established) {soft}*1 {patient.one}',
        '(the|this|that) {soft}*2 {patient.one} ..4 {past}',
        '(this|that) {soft}*1 (individual|person|reviewer|gentleman|lady|woman|man|family|child|mother|father) {soft}*1 ({be}|{past})',
        '{past} ..8 (this|that) {soft}*1 ({patient.one}|individual|person|reviewer|gentleman|lady|woman|man|family)',
        '(being|been|stayed) {soft}*1 (a)? part of our {soft}*2 (practice|office|clinic|family|story|studio)',
        '^ {soft}*2 (best|favorite|sweetest|nicest|coolest|bravest|number one) {soft}*1 {patient.one} (ever|award|right here|{emoji}|$)',
        '(being|are|is|been|as) (a|an|one of our|one of the|our) {soft}*2 ({word} {soft}*1)? (member|members|vip|vips)',
        '(loyal|valued|being|as|your) {soft}*3 (member|membership) (of|in) our',
        '(glad|happy|thrilled|lucky|grateful|delighted|love) ..2 (you|u) {soft}*1 (found|discovered|chose|picked|stuck with|switched to|came to|switched) (us|our)',
        '(being|been|are|were|stuck|sticking|staying|stayed) {soft}*1 with (us|our {word}) {soft}*1 (since|for|all|from|over|through|these|this long)',
        '(decide|decided|deciding|choose|chose|chosen|sad|sorry|want|wanted|hate) ..4 (leave|leaving|left) (us|(our|the) {soft}*1 (practice|office|clinic|care|family))',
        'your {soft}*2 case (is|was|has|had|needed|were|will|that|and|with|by|{past})',
        `(be|being|been|as|are|'s) your {soft}*2 ({staffword}|{word} home|go to|choice)`,
        'your (new|next|future|other|previous|old|last|current|former) {staffword}',
        '(lose|losing|lost) (you|u) {soft}*1 (as|after|to|from|over)',
        '(after|over|for|all|in) (the|these|those|all)? {soft}*2 ({count}|many) ..1 (years|months|visits) {soft}*1 (with us|of (trust|loyalty|being)|together|as a|as our|in our care|coming)',
      ],
      {
        unless: [
          '(if|whether|when|how|becoming|become|for|every|each|any|no|not|as|from) (you|anyone|someone|somebody|a person|any reviewer|any|every|each|they|they are)? {soft}*1 (are|is|were|was|to)? {soft}*1 (a|an|being|any|every|each|no)? {soft}*2 {patient.one} ..8 (call|contact|discuss|deny|comment|receive|get|website|online|portal|can|may|will|should|please|policy|reviewed|respond|privacy|confirm|same|equally|story|website)',
          '(confirm|confirming|deny|discuss|acknowledge|disclose|say|comment|reveal) ..4 (whether|if|who|that)',
          '(treat|treats|welcome|welcomes|see|sees|listen|answer|answers|want|give|gives|ask|offer|offers) ..2 (every|each|all|any) ..2 {patient.one}',
        ],
        where: ({ sentence, has }) => sentence.someone || !sentence.crowd || sentence.told || has('you'),
      },
    ),
  ),
})
