import { anyOf, defineRule, REPLIES } from '../kit.ts'
import { says } from './look.ts'
import { DOC, WE, YOU, YOU_DID } from './turns.ts'

const TOLD =
  '(told|informed|advised|warned|reminded|explained|discussed|mentioned|reviewed|recommended|suggested|offered|promised|quoted|agreed|instructed|counseled|notified|assured|asked|gave|given|shown|showed|taught|covered|encouraged|urged|went over|gone over|talked (about|through|with|to)|spoke (with|to|about)|walked ..2 through|made (clear|aware))'

export default defineRule({
  id: 'confirms/advice-given',
  category: 'defensive-reply',
  severity: 'stop',
  kinds: REPLIES,
  says: "This repeats what was said, recommended or agreed during somebody's care.",
  why: 'What passed between the practice and a patient is private. Repeating it in public, even to correct a review, discloses it.',
  instead:
    'Invite a private talk: "We would like to understand what happened. Please call our office manager."',
  citations: [{ article: 'replies-disputes', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  toReader: true,
  redLine: true,
  match: anyOf(
    says(
      [
        `${WE} {soft}*2 {have}? {soft}*2 ${TOLD} {soft}*2 (to|with|for|that|this|it|all|these|the|everything|{word})*3 (${YOU}|(your|ur|her|his) {soft}*2 {relative}) !(everyone|for your)`,
        `(as|like|what|which|than|everything|exactly|just) {soft}*2 (was|were|had been|is)? {soft}*2 (we|i|${DOC}|he|she|{staffword}|you|previously|already|both|you were|you are)? {soft}*3 {have}? {soft}*2 (discussed|explained|agreed|advised|told|recommended|quoted|instructed|promised|went over|gone over|talked about|spoke about|mentioned|said|suggested|outlined|prescribed|ordered|aware) !(above|earlier in this|on (our|the) (website|site|page)|in the (post|video|caption)|in your (review|post|comment))`,
        `(was|were|is|are|been|got|get) {soft}*2 (explained|discussed|recommended|offered|reviewed|given|disclosed|shown|presented|prescribed|mentioned|communicated|provided|quoted|told|advised|warned|informed|reminded|instructed|notified|counseled|gone over) {soft}*2 (to|with|for|by)? {soft}*1 (you|u|ya|her|him|them|{name}|your (family|wife|husband|mother|father|parents|mom|dad|son|daughter|spouse|partner))`,
        `${YOU_DID} (were|was|been|are|is) {soft}*3 !(warned$) (told|advised|warned|informed|reminded|instructed|notified|given|offered|asked|quoted|shown|counseled|assured|made aware|aware|provided|sent|encouraged|referred|handed)`,
        `(per|following|after|during|in|from|based on|according to) (our|your) {soft}*2 (discussion|discussions|conversation|conversations|call|talk|talks|chat|instructions|agreement|exchange|emails|meeting)`,
        `(we|i) (talked|spoke|chatted|discussed|went) (about|over|through)? ..3 (in session|in person|at length|at the|on the phone|in the office|in your|with you|together|last time)`,
        `${YOU_DID} {soft}*1 (agreed|accepted|declined|refused|chose|picked|opted|elected|insisted|consented|requested|decided|selected|acknowledged|approved|authorized|understood|knew) !(to (share|post|write|leave)|the (right|best)) {soft}*1 (to|the|that|against|for|not|with|on|it|this|our|each|every|all|a|an|what|in)`,
        `(instructions|directions|guidelines|advice|recommendations|protocol|home care|aftercare|aftercare sheet|post-op|written) {soft}*2 (we|you|were|was|that|which|that we|that you|from)? {soft}*1 (gave|given|sent|received|were given|provided|got|took|followed|follow|not followed)`,
        `(what|exactly what|everything|the (way|treatment|plan|medicine|one)) (${DOC}|{staffword}|we|she|he|your {soft}*1 {staffword}) ..1 (recommended|prescribed|ordered|suggested|told|said|wants|wanted|planned)`,
        '{comma} {soft}*1 remember$',
        '(remember|recall) (our|the|your|that|this|it|things) ..4 (conversation|conversations|discussion|events|visit|day|differently|very differently)',
        `${WE} {soft}*1 (never|did not|have not|had not) {soft}*1 (tell|told|promise|promised|say|said|prescribe|prescribed|charge|charged|force|forced|rush|rushed|ignore|ignored|refuse|refused|give|gave|given|pressure|pressured|recommend|recommended|offer|offered|guarantee|guaranteed|push|pushed|sell|sold|bill|billed|mislead|misled|dismiss|dismissed|hurt|touch|touched) ..3 ${YOU}`,
        `as you (know|are aware|recall|remember|may recall|may remember|will recall|well know|said|told)`,
      ],
      {
        as: ['defensive-reply', 'patient-status'],
        where: ({ sentence }) => !sentence.crowd || sentence.someone,
        unless: [
          '(staff|team) (meeting|huddle)',
          'as a (team|staff|group)',
          '(told|mentioned|shared|described|said) ..3 in your (review|post|comment)',
          '(if|whenever|anyone|anybody|patients|clients|everyone|families|people|every patient|each patient) ..6 (are|is|were|be) ..1 (told|given|offered|asked|shown|explained|reviewed|provided|discussed)',
        ],
      },
    ),
    says(
      [
        `${WE} {soft}*2 {have}? {soft}*2 (explained|discussed|reviewed|advised|recommended|warned|went over|gone over|talked (about|through)|covered|documented|addressed) (this|that|it|all|everything|the|every|these|your|each|how|what|why|both) {soft}*2`,
      ],
      {
        where: ({ sentence, has }) =>
          !sentence.crowd &&
          (sentence.someone ||
            has('procedure', 'condition', 'visit', 'pay', 'record', 'finding', 'body') ||
            !has('ops')),
        unless: [
          '(staff|team) (meeting|huddle)',
          'as a (team|staff|group)',
          '(our|the) (team|staff|managers)$',
        ],
      },
    ),
    says(
      [
        `(recommend|recommended|prescribed|ordered|suggest|suggested|planned) {soft}*1 (for|to) ${YOU}`,
        `(prescribe|prescribed|refer|referred|put|start|started|sent|switch|switched|clear|cleared) ${YOU} {soft}*1 (to|on|for|out|over|with)`,
      ],
      { as: ['treatment-detail'], unless: ['recommend ..4 to (your|you ..1 friends)'] },
    ),
  ),
})
