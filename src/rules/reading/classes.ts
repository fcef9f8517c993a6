import type { Vocabulary } from './lexicon.ts'

/** Which lists a word is in, as bits: one look-up for each word of a sentence. */
export interface Classes {
  /** Bit of a list, by name. */
  readonly bit: Readonly<Record<string, number>>
  /** All bits of one code unit. */
  of(code: number): number
}

/** At most 31 lists at a time. */
export function classesOf(vocabulary: Vocabulary, names: readonly string[]): Classes {
  const bits = new Int32Array(vocabulary.learning ? 0 : vocabulary.codes)
  const bit: Record<string, number> = {}
  names.forEach((name, i) => {
    bit[name] = 1 << i
    const codes = vocabulary.codesOf(name)
    if (vocabulary.learning) return
    for (const code of codes) bits[code] = (bits[code] as number) | (1 << i)
  })
  return { bit, of: (code) => (code < bits.length ? (bits[code] as number) : 0) }
}
