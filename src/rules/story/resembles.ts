import { defineRule, type Hit, POSTS } from '../kit.ts'
import { CODE } from '../reading/lexicon.ts'
import { scoreOf } from '../reading/likeness/score.ts'
import { type Reading, spanOfTokens } from '../reading/reading.ts'

/** Log odds from which a post is held up; more where no word of it is about a person, or none about care. */
const DOUBTFUL = 0.5
const IMPERSONAL = 1.5
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
  match: (vocabulary) => {
    const [people, care] = [PEOPLE, CARE].map((names) => {
      const codes = new Set<number>()
      if (!vocabulary.learning)
        for (const name of names) for (const code of vocabulary.codesOf(name)) codes.add(code)
      return codes
    }) as [Set<number>, Set<number>]
    people.add(CODE.name)
    return ({ reading }) => {
      const model = vocabulary.likeness('posts')
      if (model === undefined || LONG_AGO.test(reading.normalized.text)) return []
      const { total, from, to } = scoreOf(reading, model)
      if (total < DOUBTFUL || (total < IMPERSONAL && !has(reading, people))) return []
      if (total < FOREIGN && !has(reading, care)) return []
      const span = spanOfTokens(reading, from, to)
      const is = (name: string) => {
        const other = vocabulary.likeness(name)
        return other !== undefined && scoreOf(reading, other).total > 0
      }
      if (is('claims')) return [{ ...span, category: 'ftc-claim' }] satisfies Hit[]
      return [{ ...span, severity: is('authorization') ? 'needs_authorization' : 'stop' }] satisfies Hit[]
    }
  },
})

/** Of whom history tells. */
const LONG_AGO = /\b(?:in|since|of|from|by) 1[5-8]\d\d\b/i

/** A single word of these; expressions ("due date") are too often about something else. */
function has({ code, first, last }: Reading, codes: ReadonlySet<number>): boolean {
  for (let i = 0; i < code.length; i++)
    if (codes.has(code.charCodeAt(i)) && (first[i] === last[i] || code.charCodeAt(i) === CODE.name))
      return true
  return false
}
