import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { openEngine } from '../../src/library.ts'
import { openReader, type Reader, type ReaderParts } from '../../src/reader/reader.ts'
import type { PracticeFacts } from '../../src/rules/facts.ts'
import type { Draft, Result } from '../../src/rules/verdict.ts'
import { openDrafts } from '../bench/drafts.ts'

const engine = openEngine()
const NOBODY = {}
const BREAKS = new URL('./threads/breaks.ts', import.meta.url)
const MINUTE_MS = 60_000
/** What breaks a thread, in words that must be found nowhere else. */
const SECRET = 'Maureen Quillfeather'

const open: Reader[] = []
afterEach(async () => {
  for (const reader of open.splice(0)) await reader.close()
})

function stage(parts: Partial<ReaderParts> = {}) {
  let now = 0
  const alarms = new Set<() => void>()
  const lines: string[] = []
  const note = (...line: unknown[]) => void lines.push(JSON.stringify(line))
  /** Drafts that were not read in the thread. */
  const readHere: Draft[] = []
  const here = {
    check(draft: Draft, facts?: PracticeFacts) {
      readHere.push(draft)
      return engine.check(draft, facts)
    },
  }
  const reader = openReader({
    here,
    clock: {
      now: () => now,
      alarm: (_ms, ring) => {
        alarms.add(ring)
        return () => void alarms.delete(ring)
      },
    },
    log: { debug: note, info: note, warn: note, error: note },
    ...parts,
  })
  open.push(reader)
  return {
    reader,
    readHere,
    /** Resolves when the thread reads. */
    async opened() {
      for (let before = -1; readHere.length !== before; await pause(5)) {
        before = readHere.length
        await reader.read({ text: 'Is it there?' }, NOBODY)
      }
      readHere.length = 0
    },
    lines,
    alarms,
    pass: (ms: number) => {
      now += ms
    },
  }
}

const timeless = ({ checked, ...rest }: Result) => ({ ...rest, checked: { ...checked, ms: 0 } })

describe('drafts that are read in a thread of their own', () => {
  test('have the very results that they have without it', async () => {
    const { reader, readHere, opened } = stage()
    const drafts = openDrafts().drafts.slice(0, 300)
    await opened()
    const results = await Promise.all(drafts.map((draft) => reader.read(draft, NOBODY)))
    expect(readHere).toEqual([])
    expect(results.map(timeless)).toEqual(drafts.map((draft) => timeless(engine.check(draft))))
    expect(results.some(({ findings }) => findings.length > 0)).toBe(true)
  })

  test.each([
    '',
    '\ud800 broken',
    'La paciente vino ayer a su cita y quedó muy contenta.',
    'Ω'.repeat(2_000_001),
  ])('are unchecked there as well when they cannot be read', async (text) => {
    const { reader } = stage()
    expect(timeless(await reader.read({ text }, NOBODY))).toEqual(timeless(engine.check({ text })))
  })

  test('are read with the facts of the practice that they come with', async () => {
    const { reader, opened } = stage()
    await opened()
    const draft: Draft = { text: 'Thank you for your kind words about Tamsin!', kind: 'review_reply' }
    const [one, other] = [{ staff: ['Tamsin Vale'] }, { staff: ['Somebody Else'] }]
    for (let round = 0; round < 20; round++) {
      const facts = round % 2 === 0 ? one : other
      expect(timeless(await reader.read(draft, facts))).toEqual(timeless(engine.check(draft, facts)))
    }
  })
})

describe('a thread that ends', () => {
  test.each(['breaks it', 'ends it'])(
    'takes with it only the draft that %s, and no word of it is told',
    async (how) => {
      const { reader, lines, opened } = stage({ thread: BREAKS })
      await opened()
      const broken = await reader.read({ text: `${SECRET} ${how}` }, NOBODY)
      expect(broken.verdict).toBe('unchecked')
      expect(broken.checked.rules).toBe(0)
      const after = await reader.read({ text: 'Our office is closed on Monday.' }, NOBODY)
      expect(after.verdict).toBe('clear')
      expect(after.notes).not.toContain('read in the thread')
      expect(lines).toEqual(['["reader ended",{"code":"reader_failed"}]'])
    },
  )

  test('is followed by another after a rest, and not before', async () => {
    const { reader, pass, lines, opened } = stage({ thread: BREAKS })
    await opened()
    await reader.read({ text: 'ends it' }, NOBODY)
    pass(MINUTE_MS)
    await opened()
    await reader.read({ text: 'ends it' }, NOBODY)
    expect(lines).toHaveLength(2)
  })

  test('over a draft that it never finishes is ended, and the draft is unchecked', async () => {
    const { reader, alarms, lines, opened } = stage({ thread: BREAKS })
    await opened()
    expect(alarms.size).toBe(0)
    const reading = reader.read({ text: `${SECRET} never ends` }, NOBODY)
    while (alarms.size === 0) await pause(1)
    for (const ring of [...alarms]) ring()
    const { verdict, findings } = await reading
    expect(verdict).toBe('unchecked')
    expect(findings[0]?.message).toContain('took too long')
    expect(lines).toEqual(['["reader ended",{"code":"reader_slow"}]'])
  })

  test('does not keep a short draft waiting behind a long one', async () => {
    const { reader, opened } = stage({ thread: BREAKS })
    await opened()
    const long = reader.read({ text: `never ends ${'word '.repeat(5000)}` }, NOBODY)
    await pause(5)
    const short = await reader.read({ text: 'Our office is closed on Monday.' }, NOBODY)
    expect(short.verdict).toBe('clear')
    await reader.close()
    expect((await long).verdict).toBe('unchecked')
  })

  test('when everything closes leaves nobody waiting', async () => {
    const { reader, alarms, opened } = stage({ thread: BREAKS })
    await opened()
    const reading = reader.read({ text: 'never ends' }, NOBODY)
    await pause(5)
    await reader.close()
    expect((await reading).verdict).toBe('unchecked')
    expect(alarms.size).toBe(0)
    expect((await reader.read({ text: 'Our office is closed on Monday.' }, NOBODY)).verdict).toBe('clear')
  })
})
