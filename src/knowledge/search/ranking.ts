import { z } from 'zod'
import type { Bearing } from './bearing.ts'
import { FEATURES, type Features } from './features.ts'
import type { Asked } from './wanted.ts'

/** What is measured of a question as a whole. */
export const SIGNS = [
  /** The part of its words that no article knows. */
  'unknown',
  /** Words of another subject; nearness to a question that is not ours; both without a word of ours. */
  'worded',
  'beyond',
  'foreign',
  'drift',
  /** A word of our own subject. */
  'ours',
  /** One word or two say little. */
  'brief',
] as const
export type Sign = (typeof SIGNS)[number]
export type Signs = Readonly<Record<Sign, number>>

/** What is not named weighs nothing: a new feature can be learned before it has a weight. */
const Weights = <Name extends string>(names: readonly Name[]) =>
  z
    .partialRecord(z.enum(names as [Name, ...Name[]]), z.number())
    .transform(
      (given) => Object.fromEntries(names.map((name) => [name, given[name] ?? 0])) as Record<Name, number>,
    )

/** Written by scripts/learn-ranking.ts. */
export const Ranking = z.strictObject({
  /** Which article comes first. */
  order: Weights(FEATURES),
  /** Whether the first one is an answer at all. */
  sure: z.strictObject({ bias: z.number(), features: Weights(FEATURES), signs: Weights(SIGNS) }),
})
export type Ranking = z.infer<typeof Ranking>

export function signsOf({ wanted, unknown }: Asked, { worded, beyond, drift, ours }: Bearing): Signs {
  return {
    unknown,
    worded: Number(worded),
    beyond,
    foreign: ours ? 0 : Math.max(Number(worded), beyond),
    drift,
    ours: Number(ours),
    brief: wanted.length <= 2 ? 1 / Math.max(1, wanted.length) : 0,
  }
}

export function orderOf({ order }: Ranking, features: Features): number {
  return FEATURES.reduce((sum, name) => sum + order[name] * features[name], 0)
}

/** From 0 to 1: how likely it is that this article answers the question. */
export function sureness({ sure }: Ranking, features: Features, signs: Signs): number {
  const sum =
    sure.bias +
    FEATURES.reduce((total, name) => total + sure.features[name] * features[name], 0) +
    SIGNS.reduce((total, name) => total + sure.signs[name] * signs[name], 0)
  return 1 / (1 + Math.exp(-sum))
}
