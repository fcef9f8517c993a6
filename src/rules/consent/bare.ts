import type { Matcher } from '../kit.ts'
import { spanOf } from '../kit.ts'
import { CODE } from '../reading/lexicon.ts'
import type { Reading } from '../reading/reading.ts'
import { portraits } from '../story/portrait.ts'

/** "BEFORE: …" and, sentences later, "AFTER: …". */
export const bothBare: Matcher = (vocabulary) => {
  const looks = portraits(vocabulary)
  const code = (word: string) => vocabulary.put(word)
  const [before, after] = [code('before'), code('after')]
  const opening = ['the', 'and'].map(code)
  const bare = new Set([
    ...[CODE.colon, CODE.stop, CODE.emoji, CODE.sign, CODE.quote, CODE.comma, CODE.tag],
    ...['pic', 'picture', 'photo'].map(code),
    Number.NaN,
  ])
  return Object.assign(
    ({ reading }: { reading: Reading }) => {
      const text = reading.code
      const b = place(text, before)
      const a = b < 0 ? -1 : place(text, after)
      if (a < 0) return []
      const { genre, a: one, figures, passages } = looks().of(reading)
      if (genre.elsewhere) return []
      // "Before: coffee. After: coffee."
      const { lists } = looks()
      const care = lists.a('procedure', 'condition', 'outcome', 'story.care', 'product', 'visit', 'measure')
      if ((one & care) === 0 && figures.length === 0 && passages.length > 1 && !passages.some((p) => p.told))
        return []
      return [spanOf(reading, Math.min(a, b), Math.max(a, b) + 1)]
    },
    { triggers: new Set([before]) },
  )

  function place(text: string, word: number): number {
    const letter = String.fromCharCode(word)
    for (let i = text.indexOf(letter); i >= 0; i = text.indexOf(letter, i + 1)) {
      const [prev, next] = [text.charCodeAt(i - 1), text.charCodeAt(i + 1)]
      if ((bare.has(prev) || opening.includes(prev)) && (bare.has(next) || next === code('on'))) return i
    }
    return -1
  }
}
