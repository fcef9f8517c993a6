import { describe, expect, test } from 'vitest'
import { openEngine } from '../../src/library.ts'

const engine = openEngine()
const verdict = (text: string, kind: 'comment_reply' | 'caption') => engine.check({ text, kind }).verdict

describe('an answer without words', () => {
  test.each(['❤️❤️❤️', '🙏🏽', '👏👏 !', '🎉🥳'])('%s says nothing', (text) => {
    expect(verdict(text, 'comment_reply')).toBe('clear')
  })

  test.each(['👶🎉', '🦷', '💉❤️', '...', '❤️ 5'])('%s may say something', (text) => {
    expect(verdict(text, 'comment_reply')).toBe('unchecked')
  })

  test('a post of hearts goes with a picture that somebody has to see', () => {
    expect(verdict('❤️', 'caption')).toBe('unchecked')
  })
})
