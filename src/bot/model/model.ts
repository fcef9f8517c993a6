import type { Box, Picture } from '../pictures.ts'

/**
 * A language model as a second reader. It may be missing, late or wrong, so nothing rests on it: what it says is
 * checked by whoever asked, against the very text that it was given. Calls never throw.
 */

/**
 * `off`: there is none, or it may not see this. `down`: it cannot be reached, or was left alone for a while after
 * failing. `slow`: no answer within the deadline. `refused`: it would not answer. `invalid`: what it was asked is
 * too long, or what it said is cut off or of another shape.
 */
export const WHY_NOT = ['off', 'down', 'slow', 'refused', 'invalid'] as const
export type WhyNot = (typeof WHY_NOT)[number]
export type Told<T> = { ok: true; value: T } | { ok: false; why: WhyNot }

/** A draft as the model is told of it. Nothing of who wrote it, nor of the practice. */
export interface Shown {
  text: string
  kind: string
  platform?: string | undefined
  account?: string | undefined
  /** The review or comment that is being answered. */
  context?: string | undefined
}

/** A place in the draft that it would look at again. */
export interface Noticed {
  /** One of the categories that it was given. */
  category: string
  /** Meant to stand in the draft word for word. */
  quote: string
}

export interface Reading {
  id: string
  title: string
  /** As it stands in its file: figures are references, {{fact:…}}. */
  text: string
}

/** One sentence of an answer, and the words of an article that it rests on. */
export interface Claim {
  says: string
  article: string
  quote: string
}

/** How other words are wished for. */
export interface Tone {
  tone: string
  shorter: boolean
  /** Others were shown already. */
  other: boolean
}

/** What a person would see in a picture and a detector may not. */
export const SIGHTS = [
  'face',
  'person',
  'minor',
  'tattoo',
  'birthmark',
  'reflection',
  'screen',
  'document',
  'name',
  'place',
  'date',
  'before-after',
  'procedure',
] as const
export interface Sight {
  sees: (typeof SIGHTS)[number]
  /** In pixels of the picture; missing where it is about the whole. */
  box?: Box
}

/** How often something happened since the start: for whoever watches the server. */
export interface Count {
  of: 'calls' | 'tokens'
  /** What was asked. */
  task: 'judge' | 'answer' | 'rewrite' | 'look'
  /** Of calls: `ok`, or why there was no answer. Of tokens: how they are billed. */
  as: 'ok' | WhyNot | 'input' | 'cached' | 'output'
  value: number
}

export interface Model {
  /** What leaves this machine: `masked` is text without the words that say who, and no picture. */
  readonly sees: 'nothing' | 'masked' | 'everything'
  judge(draft: Shown, categories: readonly string[]): Promise<Told<readonly Noticed[]>>
  /**
   * @param heard is told each claim as soon as it is whole, in order, before it is known how the answer ends. A whole
   *   answer has them all again.
   */
  answer(
    question: string,
    articles: readonly Reading[],
    heard?: (claim: Claim) => void,
  ): Promise<Told<readonly Claim[]>>
  /** @param found what is wrong with the draft, in our own words, none of the draft's. */
  rewrite(draft: Shown, found: readonly string[], tone: Tone): Promise<Told<readonly string[]>>
  look(picture: Picture): Promise<Told<readonly Sight[]>>
  counts(): readonly Count[]
  /** Ends what is under way; every later call is `down`. */
  stop(): void
}

const off = async () => ({ ok: false, why: 'off' }) as const
/** For a practice without one. */
export const NO_MODEL: Model = Object.freeze({
  sees: 'nothing',
  judge: off,
  answer: off,
  rewrite: off,
  look: off,
  counts: () => [],
  stop() {},
})
