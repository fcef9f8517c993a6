import { randomInt } from 'node:crypto'
import type { Clock } from '../../bot/ports.ts'
import { pauseOf, refusalOf } from './client.ts'

/** Before the second try, in milliseconds; each wait is about twice the one before it. */
const FIRST_MS = 1000
const LONGEST_MS = 8000

export interface Waits {
  /** No try begins later. Milliseconds since 1970. */
  until: number
  /** Before the second try, where a second is too long. */
  firstMs?: number
}

/**
 * Tries again what Slack did not answer, for as long as it is worth it. A plain no is final. Nothing waits any longer
 * once `end` was called: whoever stops the process has ten seconds.
 * @param jitter 0 to 1; people who were cut off together do not come back together.
 */
export function createPersistence(
  clock: Pick<Clock, 'now' | 'sleep'>,
  jitter: () => number = () => randomInt(1000) / 1000,
) {
  const ending = new AbortController()
  return {
    /** @param again makes every try but the first. @throws what the last try threw. */
    async insist<T>(first: () => Promise<T>, again: () => Promise<T>, waits: Waits): Promise<T> {
      const { until, firstMs = FIRST_MS } = waits
      let attempt = first
      for (let wait = firstMs; ; wait = Math.min(2 * wait, LONGEST_MS)) {
        try {
          return await attempt()
        } catch (error) {
          const pause = Math.max(pauseOf(error) ?? 0, wait * (0.5 + jitter() / 2))
          if (refusalOf(error) !== undefined || clock.now() + pause > until || ending.signal.aborted)
            throw error
          await clock.sleep(pause, ending.signal)
          if (ending.signal.aborted) throw error
          attempt = again
        }
      }
    },
    end: () => ending.abort('over'),
  }
}

export type Persistence = ReturnType<typeof createPersistence>
