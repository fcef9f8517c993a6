import { anyOf, compilePhrases, defineRule, type Hit, REPLIES, spanOf } from '../kit.ts'
import { gister } from './gist.ts'
import { says } from './look.ts'

/** Reasons not to speak. */
const PRIVACY = [
  '(hipaa|privacy|confidentiality|confidential|private|law|laws|regulations|oath) ',
  '(not|never|cannot|unable|without|neither) ..3 (discuss|comment|confirm|confirming|deny|disclose|respond|responding|share|reveal|answer|talk about|say much|go into|get into|name|print|violating|violate|breaking|getting into|going into|revealing)',
  '(matter of|our|general) policy',
  'normally (answer|respond|reply|comment)',
]

/** A privacy reason followed by what it should have kept back. */
export default defineRule({
  id: 'confirms/disguise',
  category: 'defensive-reply',
  severity: 'stop',
  kinds: REPLIES,
  says: 'This names a privacy reason and then tells what it should keep private.',
  why: 'What follows "we cannot comment, but" counts like any other disclosure. The reason before it does not protect anybody.',
  instead:
    'Stop after the reason: "Privacy rules keep us from discussing anyone here. Please call our office."',
  citations: [{ article: 'replies-disputes', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  toReader: true,
  redLine: true,
  match: anyOf(
    (vocabulary) => {
      const privacy = compilePhrases(PRIVACY, vocabulary, '')
      const gists = gister(vocabulary)
      return ({ reading, context }) => {
        const first = privacy.exec(reading.code)
        if (first === null) return []
        const g = gists()
        const CARE = g.topic(
          'procedure',
          'product',
          'condition',
          'body',
          'visit',
          'pay',
          'record',
          'finding',
          'outcome',
          'carenoun',
          'misdo',
          'come',
        )
        const [YOU, RELATIVE] = [g.role('you'), g.role('relative')]
        const hits: Hit[] = []
        for (const each of g.of(reading, context).sentences) {
          if (each.to <= first.index) continue
          const told = each.told && each.someone && (each.topics & CARE) !== 0
          const owned = each.things.some(
            ({ hold, open, from }) => from > first.index && (hold === 'yours' || hold === 'theirs') && !open,
          )
          const relative = (each.roles & RELATIVE) !== 0 && (each.roles & YOU) !== 0 && each.someone
          if ((!told && !owned && !relative) || (each.crowd && !owned && !told)) continue
          const from = Math.max(each.from, first.index)
          hits.push(spanOf(reading, from, each.to))
          break
        }
        return hits
      }
    },
    says(["let (us|me|'s) ..1 (just|only) say", 'suffice ..1 to say'], {
      where: ({ gist, topic, sight }) =>
        (gist.topics & topic('procedure', 'condition', 'finding', 'record', 'pay', 'visit', 'misdo')) !== 0 ||
        (sight.draft.text.length > 60 &&
          /privacy|hipaa|confidential|discuss|specifics/i.test(sight.draft.text)),
    }),
    says(
      [
        'suffice ..1 to say',
        'for the record',
        '(we|i) (will|can|would) {soft}*2 (only|simply|just|however|though)? {soft}*1 (note|say|add|point out|tell|remind|mention|state|share|confirm) {soft}*1 (that|this is|only that|just that|you|the)',
        '(but|however|that said|still|nonetheless|nevertheless|though) {comma}? (we|i|you|your|the|our|she|he) !({soft}*2 {feedback}) ..4 {past}',
      ],
      {
        where: ({ sentence, has }) =>
          sentence.someone &&
          (sentence.told || sentence.things.length > 0) &&
          !sentence.crowd &&
          has(
            'procedure',
            'condition',
            'visit',
            'pay',
            'record',
            'finding',
            'privacy',
            'body',
            'misdo',
            'carenoun',
            'relative',
          ),
        unless: ['(thank you|thank|grateful|appreciate|sorry)', 'our (policy|office|general|standard)'],
      },
    ),
  ),
})
