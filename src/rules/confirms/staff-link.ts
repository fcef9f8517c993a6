import { anyOf, defineRule, REPLIES } from '../kit.ts'
import { says } from './look.ts'
import { ELSEWHERE, WE, YOU } from './turns.ts'

export default defineRule({
  id: 'confirms/staff-link',
  category: 'patient-status',
  severity: 'stop',
  kinds: REPLIES,
  says: 'This ties somebody of your team to the care of the reader.',
  why: 'A name of the staff may stand in a reply. That this person cared for the reader may not: it confirms the care.',
  instead: 'Praise the team in general: "We will share your kind words with the team."',
  citations: [{ article: 'replies-staff', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  toReader: true,
  redLine: true,
  match: anyOf(
    says(
      [
        `(the|our|your|my|whichever|that|every|new) {soft}*2 {staffword} (who|that|you) {soft}*2 (saw|seen|treated|helped|assisted|examined|greeted|met|had|looked after|cared for|took care of|worked with|worked on|spoke with|checked|numbed|mentioned|mention|named|{act.past}) {soft}*1 (${YOU}|your|her|him|{comma}|$|is|was|has|no|and|with|that|on|in)`,
        'who {soft}*1 (saw|treated|helped|examined|numbed|looked after|cared for|took care of|{act.past}) (you|u|your {soft}*1 {relative})',
        `{name} {soft}*2 (loves|loved|enjoys|enjoyed|misses|missed|adores|remembers) {soft}*1 (having|seeing|treating|meeting|working with|taking care of|chatting with)? {soft}*1 (${YOU}|your)`,
        '(honor|pleasure|privilege|joy|honored|proud|happy) to {soft}*1 (care for|take care of|treat|help|work with) (a|such a|another|one of our own|fellow) {soft}*2 (colleague|{word})',
        `(took|takes|taking|taken|given|gave|receive|received|got) {soft}*3 (amazing|excellent)? {soft}*2 care ..1 (of|for|from|by) (you|u|ya|your|her|him|them|{name}|{relative})`,
        `{staff|staffword|own} {soft}*2 !(appreciated|thanked|received|heard|read|printed|shared) ({past}|loves|enjoys|adores|takes|remembers|misses|says|knows|sends|can not wait|looks forward|brags|asks) ..6 (${YOU}|your) !(say thank|all (for|so)|for (the|your) {feedback}|{soft}*2 {feedback}|(too )?much|everyone|know|with any|further|directly|in private|read|with (questions|this))`,
        `(glad|happy|thrilled|delighted|love|pleased|so|great|wonderful|hope) (that|to (hear|know|see))? ..2 {staff|staffword} {soft}*2 (could|lived up|was able|were able|made|took|put|got|helped|helps|gave|treated|listened|explained|answered|did|has been|have been|is taking|fixed|solved|figured|was there|were there|was|were|went)`,
        `(you|u|she|he|{name}) {soft}*2 (love|loved|like|liked|enjoy|enjoyed|adore|felt ..2 (comfortable|safe|at ease|heard|cared for|welcome)|had ..6|found|trust|trusted|saw|see|met|worked|connected|clicked|bonded|requested|asked for|received|got|feel ..2 (comfortable|safe|at ease|heard|cared for|welcome)|are in) {soft}*2 (with|by|from|such|a|great|good|amazing|experience|time|care|visit|working|seeing|meeting|having|our|your|the)*5 ({staff}|{staffword}) !(page|photo|post|video)`,
        `(let|tell|telling|pass|passing|share|inform) ..2 {staff} ..2 (know|on|along)? ..2 (that )?(you|how|your) {soft}*1 (love|loved|are|were|is|enjoyed|happy|like|liked|feel|felt|look|{body}|{procedure}|doing|much better)`,
        `{staff|staffword} (will be|would be|will|would|is|was|are|were) {soft}*2 {felt} ..5 (you|your|u) {soft}*1 (love|loved|like|liked|enjoyed|are|is|were|{procedure}|{body}|{outcome}|feel|felt|had|smile)`,
        `{staff|staffword} (was|were) {soft}*2 {felt} {soft}*1 to !(hear|read) ..6 (you|her|him)`,
        '{felt} to have {soft}*1 (been|walked|had|shared|played|known|met|helped|cared|treated|taken|gotten|watched|worked|served|supported|guided) ..5 (you|your|u|her|him|{name})',
        'your ..2 {staffword} will {soft}*1 (call|be|text|email|reach|see|have|go over|review|let you|explain|show)',
        `({staff}|{staffword}) {soft}*1 (saw|treated|examined|met|helped|did|performed|injected|cleaned|placed|removed|fixed|gave|worked on|spent|took) {soft}*1 ..2 (you|your|her|him)`,
      ],
      {
        unless: [
          '(thank you|thank|thanks|appreciate|grateful|appreciates) (you|u)? (so much|all|for|everyone|$|{emoji})',
          '{staff} (says|sends|is saying|wants to say) {soft|det}*2 (thank you|thanks)',
        ],
      },
    ),
    says(
      [
        `${WE} {soft}*2 (loved|enjoyed|enjoy|adore|adored|treasure|cherish|had (fun|a blast|a great time|so much fun)|miss|missed|remember|remembered) {soft}*2 (treating|having|seeing|meeting|serving|helping|working with|working on|taking care of|caring for|getting to know|knowing|watching|{emoji}|every minute|with)? {soft}*1 (you|u|ya|your|{name}) !(r|are|is)? {soft}*1 (here|too|as|in|both|all|already|smile|guys|so much|to (bits|pieces)|more|today|{emoji}|$|and|that|family|company|as|girl|back) !(..4 ${ELSEWHERE})`,
        `${WE} {soft}*2 {have}? {soft}*1 (tried|did our best|did everything|went out of our way|worked hard|made every effort|made every attempt|bent over backwards) {soft}*1 (we could)? to (accommodate|help|reach|fit|see|make|treat|save|work with|get|calm|explain|fix) ..3 (you|your|u|her|him)`,
        `(pleasure|honor|privilege|joy|delight|blast|treat|fun|great|nice|wonderful|good|lovely|love|loved|enjoy|enjoyed|glad|proud|thrilled|blessed|lucky|happy|always) {soft}*2 (to|it|was|is|it was|that|we|get|got|getting|been|be|able|have|had|us|for|our)*5 (treat|treating|having|seeing|serving|meeting|helping|working (with|on)|take care of|taking care of|care for|caring for|know|knowing|watch|watching|welcoming|host|hosting|accommodate|accommodating|serve|meet|see|help|have) {soft}*1 (you|u|ya|your|{name}|her|him) !(on (our|the) (team|staff|crew)|join|may|have (any|questions)|with any|know|information|all (the|for)|directly|better|at the|further|posts|comments|post|words|reviews|more|out|with (this|questions|that))`,
      ],
      {
        where: ({ sentence }) => !sentence.crowd,
        unless: [
          '(would|will|could|can) ..2 (be)? ..2 (love|happy|glad|honored|like|welcome|thrilled|great|delighted|help)',
          '(happy|glad|here|able|love|pleased|delighted|ready|available) to ..2 (help|assist|answer|serve|see|meet|hear)',
          'how (we|i) ..2 help',
        ],
      },
    ),
    says(
      [
        `(glad|happy|thrilled|pleased|relieved|so good|grateful|honored) {soft}*2 (that )?(we|i|our {soft}*1 {staffword}|{staff}) {soft}*1 (could|can|was able|were able|got|had|managed|made|did)`,
      ],
      {
        where: ({ sentence, sight }) => !sentence.crowd && sight.draft.kind === 'review_reply',
        unless: ['(answer|share|clear|post|film|add|fix ..2 (listing|website|hours)|everyone)'],
      },
    ),
  ),
})
