import { defineRule, REPLIES, type Severity } from '../kit.ts'
import { scoreOf } from '../reading/likeness/score.ts'
import { spanOfTokens } from '../reading/reading.ts'
import { reckoner } from './reckoning.ts'

/**
 * Log odds. From the first on a reply is doubtful, from the second on it is as sure as any rule. Where a safe shape
 * accounts for each sentence it takes more to doubt them.
 */
const DOUBTFUL = 0.75
const ACCOUNTED = 1.25
const SURE = 1

export default defineRule({
  id: 'reply/resembles',
  category: 'patient-status',
  severity: 'caution',
  kinds: REPLIES,
  says: 'As a whole, this sounds like replies that tell everybody the reader is a patient.',
  why: 'No single word here is the trouble: together they say that you know the reader, from a visit, a call or a chart.',
  instead:
    'Answer so that it fits anybody: "Thank you for your feedback. Please call our office so that we can talk."',
  citations: [{ article: 'replies-never-confirm', source: '45 CFR 164.502(a)' }],
  since: '0.1.0',
  redLine: true,
  lastResort: true,
  match: (vocabulary) => {
    const reckoned = reckoner(vocabulary)
    return ({ reading }) => {
      const model = vocabulary.likeness('replies')
      if (model === undefined) return []
      const { total, from, to } = scoreOf(reading, model)
      if (total < DOUBTFUL || (total < ACCOUNTED && reckoned(reading).length === 0)) return []
      const severity: Severity = total < SURE ? 'caution' : 'stop'
      return [{ ...spanOfTokens(reading, from, to), severity }]
    }
  },
})
