import { defineRule, phrases } from '../kit.ts'

const ILL = '({condition|advice.symptom|body|product|procedure|measure|advice.remedy})'
const MINE = '(i|me|my|mine|we|our|us|{relative}|he|she|his|her|him)'

export default defineRule({
  id: 'channel/visitor-question',
  category: 'medical-advice',
  severity: 'caution',
  kinds: ['visitor_comment'],
  says: 'A visitor asks what to do about a health problem of their own.',
  why: 'An answer here would be advice without an exam, in public, and would tell everybody that they are a patient.',
  instead:
    '"We can\'t give medical advice here. Please call our office, and in an emergency call 911." The same words for everybody, and nothing of theirs repeated.',
  citations: [{ article: 'visitors-comments', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  match: phrases(
    [
      `(is|are) {number|count}*1 ..1 {measure|product} ..4`,
      `(is|was|are|isnt|it) (it|this|that|my|his|her|mine|these)*2 ..4 (normal|ok|okay|bad|safe|supposed|serious|infected|too late|worrying|common) ..8`,
      `(should|can|could|may|must|do|would) (i|we|he|she|my ..2) ..6 (${ILL}|worry|be (worried|concerned|seen)|come in|er|urgent care|eat|drink|exercise|shower|drive|fly|swim|call|wait|skip|stop|take)`,
      `(what|when) (do|should|can|would) (i|we|you (suggest|recommend|think)) ..4`,
      `(does|will|would|could|can|do) (this|that|it|these|they|you) ..3 (help|work|fix|treat|get rid|go away|look at|hurt) ..6`,
      `(any|anyone|anybody) ..2 (advice|idea|ideas|tips|suggestions|know why) ..6`,
      `(looks|look|sounds|feels) ..2 like ..4 {condition}`,
      `why (is|are|do|does|did|was) (my|i|his|her|our) ..6`,
      `how (long|soon|often|much|many) ..3 ${MINE} ..6`,
      `(do|does|did) (i|he|she|we|my ..2) need ..5`,
    ],
    {
      within: [
        `${MINE} ..12 ${ILL}`,
        `${ILL} ..12 ${MINE}`,
        `^ ..3 (is|are) (it|this|that) ..2 (normal|ok|okay|safe|bad) (if|that|to|when|for) ..3`,
        '^ (is|are) {number|count} ..1 {measure}',
        '(should|do) (i|we) ..1 (worry|be worried|come in|go|take|stop|skip|call|do)',
        'go away',
      ],
      unless: [
        '(park|parking|hours|open house|hiring|costume|recipe|donate|tickets|price|prices|website|song) ',
        '{animal}',
      ],
    },
  ),
})
