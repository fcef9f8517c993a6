import type { NameSource } from './lexicon.ts'

/** What the name files know of a word, as bits. Grades: s seldom anything but a name, m either, w nearly always a word. */
export const GIVEN_S = 1
export const GIVEN_M = 2
export const GIVEN_W = 4
export const SURNAME_S = 8
export const SURNAME_M = 16
export const SURNAME_W = 32
/** An ordinary English word. */
export const ORDINARY = 64
export const GIVEN = GIVEN_S | GIVEN_M | GIVEN_W
export const SURNAME = SURNAME_S | SURNAME_M | SURNAME_W

export interface Names {
  /** 0: in none of the files. */
  of(word: string): number
}

const GRADES: Readonly<Record<string, number>> = { s: 0, m: 1, w: 2 }

/** Read when first needed: a start that checks nothing does not pay for it. */
export function namesOf(source: NameSource): Names {
  let table: Map<string, number> | undefined
  return {
    of: (word) => {
      table ??= read(source)
      return table.get(word) ?? 0
    },
  }
}

function read(source: NameSource): Map<string, number> {
  const table = new Map<string, number>()
  const add = (word: string, bit: number) => table.set(word, (table.get(word) ?? 0) | bit)
  for (const [file, first] of [
    [source.given, GIVEN_S],
    [source.surnames, SURNAME_S],
  ] as const) {
    for (const line of file.split('\n')) {
      const tab = line.indexOf('\t')
      if (tab > 0) add(line.slice(0, tab), first << (GRADES[line[tab + 1] as string] as number))
    }
  }
  for (const word of source.words.split('\n')) add(word, ORDINARY)
  return table
}
