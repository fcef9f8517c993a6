import { defineRule, type Hit, REPLIES, spanOf } from '../kit.ts'
import { reckoner } from './reckoning.ts'

export default defineRule({
  id: 'reply/unaccounted',
  category: 'patient-status',
  severity: 'caution',
  kinds: REPLIES,
  says: 'This sentence says more than a public reply may say.',
  why: 'A reply may only thank for the words, give a general policy, name public facts or invite a private talk. Anything else can confirm that the reader is a patient.',
  instead:
    'Leave the sentence out, or write: "Thank you for your feedback. Please call our office so that we can talk in private."',
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
