import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** UTF-16 units. Each is twice doubled: over two doublings a ratio says more than over one. */
export const SIZES = [4096, 16_384, 65_536] as const
/** For each doubling. A little above 2, for what a longer text costs in caches and in memory to be swept. */
export const MOST = 2.3
const MOST_OVER_TWO = MOST ** 2
/** Milliseconds. Below that a clock measures itself, and the text is cheaper than reading its letters. */
const NOTHING = 0.5
/** A disturbance only ever adds time, so that the least of many runs nears what the work itself costs. */
const ROUNDS = 14
/** After so many rounds what is twice over the bound is over it. */
const ENOUGH = 4

setFlagsFromString('--expose-gc')
const gc = runInNewContext('gc') as (options: { type: 'minor' }) => void

/**
 * Says how the work grows if twice the text costs more than it may; nothing if it does not.
 * `work(i)` does it for SIZES[i].
 */
export function growsTooFast(work: (i: number) => void): string | undefined {
  const best: number[] = SIZES.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < ROUNDS; round++) {
    // The longest first: what is slow only because it is new then counts against it, and is measured again.
    for (let i = SIZES.length - 1; i >= 0; i--) {
      // What the run before left lying about is not this one's cost.
      if (round > 0) gc({ type: 'minor' })
      const before = performance.now()
      work(i)
      best[i] = Math.min(best[i] as number, performance.now() - before)
      if (i === SIZES.length - 1 && (best[i] as number) < NOTHING) return undefined
    }
    const over = steps(best).filter(({ ratio, after }) => after >= NOTHING && ratio > MOST_OVER_TWO)
    if (over.length === 0) return undefined
    if (round >= ENOUGH && over.some(({ ratio }) => ratio > 2 * MOST_OVER_TWO)) break
  }
  const told = steps(best).map(({ ratio }) => `× ${Math.sqrt(ratio).toFixed(2)}`)
  return `a doubling costs ${told.join(', then ')} (${(best.at(-1) as number).toFixed(1)} ms for ${SIZES.at(-1)})`
}

function steps(best: readonly number[]): { ratio: number; after: number }[] {
  return best.slice(1).map((after, i) => ({ after, ratio: after / (best[i] as number) }))
}
