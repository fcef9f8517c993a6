import type { Hit, Reading } from '../../kit.ts'
import { once } from '../../reading/once.ts'
import { OWN } from '../../reading/reading.ts'
import { CAPITAL, NUMBER, SIGN, STOP, type Tokens, WORD } from '../../reading/tokens.ts'
import { figuresOf } from './figures.ts'
import { hitAt } from './place.ts'
import { ABROAD, COMPASS, ENDING, FRONT, PLAIN, STATE, STREET, UNIT, WAY } from './streets.ts'

/** Tokens of one postal address. */
export interface Address {
  from: number
  to: number
}

const ROLE = new Map<string, number>([
  ...[...ABROAD].map((w) => [w, 1] as const),
  ...['apt', 'apartment', 'suite', 'ste', 'unit', 'bldg'].map((w) => [w, 2] as const),
  ['box', 3] as const,
])

/** Where street addresses stand. Looked for from their numbers: a draft without digits has none. */
export const addressesIn: (reading: Reading) => readonly Address[] = once(look)

function look(reading: Reading): Address[] {
  const { tokens } = reading
  if (figuresOf(reading).digits === 0) return []
  const found: Address[] = []
  let behind = -1
  for (let i = 0; i < tokens.length; i++) {
    const core = coreAt(tokens, i)
    if (core === undefined) continue
    const near = back(tokens, core.from, behind)
    const from = tokens.kind[core.from] === WORD ? above(tokens, near, behind) : near
    behind = onward(tokens, core.to)
    found.push({ from, to: behind })
    i = behind
  }
  return found
}

/** What nothing but an address has: street with number, unit, box, State with ZIP. */
function coreAt(tokens: Tokens, i: number): Address | undefined {
  const kind = tokens.kind[i]
  if (kind === NUMBER)
    return tokens.kind[i + 1] === WORD || word(tokens, i + 1) === '-'
      ? (numbered(tokens, i) ?? loose(tokens, i))
      : figures(tokens, i + 1)
        ? loose(tokens, i)
        : undefined
  if (kind !== WORD) return undefined
  const text = tokens.word[i] as string
  const role = ROLE.get(text)
  if (role === 2) return unit(tokens, i)
  if (role === 3) return boxed(tokens, i)
  const next = tokens.kind[i + 1]
  if (next === NUMBER && text.length === 2) return zipped(tokens, i)
  return role === 1 || next === NUMBER || (next === WORD && ROLE.get(tokens.word[i + 1] as string) === 1)
    ? foreign(tokens, i)
    : undefined
}

export const isOwn = ({ marks }: Reading, { from, to }: Address) => {
  for (let i = from; i <= to; i++) if ((marks[i] as number) & OWN) return true
  return false
}

export function spanned(reading: Reading, { from, to }: Address): Hit {
  return hitAt(reading, reading.tokens.start[from] as number, reading.tokens.end[to] as number)
}

const word = (tokens: Tokens, i: number) => tokens.word[i] ?? ''
const capital = (tokens: Tokens, i: number) =>
  tokens.kind[i] === WORD && ((tokens.flags[i] as number) & CAPITAL) !== 0
const figures = (tokens: Tokens, i: number) => tokens.kind[i] === NUMBER && /^\d{1,6}$/.test(word(tokens, i))
const named = (tokens: Tokens, i: number) =>
  tokens.kind[i] === WORD && !PLAIN.has(word(tokens, i)) && !UNIT.has(word(tokens, i))

