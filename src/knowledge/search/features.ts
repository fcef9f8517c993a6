import { alike } from './kinds.ts'
import type { Ask, Profile } from './profile.ts'
import type { Rarity } from './rarity.ts'
import { type Asked, got } from './wanted.ts'

/** What is measured of a question beside an article, each from 0 to 1. The learned weights stand under these names. */
export const FEATURES = [
  /** Nearness to the nearest way of asking (Dice's measure over weighted terms). */
  'nearest',
  /** Its square: to say nearly the same is more than to share a word. */
  'nearly',
  /** The same, of the three nearest. */
  'threeNearest',
  /** How much of the nearest way of asking the question says. */
  'within',
  'title',
  /** The same as `nearest`, with the words that say nothing by themselves: "how long", "what if". */
  'wording',
  /** How much likelier its words are here than elsewhere. */
  'likely',
  /** Neighbouring words that stand together in a way of asking too. */
  'pairs',
  /** The same for words as they follow each other, the rarer the more. */
  'steps',
  /** How much of the question stands in title and asks, in the answer, anywhere. */
  'asked',
  'answered',
  'anywhere',
  /** How many of its ways of asking have these words: what the article is about. */
  'about',
  /** Whether its nearest way of asking, and its ways of asking on the whole, want the same kind of thing. */
  'kind',
  'kinds',
  /** The same for what it begins with. */
  'opens',
  /** Both are about the same State, or neither is about any. */
  'place',
] as const
export type Feature = (typeof FEATURES)[number]
export type Features = Readonly<Record<Feature, number>>

export function featuresOf(asked: Asked, profile: Profile, rarity: Rarity): Features {
  const likes = profile.asks.map((ask) => ({ ask, ...likeness(asked, ask, rarity) }))
  const ordered = likes.toSorted((a, b) => b.dice - a.dice)
  const nearest = ordered[0]
  const three = ordered.slice(0, 3)
  const part = (terms: { has(term: string): boolean }) =>
    asked.weight === 0 ? 0 : asked.wanted.reduce((sum, one) => sum + got(one, terms), 0) / asked.weight
  const pairs = [...asked.pairs]
  const anywhere = (pair: string) => profile.asks.some((ask) => ask.pairs.has(pair))
  return {
    nearest: nearest?.dice ?? 0,
    nearly: (nearest?.dice ?? 0) ** 2,
    threeNearest: three.reduce((sum, { dice }) => sum + dice, 0) / 3,
    within: Math.max(...likes.map(({ within }) => within)),
    title: likeness(asked, profile.title, rarity).dice,
    wording: Math.max(...profile.asks.map((ask) => wording(asked, ask, rarity))),
    likely: likely(asked, profile, rarity),
    pairs: pairs.length === 0 ? 0 : pairs.filter(anywhere).length / pairs.length,
    steps: steps(asked, profile, rarity),
    asked: part(profile.often),
    answered: part(profile.answer),
    anywhere: part(profile.all),
    about: about(asked, profile),
    kind: Math.max(0, ...three.map(({ ask, dice }) => (dice > 0 ? alike(asked.kinds, ask.kinds) : 0))),
    kinds: alike(asked.kinds, profile.kinds),
    opens: alike(asked.opens, profile.opens),
    place: place(asked, profile),
  }
}

/** Dice's measure over weighted terms (1 when both say the same), and how much of the ask is in the question. */
export function likeness(asked: Asked, ask: Ask, rarity: Rarity): { dice: number; within: number } {
  const theirs = rarity.ofAll(ask.terms)
  const shared = asked.wanted.reduce((sum, one) => sum + got(one, ask.terms), 0)
  if (asked.weight + theirs === 0) return { dice: 0, within: 0 }
  const dice = Math.min(1, (2 * shared) / (asked.weight + theirs))
  return { dice, within: ask.terms.size < 2 ? dice : Math.min(1, shared / theirs) }
}

function wording(asked: Asked, ask: Ask, { inAsks, inAsksAll }: Rarity): number {
  const [mine, theirs] = [inAsksAll(asked.said), inAsksAll(ask.said)]
  let shared = 0
  for (const word of asked.said) {
    if (ask.said.has(word)) shared += inAsks(word)
  }
  return mine + theirs === 0 ? 0 : (2 * shared) / (mine + theirs)
}

/** The mean over the words of the logarithm of how much more often this article says them; 1 is "all the time". */
function likely({ said }: Asked, profile: Profile, { share }: Rarity): number {
  if (said.size === 0) return 0
  let sum = 0
  for (const word of said) {
    const here = (profile.said.get(word) ?? 0) / profile.spoken
    sum += Math.log(1 + here / share(word))
  }
  return Math.min(1, sum / said.size / 4)
}

function place({ places }: Asked, profile: Profile): number {
  if (places.length === 0) return profile.places.length === 0 ? 0.5 : 0
  return places.some((one) => profile.places.includes(one)) ? 1 : 0
}

function steps({ steps }: Asked, { asks }: Profile, { inAsks }: Rarity): number {
  let [all, here] = [0, 0]
  for (const step of steps) {
    all += inAsks(step)
    if (asks.some((ask) => ask.steps.has(step))) here += inAsks(step)
  }
  return all === 0 ? 0 : here / all
}

/** Each wanted term by the root of how many of the asks have it: one mention counts, many count for more. */
function about(asked: Asked, { often, asks }: Profile): number {
  if (asked.weight === 0) return 0
  const share = (term: string) => Math.sqrt((often.get(term) ?? 0) / asks.length)
  const sum = asked.wanted.reduce((total, { term, weight, instead }) => {
    const others = [...instead].map(([other, part]) => part * share(other))
    return total + weight * Math.max(share(term), 0, ...others)
  }, 0)
  return sum / asked.weight
}
