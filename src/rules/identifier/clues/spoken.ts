import type { Reading } from '../../kit.ts'
import { once } from '../../reading/once.ts'
import { NUMBER, SIGN, STOP, type Tokens } from '../../reading/tokens.ts'
import { SIGNS } from '../../reading/words/signs.ts'
import { figuresOf } from './figures.ts'

export interface Spoken {
  /** Characters of the normalized text. */
  from: number
  to: number
  figures: string
}

const VALUE: Readonly<Record<string, string>> = {
  zero: '0',
  oh: '0',
  o: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
}
const TIMES: Readonly<Record<string, number>> = { double: 2, triple: 3 }
const COUNTING = '0123456789 9876543210'
/** Figures in a row that are written out, or stand alone, before it is a way around a filter. */
const ENOUGH = 3
const ALONE = 7

/** Where a row goes on: what a token stands for, or nothing. */
function figuresAt(tokens: Tokens, i: number): string {
  const word = tokens.word[i] as string
  if (tokens.kind[i] === NUMBER) return /^\d(?:[.-]?\d){0,15}$/.test(word) ? word.replace(/[.-]/g, '') : ''
  return VALUE[word] ?? ''
}

/** Two of them in a row: most drafts have none. */
const WORDS = new RegExp(
  `\\b(?:${Object.keys(VALUE).join('|')})\\W{1,4}(?:${[...Object.keys(VALUE), ...Object.keys(TIMES)].join('|')}|\\d)\\b|\\b(?:double|triple) `,
  'i',
)

/** Numbers written out or pulled apart to get past a filter: "five five five, oh one three six", "5 5 5 . 0 1 3 6". */
export const spokenNumbers = once((reading: Reading): readonly Spoken[] =>
  figuresOf(reading).row >= ALONE ||
  (reading.tokens.signs & SIGNS.spelled && WORDS.test(reading.normalized.text))
    ? look(reading.tokens)
    : [],
)

function look(tokens: Tokens): Spoken[] {
  const found: Spoken[] = []
  let figures = ''
  let spelled = 0
  let single = 0
  let from = 0
  let to = 0
  let times = 1
  let gap = 0
  const end = () => {
    const enough = spelled >= ENOUGH || (spelled + single >= ALONE && spelled + single === figures.length)
    if (
      enough &&
      figures.length >= ALONE &&
      figures.length < 17 &&
      !COUNTING.includes(figures) &&
      !/^(.)\1{6,15}$/.test(figures)
    )
      found.push({ from: tokens.start[from] as number, to: tokens.end[to] as number, figures })
    figures = ''
    spelled = 0
    single = 0
    times = 1
  }
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens.word[i] as string
    const here = figuresAt(tokens, i)
    const many = TIMES[word]
    if (here === '' && many === undefined) {
      const separates = tokens.kind[i] === SIGN || (tokens.kind[i] === STOP && word === '.')
      if (figures !== '' && (!separates || ++gap > 2)) end()
      continue
    }
    if (figures === '') from = i
    gap = 0
    if (many !== undefined) {
      times = many
      continue
    }
    figures += here.repeat(times)
    times = 1
    to = i
    if (tokens.kind[i] !== NUMBER) spelled++
    else if (here.length === 1) single++
    else if (here.length === word.length - word.replace(/[.-]/g, '').length + 1) single += here.length
  }
  end()
  return found
}
