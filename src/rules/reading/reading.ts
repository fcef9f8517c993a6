import { CODE, type Entry, type Vocabulary } from './lexicon.ts'
import { type Normalized, normalize } from './normalize.ts'
import {
  ALLCAPS,
  CAPITAL,
  EMAIL,
  EMOJI,
  FOREIGN,
  HANDLE,
  HASHTAG,
  LINK,
  NUMBER,
  PART,
  SIGN,
  STOP,
  type Tokens,
  tokenize,
} from './tokens.ts'
import type { Term } from './words/terms.ts'

export interface Span {
  /** UTF-16 offsets into the text as given. */
  start: number
  end: number
}

/** What earlier readers found out about single tokens: a person, the practice's own, staff. */
export type Marks = Uint8Array
export const PERSON = 1
export const STAFF = 2
export const OWN = 4

/** A draft as the rules see it: a string with one code unit for each word, and the way back. */
export interface Reading {
  readonly original: string
  readonly normalized: Normalized
  readonly tokens: Tokens
  readonly marks: Marks
  readonly code: string
  /** First and last token of each code unit. */
  readonly first: readonly number[]
  readonly last: readonly number[]
  /** Stretches of `code` between stops. */
  readonly sentences: readonly { from: number; to: number }[]
}

/** A draft taken apart, before it is known who is who. */
export interface Parts {
  readonly normalized: Normalized
  readonly tokens: Tokens
  readonly marks: Marks
  /** What the vocabulary has of each token. */
  readonly entries: readonly (Entry | undefined)[]
}

export function takeApart(text: string, vocabulary: Vocabulary): Parts {
  const normalized = normalize(text)
  const tokens = tokenize(normalized.text, vocabulary.terms)
  const entries: (Entry | undefined)[] = new Array(tokens.length)
  for (let i = 0; i < tokens.length; i++) entries[i] = (tokens.term[i] as Term).entry
  return { normalized, tokens, marks: new Uint8Array(tokens.length), entries }
}

export function encode(original: string, parts: Parts): Reading {
  const { tokens, marks, normalized, entries } = parts
  const codes: number[] = []
  const first: number[] = []
  const last: number[] = []
  for (let i = 0; i < tokens.length; i++) {
    const from = i
    const mark = marks[i] as number
    const entry = entries[i]
    let code: number
    if (mark !== 0) {
      code = mark & STAFF ? CODE.staff : mark & OWN ? CODE.own : CODE.name
      // "Mary Ann Smith" is one person; ", RN" behind a name belongs to it.
      for (let width = joins(tokens, marks, i, mark); width > 0; width = joins(tokens, marks, i, mark))
        i += width
    } else {
      const long = entry?.longer === undefined ? undefined : expression(tokens, marks, i, entry.longer)
      if (long !== undefined) {
        code = long.code
        i = long.to
      } else {
        code =
          entry !== undefined && entry.code !== 0 && !((tokens.flags[i] as number) & FOREIGN)
            ? entry.code
            : single(tokens, i)
        if (code === 0) continue
        if (code === CODE.money && tokens.kind[i + 1] === NUMBER) i++
      }
    }
    codes.push(code)
    first.push(from)
    last.push(i)
  }
  const code = String.fromCharCode(...(codes.length < 8000 ? codes : [])) || chunked(codes)
  return { original, normalized, tokens, marks, code, first, last, sentences: sentencesOf(code) }
}

/** fromCharCode takes a limited number of arguments. */
function chunked(codes: readonly number[]): string {
  let out = ''
  for (let i = 0; i < codes.length; i += 8000) out += String.fromCharCode(...codes.slice(i, i + 8000))
  return out
}

