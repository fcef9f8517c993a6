import type { Hit, Reading } from '../../kit.ts'

/** Index of the code unit at, or else behind, a character of the normalized text. */
export function codeAt(reading: Reading, offset: number): number {
  const { tokens, last } = reading
  let low = 0
  let high = last.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens.end[last[middle] as number] as number) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** Number of the sentence in `reading.sentences` that holds a code unit; the nearest before it at a stop. */
export function sentenceOf(reading: Reading, code: number): number {
  const { sentences } = reading
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sentences[middle] as { from: number }).from <= code) low = middle
    else high = middle - 1
  }
  return low
}

/** A finding at characters of the normalized text. */
export function hitAt({ normalized }: Reading, from: number, to: number): Hit {
  return { start: normalized.start(from), end: normalized.end(to) }
}

/** The longest stretch of a sentence that is looked at: nobody writes longer ones, except to keep a rule busy. */
const LONGEST = 300

/** The coded sentence around a code unit, or as much of it as stands near. */
export function sentenceText(reading: Reading, code: number): string {
  const sentence = reading.sentences[sentenceOf(reading, code)]
  if (sentence === undefined) return ''
  return reading.code.slice(Math.max(sentence.from, code - LONGEST), Math.min(sentence.to, code + LONGEST))
}
