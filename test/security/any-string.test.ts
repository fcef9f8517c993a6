import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadLexicon } from '../../src/knowledge/load.ts'
import { createEngine, LONGEST } from '../../src/rules/engine.ts'
import { defineRule, KINDS, type Rule } from '../../src/rules/kit.ts'
import { RULES } from '../../src/rules/registry.ts'
import type { Draft, Result } from '../../src/rules/verdict.ts'
import { ACCOUNTS, PLATFORMS, VERDICTS } from '../../src/rules/vocabulary.ts'
import { openWorkbench } from '../mutation/sights.ts'
import { GENERATORS } from './hostile.ts'

const lexicon = loadLexicon()
const engine = createEngine({ rules: RULES, lexicon, now: () => 0 })

/** Whatever somebody can paste: any bytes, what is nearly a disclosure, and both glued together. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.tuple(fc.constantFrom(...GENERATORS), fc.nat(120)).map(([{ text }, length]) => text(length)),
      fc.constantFrom(
        '.',
        '! ',
        '\n',
        '\ud83d',
        '\udc00',
        '\u202e',
        '\u0000',
        '\ufeff',
        'İ',
        'ﬃ',
        'e\u0301\u0302',
      ),
    ),
    { maxLength: 10 },
  )
  .map((pieces) => pieces.join(''))

const line = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom('', 'Sarah', '555-0142', '@x', '.*', '((('),
)
const lines = fc.array(line, { maxLength: 3 })
const practice = fc.record(
  {
    name: line,
    staff: lines,
    phones: lines,
    addresses: lines,
    emails: lines,
    handles: lines,
    urls: lines,
    services: lines,
  },
  { requiredKeys: [] },
)
const draft = fc.record(
  {
    text,
    kind: fc.constantFrom(...KINDS),
    platform: fc.constantFrom(...PLATFORMS),
    account: fc.constantFrom(...ACCOUNTS),
    context: text,
  },
  { requiredKeys: ['text'] },
) as fc.Arbitrary<Draft>

function standsWhereItSays({ text }: Draft, { findings, verdict }: Result): void {
  expect(VERDICTS).toContain(verdict)
  for (const { start, end, quote, category } of findings) {
    expect(start).toBeGreaterThanOrEqual(0)
    expect(end).toBeLessThanOrEqual(text.length)
    if (category !== 'unreadable') expect(end).toBeGreaterThan(start)
    if (category !== 'unreadable') expect(quote).toBe(text.slice(start, end))
  }
}

describe('any draft under any review, of any practice', () => {
  test('is answered, with findings that stand where they say', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(draft, practice, (draft, practice) =>
        standsWhereItSays(draft, engine.check(draft, practice)),
      ),
      { numRuns: 500 },
    )
  })

  test('breaks no rule: what the engine would forgive, nobody has to', { timeout: 60_000 }, () => {
    const bench = openWorkbench(RULES, lexicon)
    fc.assert(
      fc.property(draft, practice, (draft, practice) => {
        for (const kind of KINDS) {
          const sight = bench.sight({ ...draft, kind }, practice)
          for (const { id, kinds } of RULES) {
            if (!kinds.includes(kind)) continue
            for (const { start, end } of bench.finders.get(id)?.(sight) ?? []) {
              const right = start >= 0 && end > start && end <= draft.text.length
              if (!right) throw new Error(`${id} points at ${start} to ${end} of ${draft.text.length}`)
            }
          }
        }
      }),
      { numRuns: 120 },
    )
  })

  test('gives the same answer twice, whatever was asked in between', { timeout: 60_000 }, () => {
    const told = ({ verdict, findings }: Result) => ({ verdict, findings })
    fc.assert(
      fc.property(draft, draft, practice, (one, other, practice) => {
        const first = told(engine.check(one, practice))
        engine.check(other)
        expect(told(engine.check(one, practice))).toEqual(first)
      }),
      { numRuns: 150 },
    )
  })
})

describe('what could not be checked stays unchecked, whatever stands around it', () => {
  const failing: Rule = defineRule({
    ...(RULES[0] as Rule),
    kinds: KINDS,
    match: () => () => {
      throw new Error('broken')
    },
  })
  const spoiled = createEngine({ rules: [...RULES, failing], lexicon, now: () => 0 })
  const open = (result: Result) => {
    expect(['unchecked', 'stop']).toContain(result.verdict)
    expect(result.findings.map(({ category }) => category)).toContain('unreadable')
  }

  test('a rule that breaks', () => {
    fc.assert(
      fc.property(draft, (draft) => open(spoiled.check(draft))),
      { numRuns: 150 },
    )
  })

  test('a character that no post has, and half of one', () => {
    const broken = fc.constantFrom('\u0000', '\u0001', '\u001f', '\ufffd', '\ud83d ', ' \udc00')
    fc.assert(
      fc.property(draft, broken, fc.nat(), (draft, sign, at) => {
        // Between two halves of one character it would mend or hide the break.
        const place = [...draft.text].slice(0, at % (draft.text.length + 1)).join('')
        const text = `${place} ${sign}${draft.text.slice(place.length)}`
        open(engine.check({ ...draft, text }))
      }),
      { numRuns: 200 },
    )
  })

  test('a text that is too long, of any kind', () => {
    for (const kind of KINDS) open(engine.check({ text: 'Open on Monday. '.repeat(LONGEST / 10), kind }))
  })
})
