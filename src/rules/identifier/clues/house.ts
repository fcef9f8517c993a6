import type { Reading, Vocabulary } from '../../kit.ts'
import { classesOf } from '../../reading/classes.ts'
import { CODE } from '../../reading/lexicon.ts'
import { once } from '../../reading/once.ts'

/** A practice speaks: of itself, its people, its services, or with the signs that posts are made of. */
const PRACTISING = [
  'we',
  'staffword',
  'procedure',
  'product',
  'condition',
  'body',
  'outcome',
  'patient',
  'visit',
  'brand',
] as const
const SIGNS: ReadonlySet<number> = new Set([CODE.staff, CODE.own, CODE.tag, CODE.emoji, CODE.money])

/** How many words of the draft speak so. */
const kept = once((_: Reading): { speaks?: number } => ({}))

export interface House {
  /**
   * Does a practice speak in this draft? Where nothing says so, a name, a town or a birthday belongs to somebody whom
   * the reader cannot know, and a closer look is worth the while.
   */
  (reading: Reading): boolean
  /** The same for a draft without one stretch of it: an address has words that a practice would use too. */
  (reading: Reading, from: number, to: number): boolean
}

export function houseOf(vocabulary: Vocabulary): House {
  const { of } = classesOf(vocabulary, PRACTISING)
  const count = ({ code }: Reading, from: number, to: number) => {
    let sum = 0
    for (let i = from; i < to; i++) if (of(code.charCodeAt(i)) !== 0 || SIGNS.has(code.charCodeAt(i))) sum++
    return sum
  }
  return (reading: Reading, from?: number, to?: number) => {
    const all = kept(reading)
    all.speaks ??= count(reading, 0, reading.code.length)
    return (
      all.speaks >
      (from === undefined || to === undefined ? 0 : count(reading, from, Math.min(to, reading.code.length)))
    )
  }
}
