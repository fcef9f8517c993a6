import type { Model } from '../../../bot/model/model.ts'
import { factsOf, type Practice } from '../../../bot/practice.ts'
import type { ReplyDraft } from '../../../bot/reply.ts'
import type { Answer, Found, Quoted } from '../../../knowledge/answer/answer.ts'
import type { Article } from '../../../knowledge/article.ts'
import { fill } from '../../../knowledge/facts.ts'
import type { ReadingRoom } from '../../../knowledge/reading-room.ts'
import type { Checker } from '../../../rules/verdict.ts'
import { type Supported, supported } from './claim.ts'
import { NOTES, UNAVAILABLE } from './copy.ts'

/** Articles that the model may read: what was found, best first. */
const SHELF = 4
const CLAIMS = 4

export interface Desk {
  room: Pick<ReadingRoom, 'facts'>
  engine: Checker
  practice: Practice
}

export interface Written {
  answer: Answer
  /** What else has to be said. */
  note?: string
}

/**
 * An answer written for the question by a model, out of the articles that were found. What does not stand in them
 * is dropped; with nothing left it is the composed answer. Where nothing was found, or somebody may be in danger,
 * or the article hands out a whole text, the model is not asked.
 */
export async function written(
  model: Model,
  found: Pick<Found, 'answer' | 'hits' | 'urgent'>,
  question: string,
  { room, engine, practice }: Desk,
): Promise<Written> {
  const composed = found.answer
  const shelf = found.hits.slice(0, SHELF).map(({ article }) => article)
  const [first] = shelf
  if (!composed.answered || found.urgent || !first || ('model' in first && first.model))
    return { answer: composed }
  const readings = shelf.map(({ id, title, answer, detail, todo }) => {
    return { id, title, text: [answer, detail, todo].join('\n\n') }
  })
  const told = await model.answer(question, readings)
  if (!told.ok) return told.why === 'off' ? { answer: composed } : { answer: composed, note: UNAVAILABLE }
  const claims = told.value.slice(0, CLAIMS).flatMap((claim) => supported(claim, shelf, room.facts) ?? [])
  const says = claims.map((claim) => claim.says).join(' ')
  const [lead] = claims
  // What answers the question has to rest on the article that the question was found to be about.
  if (!lead || lead.article !== first || turns(lead.says, composed.answer)) return { answer: composed }
  if (!passes(says, claims, { room, engine, practice })) return { answer: composed }
  return { answer: answerOf(claims, says, composed.answer) }
}

function answerOf(claims: readonly Supported[], says: string, composed: string): Answer {
  const articles = [...new Set(claims.map(({ article }) => article))]
  const steps = composed.split('\n\n').find((part) => part.startsWith('What to do:'))
  const marks = [...new Set(articles.map(({ mark }) => NOTES[mark]))]
  const answer = [says, steps, ...marks].filter(Boolean).join('\n\n')
  const asOf = articles.map((article) => article.asOf).sort()[0] as string
  return { answered: true, answer, citations: claims.map(quotedOf), asOf }
}

function quotedOf({ article, quote }: Supported): Quoted {
  const { id, title, sources }: Article = article
  return { article: id, title, quote, sources: sources.map(({ cite }) => cite) }
}

/** A yes where the article says no, or a no where it says yes: then the article is right. */
function turns(says: string, composed: string): boolean {
  const [ours, theirs] = [leadOf(composed), leadOf(says)]
  return ours !== undefined && theirs !== undefined && ours !== theirs
}

function leadOf(text: string): string | undefined {
  return /^(yes|no|it depends)\b/i.exec(text)?.[1]?.toLowerCase()
}

/** Whoever is named in a question is not named in its answer. */
const WHO: readonly string[] = [
  'name',
  'phone',
  'email',
  'ssn',
  'record-number',
  'account',
  'url',
  'ip',
  'date',
  'age',
]

/** Our own rules read what goes out in our name. What the articles name themselves (a State, a case) may be named. */
function passes(says: string, claims: readonly Supported[], { room, engine, practice }: Desk): boolean {
  const { findings } = engine.check({ text: says, kind: 'caption' }, factsOf(practice))
  const texts = claims.map(({ article: { title, answer, detail, todo } }) =>
    fill([title, answer, detail, todo].join('\n').replace(/\s+/g, ' '), room.facts),
  )
  return findings.every(
    ({ category, quote }) => !WHO.includes(category) || texts.some((text) => text.includes(quote)),
  )
}

export function beside(reply: ReplyDraft, note: string | undefined): ReplyDraft {
  if (note === undefined) return reply
  const [first, ...rest] = reply.blocks
  return first ? { ...reply, blocks: [first, { type: 'note', text: note }, ...rest] } : reply
}
