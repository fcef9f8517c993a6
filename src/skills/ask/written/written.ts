import type { Claim, Model } from '../../../bot/model/model.ts'
import type { BlockDraft, ReplyDraft } from '../../../bot/reply.ts'
import type { Answer, Found, Quoted } from '../../../knowledge/answer/answer.ts'
import type { Article } from '../../../knowledge/article.ts'
import type { Supported } from './claim.ts'
import { BROKEN_OFF, NOTES, UNAVAILABLE } from './copy.ts'
import { type Desk, taking, wordsOf } from './taking.ts'

/** Articles that the model may read: what was found, best first. */
const SHELF = 4

export interface Written {
  answer: Answer
  /** A model worded it; otherwise it is an article's own. */
  worded?: boolean
  /** What else has to be said. */
  note?: string
  /** And what comes after that. */
  rest?: string
}

/**
 * An answer written for the question by a model, out of the articles that were found. What does not stand in them
 * is dropped; with nothing left it is the composed answer. Where nothing was found, or somebody may be in danger,
 * or the article hands out a whole text, the model is not asked.
 * @param grow shows what holds as soon as it is said; the answer begins with all of it.
 */
export async function written(
  model: Model,
  found: Pick<Found, 'answer' | 'hits' | 'urgent'>,
  question: string,
  desk: Desk,
  grow?: (words: string) => void,
): Promise<Written> {
  const composed = found.answer
  const shelf = found.hits.slice(0, SHELF).map(({ article }) => article)
  const [first] = shelf
  if (!composed.answered || found.urgent || !first || ('model' in first && first.model))
    return { answer: composed }
  const readings = shelf.map(({ id, title, answer, detail, todo }) => {
    return { id, title, text: [answer, detail, todo].join('\n\n') }
  })
  const { take, taken } = taking(shelf, composed.answer, desk)
  let heard = 0
  const hear = (claim: Claim) => {
    heard++
    const words = take(claim)
    if (words !== undefined) grow?.(words)
  }
  const told = await model.answer(question, readings, grow && hear)
  if (told.ok) for (const claim of told.value.slice(heard)) hear(claim)
  if (!told.ok && taken.length > 0) return brokenOff(taken, composed)
  if (!told.ok) return told.why === 'off' ? { answer: composed } : { answer: composed, note: UNAVAILABLE }
  return taken.length > 0 ? { answer: answerOf(taken, composed.answer), worded: true } : { answer: composed }
}

function answerOf(claims: readonly Supported[], composed: string): Answer {
  const steps = composed.split('\n\n').find((part) => part.startsWith('What to do:'))
  const marks = [...new Set(claims.map(({ article }) => NOTES[article.mark]))]
  const answer = [wordsOf(claims), steps, ...marks].filter(Boolean).join('\n\n')
  return { answered: true, answer, citations: claims.map(quotedOf), asOf: oldest(claims) }
}

/** What was shown stays. Half an answer can mislead, so the article comes after it in its own words. */
function brokenOff(claims: readonly Supported[], composed: Answer & { answered: true }): Written {
  const citations = [...claims.map(quotedOf), ...composed.citations.slice(0, 1)]
  const asOf = oldest(claims, composed.asOf)
  const answer: Answer = { answered: true, answer: wordsOf(claims), citations, asOf }
  return { answer, worded: true, note: BROKEN_OFF, rest: composed.answer }
}

function oldest(claims: readonly Supported[], ...dates: readonly string[]): string {
  return [...claims.map(({ article }) => article.asOf), ...dates].sort()[0] as string
}

function quotedOf({ article, quote }: Supported): Quoted {
  const { id, title, sources }: Article = article
  return { article: id, title, quote, sources: sources.map(({ cite }) => cite) }
}

export function beside(reply: ReplyDraft, { note, rest }: Pick<Written, 'note' | 'rest'>): ReplyDraft {
  if (note === undefined) return reply
  const [first, ...others] = reply.blocks
  const after: BlockDraft[] = rest === undefined ? [] : [{ type: 'text', text: rest }]
  return first ? { ...reply, blocks: [first, { type: 'note', text: note }, ...after, ...others] } : reply
}
