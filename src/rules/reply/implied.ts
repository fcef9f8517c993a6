import { defineRule, REPLIES, spanOf } from '../kit.ts'
import { reckoner } from './reckoning.ts'

export default defineRule({
  id: 'reply/implied',
  category: 'patient-status',
  severity: 'stop',
  kinds: REPLIES,
  says: 'Together with who you are answering, this says that the reader is a patient here.',
  why: 'You can only know about somebody’s visit, care or bill if they are a patient. Saying it confirms that, even when they wrote it first.',
  instead: 'Answer so that it fits anybody: "Thank you for your kind words! We appreciate all feedback."',
  citations: [{ article: 'replies-never-confirm', source: '45 CFR 160.103; 45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  match: (vocabulary) => {
    const reckoned = reckoner(vocabulary)
    return ({ reading }) =>
      reckoned(reading)
        .filter(({ personal, care, pay, visit, record }) => personal && (care || pay || visit || record))
        .map(({ from, to }) => spanOf(reading, from, to))
  },
})
