import type { Profile } from './profile.ts'
import { stem } from './words.ts'

/** How much a term tells of what a question is about. */
export interface Rarity {
  /** In how many articles each term stands. */
  known: ReadonlyMap<string, number>
  of(term: string): number
  /** The sum over a set that stays as it is. */
  ofAll(terms: ReadonlySet<string>): number
  /** The same among the ways of asking, for words that say nothing by themselves too, and for two in a row. */
  inAsks(word: string): number
  inAsksAll(words: ReadonlySet<string>): number
  /** How often a word is said anywhere, as a part of all that is said. */
  share(word: string): number
  /** Whether it is a word of everyday English, whatever the articles hold. */
  everyday(term: string): boolean
}

/** The least that a word said all the time keeps of its weight. */
const EVERYDAY = 0.3

/**
 * The logarithm of how few articles a term stands in, less for words that everybody says all the time.
 * @param english everyday words, the most frequent first, one a line.
 */
export function rarityOf(profiles: readonly Profile[], english: string): Rarity {
  const everyday = commonness(english)
  const known = new Map<string, number>()
  for (const { all } of profiles) for (const term of all) known.set(term, (known.get(term) ?? 0) + 1)
  const most = Math.log(1 + profiles.length)
  const weights = new Map<string, number>()
  const weigh = (term: string) => {
    const count = known.get(term)
    const rare = count === undefined ? most : Math.max(0.3, Math.log(1 + profiles.length / count))
    return rare * (EVERYDAY + (1 - EVERYDAY) * (everyday.get(term) ?? 1))
  }
  for (const term of known.keys()) weights.set(term, weigh(term))
  const of = (term: string) => weights.get(term) ?? weigh(term)
  const sums = new WeakMap<ReadonlySet<string>, number>()
  /** Sets of an article do not change: each is summed up once. */
  const sum = (terms: ReadonlySet<string>, weight: (term: string) => number) => {
    let found = sums.get(terms)
    if (found === undefined) {
      found = 0
      for (const term of terms) found += weight(term)
      sums.set(terms, found)
    }
    return found
  }
  const asks = new Map<string, number>()
  const said = new Map<string, number>()
  for (const profile of profiles) {
    for (const { said, steps } of profile.asks)
      for (const one of [...said, ...steps]) asks.set(one, (asks.get(one) ?? 0) + 1)
    for (const [word, times] of profile.said) said.set(word, (said.get(word) ?? 0) + times)
  }
  const total = profiles.reduce((sum, { asks }) => sum + asks.length, 0)
  const spoken = profiles.reduce((sum, { spoken }) => sum + spoken, 0)
  const inAsks = (word: string) => Math.log(1 + total / (1 + (asks.get(word) ?? 0)))
  const share = (word: string) => ((said.get(word) ?? 0) + 1) / (spoken + 1)
  return {
    known,
    of,
    ofAll: (terms) => sum(terms, of),
    inAsks,
    inAsksAll: (words) => sum(words, inAsks),
    share,
    everyday: (term) => everyday.has(term),
  }
}

/** For each everyday word from 0 (said all the time) to 1 (hardly ever). */
function commonness(english: string): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>()
  const lines = english.split('\n').filter(Boolean)
  const most = Math.log(1 + lines.length)
  for (const [rank, word] of lines.entries()) {
    const root = stem(word)
    if (!ranks.has(root)) ranks.set(root, Math.log(1 + rank) / most)
  }
  return ranks
}
