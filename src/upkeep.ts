import { codeOf } from './bot/errors.ts'
import { type Actor, type Clock, type Log, RECORD_KINDS, type RecordKind, type Store } from './bot/ports.ts'

const DAY_MS = 86_400_000
/** Years, 45 CFR 164.530(j)(2): from when it was made or was last in effect, whichever is later. */
export const LEAST_YEARS = 6
const CHAPERONE: Actor = { surface: 'chaperone', person: 'upkeep' }

export type Retention = Readonly<Partial<Record<RecordKind, number>>>

/**
 * Now and once a day: writes the head of the trail to the log, where a tail that is cut later shows, and removes
 * what was kept long enough. Failing at it is no reason to stop.
 */
export function startUpkeep(
  { clock, log, store }: { clock: Clock; log: Log; store: Pick<Store, 'register' | 'trail'> },
  retention: Retention,
): { stop(): Promise<void> } {
  const ending = new AbortController()
  const { signal } = ending
  const running = (async () => {
    while (!signal.aborted) {
      await tend({ clock, log, store }, retention)
      await clock.sleep(DAY_MS, signal)
    }
  })()
  return {
    async stop() {
      ending.abort()
      await running
      await tellHead(store, log)
    },
  }
}

type Tools = { clock: Pick<Clock, 'now'>; log: Log; store: Pick<Store, 'register' | 'trail'> }

export async function tend({ clock, log, store }: Tools, retention: Retention): Promise<void> {
  for (const kind of Object.keys(RECORD_KINDS) as RecordKind[]) {
    try {
      const now = clock.now()
      const gone = await store.register.purge(kind, keptSince(now, retention[kind]), now, CHAPERONE)
      if (gone.length > 0) log.info('records purged', { kind, count: gone.length })
    } catch (error) {
      log.warn('records purged', { kind, code: codeOf(error, 'store_failed') })
    }
  }
  await tellHead(store, log)
}

async function tellHead({ trail }: Pick<Store, 'trail'>, log: Log): Promise<void> {
  try {
    log.info('trail head', { head: await trail.head() })
  } catch (error) {
    log.warn('trail head', { code: codeOf(error, 'store_failed') })
  }
}

/** What ended before this may go. A day is added, so that no time zone makes the years too short. */
export function keptSince(now: number, years = LEAST_YEARS): number {
  const then = new Date(now)
  const day = then.getUTCDate()
  then.setUTCFullYear(then.getUTCFullYear() - Math.max(years, LEAST_YEARS))
  // 29 February, in a year that has none, would become 1 March: a day too soon.
  if (then.getUTCDate() !== day) then.setUTCDate(0)
  return then.getTime() - DAY_MS
}
