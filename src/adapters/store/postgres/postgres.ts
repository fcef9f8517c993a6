import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { ChaperoneError } from '../../../bot/errors.ts'
import type { Clock } from '../../../bot/ports.ts'
import { patiently, storeOn } from '../assemble.ts'
import { forgetExpired } from '../dialogs.ts'
import type { Ask } from '../once.ts'
import { proveKey } from '../prove.ts'
import { MIGRATIONS, type Schema } from '../schema.ts'
import { sealedIn } from '../seal.ts'
import { copyInto, type Opened } from '../store.ts'
import { copyRows } from '../upkeep/copy-rows.ts'
import { postgresTrouble } from './trouble.ts'

const BUSY_MS = 5_000
const CONNECT_MS = 5_000
const STATEMENT_MS = 60_000
const CONNECTIONS = 10
/** Ours among the advisory locks of the database: "chap" in ASCII. */
const LOCK = 0x63686170
const INT8 = 20

export interface PostgresOptions {
  /** DATABASE_URL. */
  url: string
  /** 32 bytes (CHAPERONE_KEY). */
  key: Uint8Array
  clock: Pick<Clock, 'now'>
  busyMs?: number
}

/** @throws ChaperoneError with a store_… or key_… code, and nothing else; it never holds the URL. */
export async function openPostgres({
  url,
  key: master,
  clock,
  busyMs = BUSY_MS,
}: PostgresOptions): Promise<Opened> {
  const place = 'PostgreSQL (DATABASE_URL)'
  const db = connect(url)
  try {
    const { migrated, key } = await patiently(busyMs, place, postgresTrouble, async () => {
      const migrated = await migrate(db, place)
      const key = await proveKey(db, [master])
      await forgetExpired(db, clock.now())
      return { migrated, key }
    })
    const ask: Ask = (statement, values) =>
      db.executeQuery({ ...statement, parameters: sealedIn(values, key.seal) })
    const copyTo = (path: string) =>
      copyInto(path, (target) =>
        db
          .transaction()
          .setIsolationLevel('repeatable read')
          .execute((tx) => copyRows(tx, target)),
      )
    const ground = { db, ask, clock, key, place, trouble: postgresTrouble, busyMs, copyTo }
    return { store: storeOn(ground), hasher: { hash: key.hash }, migrated, ground }
  } catch (error) {
    await db.destroy().catch(() => {})
    throw postgresTrouble(error, place)
  }
}

function connect(url: string): Kysely<Schema> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    idle_in_transaction_session_timeout: STATEMENT_MS,
    application_name: 'chaperone',
    // 64-bit numbers come as text; all of ours are times and counts, which a number holds.
    types: {
      getTypeParser: ((type: number, format?: 'text' | 'binary') =>
        type === INT8
          ? Number
          : pg.types.getTypeParser(type, format as 'text')) as typeof pg.types.getTypeParser,
    },
  })
  // A connection that breaks while nobody uses it is replaced by the next one; without a listener it would end
  // the process.
  pool.on('error', () => {})
  return new Kysely<Schema>({
    dialect: new PostgresDialect({
      pool,
      // What was acknowledged survives a power cut, whatever the server's default is.
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw('set synchronous_commit to on'))
      },
    }),
  })
}

/** All or nothing, one replica at a time; those that wait find it done. */
async function migrate(db: Kysely<Schema>, place: string): Promise<number> {
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${LOCK})`.execute(connection)
    try {
      if (await isNewer(connection))
        throw new ChaperoneError(
          'store_newer',
          `${place}: a newer Chaperone wrote this database; start that one`,
        )
      const provider = { getMigrations: async () => ({ ...MIGRATIONS }) }
      const { error, results = [] } = await new Migrator({ db, provider }).migrateToLatest()
      if (error) throw error
      return results.length
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(connection)
    }
  })
}

async function isNewer(db: Kysely<Schema>): Promise<boolean> {
  const { rows } = await sql<{
    there: string | null
  }>`select to_regclass('kysely_migration') as there`.execute(db)
  if (!rows[0]?.there) return false
  const done = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  return done.rows.some(({ name }) => !(name in MIGRATIONS))
}
