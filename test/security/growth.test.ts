import { describe, it } from 'vitest'
import { openEngine } from '../../src/library.ts'
import { expectNone } from '../house/report.ts'
import { GENERATORS } from './hostile.ts'

/**
 * A quick look at what `npm run growth` measures rule by rule: sixteen times the text. Linear work costs sixteen
 * times as much, a square 256 times; the bound leaves room for a busy machine and none for a square.
 */
const SIZES = [4096, 65_536] as const
const MOST = 128
/** Milliseconds; what is this quick has not had the time to grow. */
const NOTHING = 25

const engine = openEngine()

describe('a hostile text of sixteen times the length', () => {
  it.each(['caption', 'review_reply', 'visitor_comment'] as const)(
    'does not cost its square as %s',
    (kind) => {
      expectNone(
        GENERATORS.flatMap(({ name, text }) => {
          const best = SIZES.map(() => Number.POSITIVE_INFINITY)
          const tooFast = () =>
            (best[1] as number) > NOTHING && (best[1] as number) / (best[0] as number) > MOST
          // A busy machine only ever adds time: what looks bad is measured again.
          for (let round = 0; round < 2 || (round < 12 && tooFast()); round++) {
            SIZES.forEach((size, i) => {
              const draft = { text: text(size), kind }
              const before = performance.now()
              engine.check(draft)
              best[i] = Math.min(best[i] as number, performance.now() - before)
            })
          }
          return tooFast() ? [`${name} as ${kind}: ${best.map((ms) => ms.toFixed(1)).join(' → ')} ms`] : []
        }),
      )
    },
  )
})
