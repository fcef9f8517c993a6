import { OWN, PERSON, type Reading, STAFF } from '../reading.ts'
import { EMAIL, EMOJI, HANDLE, HASHTAG, LINK, NUMBER, SIGN, STOP } from '../tokens.ts'
import type { Term } from '../words/terms.ts'
import { BITS, type Likeness } from './file.ts'

type Text = Pick<Reading, 'tokens' | 'marks'>

const MASK = (1 << BITS) - 1

const mixed = (hash: number, salt: number) => {
  let h = Math.imul(hash ^ salt, 0x9e3779b1)
  h ^= h >>> 15
  h = Math.imul(h, 0x85ebca6b)
  return (h ^ (h >>> 13)) & MASK
}
/** What the model takes of a word: its hash, and the features of it, its ending and its beginning (-1: too short). */
export interface Hashed {
  whole: number
  alone: number
  ending: number
  beginning: number
}

function hash(word: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  return h
}

function hashed(word: string): Hashed {
  const long = word.length > 4 && word[0] !== '<'
  const whole = hash(word)
  return {
    whole,
    alone: mixed(whole, 1),
    ending: long ? mixed(hash(`-${word.slice(-3)}`), 5) : -1,
    beginning: long ? mixed(hash(`${word.slice(0, 4)}-`), 6) : -1,
  }
}

/** What stands for the tokens that are no words. */
const SORTS: readonly (Hashed | undefined)[] = Object.assign(new Array<Hashed | undefined>(16), {
  [NUMBER]: hashed('<number>'),
  [STOP]: hashed('<.>'),
  [HANDLE]: hashed('<handle>'),
  [HASHTAG]: hashed('<tag>'),
  [LINK]: hashed('<link>'),
  [EMAIL]: hashed('<email>'),
  [EMOJI]: hashed('<emoji>'),
})
const [MEMBER, OURS, SOMEBODY, FIRST, LAST] = ['<staff>', '<own>', '<name>', '<s>', '</s>'].map(hashed) as [
  Hashed,
  Hashed,
  Hashed,
  Hashed,
  Hashed,
]
const SIGNS = '"!?,:'

const joined = (a: number, b: number) => Math.imul(a, 31) + b

/** One token as the model sees it; undefined: it is passed over. */
function seen(tokens: Text['tokens'], marks: Text['marks'], i: number): Hashed | undefined {
  const mark = marks[i] as number
  if (mark & STAFF) return MEMBER
  if (mark & OWN) return OURS
  if (mark & PERSON) return SOMEBODY
  const kind = tokens.kind[i] as number
  const sort = SORTS[kind]
  if (sort !== undefined) return sort
  const term = tokens.term[i] as Term
  if (kind === SIGN && !SIGNS.includes(term.word)) return undefined
  term.hashed ??= hashed(term.word)
  return term.hashed
}

/** Features of one token; a word has no more. */
const found = new Int32Array(6)

/** Tells for each token of a text how many features it has: they stand in `found` for as long as it is told. */
function walk({ tokens, marks }: Text, tell: (token: number, count: number) => void): void {
  let before = FIRST.whole
  let earlier = 0
  let last: Hashed | undefined
  for (let i = 0; i <= tokens.length; i++) {
    const word = i === tokens.length ? LAST : seen(tokens, marks, i)
    // "Mary Ann Smith" is one name.
    if (word === undefined || (word === last && word === SOMEBODY)) continue
    last = word
    const { whole, alone, ending, beginning } = word
    let count = 2
    found[0] = alone
    found[1] = mixed(joined(before, whole), 2)
    if (earlier !== 0) {
      found[count++] = mixed(joined(earlier, whole), 3)
      found[count++] = mixed(joined(joined(earlier, before), whole), 4)
    }
    if (ending >= 0) {
      found[count++] = ending
      found[count++] = beginning
    }
    tell(i, count)
    earlier = before
    before = whole
  }
}

/**
 * Tells every feature of a text with the token where it stands: words, pairs, pairs with a gap, threes, endings and
 * beginnings of words.
 */
export function features(text: Text, tell: (feature: number, token: number) => void): void {
  walk(text, (token, count) => {
    for (let i = 0; i < count; i++) tell(found[i] as number, token)
  })
}

export interface Score {
  /** Log odds; above 0: rather alike. */
  total: number
  /** First and last token of the sentence that says most for it. */
  from: number
  to: number
}

export function scoreOf(text: Text, { weights, something, bias, unit }: Likeness): Score {
  const { tokens } = text
  let total = 0
  let part = 0
  let best = Number.NEGATIVE_INFINITY
  let [from, to, start] = [0, tokens.length - 1, 0]
  const close = (end: number) => {
    if (part > best && end >= start) {
      best = part
      from = start
      to = end
    }
    part = 0
    start = end + 1
  }
  walk(text, (token, count) => {
    let sum = 0
    for (let i = 0; i < count; i++) {
      const feature = found[i] as number
      if ((something[feature >>> 6] as number) & (1 << ((feature >>> 3) & 7)))
        sum += weights[feature] as number
    }
    total += sum
    // A token at a stop closes the sentence before it.
    if (token > start && token <= tokens.length && tokens.kind[token - 1] === STOP) close(token - 1)
    part += sum
  })
  close(tokens.length - 1)
  return { total: total * unit + bias, from, to }
}
