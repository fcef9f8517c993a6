import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/adapters/exports/published.ts'

/** A file of published posts, whole, with one broken item in the middle, and cut off. */
export interface Shelf {
  name: string
  file: string
  whole: string
  /** Its posts in order. */
  texts: readonly string[]
  /** The second of them cannot be read. */
  broken: string
}

/**
 * What everybody relies on who reads files of published posts: the order, the words, and that nothing which could
 * not be read passes for read. `open` reads a file, in chunks of so many bytes.
 * Passed by: exports (exports.published.test.ts).
 */
export function publishedContract(
  name: string,
  shelves: readonly Shelf[],
  open: (file: string, content: Buffer, chunk: number) => Promise<Entry[]>,
): void {
  const textsOf = (entries: readonly Entry[]) =>
    entries.flatMap((entry) => ('post' in entry ? [entry.post.text] : []))
  const unreadOf = (entries: readonly Entry[]) => entries.filter((entry) => 'unread' in entry)

  describe.each(shelves)(`${name}: $name`, ({ file, whole, texts, broken }) => {
    it('gives the words as they were posted, in the order of the file', async () => {
      const entries = await open(file, Buffer.from(whole), 65_536)
      expect(textsOf(entries)).toEqual(texts)
      expect(unreadOf(entries)).toEqual([])
      const places = entries.map(({ at }) => at)
      expect(places).toEqual(places.toSorted((a, b) => a - b))
    })

    it('gives the same on every reading, however the file comes in', async () => {
      const first = await open(file, Buffer.from(whole), 65_536)
      for (const chunk of [1, 2, 7, 100]) expect(await open(file, Buffer.from(whole), chunk)).toEqual(first)
    })

    it('goes on behind an item that cannot be read, and says so', async () => {
      const entries = await open(file, Buffer.from(broken), 65_536)
      expect(textsOf(entries)).toEqual([texts[0], ...texts.slice(2)])
      expect(unreadOf(entries)).toHaveLength(1)
    })

    it('never takes a file that was cut off for a whole one', async () => {
      const bytes = Buffer.from(whole)
      for (let length = bytes.length - 2; length > bytes.length / 2; length -= 5) {
        const entries = await open(file, bytes.subarray(0, length), 65_536)
        const silent = textsOf(entries).length < texts.length && unreadOf(entries).length === 0
        // A table and a list of lines have no end mark: what is cut off is only seen inside of an item.
        if (silent)
          expect(
            isLines(file) && /[\n}]$|^[^"]*("[^"]*"[^"]*)*$/.test(bytes.toString('utf8', 0, length)),
          ).toBe(true)
      }
    })
  })
}

const isLines = (file: string) => /\.(?:csv|jsonl)$/.test(file)
