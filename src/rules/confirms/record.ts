import { anyOf, defineRule, REPLIES } from '../kit.ts'
import { says, things, tied } from './look.ts'
import { YOU_DID } from './turns.ts'

const RECORD =
  '({record.one|record.many}|records|notes|chart|files|timestamps|logs|x-ray|x-rays|{finding}|cameras|camera|footage|call log|schedule|calendar|software|computer|end|emails|messages|texts|photos|pictures|images|documentation|signature|recording|recordings|timeline|paperwork|before photos|after photos|before pictures)'
const SHOWS =
  '(show|shows|showed|showing|shown|say|says|said|indicate|indicates|indicated|reflect|reflects|reflected|state|states|stated|confirm|confirms|confirmed|prove|proves|tell|tells|told|document|documents|documented|reveal|reveals|suggest|match|matches|contain|contains|note|notes|list|lists|speak|speaks|have|has|include|includes|demonstrate|support|supports|contradict|contradicts|make clear)'

export default defineRule({
  id: 'confirms/record',
  category: 'defensive-reply',
  severity: 'stop',
  kinds: REPLIES,
  says: "This quotes or points to somebody's records, forms or signatures.",
  why: 'Records, consent forms and logs may not be used in public to prove a reviewer wrong. That there is a record tells that they are a patient.',
  instead: 'Say only: "We take this seriously. Please contact our office so that we can look into it."',
  citations: [{ article: 'replies-disputes', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  match: anyOf(
    things(['record'], {
      as: ['defensive-reply', 'patient-status'],
      where: (thing, asked) => {
        const { told, someone } = asked.sentence
        // "Your kind note" is the review.
        if (thing.topics & asked.topic('feedback')) return false
        // "Mark your calendar"
        if (asked.said(['mark', 'save the date', 'calendars'])) return false
        if (thing.hold === 'yours' || thing.hold === 'theirs') return tied(thing, asked)
        if (thing.hold === 'the' || thing.hold === 'that')
          return told && someone && tied(thing, asked) && asked.has('record')
        return false
      },
    }),
    says(
      [
        `(our|the|my|his|her|your|my own|all) {soft}*3 ${RECORD} {soft}*2 (that|from|of|on)? ..3 {not}? {soft}*1 ${SHOWS} !(are|is|we (opened|started|moved|have|were|began))`,
        `(according to|per|based on|looking at|look at|looked at|checked|checking|reviewed|reviewing|pulled|pulling|went through|go through|gone through|going through|double checked|read|reading|read through|reading through|review of|see (that|this)? (in|on)|look through|looked through|searched|searching|have) {soft}*1 (our|the|your|my|all of our|her|his|this|that|every) {soft}*2 ${RECORD} !(request|requests|policy|release|department|are|is)`,
        '(we|i) {soft}*1 {have} {soft}*2 (documentation|documented|proof|photos|pictures|images|before photos|after photos|(before|after) {soft}*1 (photos|pictures)|records|evidence|screenshots|video|witnesses|copies|signed|a signed|your signed|timestamps|notes|it (all )?(in writing|documented|on (file|camera|video)))',
        '(on|in) (file|our system|the system|our records|our files|your file|your chart|our notes|the chart|your record|our database|our office notes|writing|your notes|our schedule|the notes|black and white)',
        '(security|camera|surveillance|lobby|call|waiting room|parking lot|front desk) {soft}*1 (footage|camera|cameras|recording|recordings|video|tape)',
        '(have|has|got|caught|see|saw) (you|this|it|that|everything|her|him) {soft}*1 on (camera|video|tape|film|the cameras)',
        '(have|kept|keep|saved|save) {soft}*1 (the|your|all|every) {soft}*2 (texts|emails|messages|voicemails|letters|text|email|message|receipts)',
        '(was|were|is|are|it|everything|all|this|that) {soft}*2 (documented|noted|charted|recorded|logged|in writing|on camera|on video)',
        '(we|i|{staff}) {soft}*2 {have}? {soft}*1 (documented|noted|charted|recorded|logged|flagged) (this|that|it|your|everything|all|the|in|every)',
        `${YOU_DID} {soft}*1 (signed|initialed|initialled|filled (out|in)|completed|consented|acknowledged in writing|checked the box|dated|e-signed|authorized|put on your|wrote on your|listed on) !(up for|petition|the (petition|guestbook|poster|banner|wall))`,
        '(your|his|her|the) {soft}*2 (signature|initials|signed {word})',
        '(signed|signing) (and dated)? (by|before|in front) {you}?',
        '(the|your|those|that) {soft}*2 (form|forms|consent|waiver|paperwork|agreement|contract|packet|policy|estimate|plan|disclosure|financial agreement) (that )?(you|u|she|he|they) {soft}*2 (signed|initialed|completed|filled|agreed|received|were given|accepted)',
        "(here is|here are|here 's|attached (is|are)|sending (you|over)|sent over|(is|are) attached) ..4 ({record}|{finding}|program|exercises|sheet)",
        '(we|i) can {soft}*1 see (that|this|it|you|your|in|on|from) !(how|why|your (point|frustration|side))',
      ],
      {
        as: ['defensive-reply', 'patient-status'],
        where: ({ sentence }) => !sentence.crowd || sentence.someone,
        unless: [
          '(no|not|any) ..3 (record|records) (of|for|that)',
          '(thank you|thank|thanks|appreciate) ..3 (note|notes|words|review)',
          'request',
          '(most|many|every|any) (office|offices|practice|practices|plan|plans|insurer|insurers)',
          '(always|never) (given|put|provided|quoted|made) ..2 in writing',
          '(patients|everyone|anyone|people|families|we (give|ask|send|provide|review)) ..8 (form|forms|consent|records|paperwork|agreement|estimate)',
          '(policy|policies|privacy|confidential|hipaa) ..4 (is|are|posted|requires)',
          'blank (copies|forms)',
        ],
      },
    ),
  ),
})
