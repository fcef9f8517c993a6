import type { Clock } from '../ports.ts'

/** So long has nothing been too much when a burst is over. */
const OVER_MS = 10_000
/** What was said so long ago, somebody who goes on is told again. */
const FORGOTTEN_MS = 60_000
/** Bursts that are remembered; those that are over are forgotten first. */
const MOST_KEPT = 10_000

/** For each key: true for the first of a burst, which is told, and false for the rest of it, which is only counted. */
export function createToldOnce(clock: Pick<Clock, 'now'>) {
  const bursts = new Map<string, { told: number; latest: number }>()
  return {
    tells(key: string): boolean {
      const now = clock.now()
      const before = bursts.get(key)
      const goesOn = before && now - before.latest < OVER_MS && now - before.told < FORGOTTEN_MS
      if (!before && bursts.size >= MOST_KEPT)
        for (const [other, { latest }] of bursts) if (now - latest >= OVER_MS) bursts.delete(other)
      bursts.set(key, { told: goesOn ? before.told : now, latest: now })
      return !goesOn
    },
  }
}
