import { CODE, type Vocabulary } from './lexicon.ts'
import { Each } from './search/each.ts'
import { NEEDS, type Need, rarestFirst } from './search/prospects.ts'
import { Search, type Wanted } from './search/search.ts'

/**
 * Phrases, in a small language that people who do not program can read:
 *
 *   thank you for {visit.ing}     words stand for themselves (lower case), {class} for any word of a list
 *   your {soft}*2 {visit}         *2: at most two of them, or none      word?  optional
 *   (we|our team) {act.past}      alternatives; {a|b} any word of either list; {^a} any word but those
 *   {patient} ..4 {procedure}     ..4: at most four words between, within the sentence
 *   ^thanks   you$                at the start, at the end of a sentence
 *   !{name}   !(a|b)              not followed by
 *   ~come                         every form of a verb
 *
 * A list of phrases becomes one regular expression over the coded sentence. All repetition is bounded.
 */
export function compilePhrases(phrases: readonly string[], vocabulary: Vocabulary, flags = 'g'): RegExp {
  const pieces = phrases.map((phrase) => parsed(phrase, vocabulary))
  if (vocabulary.learning) return /(?!)/g
  return new Search(pieces, flags, vocabulary.prospects)
}

/** The same for phrases that are each found by themselves. */
export function eachOf(phrases: readonly string[], vocabulary: Vocabulary): Each {
  const pieces = phrases.map((phrase) => parsed(phrase, vocabulary))
  return new Each(vocabulary.learning ? [] : pieces, vocabulary.prospects)
}

/** Codes of which at least one stands in every text that one of the phrases fits; undefined: cannot be told. */
export function triggersOf(
  phrases: readonly string[],
  vocabulary: Vocabulary,
): ReadonlySet<number> | undefined {
  const all = new Set<number>()
  const needs = phrases.map((phrase) => rarestFirst(parsed(phrase, vocabulary).needs)[0])
  if (vocabulary.learning) return undefined
  for (const need of needs) {
    if (need === undefined) return undefined
    for (const code of need.codes) all.add(code)
  }
  return all
}

/** Rules ask for the same phrase more than once: for its words, and perhaps one day for its expression. */
function parsed(phrase: string, vocabulary: Vocabulary): Wanted {
  const parse = () => new Parser(phrase, vocabulary).parse()
  if (vocabulary.learning) return parse()
  const { phrases } = keptOf(vocabulary)
  let wanted = phrases.get(phrase)
  if (wanted === undefined) {
    // Of most phrases only the needs are ever used: the rest is not kept, but made again.
    wanted = { needs: rarestFirst(parse().needs), write: () => parse().write() }
    phrases.set(phrase, wanted)
  }
  return wanted
}

/** What was made with the word lists as they are; a list that grows makes it out of date. */
interface Kept {
  size: number
  phrases: Map<string, Wanted>
  unions: Map<string, Piece>
}
const kept = new WeakMap<Vocabulary, Kept>()

function keptOf(vocabulary: Vocabulary): Kept {
  let made = kept.get(vocabulary)
  if (made?.size !== vocabulary.size) {
    made = { size: vocabulary.size, phrases: new Map(), unions: new Map() }
    kept.set(vocabulary, made)
  }
  return made
}

type Piece = Wanted

const plain = (source: string): Piece => ({ write: () => source, needs: [] })
const NOTHING = plain('')
const escaped = (code: number) => `\\u${code.toString(16).padStart(4, '0')}`
const STOP = escaped(CODE.stop)
const TOKEN = /\s+|\.\.(\d+)|\{([^}]+)\}|~([a-z']+)|([#a-z0-9'&%-]+)|\*(\d)|[()|?^$!]/y

class Parser {
  private at = 0
  private readonly phrase: string
  private readonly vocabulary: Vocabulary

  constructor(phrase: string, vocabulary: Vocabulary) {
    this.phrase = phrase
    this.vocabulary = vocabulary
  }

  parse(): Piece {
    const piece = this.alternatives()
    if (this.at < this.phrase.length) throw this.wrong('a bracket closes that was not opened')
    return piece
  }

  /** As far as the closing bracket or the end. */
  private alternatives(): Piece {
    const all: Piece[] = [this.sequence()]
    while (this.phrase[this.at] === '|') {
      this.at++
      all.push(this.sequence())
    }
    if (all.length === 1) return all[0] as Piece
    return { write: () => `(?:${all.map((piece) => piece.write()).join('|')})`, needs: eitherOf(all) }
  }

  private sequence(): Piece {
    const all: Piece[] = []
    let last: Piece | undefined
    while (this.at < this.phrase.length && this.phrase[this.at] !== '|' && this.phrase[this.at] !== ')') {
      const match = this.next()
      if (match[5] !== undefined || match[0] === '?') {
        last = repeated(last ?? NOTHING, match[5] === undefined ? '?' : `{0,${match[5]}}`)
      } else if (match[0].trim() !== '') {
        if (last !== undefined) all.push(last)
        last = this.piece(match)
      }
    }
    if (last !== undefined) all.push(last)
    return row(all)
  }

