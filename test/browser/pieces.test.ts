import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mark } from '../../src/bot/reply.ts'

/** The parts of the page that need no browser. They are JavaScript with types in comments. */
type Piece = { type: string; text: string; chars: number; marks: Mark[]; starts: Mark[] }
interface Pieces {
  MOST_MARKS: number
  toPieces(text: string, marks: readonly Mark[]): { pieces: Piece[]; unshown: number }
}
interface Cut {
  clip(text: string, length: number): string
  cutBefore(text: string, at: number): number
}
const folder = new URL('../../src/adapters/web/page/', import.meta.url)
const { toPieces, MOST_MARKS } = (await import(new URL('draft/pieces.js', folder).href)) as Pieces
const { clip, cutBefore } = (await import(new URL('draft/cut.js', folder).href)) as Cut

const mark = (start: number, end: number, finding = 1): Mark => ({ start, end, finding, tone: 'stop' })
const show = (text: string, marks: Mark[]) =>
  toPieces(text, marks).pieces.map(({ type, text: words, marks: over, starts, chars }) => {
    if (type === 'gap') return `(${chars})`
    return type === 'text'
      ? words
      : `[${starts.map((m) => m.finding).join('·') || '~'} ${words}|${over.map((m) => m.finding).join()}]`
  })

describe('a marked draft', () => {
  // A mark shows as [numbers of those that begin here, the words | findings over them, the shortest first].
  it.each<[string, Mark[], string[]]>([
    ['plain', [], ['plain']],
    ['Hi Sarah!', [mark(3, 8)], ['Hi ', '[1 Sarah|1]', '!']],
    ['abcdef', [mark(0, 4, 1), mark(2, 6, 2)], ['[1 ab|1]', '[2 cd|1,2]', '[~ ef|2]']],
    ['abcdef', [mark(0, 6, 1), mark(2, 4, 2)], ['[1 ab|1]', '[2 cd|2,1]', '[~ ef|1]']],
    ['abcdef', [mark(0, 6, 1), mark(0, 4, 2)], ['[2·1 abcd|2,1]', '[~ ef|1]']],
    ['abc', [mark(0, 3, 1), mark(0, 3, 2)], ['[1·2 abc|1,2]']],
    ['abc', [mark(2, 1), mark(1, 1), mark(5, 9)], ['abc']],
    ['abc', [mark(1, 99)], ['a', '[1 bc|1]']],
    ['👩‍👩‍👧 hi', [mark(0, 2)], ['[1 👩‍👩‍👧|1]', ' hi']],
    ['🇫🇷🇫🇷', [mark(3, 5)], ['[1 🇫🇷🇫🇷|1]']],
    ['', [mark(0, 5)], []],
  ])('%j with %j', (text, marks, shown) => {
    expect(show(text, marks)).toEqual(shown)
  })

  it('is whole, in order and never cut inside a sign, whatever the marks', () => {
    const marks = fc.array(
      fc.record({
        start: fc.nat(80),
        end: fc.nat(80),
        finding: fc.integer({ min: 1, max: 9 }),
        tone: fc.constantFrom('stop' as const, 'caution' as const),
      }),
    )
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ unit: 'binary', maxLength: 40 }),
    )
    fc.assert(
      fc.property(text, marks, (words, given) => {
        const { pieces } = toPieces(words, given)
        expect(pieces.map((piece) => piece.text).join('')).toBe(words)
        if (words.isWellFormed()) for (const piece of pieces) expect(piece.text.isWellFormed()).toBe(true)
        const drawn = new Set(pieces.flatMap((piece) => piece.marks ?? []).map(({ finding }) => finding))
        const wanted = given.filter(({ start, end }) => start < end && start < words.length)
        expect(drawn).toEqual(new Set(wanted.map(({ finding }) => finding)))
      }),
    )
  })

  it('of a megabyte is shown only at its beginning and around its marks', () => {
    const text = '🙂 word '.repeat(125_000)
    const shown = toPieces(text, [
      mark(500_001, 500_010),
      mark(900_000, 900_020, 2),
      mark(0, text.length, 3),
    ]).pieces
    const visible = shown.filter(({ type }) => type !== 'gap')
    const gaps = shown.filter(({ type }) => type === 'gap').reduce((sum, { chars }) => sum + chars, 0)
    expect(visible.reduce((sum, piece) => sum + piece.text.length, 0) + gaps).toBe(text.length)
    expect(gaps).toBeGreaterThan(990_000)
    for (const piece of visible) expect(piece.text.isWellFormed()).toBe(true)
    for (const finding of [1, 2, 3]) {
      expect(visible.filter((piece) => piece.starts?.some((m) => m.finding === finding))).not.toEqual([])
    }
  })

  it('with ten thousand marks draws the first and counts the rest', () => {
    const marks = Array.from({ length: 10_000 }, (_, i) => mark(i * 100, i * 100 + 5, i + 1))
    const { pieces, unshown } = toPieces('x'.repeat(1_000_000), marks)
    expect(unshown).toBe(10_000 - MOST_MARKS)
    expect(pieces.filter(({ type }) => type === 'mark')).toHaveLength(MOST_MARKS)
  })
})

describe('cutting', () => {
  it.each([
    ['short', 10, 'short'],
    ['  two\n\nlines ', 20, 'two lines'],
    ['one two three', 8, 'one two…'],
    ['ab👩‍👩‍👧cd', 5, 'ab…'],
    ['e\u0301e\u0301e\u0301', 3, 'e\u0301…'],
  ])('%j to %i', (text, length, cut) => {
    expect(clip(text, length)).toBe(cut)
  })

  it('never lands between the halves of a pair', () => {
    const text = '🙂'.repeat(50)
    for (let at = 0; at <= text.length; at += 1)
      expect(text.slice(0, cutBefore(text, at)).isWellFormed()).toBe(true)
  })
})

it('the page keeps the types that it shares with the hall', () => {
  const require = createRequire(import.meta.url)
  const tsc = join(require.resolve('typescript/package.json'), '../bin/tsc')
  const project = fileURLToPath(new URL('tsconfig.json', folder))
  const run = spawnSync(process.execPath, [tsc, '--noEmit', '-p', project], { encoding: 'utf8' })
  expect(run.stdout + run.stderr).toBe('')
})