/** "212 Birchwood Ln", "40 E Superior Street", "47 quarry rd", "1436 42nd Ave" */
function numbered(tokens: Tokens, i: number): Address | undefined {
  if (!figures(tokens, i) && !(tokens.kind[i] === NUMBER && /^\d{1,6}-\d{1,4}$/.test(word(tokens, i))))
    return undefined
  if (word(tokens, i - 1) === '$' || word(tokens, i + 1) === '%') return undefined
  let k = i + 1
  if (tokens.kind[k] === WORD && word(tokens, k).length === 1 && !COMPASS.has(word(tokens, k))) k++
  if (COMPASS.has(word(tokens, k))) k += word(tokens, k + 1) === '.' ? 2 : 1
  let names = 0
  let capitals = 0
  for (; k <= i + 7 && k < tokens.length; k++) {
    const text = word(tokens, k)
    const kind = tokens.kind[k]
    if (names > 0 && STREET.has(text) && !/^(?:st|dr)$/.test(word(tokens, k + 1))) {
      // "5 minute drive", "2 blocks down the road": only a street name or a capital makes it an address.
      const sure =
        text !== 'drive' &&
        text !== 'court' &&
        text !== 'circle' &&
        text !== 'trail' &&
        text !== 'terrace' &&
        text !== 'lane' &&
        text !== 'road' &&
        text !== 'street'
      if (capitals > 0 || (sure && names < 3) || (names === 1 && /^(?:road|street|lane)$/.test(text)))
        return { from: i, to: dotted(tokens, k) }
      return undefined
    }
    if (names > 0 && capitals > 0 && WAY.has(text) && capital(tokens, k))
      return { from: i, to: dotted(tokens, k) }
    if (kind === NUMBER && /^\d{1,3}$/.test(text) && /^(?:st|nd|rd|th)$/.test(word(tokens, k + 1))) {
      k++
      names++
      capitals++
      continue
    }
    if (!named(tokens, k)) return undefined
    names++
    if (capital(tokens, k)) capitals++
    if (names > 4) return undefined
  }
  return undefined
}

/** "137 Avenue Teboulbi", "9816 214 Pavlou Drandaki", "5049 Harjukuja 54" behind "at", "is", "to" or at the start of a line. */
function loose(tokens: Tokens, i: number): Address | undefined {
  const twice = figures(tokens, i + 1)
  let k = twice ? i + 2 : i + 1
  const way = FRONT.has(word(tokens, k)) && capital(tokens, k)
  let names = 0
  while (k <= i + 6 && capital(tokens, k) && named(tokens, k) && word(tokens, k).length > 1) {
    names++
    k++
  }
  if (names === 0) return undefined
  if (way && names > 1) return { from: i, to: k - 1 }
  const cue = /^(?:at|is|to|address|on|in|off|:|\n|>|\?)$/.test(word(tokens, i - 1)) || i === 0
  const ends =
    figures(tokens, k) &&
    word(tokens, k).length < 5 &&
    word(tokens, k + 1) !== '%' &&
    (tokens.kind[k + 1] !== WORD || /^(?:st|street|apt|suite)$/.test(word(tokens, k + 1)))
  if (cue && word(tokens, i).length > 2 && (ends || (twice && names > 1)))
    return { from: i, to: ends ? k : k - 1 }
  return undefined
}
const dotted = (tokens: Tokens, k: number) =>
  word(tokens, k + 1) === '.' && tokens.start[k + 1] === tokens.end[k] && k + 2 < tokens.length ? k + 1 : k

/** "Rua do Arenque 1634", "Søndergade 52", "12 Passauer Strasse 33" */
function foreign(tokens: Tokens, i: number): Address | undefined {
  if (!capital(tokens, i) && !ENDING.test(word(tokens, i))) return undefined
  const text = word(tokens, i)
  if (ABROAD.has(text)) {
    for (let k = i + 1; k <= i + 5; k++) {
      if (figures(tokens, k)) return { from: i, to: k }
      if (tokens.kind[k] !== WORD && word(tokens, k) !== '.') return undefined
    }
  }
  if (ENDING.test(text) && figures(tokens, i + 1)) return { from: i, to: i + 1 }
  if (
    ABROAD.has(word(tokens, i + 1)) &&
    (figures(tokens, i + 2) || (word(tokens, i + 2) === '.' && figures(tokens, i + 3)))
  )
    return { from: i, to: figures(tokens, i + 2) ? i + 2 : i + 3 }
  return undefined
}

