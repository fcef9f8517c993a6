import { firstOf, kindsOf } from './kinds.ts'
import { pairsOf, placesIn, stepsOf } from './profile.ts'
import type { Rarity } from './rarity.ts'
import type { Spelling } from './spelling.ts'
import type { Words } from './words.ts'

/** A term of the question with what it may count for. */
export interface Wanted {
  term: string
  weight: number
  /** Terms that count in its place, and for how much of it. */
  instead: ReadonlyMap<string, number>
}

/** What is asked, taken apart once. */
export interface Asked {
  wanted: readonly Wanted[]
  /** The sum of the weights. */
  weight: number
  /** Everything that was said, corrected where it was mistyped. */
  said: ReadonlySet<string>
  pairs: ReadonlySet<string>
  steps: ReadonlySet<string>
  kinds: readonly number[]
  opens: readonly number[]
  /** States that it names. */
  places: readonly string[]
  /** The part of the weight that no article knows. */
  unknown: number
}

/** A word that "often means the same" counts for this much. */
const NEAR = 0.5
/** A word whose spelling had to be guessed. */
const GUESSED = 0.85
/** A number that stands nowhere. */
const NUMBER = 0.3

export function askedOf(question: string, words: Words, rarity: Rarity, spelling: Spelling): Asked {
  const fixed = new Map<string, string>()
  const { terms, all } = words.both(question)
  const wanted = [...new Set(terms)].map((term): Wanted => {
    const instead = new Map<string, number>()
    // "What if 600 people": which number it is, no article knows.
    if (/^\d+$/.test(term) && !rarity.known.has(term)) return { term, weight: NUMBER, instead }
    for (const other of words.near(term)) instead.set(other, NEAR)
    // "Pasta" is no misspelt "paste": a word that everybody knows is meant as it stands.
    const known = rarity.known.has(term) || rarity.everyday(term)
    const meant = known ? undefined : spelling.nearest(term)
    if (meant === undefined) return { term, weight: rarity.of(term), instead }
    fixed.set(term, meant)
    instead.set(meant, GUESSED)
    for (const other of words.near(meant)) instead.set(other, NEAR * GUESSED)
    return { term, weight: rarity.of(meant), instead }
  })
  const weight = wanted.reduce((sum, one) => sum + one.weight, 0)
  const said = all.map((term) => fixed.get(term) ?? term)
  const unknown = wanted.filter(({ term }) => !rarity.known.has(term) && !fixed.has(term))
  return {
    wanted,
    weight,
    said: new Set(said),
    steps: stepsOf(said),
    pairs: pairsOf(terms.map((term) => fixed.get(term) ?? term)),
    places: placesIn(terms, words),
    kinds: kindsOf(question),
    opens: kindsOf(firstOf(question)),
    unknown: weight === 0 ? 0 : unknown.reduce((sum, one) => sum + one.weight, 0) / weight,
  }
}

/** What `terms` give of one term that is wanted. */
export function got({ term, weight, instead }: Wanted, terms: { has(term: string): boolean }): number {
  if (terms.has(term)) return weight
  let best = 0
  for (const [other, part] of instead) if (part > best && terms.has(other)) best = part
  return weight * best
}
