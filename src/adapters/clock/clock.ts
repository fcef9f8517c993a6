import type { Clock } from '../../bot/ports.ts'
import { createTurns } from './turns.ts'

/** Node fires at once for anything longer (2^31 - 1 ms, about 25 days): longer waits go in pieces. */
const LONGEST_MS = 2_147_483_647

export function systemClock(): Clock {
  return {
    now: () => Date.now(),
    turn: createTurns(),
    alarm(ms, ring) {
      const timer = setTimeout(ring, Math.min(ms, LONGEST_MS))
      return () => clearTimeout(timer)
    },
    async sleep(ms, signal) {
      // Counted by the monotonic clock, so that setting the wall clock neither cuts nor stretches a wait.
      const end = performance.now() + ms
      for (let left = ms; left > 0 && !signal?.aborted; left = end - performance.now()) {
        await wait(Math.min(left, LONGEST_MS), signal)
      }
    },
  }
}

/** Without an error when it is called off: nearly every wait is, and an error costs more than the wait. */
function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal?.addEventListener('abort', end)
  })
}