/** How many tokens further the same person's name goes on; 0: it ends here. */
function joins(tokens: Tokens, marks: Marks, i: number, mark: number): number {
  const near = (k: number) => (tokens.start[k] as number) - (tokens.end[k - 1] as number)
  if (i + 1 >= tokens.length) return 0
  // "Abigail-Rose" is one person; "Hope, Faith and April" are three.
  if (tokens.word[i + 1] === '-' && marks[i + 2] === mark && near(i + 1) === 0 && near(i + 2) === 0) return 2
  return marks[i + 1] === mark && near(i + 1) <= 1 && tokens.kind[i + 1] !== SIGN ? 1 : 0
}

/** The longest expression of the lists that begins here; a hyphen inside it does not matter. */
function expression(
  tokens: Tokens,
  marks: Marks,
  at: number,
  list: NonNullable<Entry['longer']>,
): { code: number; to: number } | undefined {
  const next = tokens.word[at + 1]
  for (let l = 0; l < list.length; l++) {
    const { rest, code } = list[l] as (typeof list)[number]
    if (rest[0] !== next && next !== '-') continue
    let i = at
    let fits = true
    for (const word of rest) {
      i++
      if (tokens.kind[i] === SIGN && tokens.word[i] === '-' && !tokens.word[at]?.endsWith('-')) i++
      if (i >= tokens.length || tokens.word[i] !== word || marks[i] !== 0) {
        fits = false
        break
      }
    }
    if (fits) return { code, to: i }
  }
  return undefined
}

const SIGNS: Readonly<Record<string, number>> = {
  ',': CODE.comma,
  ';': CODE.comma,
  '-': CODE.comma,
  '(': CODE.comma,
  ')': CODE.comma,
  '|': CODE.stop,
  ':': CODE.colon,
  '"': CODE.quote,
  $: CODE.money,
}

/** The code of one token; 0 for what is passed over (a hyphen inside a word, a bare apostrophe). */
function single(tokens: Tokens, i: number): number {
  const word = tokens.word[i] as string
  switch (tokens.kind[i]) {
    case STOP:
      return CODE.stop
    case NUMBER:
      return CODE.number
    case HANDLE:
      return CODE.handle
    case HASHTAG:
      return CODE.tag
    case LINK:
      return CODE.link
    case EMAIL:
      return CODE.email
    case EMOJI:
      return CODE.emoji
    case SIGN: {
      if (word === "'" || word === '*' || word === '_' || word === '~') return 0
      const glued = tokens.end[i - 1] === tokens.start[i] && tokens.start[i + 1] === tokens.end[i]
      if (word === '-' && glued) return 0
      return SIGNS[word] ?? CODE.sign
    }
    default: {
      const flags = tokens.flags[i] as number
      if (flags & FOREIGN) return CODE.foreign
      if (flags & PART) return CODE.other
      if (flags & CAPITAL && !(flags & ALLCAPS)) return CODE.Other
      if (word.endsWith('ed') && word.length > 4) return CODE.otherEd
      if (word.endsWith('ing') && word.length > 5) return CODE.otherIng
      return CODE.other
    }
  }
}

function sentencesOf(code: string): { from: number; to: number }[] {
  const out: { from: number; to: number }[] = []
  let from = 0
  for (let i = 0; i <= code.length; i++) {
    if (i < code.length && code.charCodeAt(i) !== CODE.stop) continue
    if (i > from) out.push({ from, to: i })
    from = i + 1
  }
  return out
}

/** Where a stretch of tokens stands in the text as given. */
export function spanOfTokens({ tokens, normalized }: Reading, from: number, to: number): Span {
  const start = tokens.start[from] ?? 0
  return { start: normalized.start(start), end: normalized.end(tokens.end[to] ?? start) }
}

/** Where a stretch of codes stands in the text as given. */
export function spanOf(reading: Reading, from: number, to: number): Span {
  const { tokens, first, last, normalized } = reading
  const start = tokens.start[first[from] as number] ?? 0
  const end = tokens.end[last[to - 1] as number] ?? start
  return { start: normalized.start(start), end: normalized.end(end) }
}
