import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean } from '../../../src/adapters/slack/render/text.ts'
import { asMarkdown } from '../../../src/adapters/slack/stream/markdown.ts'
import { actingIn, readMarkdown } from './streams.ts'

const PIECES = [
  ...'\\`*_{}[]()#+-.!~|<>&@:=/ \n1a\u00e9',
  'channel',
  '<!here>',
  '<@U1>',
  '&lt;',
  '://',
  'http',
  'evil.example',
  ':smile:',
  '\u{1f9b7}',
]

describe('words in a stream are letters', () => {
  it.each([
    ['<!channel> look', '&lt;!channel&gt; look'],
    ['AT&T', 'AT&amp;T'],
    ['**No.** _Never_', '\\*\\*No.\\*\\* \\_Never\\_'],
    ['[here](x)', '\\[here\\]\\(x\\)'],
    ['# 45 CFR 164.502(a)', '\\# 45 CFR 164.502\\(a\\)'],
    ['1. first', '1\\. first'],
    ['- first', '\\- first'],
    ['well-known: $50,000 (e.g. a fine)', 'well-known: $50,000 \\(e.g. a fine\\)'],
    ['@here', '@\u2060here'],
    ['https://evil.example/x', 'https:\u2060//evil\u2060.example/x'],
    ['evil.example', 'evil\u2060.example'],
    [':tada:', ':\u2060tada:'],
    ['~~no~~', '~\u2060~no~\u2060~'],
    ['a\u202eb', 'ab'],
  ])('%s', (text, markdown) => {
    expect(asMarkdown(text)).toBe(markdown)
  })

  it('whatever they are: nothing in them calls, leads or formats, and every letter can be read', () => {
    const any = fc.oneof(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    )
    fc.assert(
      fc.property(any, (text) => {
        const markdown = asMarkdown(text)
        expect(actingIn(markdown)).toEqual([])
        expect(readMarkdown(markdown)).toBe(clean(text).replaceAll('\u2060', ''))
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    '<!here>',
    '<@U0DESK001>',
    '@channel',
    'https://evil.example',
    'evil.example',
    '*x*',
    ':tada:',
    '# x',
  ])('and as they are, %s would act', (text) => {
    expect(actingIn(text)).not.toEqual([])
  })
})
