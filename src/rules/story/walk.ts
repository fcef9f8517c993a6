import type { Reading } from '../reading/reading.ts'
import type { Figure } from './figure.ts'
import type { Hold, Noun } from './noun.ts'
import type { Passage } from './passages.ts'

/** One walk through a post in search of people: where it is, whom it met, who "she" would be. */
export class Walk {
  readonly figures: Figure[] = []
  last: 'nobody' | 'figure' | 'staff' | 'any' = 'nobody'
  /** Of the sentence. */
  index = 0
  readonly code: string
  /** Some sentence tells what happened. */
  readonly happened: boolean
  readonly reading: Reading
  readonly passages: readonly Passage[]
  /** Whatever the tense, it tells of somebody (a case study). */
  readonly told: boolean

  constructor(reading: Reading, passages: readonly Passage[], told: boolean) {
    this.reading = reading
    this.passages = passages
    this.told = told
    this.code = reading.code
    this.happened = passages.some((p) => p.told)
  }

  put(from: number, to: number, hold: Hold, as: Figure['as'], weight: Figure['weight']): void {
    this.figures.push({ from, to, passage: this.index, as, weight, hold })
    if (as !== 'handle' && as !== 'ward') this.last = 'figure'
  }

  at(i: number): number {
    return this.code.charCodeAt(i)
  }

  word(i: number): string {
    return this.reading.tokens.word[this.reading.first[i] as number] as string
  }
}

/** What is said of nobody in particular: "if you have a toddler". */
export function unsaid(p: Passage, n: Noun, you: number): boolean {
  return (p.open || (p.asked && (p.a & you) !== 0)) && !p.told && n.hold !== 'hold'
}
