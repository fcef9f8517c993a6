import type { Clock } from '../../bot/ports.ts'

/** Failures in a row after which nobody waits for it any more. */
const AFTER = 3
/** Milliseconds for which it is left alone then. */
const QUIET_MS = 60_000
const LONGEST_QUIET_MS = 5 * 60_000

export interface Breaker {
  /** Whether a call may go out now. After a quiet time one may, and the others wait for how it fares. */
  lets(): boolean
  passed(): void
  /** @param quietMs for how long it asked to be left alone, where it did. */
  failed(quietMs?: number): void
}

export function createBreaker(clock: Pick<Clock, 'now'>): Breaker {
  let failures = 0
  let until = 0
  return {
    lets() {
      if (until === 0) return true
      const now = clock.now()
      if (now < until) return false
      until = now + QUIET_MS
      return true
    },
    passed() {
      failures = 0
      until = 0
    },
    failed(quietMs) {
      failures++
      const asked = quietMs === undefined ? 0 : Math.min(Math.max(quietMs, 0), LONGEST_QUIET_MS)
      const ours = failures >= AFTER ? QUIET_MS : 0
      if (asked > 0 || ours > 0) until = clock.now() + Math.max(asked, ours)
    },
  }
}
