import { defineRule, REPLIES } from '../kit.ts'
import { says } from './look.ts'
import { ELSEWHERE, YOU, YOU_DID } from './turns.ts'

export default defineRule({
  id: 'confirms/praise',
  category: 'patient-status',
  severity: 'stop',
  kinds: REPLIES,
  says: 'This praises or remembers the reader as somebody you have met in care.',
  why: '"You did great" or "of course we remember you" tells that they were here, as much as "you are our patient".',
  instead: 'Answer the words: "Your kind message made our day."',
  citations: [{ article: 'replies-never-confirm', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  toReader: true,
  redLine: true,
  match: says(
    [
      `(you|u|ya|she|he|{name}) {soft}*2 (was|were|are|is|have been|been|'s) {soft}*2 (such )?(a|an|the|our|so|my|one of our)? {soft}*4 {champ} !(to (say|write|share|take)|for (writing|saying|sharing|this|posting|the)|with us|and)`,
      `(she|he|{name}) {soft}*2 (did|handled|rocked|crushed|nailed|aced|slayed|killed) {soft}*2 (it|this|that|great|amazing|awesome|fantastic|wonderful|well|like|incredible|perfectly|{emoji}|$)`,
      `${YOU_DID} (did|done|handled|rocked|crushed|killed|nailed|slayed|conquered|aced|survived|made it|earned|sailed|powered|pushed|worked|stuck|hung in|braved|breezed|overcame|beat|finished|graduated|put in|faced) {soft}*2 (it|this|that|great|amazing|awesome|fantastic|wonderful|well|so|through|like|every|all|with|to|hard|incredible|perfectly|your|the|in|out|both|a|an|at|them|{procedure}|{emoji}|$) !(right for|job on (this|the) (post|review))`,
      '(we|i|{staff}) {soft}*1 (knew|could tell) (you|it|that|this|she|he) (would|will|was|were|had|could|can)',
      '(you|u|she|he) {be} ..2 ({procedure|condition|product|sequel} free|cleared|healed|pain-free|cavity-free|cancer-free|pain free)',
      '(you|u|she|he) {soft}*1 (made (it|this|that) (look|seem|so)|pulled (it|that|this|off)|(are|is|was|were) (in and out|out of here))',
      '(we|i) {soft}*1 know (who|exactly who) (you|u) {be}',
      `(proud of|prouder of|in awe of|praying for|fingers crossed for) (${YOU}|your|how|both of you|all (you|your|that you)|her|him) !(support|kind|words|feedback|new (job|business|house))`,
      `(we|i|everyone|all of us) {soft}*3 (miss|missed|remember|remembered|know|knew|have known|have watched|watched|adore|recognized|saw) {soft}*1 (you|u|ya|your (face|name|laugh|smile)|seeing|having|{name}) !(are|were|have|can|may|might|will|would|feel|do|had|want|need|deserve) !(..4 ${ELSEWHERE})`,
      '^ {soft}*1 (told|tell) (ya|you|u) {soft}*1 (so|we|it|that|would|this|you would|not to)',
      '(we|i) (told|tell) (you|ya|u) {soft}*1 (so|we|it|that|would|this|you would|not to)',
      '(misses|miss|missed|missing) (you|u|ya|having you|seeing you) {soft}*1 (all|here|in|on|at|too|already|so|{emoji}|$|around|{weekday}) !(..3 (event|show|live|party|booth))',
      '(you|u) {soft}*1 {have} {soft}*2 (come|worked|earned|been) {soft}*1 (such|so|a|it|this|long|hard|far|through)',
      '(you|u|ya) (are|is) {soft}*2 (glowing|one of|family|a walking|our|my|the reason|in good hands|always in|worth it|cleared|done|almost (there|done)|halfway|almost|going to (love|look|feel|be|do))',
      '(you|u) (guys|all|both|two|ladies)? {soft}*1 (crushed|slay|slayed)$',
      '(our|my) {soft}*3 (miracle|warrior|superstar|rockstar|champ|champion|hero|fighter|queen|star|graduate|girl|guy|favorite|fave|little one|lady|bestie|mama|babe)$',
      '(pleasure|joy|treat|delight|honor|blast|fun) as (always|ever|usual)',
      '(our|my) {soft}*2 (double|little|sweet|biggest|tough|brave) {soft}*2 ({person.one}|miracle|champ)',
    ],
    {
      where: ({ sentence, has }) =>
        !sentence.crowd && (!has('staffword') || has('you')) && (!has('she') || sentence.she || has('you')),
      unless: [
        '(you|u) (are|is) {soft}*2 (kind|sweet|generous|kindest|sweetest|best|welcome|the best|awesome|amazing|great|wonderful|thoughtful|angel|angels) (for|to|$)',
        '(thank you|thank|thanks) (you|u)? ..3 (being|for) ..2 {champ}',
        '(you|u) (are|is|r) the (sweetest|kindest|nicest|coolest|funniest) (human|humans|people|person|thing|things|soul|souls|ever|friend|neighbor|{emoji}|$)',
        '(you|u) made (our|my) ..1 (day|week|month|worth)',
        '(community|team|staff|volunteers|everyone|followers|supporters|winner|winners|raffle|giveaway|contest)',
      ],
    },
  ),
})
