import { compilePhrases, type Reading, triggersOf, type Vocabulary } from '../kit.ts'

type Codes = ReadonlySet<number>

interface Entry {
  phrase: string
  /** The two smallest sets of codes of which one must stand in every text that the phrase fits. */
  needs: readonly (Codes | undefined)[]
  /** Made when a draft first has the telling words. */
  find: RegExp | undefined
}

interface Chapter {
  list: readonly string[]
  entries: readonly Entry[]
  /** Its first word in a row of the index. */
  word: number
}

/** For each code one row: which phrases have it among their telling words. */
class Index {
  private readonly rows: Int32Array
  private readonly always: Int32Array
  readonly marked: Int32Array
  private readonly words: number

  constructor(size: number, words: number) {
    this.words = words
    this.rows = new Int32Array(size * words)
    this.always = new Int32Array(words)
    this.marked = new Int32Array(words)
  }

  put(need: Codes | undefined, word: number, bit: number): void {
    if (need === undefined) this.always[word] = (this.always[word] as number) | bit
    for (const code of need ?? []) {
      const at = code * this.words + word
      this.rows[at] = (this.rows[at] as number) | bit
    }
  }

  mark(code: string): void {
    const { rows, marked, words } = this
    marked.set(this.always)
    for (let i = 0; i < code.length; i++) {
      const row = code.charCodeAt(i) * words
      if (row >= rows.length) continue
      for (let w = 0; w < words; w++) marked[w] = (marked[w] as number) | (rows[row + w] as number)
    }
  }
}

/**
 * All phrases of the group under their telling words: a draft is looked through once, and then only those phrases
 * are tried of which two telling words stand in it.
 */
export class Phrasebook {
  private readonly vocabulary: Vocabulary
  private readonly chapters = new Map<readonly string[], Chapter>()
  private indexes: readonly Index[] = []
  private last: Reading | undefined

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary
  }

  /** A list added again takes the place of its earlier self: by then more words are known. */
  add(list: readonly string[]): (reading: Reading, found: (from: number, to: number) => void) => void {
    const chapter: Chapter = { list, entries: [], word: 0 }
    this.chapters.set(list, chapter)
    this.indexes = []
    return (reading, found) => {
      if (this.indexes.length === 0) this.build()
      if (this.last !== reading) {
        for (const index of this.indexes) index.mark(reading.code)
        this.last = reading
      }
      this.search(chapter, reading.code, found)
    }
  }

  private build(): void {
    const known = new Map<string, Codes | undefined>()
    const needOf = (phrase: string): Codes | undefined => {
      if (!known.has(phrase)) known.set(phrase, triggersOf([phrase], this.vocabulary))
      return known.get(phrase)
    }
    let words = 0
    let size = 0
    for (const chapter of this.chapters.values()) {
      chapter.word = words
      chapter.entries = chapter.list.map((phrase) => ({
        phrase,
        needs: needsOf(phrase, needOf),
        find: undefined,
      }))
      words += Math.ceil(chapter.entries.length / 32)
      for (const { needs } of chapter.entries)
        for (const need of needs) for (const code of need ?? []) size = Math.max(size, code + 1)
    }
    const indexes = [new Index(size, words), new Index(size, words)]
    for (const { entries, word } of this.chapters.values())
      for (const [i, { needs }] of entries.entries())
        for (const [n, index] of indexes.entries()) index.put(needs[n], word + (i >> 5), 1 << (i & 31))
    this.indexes = indexes
    this.last = undefined
  }

  private search({ entries, word }: Chapter, code: string, found: (from: number, to: number) => void): void {
    const [one, two] = this.indexes as [Index, Index]
    const until = word + Math.ceil(entries.length / 32)
    for (let w = word; w < until; w++) {
      for (let mask = (one.marked[w] as number) & (two.marked[w] as number); mask !== 0; mask &= mask - 1) {
        const entry = entries[((w - word) << 5) + (31 - Math.clz32(mask & -mask))] as Entry
        entry.find ??= compilePhrases([entry.phrase], this.vocabulary)
        const { find } = entry
        find.lastIndex = 0
        for (let m = find.exec(code); m !== null; m = find.exec(code)) {
          if (m[0] === '') find.lastIndex++
          else found(m.index, m.index + m[0].length)
        }
      }
    }
  }
}

function needsOf(phrase: string, needOf: (phrase: string) => Codes | undefined): (Codes | undefined)[] {
  const best = needOf(phrase)
  const others = pieces(phrase)
    .map(needOf)
    .filter((need) => need !== undefined && !same(need, best))
    .sort((a, b) => (a as Codes).size - (b as Codes).size)
  return [best, others[0]]
}

const same = (a: Codes, b: Codes | undefined) =>
  b !== undefined && a.size === b.size && [...a].every((code) => b.has(code))

/** The groups and lists that a phrase is a row of; single words are left out, they may be half of an expression. */
function pieces(phrase: string): string[] {
  const out: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i <= phrase.length; i++) {
    const c = phrase[i]
    if (c === '(' || c === '{') depth++
    if (c === ')' || c === '}') depth--
    // Alternatives without brackets: nothing is sure.
    if (c === '|' && depth === 0) return []
    if (depth > 0 || (c !== undefined && c !== ' ')) continue
    const piece = phrase.slice(from, i)
    if (/^[({]/.test(piece)) out.push(piece)
    from = i + 1
  }
  return out
}

const books = new WeakMap<Vocabulary, Phrasebook>()

export function phrasebook(vocabulary: Vocabulary): Phrasebook {
  let book = books.get(vocabulary)
  if (book === undefined) {
    book = new Phrasebook(vocabulary)
    books.set(vocabulary, book)
  }
  return book
}
