import { CODE, type Vocabulary } from '../reading/lexicon.ts'
import type { Reading } from '../reading/reading.ts'
import type { Lists } from './lists.ts'

/** A sentence of a post, with what kind of sentence it is. */
export interface Passage {
  from: number
  to: number
  /** Lists that its words are in; see lists.ts. */
  a: number
  b: number
  /** Tells what happened, not what usually happens or could. */
  told: boolean
  /** Tells what goes on: "is doing rehab with us". */
  going: boolean
  /** Ends with a question mark. */
  asked: boolean
  /** Begins with "if", "when you" or the like, or speaks to the reader about the reader. */
  open: boolean
}

/** Whether a sentence has one of these words; looked up once for each sentence, however many people are in it. */
export function holding(words: ReadonlySet<number>): (code: string, p: Passage) => boolean {
  const known = new WeakMap<Passage, boolean>()
  return (code, p) => {
    let is = known.get(p)
    if (is === undefined) {
      is = false
      for (let i = p.from; i < p.to && !is; i++) is = words.has(code.charCodeAt(i))
      known.set(p, is)
    }
    return is
  }
}

/** Reads the sentences of a post, one look at each word. */
export function passageReader(lists: Lists, vocabulary: Vocabulary): (reading: Reading) => Passage[] {
  const { first, second, a, b, words } = lists
  const set = (name: string) => vocabulary.codesOf(name)
  const [PAST, DET, YOU, SHE, WE, I] = [a('past'), a('det'), a('you'), a('she'), a('we'), a('i')] as const
  const [MODAL, SOFT, BE, PREP] = [b('modal'), b('soft'), b('be'), b('prep')]
  const adjective = set('story.adjective')
  const twoWay = set('story.twoway')
  const suppose = words('if whenever whether unless imagine suppose in_case')
  const when = words('when once as')
  const being = words("is are am be being 's get gets getting stay stays to")
  const [had, that, this_] = ['had', 'that', 'this'].map((word) => vocabulary.code(word))
  const glue = words('and or')

  /** Whether the past form at a place tells what happened. */
  const tells = (code: string, from: number, at: number, b: number): boolean => {
    const c = code.charCodeAt(at)
    if (adjective.has(c)) return false
    let k = at - 1
    while (k >= from && second(code.charCodeAt(k)) & SOFT) k--
    if (k < from) return !twoWay.has(c)
    const before = code.charCodeAt(k)
    if (twoWay.has(c)) return (first(before) & (SHE | WE | I)) !== 0 || before === CODE.name
    // "May be tired, hungry, depressed"
    if (before === CODE.comma && b & (MODAL | BE)) return false
    if (being.has(before)) return c === had
    const s = second(before)
    if (s & MODAL) return false
    // "A chipped tooth", "after whitened teeth".
    if (first(before) & DET) return before === that || before === this_
    if (s & PREP && !(s & BE)) return false
    return !glue.has(before) || at - from > 4
  }

  return (reading) => {
    const { code, tokens, first: tokenOf } = reading
    const out: Passage[] = []
    let from = 0
    for (let i = 0; i <= code.length; i++) {
      if (i < code.length && code.charCodeAt(i) !== CODE.stop) continue
      if (i > from) {
        const asked = i < code.length && tokens.word[tokenOf[i] as number] === '?'
        out.push(passage(reading, from, i, asked))
      }
      from = i + 1
    }
    return out
  }

  function passage(
    { code, tokens, first: tokenOf }: Reading,
    from: number,
    to: number,
    asked: boolean,
  ): Passage {
    const out: Passage = { from, to, a: 0, b: 0, told: false, going: false, asked, open: false }
    let maybe = false
    for (let i = from; i < to; i++) {
      const c = code.charCodeAt(i)
      const one = first(c)
      out.a |= one
      out.b |= second(c)
      if (suppose.has(c)) maybe = true
      else if (c === CODE.comma && i - from > 3) maybe = false
      // "When you come in", "when a patient asks": any time.
      else if (when.has(c) && first(code.charCodeAt(i + 1)) & (YOU | DET | SHE)) maybe = true
      if ((one & PAST || c === CODE.otherEd) && !out.told) {
        const happened = tells(code, from, i, out.b)
        if (happened && !(maybe && suppose.has(code.charCodeAt(from)))) out.told = true
      }
      // "Is doing", not "may be doing".
      if (second(c) & BE && !maybe && i + 1 < to && !(second(code.charCodeAt(i - 1)) & MODAL)) {
        const next = tokens.word[tokenOf[i + 1] as number] as string
        if (next.endsWith('ing') && next.length > 4) out.going = true
      }
      if (maybe) out.open = true
    }
    return out
  }
}
