import type { Scope } from '../scope.ts'
import { compiled } from '../scope.ts'
import { likeness } from './features.ts'
import { type Ask, askOf } from './profile.ts'
import type { Rarity } from './rarity.ts'
import type { Asked } from './wanted.ts'
import type { Words } from './words.ts'

export type Outside = Scope['outside'][number]

/** Where a question lies: among ours, or among those of others. */
export interface Bearing {
  /** What else it may be about, by its words or because it sounds like it. */
  outside: Outside | undefined
  /** It has words that stand for another subject. */
  worded: boolean
  /** From 0 to 1: how near it comes to a question that is not ours. */
  beyond: number
  /** It has words of our own subject. */
  ours: boolean
}

/** From here a question sounds like one that is not ours. */
const SOUNDS = 0.5

interface Known {
  outside: Outside
  text: string
  ask: Ask
}

/** @param beyond questions that are not ours, by the id of their entry in `scope.outside`. */
export function createBearing(
  scope: Scope,
  beyond: Readonly<Record<string, readonly string[]>>,
  words: Words,
  rarity: Rarity,
) {
  const shelves = new Map<string, Known[]>()
  for (const outside of scope.outside)
    for (const text of beyond[outside.id] ?? []) {
      const one = { outside, text, ask: askOf(text, words) }
      for (const term of one.ask.terms) shelves.set(term, [...(shelves.get(term) ?? []), one])
    }
  const worded = compiled(scope.outside, words.all)
  const subject = compiled([{ words: scope.subject }], words.all)

  return (asked: Asked, question: string, without?: string): Bearing => {
    const given = new Set(words.all(question))
    const named = worded(given)
    let [most, nearest] = [0, undefined as Outside | undefined]
    for (const { outside, text, ask } of new Set(asked.wanted.flatMap(({ term }) => shelves.get(term) ?? []))) {
      const { dice } = likeness(asked, ask, rarity)
      if (dice > most && text !== without) [most, nearest] = [dice, outside]
    }
    return {
      outside: named ?? (most >= SOUNDS ? nearest : undefined),
      worded: named !== undefined,
      beyond: most,
      ours: subject(given) !== undefined,
    }
  }
}
