import type { Claim } from '../../../bot/model/model.ts'
import { factsOf, type Practice } from '../../../bot/practice.ts'
import type { Article } from '../../../knowledge/article.ts'
import { fill } from '../../../knowledge/facts.ts'
import type { ReadingRoom } from '../../../knowledge/reading-room.ts'
import type { Checker } from '../../../rules/verdict.ts'
import { type Supported, supported } from './claim.ts'

const CLAIMS = 4

export interface Desk {
  room: Pick<ReadingRoom, 'facts'>
  engine: Checker
  practice: Practice
}

export interface Taking {
  /** The words by which the answer grows; undefined: this one does not hold, and is dropped. */
  take(claim: Claim): string | undefined
  /** What holds, in the order in which it was said. */
  taken: readonly Supported[]
}

/**
 * What of a model's claims may be shown. Each is decided on as it comes, with those before it and without those
 * after it: so it makes no difference whether somebody reads along, and nothing that was shown is ever taken back.
 * @param composed the answer in the articles' own words, which a model may not turn round.
 */
export function taking(shelf: readonly Article[], composed: string, desk: Desk): Taking {
  const taken: Supported[] = []
  let heard = 0
  let over = false
  return {
    taken,
    take(claim) {
      if (over || heard++ >= CLAIMS) return undefined
      const one = supported(claim, shelf, desk.room.facts)
      if (!one) return undefined
      const fits = (taken.length > 0 || leads(one, shelf, composed)) && passes([...taken, one], desk)
      // Without its first sentence an answer is none: what comes after it would stand for something else.
      if (!fits) over = taken.length === 0
      else taken.push(one)
      return fits ? `${taken.length > 1 ? ' ' : ''}${one.says}` : undefined
    },
  }
}

export function wordsOf(taken: readonly Supported[]): string {
  return taken.map(({ says }) => says).join(' ')
}

/** What answers the question has to rest on the article that the question was found to be about. */
function leads({ article, says }: Supported, [first]: readonly Article[], composed: string): boolean {
  return article === first && !turns(says, composed)
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
function passes(claims: readonly Supported[], { room, engine, practice }: Desk): boolean {
  const { findings } = engine.check({ text: wordsOf(claims), kind: 'caption' }, factsOf(practice))
  const texts = claims.map(({ article: { title, answer, detail, todo } }) =>
    fill([title, answer, detail, todo].join('\n').replace(/\s+/g, ' '), room.facts),
  )
  return findings.every(
    ({ category, quote }) => !WHO.includes(category) || texts.some((text) => text.includes(quote)),
  )
}
