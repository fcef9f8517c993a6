import { describe, expect, it } from 'vitest'
import { inert } from '../src/adapters/terminal/inert.ts'
import { paragraph, widthOf } from '../src/adapters/terminal/layout.ts'
import { markedSpans } from '../src/adapters/terminal/marks.ts'
import { canvasOf, createTerminal } from '../src/adapters/terminal/platform.ts'
import { render } from '../src/adapters/terminal/render.ts'
import type { Mark } from '../src/bot/reply.ts'

const plain = { columns: 20, colour: false }

describe('text in a terminal', () => {
  it.each([
    ['an escape sequence', '\u001b[2Jx', '␛[2Jx'],
    ['a C1 control', '\u009b31m', '<U+009B>31m'],
    ['a bidi override', 'a\u202eb', 'a<U+202E>b'],
    ['a tag character', 'a\u{e0041}', 'a<U+E0041>'],
    ['half a surrogate pair', 'a\ud800b', 'a<U+D800>b'],
    ['a carriage return that would overwrite the line', 'bad\rgood', 'bad␍good'],
    ['a Windows line end', 'a\r\nb', 'a\nb'],
    ['a family emoji, whole', '👨‍👩‍👧', '👨‍👩‍👧'],
    ['an accent of its own', 'e\u0301', 'e\u0301'],
  ])('shows %s as something harmless', (_name, text, shown) => {
    expect(inert(text)).toBe(shown)
  })

  it.each([
    ['a', 1],
    ['é', 1],
    ['e\u0301', 1],
    ['漢', 2],
    ['ｆ', 2],
    ['한', 2],
    ['😀', 2],
    ['❤️', 2],
    ['👨‍👩‍👧', 2],
    ['🇺🇸', 2],
    ['\u200d', 0],
  ])('takes %j for %i cells', (grapheme, cells) => {
    expect(widthOf(grapheme)).toBe(cells)
  })

  it.each([
    ['at blanks', 'one two three four five six', ['one two three four', 'five six']],
    ['words longer than a line', 'x'.repeat(45), ['x'.repeat(20), 'x'.repeat(20), 'x'.repeat(5)]],
    ['exactly full lines', 'aaaaaaaaaa bbbbbbbbb cc', ['aaaaaaaaaa bbbbbbbbb', 'cc']],
    ['wide characters, never in half', '漢'.repeat(11), ['漢'.repeat(10), '漢']],
    ['its own line ends', 'a\n\nb', ['a', '', 'b']],
    ['nothing', '', ['']],
  ])('wraps %s', (_name, text, lines) => {
    expect(paragraph([{ text }], plain).split('\n')).toEqual(lines)
  })

  it('never writes a line wider than the terminal, hanging indent included', () => {
    const text =
      'Thank you 漢字漢字漢字 so much for 😀😀😀😀😀😀😀😀😀😀😀 a-very-long-word-without-any-blank-in-it'
    for (const line of paragraph([{ text }], { columns: 24, colour: false }, 4).split('\n')) {
      const cells = [...new Intl.Segmenter().segment(line)].reduce(
        (sum, part) => sum + widthOf(part.segment),
        0,
      )
      expect(cells).toBeLessThanOrEqual(24)
    }
  })
})

describe('marks in a terminal', () => {
  const mark = (start: number, end: number, finding = 1): Mark => ({ start, end, finding, tone: 'stop' })
  it.each([
    ['one', 'Hi Sarah!', [mark(3, 8)], 'Hi «Sarah»[1]!'],
    ['two in a row', 'ab', [mark(0, 1), mark(1, 2, 2)], '«a»[1]«b»[2]'],
    ['overlapping', 'abcdef', [mark(0, 4), mark(2, 6, 2)], '«ab«cd»[1]ef»[2]'],
    ['beyond the end', 'abc', [mark(1, 99)], 'a«bc»[1]'],
    ['backwards or empty', 'abc', [mark(2, 1), mark(1, 1)], 'abc'],
    ['inside a surrogate pair', 'a😀b', [mark(0, 2)], '«a»[1]😀b'],
    ['none', 'abc', [], 'abc'],
  ])('shows %s', (_name, text, marks, shown) => {
    expect(
      markedSpans(text, marks, false)
        .map((span) => span.text)
        .join(''),
    ).toBe(shown)
  })

  it('underlines and numbers in colour', () => {
    const text = paragraph(markedSpans('Hi Sarah!', [mark(3, 8)], true), { columns: 80, colour: true })
    expect(text).toBe('Hi \u001b[4;31mSarah\u001b[0m\u001b[1;31m[1]\u001b[0m!')
  })
})

describe('buttons in a terminal', () => {
  const button = (label: string, more = false) => ({ action: 'a/b', label, ...(more ? { more } : {}) })
  const render40 = (...buttons: ReturnType<typeof button>[]) =>
    render({ blocks: [{ type: 'buttons', buttons }], summary: '' }, { columns: 40, colour: false })

  it('stand in a line, and those behind “More…” in one of their own that begins with it', () => {
    const hidden = ['Copy the advice', 'Not a problem', 'It is a story'].map((label) => button(label, true))
    expect(render40(button('Write it for me'), ...hidden).replaceAll('\u00a0', ' ')).toBe(
      '( Write it for me )\nMore: Copy the advice · Not a problem ·\n      It is a story',
    )
  })

  it('have no such line where there is nothing to put into it', () => {
    expect(render40(button('One'), button('Two', true)).replaceAll('\u00a0', ' ')).toBe('( One )  ( Two )')
  })
})

describe('colour', () => {
  it.each([
    ['a terminal', true, {}, true],
    ['a pipe', false, {}, false],
    ['a terminal with NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['a dumb terminal', true, { TERM: 'dumb' }, false],
  ])('in %s: %s', (_name, isTTY, env, colour) => {
    expect(canvasOf({ write: () => {}, isTTY, columns: 120 }, env)).toEqual({
      columns: isTTY ? 100 : 80,
      colour,
    })
  })

  it('is left out everywhere when it is off', async () => {
    let raw = ''
    const terminal = createTerminal({ write: (text) => (raw += text) }, plain)
    const blocks = [{ type: 'verdict' as const, tone: 'stop' as const, title: 'Stop', text: 'why' }]
    await terminal.deliver({ audience: 'private', blocks, summary: '' }, {} as never)
    expect(raw).toBe('Stop\nwhy\n')
  })
})