  private next(): RegExpExecArray {
    TOKEN.lastIndex = this.at
    const match = TOKEN.exec(this.phrase)
    if (match === null) throw this.wrong('this sign is not part of the language')
    this.at = TOKEN.lastIndex
    return match
  }

  private piece(match: RegExpExecArray): Piece {
    const [text, gap, names, verb, word] = match
    if (gap !== undefined) return plain(`[^${STOP}]{0,${gap}}?`)
    if (names !== undefined) return this.union(names)
    if (verb !== undefined)
      return this.codes(this.vocabulary.formsOf(verb).map((form) => this.vocabulary.put(form)))
    if (word !== undefined) return this.written(word)
    if (text === '(') return this.group()
    if (text === '!') return this.negation()
    if (text === '^') return plain(`(?<![^${STOP}])`)
    if (text === '$') return plain(`(?=${STOP}|$)`)
    throw this.wrong('this sign cannot stand here')
  }

  private negation(): Piece {
    const match = this.next()
    // "!..4 word" would negate the gap alone, which always fits.
    if (match[1] !== undefined) throw this.wrong('put brackets around what must not follow: !(..4 word)')
    const not = this.piece(match)
    return { write: () => `(?!${not.write()})`, needs: [] }
  }

  private group(): Piece {
    const inner = this.alternatives()
    if (this.phrase[this.at] !== ')') throw this.wrong('a bracket stays open')
    this.at++
    return { write: () => `(?:${inner.write()})`, needs: inner.needs }
  }

  /** A hyphen in a phrase is a gap between words, and makes no new expression: that would change how all is read. */
  private written(word: string): Piece {
    if (!word.includes('-') || this.vocabulary.code(word.replaceAll('-', ' ')) !== undefined)
      return this.codes([this.literal(word)])
    const { write, needs } = row(
      word
        .split('-')
        .filter(Boolean)
        .map((part) => this.codes([this.vocabulary.put(part)])),
    )
    return { write: () => `(?:${write()})`, needs }
  }

  /** "tummy tuck" is one word where a list has it as one. */
  private literal(word: string): number {
    for (const longer of this.vocabulary.expressions(word) ?? []) {
      const rest = ` ${longer.rest.join(' ')}`
      const after = this.phrase[this.at + rest.length]
      if (this.phrase.startsWith(rest, this.at) && (after === undefined || /[ )|?]/.test(after))) {
        this.at += rest.length
        return longer.code
      }
    }
    return this.vocabulary.put(word)
  }

  /** Lists stand in thousands of places; each is written out once. */
  private union(names: string): Piece {
    if (this.vocabulary.learning) return this.unite(names)
    const { unions } = keptOf(this.vocabulary)
    const piece = unions.get(names) ?? this.unite(names)
    unions.set(names, piece)
    return piece
  }

  private unite(names: string): Piece {
    const negative = names.startsWith('^')
    const lists = (negative ? names.slice(1) : names).split('|')
    const sets = lists.filter((name) => name !== 'word').map((name) => this.vocabulary.codesOf(name))
    if (this.vocabulary.learning) return NOTHING
    const members = [...new Set(sets.flatMap((set) => [...set]))]
    let source: string | undefined
    if (negative || sets.length < lists.length) {
      const from = negative ? `^${STOP}` : '\\u000b-\\u000e\\u0100-\\uffff'
      return { write: () => (source ??= `[${from}${ranges(members)}]`), needs: [] }
    }
    const { write, needs } = this.codes(members)
    return { write: () => (source ??= write()), needs }
  }

  private codes(codes: readonly number[]): Piece {
    if (this.vocabulary.learning) return NOTHING
    let weight = 0
    for (const code of codes) weight += this.vocabulary.frequency(code)
    const [one] = codes
    return {
      write: () => (codes.length === 1 ? escaped(one as number) : `[${ranges(codes)}]`),
      needs: [{ codes, weight }],
    }
  }

  private wrong(why: string): Error {
    return new Error(`phrase "${this.phrase}" at ${this.at}: ${why}`)
  }
}

function row(pieces: readonly Piece[]): Piece {
  return {
    write: () => pieces.map((piece) => piece.write()).join(''),
    needs: pieces.flatMap(({ needs }) => needs),
  }
}

function repeated({ write }: Piece, times: string): Piece {
  return { write: () => write() + times, needs: [] }
}

/** What each of several pieces needs: the rarest of every one, then the second of every one. */
function eitherOf(pieces: readonly Piece[]): Need[] {
  const rows = pieces.map(({ needs }) => rarestFirst(needs))
  const shortest = Math.min(...rows.map((row) => row.length), NEEDS)
  return Array.from({ length: shortest }, (_, i) => ({
    codes: rows.flatMap((row) => (row[i] as Need).codes),
    weight: rows.reduce((sum, row) => sum + (row[i] as Need).weight, 0),
  }))
}

function ranges(members: readonly number[]): string {
  const sorted = [...new Set(members)].sort((a, b) => a - b)
  let out = ''
  for (let i = 0; i < sorted.length; i++) {
    const from = sorted[i] as number
    let to = from
    while (sorted[i + 1] === to + 1) to = sorted[++i] as number
    out += from === to ? escaped(from) : `${escaped(from)}-${escaped(to)}`
  }
  return out
}
