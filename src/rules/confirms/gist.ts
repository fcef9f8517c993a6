import { CODE, type Vocabulary } from '../reading/lexicon.ts'
import type { Reading } from '../reading/reading.ts'
import { listsOf, type Role, THINGS, type Topic } from './lists.ts'
import { type Thing, thingFinder } from './thing.ts'
import { teller } from './told.ts'

export interface Sentence {
  from: number
  to: number
  /** Lists that its words are in. */
  roles: number
  topics: number
  /** Tells what happened. */
  told: boolean
  /** Says what the writer feels about it. */
  felt: boolean
  /** Says thank you. */
  thanked: boolean
  /** Speaks about people at large. */
  crowd: boolean
  /** The reader, or somebody with them, stands in it, not only in "thank you" or "if you". */
  someone: boolean
  /** She or he is somebody with the reader, not one of the staff. */
  she: boolean
  things: readonly Thing[]
}

/** What a reply is about, as far as words show it. */
export interface Gist {
  sentences: readonly Sentence[]
  roles: number
  topics: number
}

export interface Gister {
  of(reading: Reading, context?: Reading): Gist
  /** The same of a review or comment. */
  about(review: Reading): Gist
  role(...names: Role[]): number
  topic(...names: Topic[]): number
  /** Whether one of these words stands in a stretch of code. */
  said(code: string, words: readonly string[]): boolean
}

const made = new WeakMap<Vocabulary, Gister>()

/** One look at the reply for all rules of the group. Made when first asked: only then every word is known. */
export function gister(vocabulary: Vocabulary): () => Gister {
  let found: Gister | undefined
  return () => {
    found ??= made.get(vocabulary)
    if (found === undefined) {
      found = build(vocabulary)
      made.set(vocabulary, found)
    }
    return found
  }
}

function build(vocabulary: Vocabulary): Gister {
  const lists = listsOf(vocabulary)
  const { R, T, role, topic, turn, turns } = lists
  const tells = teller(lists)
  const thing = thingFinder(lists)
  const THING = topic(...THINGS)
  const [YOU, PAST, SHE, FELT, CROWD, MODAL] = [
    role('you'),
    role('past'),
    role('she'),
    role('felt'),
    role('crowd'),
    role('modal'),
  ]
  const [RELATIVE, STAFF, BOOK, FILL] = [
    role('relative'),
    role('staffword'),
    role('booking'),
    role('soft', 'not', 'be'),
  ]
  const [IF, WHEN, TO, THAN, THANK] = [turn('if'), turn('when'), turn('to'), turn('than'), turn('thank')]
  const [CAN, PLEASE, HERE, HEARING] = [turn('can'), turn('please'), turn('here'), turn('hearing')]

  function sentence(code: string, from: number, to: number, she: boolean): Sentence {
    const things: Thing[] = []
    const out = {
      from,
      to,
      roles: 0,
      topics: 0,
      told: false,
      felt: false,
      thanked: false,
      crowd: false,
      someone: false,
      she,
      things,
    }
    const first = code.charCodeAt(from)
    const polite = (turns(first) & PLEASE) !== 0
    // "If you …": what follows, up to the next comma, is about anybody. "Bring your card": said to everybody.
    let maybe = false
    let when = (R.of(polite ? code.charCodeAt(from + 1) : first) & (BOOK | PAST)) === BOOK
    for (let i = from; i < to; i++) {
      const c = code.charCodeAt(i)
      const r = R.of(c)
      const t = T.of(c)
      const turned = turns(c)
      out.roles |= r
      out.thanked ||= i < from + 3 && (turned & THANK) !== 0
      out.topics |= t
      const next = i + 1 < to ? code.charCodeAt(i + 1) : 0
      if (turned & (IF | WHEN) && R.of(next) & YOU) when ||= (turned & WHEN) !== 0
      // "If you had taken the pills" is told.
      if (turned & IF) maybe = !(R.of(next) & YOU && R.of(code.charCodeAt(i + 2)) & PAST)
      else if (c === CODE.comma && maybe && !(turns(first) & IF)) maybe = false
      if (r & PAST && !maybe && !out.told) out.told = tells(code, from, i)
      if (r & FELT && !out.felt) out.felt = feels(code, from, i, next)
      if (r & CROWD && !(turns(next) & HERE) && (i === from || !(turns(code.charCodeAt(i - 1)) & THAN)))
        out.crowd = true
      if (r & YOU) {
        if (!maybe && !(turns(next) & CAN) && (i === from || !(turns(code.charCodeAt(i - 1)) & THANK)))
          out.someone = true
      } else if (c === CODE.name || c === CODE.handle || (she && r & SHE)) out.someone = true
      if (t & THING) things.push(thing(code, from, i, she, maybe, when))
    }
    if (!out.told && !out.felt && !out.thanked) for (const each of things) each.open ||= each.when
    return out
  }

  function feels(code: string, from: number, at: number, next: number): boolean {
    // "Happy to answer", "would love to": an offer. "You were happy": not the writer's feeling.
    if (turns(next) & TO && !(turns(code.charCodeAt(at + 2)) & HEARING)) return false
    if (at > from && R.of(code.charCodeAt(at - 1)) & MODAL) return false
    let k = at - 1
    while (k > from && k >= at - 3 && R.of(code.charCodeAt(k)) & FILL) k--
    return !(k >= from && k < at - 1 && R.of(code.charCodeAt(k)) & (YOU | SHE))
  }

  /** Whoever was named last is she: one of the staff, or somebody with the reader. */
  function sheAfter(code: string, from: number, to: number, before: boolean): boolean {
    let she = before
    for (let i = from; i < to; i++) {
      const c = code.charCodeAt(i)
      const r = R.of(c)
      if (c === CODE.name || r & RELATIVE) she = true
      else if (c === CODE.staff || c === CODE.own || r & STAFF) she = false
    }
    return she
  }

  function sheIn(context: Reading): boolean {
    let staff = false
    for (let i = 0; i < context.code.length; i++) {
      const c = context.code.charCodeAt(i)
      if (R.of(c) & RELATIVE) return true
      staff ||= c === CODE.staff || (R.of(c) & STAFF) !== 0
    }
    return !staff
  }

  function gistOf({ code, sentences }: Reading, context: Reading | undefined): Gist {
    const gist: Gist = { sentences: [], roles: 0, topics: 0 }
    let she = context === undefined || sheIn(context)
    gist.sentences = sentences.map(({ from, to }) => {
      she = sheAfter(code, from, to, she)
      const each = sentence(code, from, to, she)
      gist.roles |= each.roles
      gist.topics |= each.topics
      return each
    })
    return gist
  }

  // The rules ask for the same draft one after the other.
  let last: { reading: Reading; gist: Gist } | undefined
  return {
    role,
    topic,
    said: (code, words) => words.some((word) => code.includes(String.fromCharCode(lists.code(word)))),
    of(reading, context) {
      if (last?.reading === reading) return last.gist
      const gist = gistOf(reading, context)
      last = { reading, gist }
      return gist
    },
    about: (review) => gistOf(review, undefined),
  }
}