/** "Apt. 864", "Suite 210", "Unit 7349 Box 6067" */
function unit(tokens: Tokens, i: number): Address | undefined {
  let k = i + 1
  while (k <= i + 3 && /^[.#]$/.test(word(tokens, k))) k++
  if (!/^\d{1,5}[a-z]?$|^[a-z]$/.test(word(tokens, k))) return undefined
  return { from: i, to: k }
}

/** "P.O. Box 149", "PSC 1437, Box 3833", "APO AE 99081" */
function boxed(tokens: Tokens, i: number): Address | undefined {
  if (
    word(tokens, i) === 'box' &&
    figures(tokens, i + 1) &&
    /^(?:o|po|\.|,|\d{1,5})$/.test(word(tokens, i - 1))
  ) {
    let from = i
    while (
      from > 0 &&
      from > i - 6 &&
      /^(?:p|o|po|\.|,|psc|unit|cmr|\d{1,5})$/.test(word(tokens, from - 1)) &&
      word(tokens, from - 1) !== '\n'
    )
      from--
    return { from, to: i + 1 }
  }
  return undefined
}

/** "IL 60543", "Cut Off, LA 70345-1234" */
function zipped(tokens: Tokens, i: number): Address | undefined {
  return tokens.kind[i] === WORD && isState(tokens, i) && zip(tokens, i + 1)
    ? { from: i, to: i + 1 }
    : undefined
}

function isState(tokens: Tokens, i: number): boolean {
  return (
    word(tokens, i).length === 2 &&
    ((tokens.flags[i] as number) & CAPITAL) !== 0 &&
    STATE.test(word(tokens, i).toUpperCase())
  )
}
const zip = (tokens: Tokens, i: number) =>
  tokens.kind[i] === NUMBER && /^\d{5}(?:-\d{4})?$/.test(word(tokens, i))

/** Where the line above begins, if it is short and holds a number: "20789 Allika 46", then "Suite 501". */
function above(tokens: Tokens, from: number, stop: number): number {
  let i = from - 1
  while (i > stop && (tokens.kind[i] === SIGN || tokens.kind[i] === STOP) && i > from - 7) i--
  if (i <= stop || from - i < 2 || !lineBreak(tokens, i + 1, from)) return from
  let start = i
  let number = false
  for (let k = i; k > stop && k > i - 9 && (tokens.kind[k] !== STOP || word(tokens, k) === '.'); k--) {
    number ||= tokens.kind[k] === NUMBER
    if (tokens.kind[k] === WORD && PLAIN.has(word(tokens, k))) break
    if (tokens.kind[k] !== SIGN) start = k
  }
  return number ? start : from
}

function lineBreak(tokens: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (word(tokens, i) === '\n') return true
  return false
}

/** Numbers and names on the same line in front: "86036 Rua do …", "Edgebrook, IL 60543". */
function back(tokens: Tokens, from: number, stop: number): number {
  let i = from
  for (let steps = 0; steps < 8 && i - 1 > stop; steps++) {
    const k = i - 1
    if (tokens.kind[k] === NUMBER && /^\d{1,6}$/.test(word(tokens, k))) i = k
    else if (
      capital(tokens, k) &&
      named(tokens, k) &&
      (tokens.kind[from] !== NUMBER || figures(tokens, k - 1))
    )
      i = k
    else if (word(tokens, k) === ',' && (capital(tokens, k - 1) || figures(tokens, k - 1))) i = k
    else break
  }
  while (word(tokens, i) === ',' && i < from) i++
  return i
}

/** Suite, town, State, ZIP and country, on this line and the next ones. */
function onward(tokens: Tokens, to: number): number {
  let last = to
  let words = 0
  for (let i = to + 1; i < tokens.length && i <= to + 26; i++) {
    const kind = tokens.kind[i]
    const text = word(tokens, i)
    if (kind === SIGN) {
      if (!/^[,#-]$/.test(text) && !(text === '>' && word(tokens, i - 1) === '\n')) break
    } else if (kind === STOP) {
      if (text === '.' && word(tokens, i - 1).length > 4) break
      if (text !== '.' && text !== '\n' && !(text === '?' && /^[?\n]$/.test(word(tokens, i - 1)))) break
      if (text === '\n' && !goesOn(tokens, i)) break
    } else if (kind === NUMBER) {
      // Figures on the same line that no comma or unit announces are a telephone or a price.
      if (
        !/^\d{1,5}(?:-\d{4})?$/.test(text) ||
        (word(tokens, i + 1) === '-' && tokens.end[i] === tokens.start[i + 1])
      )
        break
      last = i
      if (zip(tokens, i) && isState(tokens, i - 1)) break
    } else if (kind === WORD) {
      if (UNIT.has(text) || isState(tokens, i)) last = i
      else if (capital(tokens, i) && !PLAIN.has(text) && words < 7) {
        words++
        last = i
      } else break
    } else break
  }
  return last
}

/** A line of an address: begins with a capital or a figure and is short. */
function goesOn(tokens: Tokens, newline: number): boolean {
  let i = newline + 1
  while (tokens.kind[i] === STOP || /^[,>]$/.test(word(tokens, i))) i++
  if (!(capital(tokens, i) || tokens.kind[i] === NUMBER) || PLAIN.has(word(tokens, i))) return false
  let length = 0
  for (; i < tokens.length && tokens.kind[i] !== STOP; i++) length++
  return length <= 5
}
