import { CODE, type Vocabulary } from './lexicon.ts'

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
  const sources = phrases.map((phrase) => new Parser(phrase, vocabulary).parse().source)
  if (vocabulary.learning) return /(?!)/g
  return new RegExp(sources.map((s) => `(?:${s})`).join('|'), flags)
}

/** Codes of which at least one stands in every text that one of the phrases fits; undefined: cannot be told. */
export function triggersOf(
  phrases: readonly string[],
  vocabulary: Vocabulary,
): ReadonlySet<number> | undefined {
  if (vocabulary.learning) return undefined
  const all = new Set<number>()
  for (const phrase of phrases) {
    const { need } = new Parser(phrase, vocabulary).parse()
    if (need === undefined) return undefined
    for (const code of need) all.add(code)
  }
  return all
}

interface Piece {
  source: string
  need: ReadonlySet<number> | undefined
}

const escaped = (code: number) => `\\u${code.toString(16).padStart(4, '0')}`
const STOP = escaped(CODE.stop)
const TOKEN = /\s+|\.\.(\d+)|\{([^}]+)\}|~([a-z']+)|([#a-z0-9'&%-]+)|\*(\d)|[()|?^$!]/y
/** Words that nearly every text has: a poor sign that a phrase may fit. */
const EVERYWHERE = new Set(
  "the a an of to for and in on at is are was were be you your we our us i my it this that with have has had not all so 's as or but if can will do what how when who just one new they he she her his".split(
    ' ',
  ),
)

const unions = new WeakMap<Vocabulary, { changes: number; pieces: Map<string, Piece> }>()

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
    const need = all.every((piece) => piece.need !== undefined)
      ? new Set(all.flatMap((piece) => [...(piece.need as ReadonlySet<number>)]))
      : undefined
    return { source: `(?:${all.map((piece) => piece.source).join('|')})`, need }
  }

  private sequence(): Piece {
    let source = ''
    let need: Piece['need']
    let last: Piece = { source: '', need: undefined }
    const settle = () => {
      source += last.source
      if (last.need !== undefined && (need === undefined || this.weight(last.need) < this.weight(need)))
        need = last.need
      last = { source: '', need: undefined }
    }
    while (this.at < this.phrase.length && this.phrase[this.at] !== '|' && this.phrase[this.at] !== ')') {
      const match = this.next()
      if (match[5] !== undefined || match[0] === '?') {
        last = { source: last.source + (match[5] === undefined ? '?' : `{0,${match[5]}}`), need: undefined }
      } else if (match[0].trim() !== '') {
        settle()
        last = this.piece(match)
      }
    }
    settle()
    return { source, need }
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
    if (gap !== undefined) return { source: `[^${STOP}]{0,${gap}}?`, need: undefined }
    if (names !== undefined) return this.union(names)
    if (verb !== undefined)
      return codes(this.vocabulary.formsOf(verb).map((form) => this.vocabulary.put(form)))
    if (word !== undefined) return this.written(word)
    if (text === '(') return this.group()
    if (text === '!') return this.negation()
    if (text === '^') return { source: `(?<![^${STOP}])`, need: undefined }
    if (text === '$') return { source: `(?=${STOP}|$)`, need: undefined }
    throw this.wrong('this sign cannot stand here')
  }

  private negation(): Piece {
    const match = this.next()
    // "!..4 word" would negate the gap alone, which always fits.
    if (match[1] !== undefined) throw this.wrong('put brackets around what must not follow: !(..4 word)')
    return { source: `(?!${this.piece(match).source})`, need: undefined }
  }

  private group(): Piece {
    const inner = this.alternatives()
    if (this.phrase[this.at] !== ')') throw this.wrong('a bracket stays open')
    this.at++
    return { source: `(?:${inner.source})`, need: inner.need }
  }

  /** A hyphen in a phrase is a gap between words, and makes no new expression: that would change how all is read. */
  private written(word: string): Piece {
    if (!word.includes('-') || this.vocabulary.code(word.replaceAll('-', ' ')) !== undefined)
      return codes([this.literal(word)])
    const parts = word
      .split('-')
      .filter(Boolean)
      .map((part) => codes([this.vocabulary.put(part)]))
    return { source: `(?:${parts.map((part) => part.source).join('')})`, need: parts[0]?.need }
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
    const kept = unions.get(this.vocabulary)
    const made = kept?.changes === this.vocabulary.changes ? kept.pieces : new Map<string, Piece>()
    if (made !== kept?.pieces) unions.set(this.vocabulary, { changes: this.vocabulary.changes, pieces: made })
    const piece = made.get(names) ?? this.unite(names)
    made.set(names, piece)
    return piece
  }

  private unite(names: string): Piece {
    const negative = names.startsWith('^')
    let any = negative
    const members: number[] = []
    for (const name of (negative ? names.slice(1) : names).split('|')) {
      if (name === 'word') any = true
      else for (const code of this.vocabulary.codesOf(name)) members.push(code)
    }
    if (negative) return { source: `[^${STOP}${ranges(members)}]`, need: undefined }
    if (!any) return codes(members)
    return { source: `[\\u000b-\\u000e\\u0100-\\uffff${ranges(members)}]`, need: undefined }
  }

  private weight(need: ReadonlySet<number>): number {
    let sum = 0
    for (const code of need) sum += this.vocabulary.isOneOf(code, EVERYWHERE) ? 40 : 1
    return sum
  }

  private wrong(why: string): Error {
    return new Error(`phrase "${this.phrase}" at ${this.at}: ${why}`)
  }
}

function codes(members: readonly number[]): Piece {
  return {
    source: members.length === 1 ? escaped(members[0] as number) : `[${ranges(members)}]`,
    need: new Set(members),
  }
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
