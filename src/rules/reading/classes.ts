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
  const bits: number[] = []
  const bit: Record<string, number> = {}
  names.forEach((name, i) => {
    bit[name] = 1 << i
    for (const code of vocabulary.codesOf(name)) bits[code] = (bits[code] ?? 0) | (1 << i)
  })
  return { bit, of: (code) => bits[code] ?? 0 }
}
