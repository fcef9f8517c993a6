import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPieces, type Piece } from '../../../src/adapters/exports/json/pieces.ts'

function piecesOf(text: string, size = text.length || 1, limit = 1_000_000) {
  const bytes = Buffer.from(text)
  const pieces = createPieces(limit)
  const found: Piece[] = []
  for (let at = 0; at < bytes.length; at += size) found.push(...pieces.push(bytes.subarray(at, at + size)))
  return { found, ending: pieces.ending() }
}
const valuesOf = (pieces: readonly Piece[]) =>
  pieces.map(({ bytes }) => JSON.parse(bytes?.toString() ?? 'null'))

describe('the elements of a JSON document', () => {
  it('come out as JSON.parse reads them, however the file comes in', () => {
    const item = fc.anything({
      maxDepth: 3,
      withNullPrototype: false,
      key: fc.string({ maxLength: 4 }),
      values: [fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null)],
    })
    const document = fc.oneof(
      fc.array(item, { maxLength: 5 }),
      fc.dictionary(
        fc.string({ minLength: 1, maxLength: 4, unit: fc.constantFrom('a', 'b', '_') }),
        fc.oneof(fc.array(item, { maxLength: 4 }), item),
        { maxKeys: 4 },
      ),
    )
    fc.assert(
      fc.property(
        document,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(undefined, 2),
        (value, size, indent) => {
          const text = JSON.stringify(value, null, indent)
          const plain = JSON.parse(text)
          const { found, ending } = piecesOf(text, size)
          expect(ending).toBe('whole')
          const wanted = Array.isArray(plain)
            ? plain.map((each) => ({ key: '', each }))
            : Object.entries(plain).flatMap(([key, list]) =>
                Array.isArray(list) ? list.map((each) => ({ key, each })) : [],
              )
          expect(valuesOf(found)).toEqual(wanted.map(({ each }) => each))
          expect(found.map(({ key }) => key)).toEqual(wanted.map(({ key }) => key))
          expect(found.map(({ at }) => at)).toEqual(wanted.map((_, i) => i + 1))
        },
      ),
      { numRuns: 1500 },
    )
  })

  it.each<[string, string, unknown[], string]>([
    [
      'brackets and quotes inside words',
      '[{"a":"]}[{\\"]"},{"b":"\\\\"}]',
      [{ a: ']}[{"]' }, { b: '\\' }],
      'whole',
    ],
    ['a byte order mark', '\ufeff[1, 2]', [1, 2], 'whole'],
    ['an empty list', '[]', [], 'whole'],
    ['an empty object', '{}', [], 'whole'],
    ['a file that ends in the middle', '[{"a":1},{"a":', [{ a: 1 }], 'cut'],
    ['a file that ends in words', '{"x":[{"a":"b', [], 'cut'],
    ['something behind the document', '[1] [2]', [1], 'broken'],
    ['no JSON', 'hello', [], 'broken'],
    ['only a string', '"hello"', [], 'broken'],
    ['nothing', '', [], 'broken'],
  ])('are told with their ending: %s', (_what, text, values, ending) => {
    for (const size of [1, 3, 1000]) {
      const read = piecesOf(text, size)
      expect(valuesOf(read.found)).toEqual(values)
      expect(read.ending).toBe(ending)
    }
  })

  it('go on behind an element that is too long', () => {
    const { found, ending } = piecesOf(`[1,"${'x'.repeat(500)}",3]`, 7, 100)
    expect(found.map(({ bytes }) => bytes?.toString())).toEqual(['1', undefined, '3'])
    expect(ending).toBe('whole')
  })
})
