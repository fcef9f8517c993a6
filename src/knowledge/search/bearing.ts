import type { Scope } from '../scope.ts'
import { compiled } from '../scope.ts'
import { likeness } from './features.ts'
import { type Ask, askOf, type Profile } from './profile.ts'
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
  /** From -1 (said where people ask what is ours) to 1 (said where they ask for other things): its words together. */
  drift: number
  /** It has words of our own subject. */
  ours: boolean
}

/** From here a question sounds like one that is not ours. */
const SOUNDS = 0.5
/** The same where it has words of ours. */
const SOUNDS_ALL_THE_SAME = 0.75

interface Known {
  outside: Outside
  text: string
  ask: Ask
}

/** How often each word is said in ways of asking. */
interface Talk {
  words: Map<string, number>
  total: number
}
/** A word that was hardly ever said tells little. */
const SMOOTH = 0.5
/** The logarithm of how much more often from which a word tells no more. */
const FAR = 3

function talkOf(asks: readonly Ask[]): Talk {
  const words = new Map<string, number>()
  for (const { said } of asks) for (const word of said) words.set(word, (words.get(word) ?? 0) + 1)
  return { words, total: asks.length }
}

/** @param beyond questions that are not ours, by the id of their entry in `scope.outside`. */
export function createBearing(
  scope: Scope,
  beyond: Readonly<Record<string, readonly string[]>>,
  words: Words,
  rarity: Rarity,
  profiles: readonly Profile[],
) {
  const shelves = new Map<string, Known[]>()
  for (const outside of scope.outside)
    for (const text of beyond[outside.id] ?? []) {
      const one = { outside, text, ask: askOf(text, words) }
      for (const term of one.ask.terms) shelves.set(term, [...(shelves.get(term) ?? []), one])
    }
  const theirs = talkOf([...new Set([...shelves.values()].flat())].map(({ ask }) => ask))
  const here = talkOf(profiles.flatMap(({ asks }) => asks))
  const theirQuestions = new Set(Object.values(beyond).flat())
  const worded = compiled(scope.outside, words.all)
  const subject = compiled([{ words: scope.subject }], words.all)

  /** @param less which of the two has this very question, to be treated as if it had not. */
  function drift(said: ReadonlySet<string>, less?: Talk): number {
    if (said.size === 0) return 0
    const part = (talk: Talk, word: string) =>
      ((talk.words.get(word) ?? 0) - Number(talk === less) + SMOOTH) / (talk.total + 1)
    let sum = 0
    for (const word of said) {
      const far = Math.log(part(theirs, word) / part(here, word))
      sum += Math.max(-FAR, Math.min(FAR, far))
    }
    return sum / said.size / FAR
  }

  return (asked: Asked, question: string, without?: string): Bearing => {
    const known = without !== undefined && theirQuestions.has(without)
    const given = new Set(words.all(question))
    const named = worded(given)
    let [most, nearest] = [0, undefined as Outside | undefined]
    for (const { outside, text, ask } of new Set(
      asked.wanted.flatMap(({ term }) => shelves.get(term) ?? []),
    )) {
      const { dice } = likeness(asked, ask, rarity)
      if (dice > most && text !== without) [most, nearest] = [dice, outside]
    }
    const own = subject(given) !== undefined
    return {
      // One word ("and on TikTok?") sounds like too much.
      outside:
        named ??
        (asked.wanted.length > 1 && most >= (own ? SOUNDS_ALL_THE_SAME : SOUNDS) ? nearest : undefined),
      worded: named !== undefined,
      beyond: most,
      drift: drift(asked.said, without === undefined ? undefined : known ? theirs : here),
      ours: own,
    }
  }
}
