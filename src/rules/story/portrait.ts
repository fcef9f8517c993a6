import type { Vocabulary } from '../reading/lexicon.ts'
import type { Reading } from '../reading/reading.ts'
import { type Care, type CareFound, careReader } from './care.ts'
import { deedFinder, tagFinder } from './deed.ts'
import { type Genre, genreReader } from './elsewhere.ts'
import { type Figure, figureFinder, type Stretch } from './figures.ts'
import { type Lists, listsOf } from './lists.ts'
import { type Passage, passageReader } from './passages.ts'
import { type Tie, tieFinder } from './tie.ts'

/** Who is in a post and what about care it says. Everything in the groups story and consent starts from it. */
export interface Portrait {
  passages: readonly Passage[]
  figures: readonly Figure[]
  care: CareFound
  genre: Genre
  /** Lists that words of the post are in; see lists.ts. */
  a: number
  b: number
  /** The individual with care beside it: the link that makes a post a disclosure. */
  tie: Tie | undefined
  /** What was done to somebody whom no noun names: "we removed a lipoma". */
  deed: Stretch | undefined
  /** Somebody tagged, with care. */
  tagged: Tie | undefined
}

export interface Looker {
  of(reading: Reading): Portrait
  lists: Lists
}

const made = new WeakMap<Vocabulary, Looker>()

/** One look at the post for all rules. Made when first asked: only then every word is known. */
export function portraits(vocabulary: Vocabulary): () => Looker {
  return () => {
    let found = made.get(vocabulary)
    if (found === undefined) {
      found = build(vocabulary)
      made.set(vocabulary, found)
    }
    return found
  }
}

function build(vocabulary: Vocabulary): Looker {
  const lists = listsOf(vocabulary)
  const passagesOf = passageReader(lists, vocabulary)
  const genreOf = genreReader(lists)
  const careOf = careReader(lists)
  const figuresOf = figureFinder(lists, vocabulary)
  const tieOf = tieFinder(lists)
  const deedOf = deedFinder(lists)
  const tagOf = tagFinder(lists)

  function look(reading: Reading): Portrait {
    const { code } = reading
    const passages = passagesOf(reading)
    let [a, b] = [0, 0]
    for (const p of passages) {
      a |= p.a
      b |= p.b
    }
    const genre = genreOf(reading, a, b)
    const care = careOf(code, passages)
    const figures = genre.elsewhere ? [] : figuresOf(reading, passages, genre.study)
    const tie = figures.length === 0 ? undefined : tieOf({ code, passages, figures, care, genre })
    const tagged = figures.some(({ as }) => as === 'handle')
      ? tagOf(code, passages, figures, care)
      : undefined
    const deed = genre.elsewhere || care.all.length === 0 ? undefined : deedOf(code, passages, care)
    return { passages, figures, care, genre, a, b, tie, tagged, deed }
  }

  // All rules ask about the same post, one after the other.
  let last: Reading | undefined
  let portrait: Portrait | undefined
  return {
    lists,
    of(reading) {
      if (reading !== last || portrait === undefined) {
        portrait = look(reading)
        last = reading
      }
      return portrait
    },
  }
}

/** Index of the sentence in which a place lies; -1 between two. */
export function passageAt(passages: readonly Passage[], at: number): number {
  let [low, high] = [0, passages.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const p = passages[middle] as Passage
    if (at < p.from) high = middle - 1
    else if (at >= p.to) low = middle + 1
    else return middle
  }
  return -1
}

export type { Care, Figure, Passage, Stretch, Tie }
