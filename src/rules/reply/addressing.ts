import { CODE, type Vocabulary } from '../reading/lexicon.ts'
import { NEUTRAL } from './frames.ts'
import type { Topics } from './topics.ts'

/** Signs and the practice's own data say nothing about the reader. */
const MUTE: ReadonlySet<number> = new Set([
  CODE.comma,
  CODE.sign,
  CODE.colon,
  CODE.quote,
  CODE.emoji,
  CODE.own,
  CODE.staff,
  CODE.link,
  CODE.email,
  CODE.tag,
  NEUTRAL,
])
const BE = [
  'is',
  'are',
  'am',
  'be',
  'was',
  'were',
  'look',
  'looked',
  'seem',
  'got',
  'get',
  'have',
  'has',
  'had',
]
/** "you" behind one of these does something, and what it does is said next. */
const OPENS = 'that if what how when whether why who and but so because since or hope wish know think believe'
/** "you" behind one of these is spoken to. */
const TURNS = 'thank invite encourage understand hear appreciate respect let to value'

/** Whether a sentence with "you" speaks of nothing but words: of asking, reading, understanding, privacy. */
export function addressing(vocabulary: Vocabulary, { bit, bits }: Topics): (rest: string) => boolean {
  const codes = (words: string) => new Set(words.split(' ').map((word) => vocabulary.put(word)))
  const be = codes(BE.join(' '))
  const opens = codes(OPENS)
  const turns = codes(TURNS)
  const touches = bit.care | bit.past | bit.when | bit.ago | bit.measure | bit.come | bit.visit | bit.dear
  const { you, youown, said, soft, yours } = bit
  return (rest) => {
    const after = (from: number) => {
      let i = from
      while (i < rest.length && ((bits[rest.charCodeAt(i)] as number) & soft) !== 0) i++
      return i < rest.length ? rest.charCodeAt(i) : -1
    }
    for (let i = 0; i < rest.length; i++) {
      const code = rest.charCodeAt(i)
      const here = bits[code] as number
      if ((here & you) === 0) {
        if (MUTE.has(code)) continue
        if ((here & said) === 0 || (here & touches) !== 0) return false
        continue
      }
      const next = after(i + 1)
      if ((here & youown) !== 0) {
        if (next < 0 || ((bits[next] as number) & yours) === 0) return false
        i = rest.indexOf(String.fromCharCode(next), i + 1)
        continue
      }
      if (be.has(next)) return false
      const before = i === 0 ? CODE.comma : rest.charCodeAt(i - 1)
      if (turns.has(before)) continue
      const opened = before === CODE.comma || before === NEUTRAL || opens.has(before)
      if (!opened || next < 0 || next === CODE.comma) return false
    }
    return true
  }
}
