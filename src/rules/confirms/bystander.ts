import { anyOf, defineRule, REPLIES } from '../kit.ts'
import { says } from './look.ts'

const ONE = '({person.one}|{patient.one}|{relative.one})'

export default defineRule({
  id: 'confirms/bystander',
  category: 'treatment-detail',
  severity: 'stop',
  kinds: REPLIES,
  says: 'This tells about another patient.',
  why: 'The person next to the reader is protected as well; even without a name they can be recognized.',
  instead: 'Leave everybody else out of the reply.',
  citations: [{ article: 'replies-about-relatives', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  match: anyOf(
    says(
      [
        '(hers|theirs|his) {soft}*1 (is|was|were|are) ..8 (you|yours)',
        '(you|yours) ..8 (like|as|than) (hers|his|theirs)',
        '(woman|man|lady|gentleman|patient|client|person|guy|girl|boy|couple|family|kid|child) (you|u) {soft}*1 (saw|heard|see|describe|described|are describing|mention|mentioned|noticed|met|sat|refer)',
      ],
      {
        where: ({ sentence }) => !sentence.crowd || sentence.told,
        unless: ['{staffword} ..3 (you|u)'],
      },
    ),
    says(
      [
        `(the|that|another|a|an|this|our|one|other) {soft}*3 {number}? {soft}*2 ${ONE} {soft}*1 ((next|beside|before|ahead|after|in|on|at|who|that|you|behind|across|with|sitting|waiting|crying|{past}) ..8 {past}|{past})`,
        '(she|he) {soft}*1 (was|is|had|has|needed|asked|came|makes|lost|told) ..6 ({procedure}|{condition}|{body}|{visit}|{past}|not to|her own|his own)',
        '(hers|his|theirs) {soft}*1 (is|was|are|were|took|looks|turned|came|healed|has|had)',
        '(just|exactly|as|same|better) ..2 (like|as|than) (hers|his|theirs)',
        `(another|other|that|previous|earlier|former) {soft}*1 (patient 's|client 's|lady 's|woman 's|man 's|person 's|family 's|mom 's|dad 's|kid 's|child 's)`,
      ],
      {
        where: ({ sentence, has }) =>
          !sentence.crowd &&
          (!has('she') || sentence.she || has('person.one', 'patient.one', 'relative')) &&
          has(
            'procedure',
            'condition',
            'body',
            'visit',
            'act',
            'finding',
            'sequel',
            'misdo',
            'when',
            'carenoun',
            'outcome',
            'patient',
            'product',
          ),
        unless: ['(staff|team member|employee|assistant|manager) ..4 {person.one}'],
      },
    ),
  ),
})
