import { ANY_SIGN } from './words/signs.ts'
import { type Term, Terms, withLetter } from './words/terms.ts'

/** Words, numbers and signs of a normalized text, with their places. Columns instead of objects: it is fast. */
export const WORD = 1
export const NUMBER = 2
export const SIGN = 3
/** End of a sentence or of a line. */
export const STOP = 4
export const HANDLE = 5
export const HASHTAG = 6
export const LINK = 7
export const EMAIL = 8
export const EMOJI = 9

/** Flags of a word's spelling. */
export const CAPITAL = 1
export const ALLCAPS = 2
/** Second half of a contraction: it has no spelling of its own. */
export const PART = 4
/** Letters of a script other than Latin. */
export const FOREIGN = 8

export interface Tokens {
  length: number
  readonly kind: number[]
  readonly start: number[]
  readonly end: number[]
  /** Lower case; contractions taken apart ("we", "are"). */
  readonly word: string[]
  readonly flags: number[]
  /** What is known of the words. */
  readonly term: Term[]
  /** What all of them say together; see words/signs.ts. */
  signs: number
}

const CONTRACTED: ReadonlyMap<string, readonly [string, string]> = new Map(
  (
    "can't:can not|cannot:can not|cant:can not|won't:will not|wont:will not|shan't:shall not|ain't:is not|aint:is not|" +
    'dont:do not|didnt:did not|doesnt:does not|isnt:is not|wasnt:was not|werent:were not|havent:have not|' +
    'hasnt:has not|hadnt:had not|couldnt:could not|wouldnt:would not|shouldnt:should not|arent:are not|' +
    'youre:you are|youve:you have|youll:you will|youd:you would|weve:we have|theyre:they are|theyve:they have|' +
    'thats:that is|whats:what is|heres:here is|theres:there is|im:i am|ive:i have|hes:he is|shes:she is|' +
    'gonna:going to|wanna:want to|gotta:got to|lets:let us|thankyou:thank you|alot:a lot|yall:you all'
  )
    .split('|')
    .map((row) => {
      const [from, to] = row.split(':') as [string, string]
      return [from, to.split(' ') as unknown as readonly [string, string]]
    }),
)
const ENDINGS: readonly (readonly [string, string])[] = [
  ["n't", 'not'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'d", 'would'],
  ["'m", 'am'],
  ["'s", "'s"],
]
const DOMAIN =
  /^(?:https?:\/\/|www\.)\S|^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|io|co|us|edu|gov|info|biz|me|app|health|dental|clinic|care|med|example|link|ly|tv|page|site|online|shop|store)(?:[/?#:]|$)/i
const OPAQUE = /[^\s,;!?"()<>[\]{}]{1,2000}/y
const MARKS = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u
const LETTER = /\p{L}|\p{N}/u

const enum_ = { letter: 1, digit: 2, space: 3, other: 4 } as const
const CLASS = new Uint8Array(128).fill(enum_.other)
for (let c = 48; c <= 57; c++) CLASS[c] = enum_.digit
for (let c = 65; c <= 90; c++) CLASS[c] = CLASS[c + 32] = enum_.letter
for (const c of [9, 11, 12, 32]) CLASS[c] = enum_.space
/** A letter or a digit of ASCII. */
const isPlain = (c: number) => CLASS[c] === enum_.letter || CLASS[c] === enum_.digit

/** Tokens in the making. */
interface Making extends Tokens {
  readonly terms: Terms
}

function push(t: Making, kind: number, start: number, end: number, term: Term, flags = 0): void {
  t.kind.push(kind)
  t.start.push(start)
  t.end.push(end)
  t.word.push(term.word)
  t.flags.push(flags)
  t.term.push(term)
  t.signs |= term.signs
  t.length++
}

export function tokenize(text: string, terms: Terms = new Terms()): Tokens {
  const t: Making = {
    length: 0,
    kind: [],
    start: [],
    end: [],
    word: [],
    flags: [],
    term: [],
    signs: 0,
    terms,
  }
  const n = text.length
  let i = 0
  while (i < n) {
    const c = text.charCodeAt(i)
    const cls = c < 128 ? CLASS[c] : 0
    if (cls === enum_.space) {
      i++
    } else if (cls === enum_.letter || cls === enum_.digit) {
      i = cls === enum_.letter ? word(text, i, t) : number(text, i, t)
    } else if (c === 10 || c === 13) {
      push(t, STOP, i, i + 1, terms.of('\n'))
      i++
    } else if (c === 60 && markup(text, i) > 0) {
      const end = markup(text, i)
      t.signs = ANY_SIGN
      // A bold word is part of its sentence, a new paragraph is not.
      if (!/^<\/?(?:b|i|u|em|strong|span|a|small|mark|font|sup|sub)\b/i.test(text.slice(i, i + 9)))
        push(t, STOP, i, end, terms.of('<'))
      i = end
    } else if (c === 64 || c === 35) {
      i = tag(text, i, c, t)
    } else if (cls === enum_.other) {
      push(
        t,
        c === 33 || c === 63 || (c === 46 && ends(text, i, t)) ? STOP : SIGN,
        i,
        i + 1,
        terms.at(text, i, i + 1, withLetter(0, c)),
      )
      i++
    } else {
      i = foreign(text, i, t)
    }
  }
  return t
}

/** End of an HTML tag that begins here, or 0: what is inside a tag is not shown to anybody. */
function markup(text: string, from: number): number {
  const tag = /<\/?[a-z][^<>]{0,300}>/iy
  tag.lastIndex = from
  return tag.test(text) ? tag.lastIndex : 0
}

/** A full stop ends a sentence, but not in "3.5", "J.M." or "Dr. Lee". */
function ends(text: string, i: number, t: Tokens): boolean {
  if (CLASS[text.charCodeAt(i + 1)] === enum_.digit) return false
  const last = t.length - 1
  if (last < 0 || t.end[last] !== i || t.kind[last] !== WORD) return true
  const word = t.word[last] as string
  if (ABBREVIATED.has(word)) return !/^\s+[A-Z]/.test(text.slice(i + 1, i + 4))
  if (word.length > 1) return true
  // One letter: an initial where another follows or went before, "R. Smith" where a name follows.
  const next = text.charCodeAt(i + 1)
  const again = t.word[last - 1] === '.' && t.end[last - 1] === t.start[last]
  return !(again || ((next | 32) >= 97 && (next | 32) <= 122))
}
const ABBREVIATED = new Set(['dr', 'mr', 'mrs', 'ms', 'drs', 'st', 'prof', 'rev', 'no', 'vs', 'approx'])

/** Where a run of characters without spaces ends, its closing full stop not counted. */
function opaque(text: string, from: number): number {
  OPAQUE.lastIndex = from
  let end = OPAQUE.test(text) ? Math.min(OPAQUE.lastIndex, from + 2000) : from + 1
  while (end > from + 1 && /[.:'*_-]/.test(text[end - 1] as string)) end--
  return end
}

function word(text: string, from: number, t: Making): number {
  let i = from
  let capitals = 0
  let apostrophe = -1
  let foreign = false
  let repeated = false
  let before = 0
  let hash = 0
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i)
    let small = c
    if (c >= 97 && c <= 122) {
      if (c === before && text.charCodeAt(i - 2) === c) repeated = true
    } else if (c >= 65 && c <= 90) {
      capitals++
      small = c + 32
      if (c === before && text.charCodeAt(i - 2) === c) repeated = true
    } else if (c === 39) {
      const next = text.charCodeAt(i + 1) | 32
      if (next < 97 || next > 122) break
      apostrophe = i
    } else if (c < 128) {
      if (CLASS[c] !== enum_.digit) break
    } else if (LETTER.test(text[i] as string)) foreign = true
    else break
    hash = withLetter(hash, small)
    before = c
  }
  const c = text.charCodeAt(i)
  // "name@host", "https://…" and "clinic.com" are one piece.
  if (
    c === 64 ||
    (c === 58 && text.startsWith('://', i)) ||
    ((c === 46 || c === 45 || c === 95) && isPlain(text.charCodeAt(i + 1)))
  ) {
    const end = opaque(text, from)
    const whole = text.slice(from, end)
    if (/^[^@]+@[^@]+\.[a-z]{2,}$/i.test(whole)) {
      push(t, EMAIL, from, end, t.terms.of(whole.toLowerCase()))
      return end
    }
    if (DOMAIN.test(whole)) {
      push(t, LINK, from, end, t.terms.of(whole.toLowerCase()))
      return end
    }
  }
  const term = foreign ? t.terms.of(text.slice(from, i).toLowerCase()) : t.terms.at(text, from, i, hash)
  const lower = term.word
  const first = text.charCodeAt(from)
  const flags =
    (first >= 65 && first <= 90 ? CAPITAL : 0) | (capitals > 1 && capitals === i - from ? ALLCAPS : 0)
  if (term.pair === undefined) term.pair = CONTRACTED.get(lower) ?? null
  const { pair } = term
  if (pair !== null) {
    const cut = Math.min(i, from + pair[0].length)
    push(t, WORD, from, cut, t.terms.of(pair[0]), flags)
    push(t, WORD, cut, i, t.terms.of(pair[1]), PART)
    return i
  }
  if (apostrophe > 0) {
    for (const [ending, meaning] of ENDINGS) {
      if (!lower.endsWith(ending) || lower.length === ending.length) continue
      const cut = i - ending.length
      const stem = lower.slice(0, -ending.length)
      push(t, WORD, from, cut, t.terms.of(stem), flags)
      push(t, WORD, cut, i, t.terms.of(meaning), PART)
      return i
    }
  }
  push(t, WORD, from, i, repeated ? t.terms.of(squeeze(lower)) : term, flags)
  return i
}

/** "sooooo" is "so": nobody means three of one letter. */
function squeeze(word: string): string {
  return word.replace(/(.)\1{2,20}/g, '$1')
}

function number(text: string, from: number, t: Making): number {
  let i = from
  let hash = 0
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i)
    const digit = c >= 48 && c <= 57
    if (!digit && !((c === 46 || c === 44) && CLASS[text.charCodeAt(i + 1)] === enum_.digit)) break
    hash = withLetter(hash, c)
  }
  push(t, NUMBER, from, i, t.terms.at(text, from, i, hash))
  return i
}

function tag(text: string, from: number, c: number, t: Making): number {
  const match = /[@#][\p{L}\p{N}_.]*[\p{L}\p{N}_]/uy
  match.lastIndex = from
  const found = match.exec(text)?.[0]
  if (found === undefined) {
    push(t, SIGN, from, from + 1, t.terms.at(text, from, from + 1, withLetter(0, c)))
    return from + 1
  }
  push(t, c === 64 ? HANDLE : HASHTAG, from, from + found.length, t.terms.of(found.toLowerCase()))
  return from + found.length
}

function foreign(text: string, from: number, t: Making): number {
  const code = text.codePointAt(from) as number
  const size = code > 0xffff ? 2 : 1
  const char = String.fromCodePoint(code)
  if (LETTER.test(char)) {
    let i = from + size
    while (i < text.length) {
      const next = text.codePointAt(i) as number
      if (next < 128 ? CLASS[next] !== enum_.letter : !LETTER.test(String.fromCodePoint(next))) break
      i += next > 0xffff ? 2 : 1
    }
    push(t, WORD, from, i, t.terms.of(text.slice(from, i).toLowerCase()), FOREIGN)
    return i
  }
  push(t, MARKS.test(char) ? EMOJI : SIGN, from, from + size, t.terms.of(char))
  return from + size
}
