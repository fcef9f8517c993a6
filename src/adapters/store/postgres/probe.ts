import pg from 'pg'
import { TICKETS_WAITING } from '../outbox/outbox.ts'
import { postgresTrouble } from './trouble.ts'

const CONNECT_MS = 5_000

export interface Probe {
  /** "18.4". */
  version: string
  /** Whether what travels to it is encrypted. */
  tls: boolean
  /** Fingerprint of the key that the data was written with; undefined where nothing was written yet. */
  key: string | undefined
  /** When the last backup was made. Milliseconds since 1970. */
  backedUp: number | undefined
  /** Tickets whose mirror failed the last time, and why. */
  waiting: { target: string; trouble: string; count: number }[]
}

/** Looks and changes nothing. @throws ChaperoneError with a store_… code. */
export async function probePostgres(url: string): Promise<Probe> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS })
  client.on('error', () => {})
  try {
    await client.connect()
    const one = async (query: string) => (await client.query({ text: query, rowMode: 'array' })).rows[0]?.[0]
    const there = await one(
      "select to_regclass('trail') is not null and to_regclass('installation') is not null",
    )
    const at = there && (await one("select max(at) from trail where act = 'backed_up'"))
    const mirrors = await one("select to_regclass('outbox') is not null")
    const waiting = mirrors ? (await client.query(TICKETS_WAITING)).rows : []
    return {
      waiting: waiting.map((row) => ({ ...row, count: Number(row.count) })),
      version: await one('show server_version'),
      tls: (await one('select ssl from pg_stat_ssl where pid = pg_backend_pid()')) === true,
      key: there ? await one("select value from installation where name = 'key'") : undefined,
      backedUp: at ? Number(at) : undefined,
    }
  } catch (error) {
    throw postgresTrouble(error, 'PostgreSQL (DATABASE_URL)')
  } finally {
    await client.end().catch(() => {})
  }
}
