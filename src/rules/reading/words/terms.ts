import type { Entry } from '../lexicon.ts'
import type { Hashed } from '../likeness/score.ts'
import type { Names } from '../names.ts'
import { signsOf } from './signs.ts'

/** A word as drafts have it, with what each reader of words has found out about it, so that none looks it up again. */
export interface Term {
  /** Lower case. */
  readonly word: string
  /** What the vocabulary has of it. */
  readonly entry: Entry | undefined
  /** What the name files know of it, and which name files said so. */
  bits: number
  names: Names | undefined
  /** What it says of a whole draft; see signs.ts. */
  readonly signs: number
  /** What it announces (../people.ts); -1: nobody has asked yet. */
  cue: number
  /** The two words that it is drawn together from, "don't"; null: it is one, undefined: nobody has asked yet. */
  pair: readonly [string, string] | null | undefined
  /** What a model of likeness takes of it. */
  hashed: Hashed | undefined
}

const SLOTS = 1 << 14
const A = 65
const Z = 90

/** Takes one more letter into the hash of a word. */
export const withLetter = (hash: number, letter: number): number => Math.imul(hash ^ letter, 0x01000193)
const small = (letter: number): number => (letter >= A && letter <= Z ? letter + 32 : letter)

/**
 * The words of drafts, found by their letters alone: no piece of text is cut out and hashed for a word that was seen
 * before. Each pair of slots keeps the last two words that fell into it: any number of words takes no more room.
 */
export class Terms {
  private slots: (Term | undefined)[] = []
  private readonly entryOf: (word: string) => Entry | undefined

  constructor(entryOf: (word: string) => Entry | undefined = () => undefined) {
    this.entryOf = entryOf
  }

  /** The word between two places of a text; large letters of ASCII count as small ones, in its hash too. */
  at(text: string, from: number, to: number, hash: number): Term {
    // Words that begin or end alike would fall together: the upper half of the hash has a say in the lower.
    const slot = (Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 13) & (SLOTS - 2)
    const found = this.slots[slot]
    if (found !== undefined && isSame(found.word, text, from, to)) return found
    const beside = this.slots[slot + 1]
    if (beside !== undefined && isSame(beside.word, text, from, to)) return beside
    const word = text.slice(from, to).replace(/[A-Z]{1,9999}/g, (letters) => letters.toLowerCase())
    const made: Term = {
      word,
      entry: this.entryOf(word),
      bits: 0,
      names: undefined,
      signs: signsOf(word),
      cue: -1,
      pair: undefined,
      hashed: undefined,
    }
    if (this.slots.length === 0) this.slots = new Array(SLOTS).fill(undefined)
    this.slots[slot + 1] = found
    this.slots[slot] = made
    return made
  }

  of(word: string): Term {
    let hash = 0
    for (let i = 0; i < word.length; i++) hash = withLetter(hash, small(word.charCodeAt(i)))
    return this.at(word, 0, word.length, hash)
  }

  /** The vocabulary has grown: what is known of words is out of date. */
  clear(): void {
    this.slots.length = 0
  }
}

function isSame(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false
  for (let i = from; i < to; i++) if (word.charCodeAt(i - from) !== small(text.charCodeAt(i))) return false
  return true
}
