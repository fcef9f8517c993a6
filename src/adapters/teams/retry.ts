import type { Clock } from '../../bot/ports.ts'
import { Refusal } from './connector.ts'

/** What Teams asks to try again. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const AGAIN: ReadonlySet<number> = new Set([412, 429, 502, 503, 504])
const WAITS_MS = [500, 2000, 5000] as const
/** Nobody waits for longer. */
const MOST_MS = 15_000

/** Runs it again after a while where Teams says so; every other refusal is final. */
export async function persistent<T>(clock: Pick<Clock, 'sleep'>, run: () => Promise<T>): Promise<T> {
  for (const wait of WAITS_MS) {
    try {
      return await run()
    } catch (error) {
      const status = refusalOf(error)
      if (status === undefined || !AGAIN.has(status)) throw error
      await clock.sleep(Math.min(askedFor(error) ?? wait, MOST_MS))
    }
  }
  return run()
}

/** The status that Teams refused with; undefined: it did not answer. */
export function refusalOf(error: unknown): number | undefined {
  return error instanceof Refusal ? error.statusCode : undefined
}

function askedFor(error: unknown): number | undefined {
  return error instanceof Refusal ? error.wait : undefined
}
