import type { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { Kysely } from 'kysely'
import { ChaperoneError } from '../../bot/errors.ts'
import type { Clock, Hasher, Store } from '../../bot/ports.ts'
import { claimsOf } from './claims.ts'
import { nodeSqlite, openDatabase } from './dialect.ts'
import { dialogsOf, forgetExpired } from './dialogs.ts'
import { closeToOthers, keyFromFolder, prepareFolder } from './folder.ts'
import { incidentsOf } from './incidents.ts'
import { createKey, type Key } from './key.ts'
import { ledgerOf } from './ledger.ts'
import { migrate } from './migrate.ts'
import { remarksOf } from './remarks.ts'
import type { Schema } from './schema.ts'
import { trouble } from './trouble.ts'

/** How long a statement, or a start, waits for another process's write, in milliseconds. */
const BUSY_MS = 5_000
const PAUSE_MS = 25

export interface SqliteOptions {
  /** Data folder; made with owner-only permission when absent. */
  home: string
  /** 32 bytes (CHAPERONE_KEY); without it one is made and kept in the data folder. */
  key?: Uint8Array | undefined
  clock: Pick<Clock, 'now'>
  /** How long to wait for another process's write, in milliseconds. */
  busyMs?: number
}

export interface Opened {
  store: Store
  hasher: Hasher
  /** Migrations that this start ran. */
  migrated: number
}

/** @throws ChaperoneError with a store_… or key_… code, and nothing else. */
export async function openSqlite({
  home,
  key: given,
  clock,
  busyMs = BUSY_MS,
}: SqliteOptions): Promise<Opened> {
  const { path, key } = await guarded(home, async () => {
    const { database, isNew } = prepareFolder(home)
    return { path: database, key: createKey(given ?? keyFromFolder(home, isNew)) }
  })
  return guarded(path, async () => {
    closeToOthers(path)
    // Counted here: an attempt can migrate and then find the database locked for what comes after.
    let migrated = 0
    const ready = async (database: DatabaseSync, db: Kysely<Schema>) => {
      migrated += await migrate(database, db, path)
      await proveKey(db, key)
      await forgetExpired(db, clock.now())
    }
    for (let left = busyMs; ; left -= PAUSE_MS) {
      try {
        const db = await openOnce(path, busyMs, ready)
        return { store: storeOf(db, clock, key, path), hasher: { hash: key.hash }, migrated }
      } catch (error) {
        if (left <= 0 || trouble(error, path).code !== 'store_locked') throw error
        await setTimeout(PAUSE_MS)
      }
    }
  })
}

async function openOnce(
  path: string,
  busyMs: number,
  ready: (database: DatabaseSync, db: Kysely<Schema>) => Promise<void>,
): Promise<Kysely<Schema>> {
  const database = openDatabase(path)
  // The attempts to open do the waiting until it is open.
  let patience = 0
  const db = new Kysely<Schema>({ dialect: nodeSqlite(database, () => patience) })
  try {
    await ready(database, db)
    patience = busyMs
    return db
  } catch (error) {
    database.close()
    throw error
  }
}

function storeOf(db: Kysely<Schema>, clock: Pick<Clock, 'now'>, key: Key, path: string): Store {
  let closed = false
  const guard: Guard = (run) =>
    guarded(path, () => {
      if (closed) throw new ChaperoneError('store_unavailable', `${path}: the database is closed`)
      return run()
    })
  const { sweep, ...claims } = guardAll(claimsOf(db), guard)
  return {
    ...claims,
    ...guardAll(ledgerOf(db), guard),
    dialogs: guardAll(dialogsOf(db, clock, key), guard),
    remarks: guardAll(remarksOf(db, key, path), guard),
    incidents: guardAll(incidentsOf(db, key, path), guard),
    async sweep(before) {
      await guard(() => forgetExpired(db, clock.now()))
      return sweep(before)
    },
    async close() {
      closed = true
      await guarded(path, () => db.destroy())
    },
  }
}

/** The first start writes down which key it is; any other key later on is refused. */
async function proveKey(db: Kysely<Schema>, key: Key): Promise<void> {
  await db
    .insertInto('installation')
    .values({ name: 'key', value: key.fingerprint })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await db
    .selectFrom('installation')
    .select('value')
    .where('name', '=', 'key')
    .executeTakeFirstOrThrow()
  if (row.value !== key.fingerprint)
    throw new ChaperoneError(
      'key_changed',
      'the key is not the one that the data was written with; set CHAPERONE_KEY back to what it was',
    )
}

/** SQLite's errors turned into ours. */
async function guarded<T>(path: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw trouble(error, path)
  }
}

type Guard = <T>(run: () => Promise<T>) => Promise<T>
type Methods = Record<string, (...values: never[]) => Promise<unknown>>

/** Every method of a port behind the same guard. */
function guardAll<T extends { [K in keyof T]: (...values: never[]) => Promise<unknown> }>(
  port: T,
  guard: Guard,
): T {
  const entries = Object.entries(port as Methods)
  return Object.fromEntries(
    entries.map(([name, method]) => [name, (...values: never[]) => guard(() => method(...values))]),
  ) as unknown as T
}
