import type { Ports } from '../ports.ts'
import { dayOf } from '../time/day.ts'

/** Marks that count answers which reached nobody, one for each local day; the digest tells of yesterday's. */
export const UNDELIVERED = 'undelivered:'

/** Never fails: that the count could not be written is no reason to fail anything more. */
export async function countUndelivered(
  { clock, store }: Pick<Ports, 'clock' | 'store'>,
  timeZone: string,
): Promise<void> {
  const name = UNDELIVERED + dayOf(clock.now(), timeZone)
  for (let tries = 0; tries < 10; tries++)
    try {
      const seen = await store.marks.get(name)
      if (await store.marks.set(name, seen, String(Number(seen ?? 0) + 1))) return
    } catch {
      return
    }
}
