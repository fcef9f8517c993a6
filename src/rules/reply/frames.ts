import type { Vocabulary } from '../reading/lexicon.ts'
import { compilePhrases } from '../reading/pattern.ts'
import { openingOf } from './opening.ts'

/** Private-use code that stands for "accounted for by a frame". */
export const NEUTRAL = 0xf8ff
const NEUTRAL_CHAR = String.fromCharCode(NEUTRAL)

/** Phrases by the code that they can begin with: a reply must not cost the number of phrases. */
function byOpening(phrases: readonly string[], vocabulary: Vocabulary): (code: number) => readonly RegExp[] {
  // A row for every code: with holes in it, it would be kept as a dictionary.
  const byCode: (RegExp[] | undefined)[] = new Array(vocabulary.codes).fill(undefined)
  const anywhere: RegExp[] = []
  for (const phrase of phrases) {
    const expression = compilePhrases([phrase], vocabulary, 'y')
    const { codes, open } = openingOf(expression.source)
    if (open) anywhere.push(expression)
    else
      for (const code of codes) {
        const row = byCode[code] ?? []
        row.push(expression)
        byCode[code] = row
      }
  }
  for (const [code, list] of byCode.entries()) if (list !== undefined) byCode[code] = [...list, ...anywhere]
  return (code) => byCode[code] ?? anywhere
}

/** Replaces every turn of phrase that a frame covers; of several that begin at one word, the longest counts. */
export function framer(frames: readonly string[], vocabulary: Vocabulary): (code: string) => string {
  const beginning = byOpening(frames, vocabulary)
  return (code) => {
    let out = ''
    let from = 0
    let at = 0
    while (at < code.length) {
      let longest = 0
      for (const expression of beginning(code.charCodeAt(at))) {
        expression.lastIndex = at
        if (expression.test(code) && expression.lastIndex - at > longest) longest = expression.lastIndex - at
      }
      if (longest > 0) {
        out += code.slice(from, at) + NEUTRAL_CHAR
        from = at + longest
      }
      at += Math.max(longest, 1)
    }
    return from === 0 ? code : out + code.slice(from)
  }
}

/** Whether one of the phrases stands in a sentence. */
export function spotter(phrases: readonly string[], vocabulary: Vocabulary): (code: string) => boolean {
  const beginning = byOpening(phrases, vocabulary)
  return (code) => {
    for (let at = 0; at < code.length; at++) {
      for (const expression of beginning(code.charCodeAt(at))) {
        expression.lastIndex = at
        if (expression.test(code)) return true
      }
    }
    return false
  }
}
