import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { answerQuestion } from '../../src/knowledge/answer/answer.ts'
import type { ReadingRoom } from '../../src/knowledge/reading-room.ts'
import { columns, percent } from './print.ts'
import type { Share } from './score.ts'

const Question = z.union([
  z.object({ q: z.string(), outside: z.literal(true) }),
  z.object({ q: z.string(), articles: z.array(z.string()) }),
  z.object({ q: z.string(), scope: z.enum(['in', 'out']) }),
  z.object({ q: z.string(), a: z.string() }),
])
type Question = z.infer<typeof Question>

export interface QuestionScore {
  /** Inside questions that are answered, rightly or not. */
  answered: Share
  /** Of those that name their articles: answered from one of them. */
  right: Share
  /** The same, where a second article that was as near stands below it. */
  among: Share
  /** Outside questions that are handed on. */
  declined: Share
  /** Quotes that stand word for word in the article that they name. */
  quotes: Share
  /** Milliseconds for one question. */
  ms: number
}

/** Undefined where there is no such file. */
export function readQuestions(path: string): Question[] | undefined {
  if (!existsSync(path)) return undefined
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => Question.parse(JSON.parse(line)))
}

export function scoreQuestions(room: ReadingRoom, questions: readonly Question[]): QuestionScore {
  const files = new Map(room.articles.map(({ id, raw }) => [id, raw]))
  const begun = performance.now()
  const told = questions.map((question) => ({ question, found: answerQuestion(room, question.q) }))
  const ms = (performance.now() - begun) / Math.max(1, questions.length)
  const outside = (question: Question) =>
    'outside' in question || ('scope' in question && question.scope === 'out')
  const inside = told.filter(({ question }) => !outside(question))
  const beyond = told.filter(({ question }) => outside(question))
  const named = inside.filter(({ question }) => 'articles' in question)
  const quotes = told.flatMap(({ found: { answer } }) => (answer.answered ? answer.citations : []))
  return {
    answered: share(inside, ({ found }) => found.answer.answered),
    right: share(named, ({ question, found: { answer } }) => {
      const first = answer.answered ? answer.citations.slice(0, 1) : []
      return 'articles' in question && first.some(({ article }) => question.articles.includes(article))
    }),
    among: share(named, ({ question, found: { answer } }) => {
      const cited = answer.answered ? answer.citations : []
      return 'articles' in question && cited.some(({ article }) => question.articles.includes(article))
    }),
    declined: share(beyond, ({ found }) => !found.answer.answered),
    quotes: share(quotes, ({ article, quote }) => files.get(article)?.includes(quote) ?? false),
    ms,
  }
}

function share<T>(items: readonly T[], hit: (item: T) => boolean): Share {
  return { hits: items.filter(hit).length, of: items.length }
}

export function questionsText(
  name: string,
  { answered, right, among, declined, quotes, ms }: QuestionScore,
): string {
  const row = (what: string, figure: Share) => [what, String(figure.hits), `of ${figure.of}`, percent(figure)]
  return [
    `${name}: ${ms.toFixed(2)} ms a question`,
    columns([
      row('inside, answered', answered),
      row('inside, from the right article', right),
      row('inside, right one told', among),
      row('outside, handed on', declined),
      row('quotes word for word', quotes),
    ]),
  ].join('\n')
}
