import type { Stretch } from './figures.ts'
import { CARE, type Lists } from './lists.ts'
import type { Passage } from './passages.ts'

/** A word about care. */
export interface Care extends Stretch {
  /** Index of the sentence. */
  passage: number
  /** "melanoma" is care; "back" is, where somebody clearly is treated. */
  strong: boolean
  body: boolean
  /** "Peel", "transfer": done to somebody, even if the word says more than that. */
  done: boolean
  /** Only what was done: "recommended". */
  act: boolean
  /** Only paper or money: "letter", "account". */
  paper: boolean
}

/** The care in a post, in its order, and where each sentence's begins. */
export interface CareFound {
  all: readonly Care[]
  /** Around a place, as far as a reader looks, in the sentences from one to another, both included. */
  near(at: number, from: number, to: number): readonly Care[]
}

/** So many words of care before somebody and behind: without a bound, the cost of a post would be its square. */
const REACH = 16
const NOTHING: CareFound = { all: [], near: () => [] }

export function careReader({
  first,
  second,
  a,
  b,
}: Lists): (code: string, passages: readonly Passage[]) => CareFound {
  const CARING = a(...CARE)
  const [VAGUE, ACT, BODY, PROCEDURE, CONDITION] = [
    a('visit', 'record', 'pay'),
    a('act.past'),
    a('body'),
    a('procedure'),
    a('condition'),
  ] as const // prettier-ignore
  const PAPER = a('record', 'pay')
  const LOOSE = b('story.loose')

  return (code, passages) => {
    if (!passages.some((p) => p.a & CARING)) return NOTHING
    const all: Care[] = []
    const begins: number[] = []
    for (const [passage, p] of passages.entries()) {
      const start = all.length
      begins.push(start)
      if (!(p.a & CARING)) continue
      let loose = 0
      for (let i = p.from; i < p.to; i++) {
        const unit = code.charCodeAt(i)
        const bits = first(unit) & CARING
        if (bits === 0 || (bits === ACT && !p.told)) continue
        const strong = (bits & ~VAGUE) !== 0 && !(second(unit) & LOOSE)
        if (!strong && bits & (PROCEDURE | CONDITION)) loose++
        all.push({
          from: i,
          to: i + 1,
          passage,
          strong,
          body: bits === BODY,
          done: (bits & PROCEDURE) !== 0,
          act: bits === ACT,
          paper: (bits & ~PAPER) === 0,
        })
      }
      // "One canceled cycle, a frozen transfer": each could mean something else, both together do not.
      if (loose > 1)
        for (let k = start; k < all.length; k++) (all[k] as Care).strong ||= (all[k] as Care).done
    }
    return {
      all,
      near(at, from, to) {
        const middle = firstFrom(all, at)
        return all.slice(
          Math.max(begins[Math.max(0, from)] ?? all.length, middle - REACH),
          Math.min(begins[to + 1] ?? all.length, middle + REACH),
        )
      },
    }
  }
}

/** Index of the first care at a place or behind it. */
function firstFrom(all: readonly Care[], at: number): number {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle] as Care).from < at) low = middle + 1
    else high = middle
  }
  return low
}
