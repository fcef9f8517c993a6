import type { Clock } from '../../bot/ports.ts'

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
  const { statusCode } = (error ?? {}) as { statusCode?: unknown }
  return typeof statusCode === 'number' ? statusCode : undefined
}

function askedFor(error: unknown): number | undefined {
  const { response } = (error ?? {}) as { response?: { headers?: { get?(name: string): unknown } } }
  const seconds = Number(response?.headers?.get?.('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined
}
