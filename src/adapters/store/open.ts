import type { Clock } from '../../bot/ports.ts'
import { type Opened, openSqlite } from './store.ts'

export interface StoreOptions {
  /** Data folder of SQLite. */
  home: string
  /** DATABASE_URL: PostgreSQL instead; then the key is needed too. */
  databaseUrl?: string | undefined
  key?: Uint8Array | undefined
  clock: Pick<Clock, 'now'>
  /** See SqliteOptions. */
  thread?: boolean
}

/** The database that the settings name. PostgreSQL's client is loaded where it is used. */
export async function openStore({
  home,
  databaseUrl,
  key,
  clock,
  thread = false,
}: StoreOptions): Promise<Opened> {
  if (databaseUrl === undefined || key === undefined) return openSqlite({ home, key, clock, thread })
  const { openPostgres } = await import('./postgres/postgres.ts')
  return openPostgres({ url: databaseUrl, key, clock })
}
