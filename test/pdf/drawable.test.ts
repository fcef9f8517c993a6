import { describe, expect, it } from 'vitest'
import { drawable, NO_GLYPH } from '../../src/adapters/pdf/drawable.ts'

describe('what can be drawn', () => {
  const latin = (code: number) => code < 0x250
  it.each([
    ['Zoë Ünal', 'Zoë Ünal'],
    ['a\tb', 'a  b'],
    ['red\u001b[31m', 'red [31m'],
    ['right\u202eleft', 'rightleft'],
    ['half \ud83d', `half ${NO_GLYPH}`],
    ['你好 🙈', `${NO_GLYPH}${NO_GLYPH} ${NO_GLYPH}`],
    ['two\nlines', 'two\nlines'],
  ])('%j is drawn as %j', (text, drawn) => expect(drawable(text, latin)).toBe(drawn))
})
