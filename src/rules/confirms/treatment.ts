import { anyOf, defineRule, REPLIES } from '../kit.ts'
import { says, things, tied } from './look.ts'
import { DOC, WE, YOU } from './turns.ts'

export default defineRule({
  id: 'confirms/treatment',
  category: 'treatment-detail',
  severity: 'stop',
  kinds: REPLIES,
  says: 'This tells which treatment or product somebody had.',
  why: 'What was done or given is health information. In a reply everybody sees whose it is.',
  instead: 'Speak about nobody in particular, or not at all: "We are happy to answer questions by phone."',
  citations: [{ article: 'replies-never-confirm', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  match: anyOf(
    things(['procedure', 'product', 'measure', 'sequel', 'carenoun'], {
      where: (thing, asked) => {
        if (!tied(thing, asked)) return false
        // "Care" alone needs an owner; "the care" is what everybody gets.
        if (
          asked.has('carenoun') &&
          thing.hold !== 'yours' &&
          thing.hold !== 'theirs' &&
          !asked.has('procedure', 'product')
        )
          return false
        return true
      },
    }),
    says(
      [
        `${WE} {soft}*2 (did|do|{have}|{have} done|{act.past}|{have} {act.past}|used|placed|made|finished|started|gave|put|took|saw|treated|helped|repaired|worked on|took care of) {soft}*2 (on|for|off|out|out of)? (you|u|ya|your|ur|{name}|{handle}|her|him|his) !(know|have|feel|can|this|a (message|dm|call|link)|{soft}*2 ({feedback}|post|question|photo|email|dm|story|team|page|idea|nomination|entry))`,
        `{procedure|product|measure} {soft}*2 (we|i|${DOC}|{staffword}|you|u|she|he) {soft}*2 ({past}|did|used|gave|had|have|got)`,
        `({past}|{be}) ..3 (on|to|into|in|for) (you|u|ya|your (face|lips|forehead|mouth|arm|skin)|{name}|{handle}) (with|using|because|when|at|that|{when})`,
        `{procedure|product} (day|buddy|buddies|twin|twins|queen|babe|babes|club|crew|survivor|glow) ..4 ${YOU}`,
        '(second|third|next|another|first|last) {soft}*1 {procedure|product} ..2 !(is|are|can|may)',
        '(redo|redoing|redid|redone|remake|remade|retake|retook|retaken|re-do|touch up|fix|fixed|replace|repair|adjust) {soft}*1 (it|that|them|your {soft}*2 {word}|(the|that|those|this) {soft}*2 {procedure|product|body|sequel}) ..6 (for free|free of charge|at no (charge|cost)|on us|on the house|for you|no charge|without charge)',
        '(would|did|could) not {soft}*1 (prescribe|refill|numb|inject|perform|approve|sign off on|give|gave|continue) ..4 {procedure|product|measure|condition}',
        '{procedure|product} ..9 (give|giving) (it|them) {soft}*2 (a|some|another|{count|number})? {soft}*2 (longer|time|more|days|weeks|months)',
        '{procedure|product} {soft}*1 (you|u) {be} {soft}*1 (on|taking|using|wearing)',
        '(deliver|delivered|delivering) {soft}*1 (your|the|this)? {soft}*2 (baby|babies|twins|son|daughter|her|him|girl|boy|{name})',
        '(thank you|thanks) for ..5 {procedure|product} ..2 (with|at|from|by) (us|our|me|{own})',
        '{procedure|product|body|condition|sequel|outcome} like (yours|hers|his)',
        '(^|and|{comma}|but|so|why|that|because|sorry|as|than|hope) yours !(are shining|is shining|made (us|our)|is (the|a) (best|kindest|first)) {soft}*2 (was|were|took|needed|had|will|may|has|did|came|went|is|are|healed|look|looks|look|should|might) !(truly)',
        '(you|u) {soft}*1 {be} {soft}*2 (only|just|now|already|about)? {soft}*1 (at|on|in)? {soft}*1 ({count|number} (day|days|week|weeks|month|months) (in|out|post|along|after|pregnant|past|into)|(day|week|month) ({count|number}))',
        '(keep|continue|start|stop|finish|finished|finishing|keep up|keep up with) {soft}*1 (wearing|doing|using|taking|up with)? {soft}*1 (all)? (those|that|the|your) {soft}*2 ({product}|{sequel}|stretches|exercises|trays|retainers|{procedure})',
        '(no|never) ..2 (wear|wore|wearing|worn|skip|skipped|skipping) (your|her|his|the|those) {soft}*2 {word}',
        '{procedure|product|sequel} {soft}*1 (is|are|was|were) {soft}*1 (yours|hers|his|for you|for her|for him)',
        '(you|u|she|he) {soft}*1 {have}? {soft}*1 (got|had|gotten|get) {soft}*1 (yours|hers|his|it|them|that|this|one) {soft}*1 (done|already|in|last|back|out|off|from|on|here|{when}|{month}|{weekday})',
        '(do|did|does|done|doing|performed|used|using|tried) ..4 on (you|them|ya|u|her|him|your|those|that)',
        `${WE} {soft}*2 {have}? {soft}*1 (took|did|placed|removed|found|saw|performed|tested|ran|put|gave|treated|extracted|injected|repaired|replaced|dissolved|drained|stitched|filled|redid|ordered) {soft}*1 (a|an|the|that|those|this|two|three|several|some|another|{count}|{number})? {soft}*2 {procedure|finding|product|condition|sequel} !(for (everyone|people|patients|the (video|photo|post)))`,
        `${WE} {soft}*2 {have}? {soft}*1 (removed|treated|extracted|injected|repaired|filled|stitched|drained|pulled|adjusted|numbed|bonded|whitened|touched|saved) {soft}*1 (a|an|the|that|those|this|both|{count}|{number}) {soft}*2 {body}`,
        '{count|number} {soft}*1 {procedure|sequel} {soft}*1 (down|left|to go|later|in|done|remaining)',
        '(your|the|those|her|his) {soft}*2 {word} (is|are|came|has come|have come) {soft}*1 (ready for (pick up|pickup)|in from|back from (the)? lab|on backorder)',
        '(look|style|shape|shade|size|color|length|volume) {soft}*1 (we|you|i|u) {soft}*1 (went|chose|picked|did|created|wanted|asked)',
        '(the|your|those|that) {soft}*2 {word} (you|u) (ordered|picked|chose|bought|picked out|asked for|wanted|requested) ..3',
        '(enjoy|enjoying|rock|rocking|love|loving) (that|your|those|the) {soft}*2 {number}? {soft}*1 ({body}|{procedure}|{product}|{outcome}|vision|number {number})',
        'your {soft}*2 (concern|concerns|question|questions|complaint|frustration|comments|feedback|review) {soft}*1 (about|with|regarding|over|on|of) (the|your|that) {soft}*3 {procedure|product|body|condition|outcome|finding|sequel}',
        '(debond|surgery|transfer|wedding|trigger|retrieval|reveal|bracket|infusion|chemo|injection|procedure|scan) day',
      ],
      {
        where: ({ sentence }) => sentence.someone || !sentence.crowd,
      },
    ),
    says(
      [
        '(glad|happy|thrilled|relieved|hope|hoping|sorry|excited|delighted|pleased) (that|to (hear|see|know|learn))*2 (the|that|those|your) {soft}*3 {word} {soft}*1 (is|are|was|were|has|have|did|worked|helped|held|fits|fit|feels|came|do|does) {soft}*2 (not)? {soft}*1 (working|helping|fitting|holding|out|in|off|on|healed|better|gone|treating|done|finally|comfortable|kicking in|settling|healing|perfect|up|well|work|help|fit|hold|for you)',
      ],
      {
        where: ({ sentence, has }) => !sentence.crowd && !has('ops', 'contact', 'feedback'),
      },
    ),
    says(
      [
        '(well done|congrats|congratulations|way to go|great job|good job|nice work|bravo|kudos) (on|for|with) ..4 ({procedure}|{product}|rehab|{condition}|braces|{sequel})',
      ],
      {
        where: ({ sentence }) => !sentence.crowd,
        unless: [
          '(to|for) (our|dr|the team)',
          '(review|reviews|feedback|stars|compliment|compliments|words|notes|messages|agenda|honesty|praise) ..6 yours',
          'yours ..6 (review|reviews|agenda|stars|fridge|wall|shining)',
        ],
      },
    ),
    says([
      "(how|hows) {soft}*1 (is|are|was|were|did|'s) {soft}*1 (the|your|that|those|everything|her|his) {soft}*3 {procedure|product|body|condition|sequel} !(process|take|taken|work|works|performed|done|different|for)",
    ]),
  ),
})
