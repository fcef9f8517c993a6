import { defineRule, type Hit, POSTS } from '../kit.ts'
import type { Vocabulary } from '../reading/lexicon.ts'
import { scoreOf } from '../reading/likeness/score.ts'
import { PERSON, type Reading, spanOfTokens } from '../reading/reading.ts'

/** Log odds from which a post is held up; more where no word of it is about a person, or none about care. */
const DOUBTFUL = 0.5
const IMPERSONAL = 2
const FOREIGN = 4
const PEOPLE = ['she', 'i', 'person', 'relative', 'patient'] as const
/** The world of the drafts that the model knows; of others it can say little. */
const CARE = [
  'procedure',
  'body',
  'condition',
  'patient',
  'outcome',
  'visit',
  'job',
  'story.care',
  'story.work',
  'story.grave',
  'story.device',
] as const

export default defineRule({
  id: 'story/resembles',
  category: 'treatment-detail',
  severity: 'caution',
  kinds: POSTS,
  says: 'As a whole, this sounds like posts that tell of one person’s care.',
  why: 'No single word here is the trouble: together they can let somebody recognise who it was.',
  instead: 'Write it so that it is true of everybody, or get the person’s signed authorization first.',
  citations: [{ article: 'stories-need-authorization', source: '45 CFR 164.508(a)(3)' }],
  since: '0.1.0',
  redLine: true,
  lastResort: true,
  match:
    (vocabulary) =>
    ({ reading }) => {
      const model = vocabulary.likeness('posts')
      if (model === undefined) return []
      const { total, from, to } = scoreOf(reading, model)
      if (total < DOUBTFUL || (total < IMPERSONAL && !has(reading, vocabulary, PEOPLE))) return []
      if (total < FOREIGN && !has(reading, vocabulary, CARE)) return []
      const span = spanOfTokens(reading, from, to)
      const is = (name: string) => {
        const other = vocabulary.likeness(name)
        return other !== undefined && scoreOf(reading, other).total > 0
      }
      if (is('claims')) return [{ ...span, category: 'ftc-claim' }] satisfies Hit[]
      return [{ ...span, severity: is('authorization') ? 'needs_authorization' : 'stop' }] satisfies Hit[]
    },
})

function has({ tokens, marks }: Reading, vocabulary: Vocabulary, classes: readonly string[]): boolean {
  for (let i = 0; i < tokens.length; i++)
    if (
      (classes === PEOPLE && (marks[i] as number) & PERSON) ||
      vocabulary.has(tokens.word[i] as string, ...classes)
    )
      return true
  return false
}
