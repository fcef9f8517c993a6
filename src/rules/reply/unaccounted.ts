import { defineRule, type Hit, REPLIES, spanOf } from '../kit.ts'
import { reckoner } from './reckoning.ts'

export default defineRule({
  id: 'reply/unaccounted',
  category: 'patient-status',
  severity: 'caution',
  kinds: REPLIES,
  says: 'This sentence is about one person and their time with you, or cannot be told from one that is.',
  why: 'A public reply may thank for the words, say what holds for everybody, or invite to a private talk. Anything else can tell everyone that the reader is a patient, even when nothing medical is said.',
  instead:
    'Take this sentence out, or make it true of everybody: "Anyone with a question is welcome to call our office." Often it is enough to write: "Thank you for your feedback."',
  citations: [{ article: 'replies-never-confirm', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  fallback: true,
  match: (vocabulary) => {
    const reckoned = reckoner(vocabulary)
    return ({ reading }) => {
      const hits: Hit[] = []
      for (const found of reckoned(reading)) {
        const span = spanOf(reading, found.from, found.to)
        if (!found.personal) {
          hits.push(span)
          continue
        }
        // What it touches says what it discloses.
        const before = hits.length
        if (found.care) hits.push({ ...span, severity: 'stop', category: 'treatment-detail' })
        if (found.pay) hits.push({ ...span, severity: 'stop', category: 'payment' })
        if (found.visit) hits.push({ ...span, severity: 'stop', category: 'appointment' })
        if (found.record || (found.talk && found.past))
          hits.push({ ...span, severity: 'stop', category: 'defensive-reply' })
        if (hits.length === before) hits.push({ ...span, severity: 'stop' })
      }
      return hits
    }
  },
})
