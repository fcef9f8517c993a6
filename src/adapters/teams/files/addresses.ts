import type { Clock } from '../../../bot/ports.ts'
import type { Reference } from '../origin.ts'
import type { Place, Sent } from '../reading/files.ts'

/** As long as the buttons under an answer work. */
const KEEP_MS = 60 * 60 * 1000
const MOST = 2000

export interface Known extends Place {
  from: Reference
  person: string
}

/**
 * Where files lie that people sent. An address can be all that somebody needs to read the file, so it is kept in
 * memory alone; after a restart people send the photo again.
 */
export function addressesOf(clock: Pick<Clock, 'now'>) {
  const known = new Map<string, Known & { until: number }>()
  const keyOf = (person: string, id: string) => JSON.stringify([person, id])
  return {
    keep(person: string, from: Reference, sent: readonly Sent[]): void {
      for (const { file, place } of sent) {
        known.delete(keyOf(person, file.id))
        known.set(keyOf(person, file.id), { ...place, from, person, until: clock.now() + KEEP_MS })
      }
      for (const [key, { until }] of known) {
        if (known.size <= MOST && until > clock.now()) break
        known.delete(key)
      }
    },
    find(person: string, id: string): Known | undefined {
      const found = known.get(keyOf(person, id))
      return found && found.until > clock.now() ? found : undefined
    },
  }
}
export type Addresses = ReturnType<typeof addressesOf>
