import { createKey } from '../../adapters/store/key.ts'
import { type Probe, probePostgres } from '../../adapters/store/postgres/probe.ts'
import { ChaperoneError } from '../../bot/errors.ts'
import type { Config } from '../../config.ts'
import { isLoopback } from '../../settings.ts'
import { backupItem, waitingItems } from './data-folder.ts'
import type { Item } from './examine.ts'

/** Asks PostgreSQL how it is, without making or changing anything there. */
export async function examinePostgres(url: string, key: Config['key']): Promise<Item[]> {
  let found: Probe
  try {
    found = await probePostgres(url)
  } catch (error) {
    const says = error instanceof ChaperoneError ? `${error.message}.` : 'PostgreSQL cannot be asked.'
    return [{ name: 'store', state: 'broken', says }]
  }
  const items: Item[] = [
    { name: 'store', state: 'ok', says: `PostgreSQL ${found.version} answers (DATABASE_URL).` },
  ]
  if (!found.tls && !isLoopback(new URL(url).hostname)) {
    const says =
      'What goes to PostgreSQL is not encrypted on its way; add sslmode=verify-full to DATABASE_URL.'
    items.push({ name: 'store', state: 'attention', says })
  }
  const fits = found.key === undefined || (key && createKey(key.reveal()).fingerprint === found.key)
  items.push(
    fits
      ? { name: 'key', state: 'ok', says: 'Comes from CHAPERONE_KEY.' }
      : {
          name: 'key',
          state: 'broken',
          says: 'CHAPERONE_KEY is not the key that the data was written with.',
        },
  )
  if (found.key !== undefined) items.push(backupItem(found.backedUp))
  items.push(...waitingItems(found.waiting))
  return items
}
