import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ROOT } from '../../scripts/rules.ts'
import { openEngine } from '../../src/library.ts'
import { tokenize } from '../../src/rules/reading/tokens.ts'
import { ANY_SIGN, SIGNS, signsOf } from '../../src/rules/reading/words/signs.ts'
import { type Term, Terms } from '../../src/rules/reading/words/terms.ts'
import { readFolder } from '../quality/lines.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

test('expressions that wait for a sign find what they find when none waits', () => {
  const lines = readFolder('open', join(ROOT, 'test/corpus/open'), true)?.lines ?? []
  expect(lines.length).toBeGreaterThan(500)
  const all = () => {
    const engine = openEngine()
    return lines.map(({ text, kind, context }) =>
      engine
        .check({ text, kind, context })
        .findings.map(({ rule, severity, start, end }) => [rule, severity, start, end].join()),
    )
  }
  const waiting = all()
  const { at } = Terms.prototype
  vi.spyOn(Terms.prototype, 'at').mockImplementation(function (this: Terms, ...given): Term {
    return { ...at.apply(this, given), signs: ANY_SIGN }
  })
  expect(waiting).toEqual(all())
})

describe('the words of drafts', () => {
  test('one word is one term, however large its letters', () => {
    const terms = new Terms()
    const { term } = tokenize('Smile, SMILE and smile', terms)
    expect(new Set([term[0], term[2], term[4], terms.of('smile')]).size).toBe(1)
    expect(term[0]?.word).toBe('smile')
  })

  test('no two words are taken for one, and what is known of them is asked for again when the lists grow', () => {
    const lists = new Map<string, { code: number; longer: undefined; small: boolean }>()
    const terms = new Terms((word) => lists.get(word))
    // More words than there are slots.
    const words = Array.from({ length: 40_000 }, (_, i) => `w${i.toString(36)}`)
    for (const round of [words, words])
      for (const word of round) expect(terms.of(word).word === word).toBe(true)
    expect(terms.of('smile').entry).toBeUndefined()
    lists.set('smile', { code: 300, longer: undefined, small: false })
    terms.clear()
    expect(terms.of('smile').entry?.code).toBe(300)
  })

  test.each([
    ['son', SIGNS.kin],
    ['named', SIGNS.called],
    ['oh', SIGNS.spelled],
    ['seven', SIGNS.spelled | SIGNS.counted],
    ['fortyish', SIGNS.counted],
    ['smile', 0],
    ["'s", 0],
    ['!', 0],
    ['😀', 0],
    ['42', 0],
    ["o'clock", ANY_SIGN],
    ['j0rdan', ANY_SIGN],
    ['#myson', ANY_SIGN],
    ['сын', ANY_SIGN],
  ])('%s', (word, signs) => expect(signsOf(word)).toBe(signs))

  test('what stands in markup may say anything', () => {
    expect(tokenize('See <img alt="my son Bob"> here').signs).toBe(ANY_SIGN)
    expect(tokenize('See it here').signs).toBe(0)
  })
})
