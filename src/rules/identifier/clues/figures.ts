import type { Reading } from '../../kit.ts'
import { once } from '../../reading/once.ts'

/** Something with digits in it that could be the number of a record, a card, a device. */
export interface Chunk {
  value: string
  from: number
  to: number
}

/** What figures a draft has: most have few, and most rules here can stop at that. */
export interface Figures {
  /** Digits in the whole draft. */
  digits: number
  /** Digits in the longest row, with blanks, dots, dashes, slashes and brackets inside. */
  row: number
  /** Letters and digits in the longest word that has both or only digits. */
  word: number
  /** Two digits at least, no year. */
  chunks: readonly Chunk[]
}

const VALUE =
  /(?<![\w$/.-])(?=[A-Za-z-]{0,18}\d)[A-Za-z\d]{1,18}(?:[-/ ](?:[A-Z\d]{1,12}|[a-z]?\d[a-z\d]{0,11})(?![A-Za-z])){0,4}(?!\w)/g
const DIGIT = /\d/
const YEAR = /^(?:19|20)\d\d$/
const NONE: Figures = { digits: 0, row: 0, word: 0, chunks: [] }

export const figuresOf = once((reading: Reading): Figures => count(reading.normalized.text))

function count(text: string): Figures {
  if (!DIGIT.test(text)) return NONE
  let digits = 0
  let row = 0
  let longest = 0
  let word = 0
  let mixed = 0
  let digital = false
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c >= 48 && c <= 57) {
      digits++
      if (++row > longest) longest = row
      word++
      digital = true
    } else if (c === 32 || (c >= 40 && c <= 47)) {
      word = 0
      digital = false
    } else {
      row = 0
      if ((c | 32) >= 97 && (c | 32) <= 122) word++
      else {
        word = 0
        digital = false
      }
    }
    if (digital && word > mixed) mixed = word
  }
  return { digits, row: longest, word: mixed, chunks: digits > 2 ? chunksOf(text) : [] }
}

function chunksOf(text: string): Chunk[] {
  const found: Chunk[] = []
  VALUE.lastIndex = 0
  for (let m = VALUE.exec(text); m !== null; m = VALUE.exec(text)) {
    const value = trimmed(m[0])
    VALUE.lastIndex = m.index + value.length
    if (digitsOf(value) < 2 || YEAR.test(value)) continue
    found.push({ value, from: m.index, to: m.index + value.length })
  }
  return found
}

/** Words behind the number are none of it: "20771 when", "55-2071 lol". */
function trimmed(value: string): string {
  if (!value.includes(' ')) return value
  const parts = value.split(' ')
  while (parts.length > 1 && !/\d/.test(parts.at(-1) as string)) parts.pop()
  return parts.join(' ')
}

export const digitsOf = (value: string) => value.replace(/\D/g, '').length
