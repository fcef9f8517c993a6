import { type Article, sentencesOf } from '../article.ts'
import { FACT, fill } from '../facts.ts'
import type { ReadingRoom } from '../reading-room.ts'
import type { Hit } from '../search/search.ts'
import { fitted } from './polarity.ts'

export interface Quoted {
  article: string
  title: string
  /** Stands word for word in the article's file. */
  quote: string
  /** "45 CFR 164.502(a)". */
  sources: readonly string[]
}

export type Answer =
  | { answered: true; answer: string; citations: readonly Quoted[]; asOf: string }
  | { answered: false; answer: string; handoff: string }

/** An answer with what only a conversation needs. */
export interface Found {
  answer: Answer
  /** The article behind it, best first, and what else may be meant. */
  hits: readonly Hit[]
  /** Somebody may be in danger: a person is needed before anything else. */
  urgent: boolean
  /** It belongs to somebody else's subject: no article is missing. */
  outside: boolean
}

/** From this part of the first one's share another article may be what was meant. */
const BESIDE = 0.35
/** Steps of "What to do" that fit into an answer. */
const STEPS = 2
const NOTES = {
  settled: '',
  ours: 'This is our own careful reading of the rules.',
  counsel: 'Nobody has ruled on this for certain: ask your lawyer before you rely on it.',
} as const

/**
 * Answers from the articles alone, in their own sentences. Pure; never throws for any string.
 * @param before what was asked just before, if this follows on from it.
 */
export function answerQuestion(room: ReadingRoom, question: string, before?: string): Found {
  const { scope, search } = room
  const point = withoutDraft(question)
  const urgent = room.urgentIn(new Set(search.words.all(question)))
  if (urgent) return comesFirst(urgent, room)
  const bare = withoutExample(point)
  const asIs = search.find(point)
  const alone = bare === point ? asIs : surer(asIs, search.find(bare))
  const joined = before === undefined ? [] : search.find(`${before} ${point}`)
  // Words that follow on mean little by themselves; where they do mean something, they count by themselves.
  const hits = (joined[0]?.confidence ?? 0) > (alone[0]?.confidence ?? 0) * FOLLOWS ? joined : alone
  const best = hits[0]
  if (!best || best.confidence < scope.least) {
    const outside = search.bearing(question).outside
    const { handoff, says } = outside ?? { handoff: scope.handoff, says: scope.unknown }
    const answer: Answer = { answered: false, answer: says, handoff }
    return { answer, hits, urgent: false, outside: outside !== undefined }
  }
  const { article } = best
  const second =
    hits[1] && hits[1].share >= best.share * BESIDE && !article.model ? hits[1].article : undefined
  const parts = [worded(article, question, room), second && meant(second, room), handed(article, room)]
  const answer = parts.filter(Boolean).join('\n\n')
  const citations = [article, ...(second ? [second] : [])].map((one) => quoted(one))
  return {
    answer: { answered: true, answer, citations, asOf: article.asOf },
    hits,
    urgent: false,
    outside: false,
  }
}

/** Somebody may be in danger: a person and a number, what to do, and nothing else. */
function comesFirst(
  { says, handoff, article }: ReadingRoom['scope']['urgent'][number],
  { articles, facts }: ReadingRoom,
): Found {
  const one = articles.find(({ id }) => id === article)
  if (!one)
    return { answer: { answered: false, answer: says, handoff }, hits: [], urgent: true, outside: true }
  const answer: Answer = {
    answered: true,
    answer: `${says}\n\n${stepsOf(one, facts)}`,
    citations: [quoted(one)],
    asOf: one.asOf,
  }
  return { answer, hits: [{ article: one, confidence: 1, share: 1 }], urgent: true, outside: false }
}

/** Words that follow on have to say nearly as much by themselves to stand alone. */
const FOLLOWS = 0.9
function surer(one: readonly Hit[], other: readonly Hit[]): readonly Hit[] {
  return (other[0]?.confidence ?? 0) > (one[0]?.confidence ?? 0) ? other : one
}

/** A few words in quotes are what is asked about, or no more than an example of it. */
const EXAMPLE =
  /(?:\b(?:like|such as|for example|e\.g\.)\s*)?["“](?:[^"”\s]{1,40}\s+){2,12}[^"”\s]{1,40}["”]/g

function withoutExample(question: string): string {
  const without = question.replace(EXAMPLE, ' ')
  return /\p{L}/u.test(without) ? without : question
}

/** Words in quotes that make a draft: it is checked, and says nothing of what is asked. */
const QUOTED = /["“](?:[^"”\s]+\s+){7,200}[^"”]{0,2000}["”]/g

function withoutDraft(question: string): string {
  const without = question.slice(0, LOOKED_AT).replace(QUOTED, ' ')
  return /\p{L}/u.test(without) ? without : question
}
const LOOKED_AT = 4000

function worded(article: Article, question: string, { facts }: ReadingRoom): string {
  const first = fitted(fill(flat(article.answer), facts), question, article.asks)
  // A model text says itself that counsel has to look at it, and so do some answers.
  const note = article.model || SAYS_SO.test(article.answer) ? '' : NOTES[article.mark]
  return [first, stepsOf(article, facts), note].filter(Boolean).join('\n\n')
}

function stepsOf({ todo }: Article, facts: ReadingRoom['facts']): string {
  const steps = itemsOf(todo).slice(0, STEPS)
  return `What to do: ${steps.map((step) => fill(flat(step), facts)).join(' ')}`
}

const SAYS_SO = /nobody has ruled|counsel|lawyer/i

/** The entries of a list; the sentences where it is none. */
function itemsOf(todo: string): string[] {
  const items = todo.split(/^\s*[-*]\s+/m).map((item) => item.trim())
  return items.length > 1 ? items.filter(Boolean) : sentencesOf(todo)
}

/** The model text that goes with an article. */
function handed({ model }: Article, { models, facts }: ReadingRoom): string | undefined {
  const text = model === undefined ? undefined : models.get(model)
  return text === undefined ? undefined : fill(text.trim(), facts)
}

/** Where another article comes as near, its answer stands below: asking back would cost a turn. */
function meant({ title, answer }: Article, { facts }: ReadingRoom): string {
  return `If you mean “${title}”: ${fill(flat(answer), facts)}`
}

/** The first sentence without a figure to be filled in: such a one stands in the file as it is shown. */
export function quoted({ id, title, answer, detail, todo, sources }: Article): Quoted {
  const sentences = [answer, detail, todo].flatMap(sentencesOf)
  const whole = sentences.find((sentence) => sentence.search(FACT) === -1 && sentence.split(/\s/).length > 3)
  const part = () =>
    (sentences[0] ?? '')
      .split(/\{\{[^}]*\}\}/)
      .map((piece) => piece.trim())
      .toSorted((a, b) => b.length - a.length)[0] ?? title
  return { article: id, title, quote: whole ?? part(), sources: sources.map(({ cite }) => cite) }
}

function flat(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/\[([^\]]{1,200})\]\([^)]{1,300}\)/g, '$1')
}
