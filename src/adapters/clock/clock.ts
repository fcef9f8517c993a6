import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../../bot/ports.ts'

/** Node fires at once for anything longer (2^31 - 1 ms, about 25 days): longer waits go in pieces. */
const LONGEST_MS = 2_147_483_647

export function systemClock(): Clock {
  return {
    now: () => Date.now(),
    async sleep(ms, signal) {
      // Counted by the monotonic clock, so that setting the wall clock neither cuts nor stretches a wait.
      const end = performance.now() + ms
      for (let left = ms; left > 0 && !signal?.aborted; left = end - performance.now()) {
        await wait(Math.min(left, LONGEST_MS), undefined, signal && { signal }).catch(() => {})
      }
    },
  }
}
