import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ROOT } from '../../scripts/rules.ts'
import { openEngine, openLexicon } from '../../src/library.ts'
import { Vocabulary } from '../../src/rules/reading/lexicon.ts'
import { compilePhrases } from '../../src/rules/reading/pattern.ts'
import { encode, takeApart } from '../../src/rules/reading/reading.ts'
import { Prospects } from '../../src/rules/reading/search/prospects.ts'
import { readFolder } from '../quality/lines.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

test('trying only phrases that a draft has the words for finds what trying all of them finds', () => {
  const lines = readFolder('open', join(ROOT, 'test/corpus/open'), true)?.lines ?? []
  expect(lines.length).toBeGreaterThan(500)
  const all = () => {
    const engine = openEngine()
    return lines.map(({ text, kind, platform, account, context, practice }) =>
      engine
        .check({ text, kind, platform, account, context }, practice)
        .findings.map(({ rule, category, severity, start, end }) =>
          [rule, category, severity, start, end].join(),
        ),
    )
  }
  const few = all()
  vi.spyOn(Prospects.prototype, 'fits').mockReturnValue(undefined)
  expect(few).toEqual(all())
})

describe('a few phrases tried one by one are the one expression that they stand for', () => {
  const vocabulary = new Vocabulary(openLexicon())
  const lists = [
    ['thank you', 'you for', 'thank'],
    ['for', 'thank you for', 'you ..2 coming'],
    ['^thank', 'you$', 'so ..3 you'],
    ['great', 'coming in', 'never said'],
  ]
  for (const list of lists) compilePhrases(list, vocabulary)
  const texts = ['So, thank you for coming in. Thank you!', 'You, you and you: thank you', 'Great']
  const codes = texts.map((text) => encode(text, takeApart(text, vocabulary)).code)

  test.each(lists)('%j, %j, %j', (...list) => {
    for (const code of codes) {
      const search = compilePhrases(list, vocabulary)
      const plain = new RegExp(search.source, 'g')
      const places = (expression: RegExp) => {
        const out: [number, string][] = []
        expression.lastIndex = 0
        for (let m = expression.exec(code); m !== null; m = expression.exec(code)) out.push([m.index, m[0]])
        return out
      }
      const test = compilePhrases(list, vocabulary, '')
      const sticky = compilePhrases(list, vocabulary, 'y')
      vocabulary.prospects.take([code])
      try {
        expect(places(search)).toEqual(places(plain))
        expect(code.replace(search, '#')).toBe(code.replace(plain, '#'))
        expect(test.test(code)).toBe(places(plain).length > 0)
        for (let at = 0; at < code.length; at++) {
          sticky.lastIndex = at
          const there = new RegExp(search.source, 'y')
          there.lastIndex = at
          expect(sticky.test(code)).toBe(there.test(code))
        }
      } finally {
        vocabulary.prospects.release()
      }
    }
  })
})
