import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findId } from '../../src/cli/check/broken.ts'
import { createLines } from '../../src/cli/check/lines.ts'

/** Cuts `text` into chunks of `size` bytes and returns the lines that come out. */
function linesOf(text: string | Buffer, size: number, limit = 1000) {
  const bytes = Buffer.from(text)
  const lines = createLines(limit)
  const out = []
  for (let at = 0; at < bytes.length; at += size) out.push(...lines.push(bytes.subarray(at, at + size)))
  return [...out, ...lines.end()].map((line) => (line.tooLong ? 'too long' : line.bytes.toString()))
}

describe('lines of a stream', () => {
  it.each([
    ['newlines', 'a\nb\n', ['a', 'b']],
    ['a last line without newline', 'a\nb', ['a', 'b']],
    ['empty lines', 'a\n\nb', ['a', '', 'b']],
    ['a byte order mark, once', '\ufeffa\n\ufeffb', ['a', '\ufeffb']],
    ['Windows line ends', 'a\r\nb\r\n', ['a\r', 'b\r']],
    ['nothing', '', []],
    ['a line at the limit', `${'x'.repeat(1000)}\nb`, ['x'.repeat(1000), 'b']],
    ['a line beyond the limit', `${'x'.repeat(1001)}\nb`, ['too long', 'b']],
    ['a last line beyond the limit', `a\n${'x'.repeat(5000)}`, ['a', 'too long']],
  ])('come out whole from %s, however it is chunked', (_name, text, lines) => {
    for (const size of [1, 2, 3, 7, 100_000]) expect(linesOf(text, size)).toEqual(lines)
  })

  it('are those of split, for any bytes in any chunks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'é', '\n', '\r\n', '漢')),
        fc.integer({ min: 1, max: 9 }),
        (parts, size) => {
          const text = parts.join('')
          const expected = text.split('\n')
          if (expected.at(-1) === '') expected.pop()
          expect(linesOf(text, size)).toEqual(expected)
        },
      ),
    )
  })

  it('keep only the beginning of a line that is too long', () => {
    const lines = createLines(100_000)
    const chunk = Buffer.alloc(64 * 1024, 'x')
    for (let i = 0; i < 1000; i++) expect(lines.push(chunk)).toEqual([])
    expect(lines.end()[0]?.bytes.length).toBe(64 * 1024)
  })
})

describe('the id of a broken line', () => {
  it.each([
    ['{"id":"a1","text":"x"', 'a1'],
    ['{"text":"x","id":7,', 7],
    ['{"id":"quo\\"te","text":', 'quo"te'],
    ['{ "id" : "spaces" , "text" : }', 'spaces'],
    ['{"n":[1,{"id":"inner"}],"id":"outer",!', 'outer'],
    ['{"tags":["id","x"],"id":3 oops', 3],
    ['{"text":"my \\"id\\":\\"no\\" ","id":"yes"', 'yes'],
    ['{"text":"{\\"id\\":5}"', undefined],
    ['{"text":"unfinished, "id":"never', undefined],
    ['{"id":{"a":1}}', undefined],
    ['{"id":true}', undefined],
    ['{"id":"\ufffd"}', undefined],
    ['["id","x"]', undefined],
    ['"id":"x"', undefined],
    ['id=5', undefined],
    ['', undefined],
  ])('of %s is %j', (line, id) => {
    expect(findId(line)).toBe(id)
  })

  it('is looked for in bounded time, whatever the line', () => {
    fc.assert(fc.property(fc.string(), (line) => void findId(line)))
    expect(findId(`{"a":"${'\\'.repeat(8_000_000)}`)).toBeUndefined()
    expect(findId('{"a":['.repeat(1_000_000))).toBeUndefined()
  })
})
