import { backup, type DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import type { Clock, Hasher, Store } from '../../bot/ports.ts'
import { type Ground, patiently, storeOn } from './assemble.ts'
import { forgetExpired } from './dialogs.ts'
import { closeToOthers, folderKeys, prepareFolder, settleKey } from './folder.ts'
import type { Key } from './key.ts'
import type { Ask } from './once.ts'
import { proveKey } from './prove.ts'
import { carryOver } from './register/carry-over.ts'
import type { Schema } from './schema.ts'
import { openBeside } from './sqlite/beside.ts'
import { dialectOf, nodeSqlite, openDatabase } from './sqlite/dialect.ts'
import { type Beside, groupCommit } from './sqlite/group.ts'
import { migrate } from './sqlite/migrate.ts'
import { trouble } from './sqlite/trouble.ts'

/** How long a statement, or a start, waits for another process's write, in milliseconds. */
const BUSY_MS = 5_000

export interface SqliteOptions {
  /** Data folder; made with owner-only permission when absent. */
  home: string
  /** 32 bytes (CHAPERONE_KEY); without it one is made and kept in the data folder. */
  key?: Uint8Array | undefined
  clock: Pick<Clock, 'now'>
  /** How long to wait for another process's write, in milliseconds. */
  busyMs?: number
  /** A thread of its own for writing: worth its start where many ask at a time. */
  thread?: boolean
}

export interface Opened {
  store: Store
  hasher: Hasher
  /** Migrations that this start ran. */
  migrated: number
  /** For what tends the data itself: backup, rotation, proof of the trail. */
  ground: Ground
}

/** @throws ChaperoneError with a store_… or key_… code, and nothing else. */
export async function openSqlite({
  home,
  key: given,
  clock,
  busyMs = BUSY_MS,
  thread = false,
}: SqliteOptions): Promise<Opened> {
  const { path, masters } = await patiently(0, home, trouble, () => {
    const { database, isNew } = prepareFolder(home)
    return { path: database, masters: given ? [given] : folderKeys(home, isNew) }
  })
  return openFile({ path, masters, clock, busyMs, thread, proved: (key) => given ?? settleKey(home, key) })
}

/** @param options.proved is told which of the keys it was. */
export async function openFile({
  path,
  masters,
  clock,
  busyMs,
  thread = false,
  proved,
}: {
  path: string
  masters: readonly Uint8Array[]
  clock: Pick<Clock, 'now'>
  busyMs: number
  thread?: boolean
  proved?: (key: Key) => void
}): Promise<Opened> {
  // Counted here: an attempt can migrate and then find the database locked for what comes after.
  let migrated = 0
  const { database, db, ask, key } = await patiently(busyMs, path, trouble, () => {
    closeToOthers(path)
    return openOnce(path, busyMs, thread, async (database, db) => {
      migrated += await migrate(database, db, path)
      const key = await proveKey(db, masters)
      proved?.(key)
      await carryOver(db, key, path)
      await forgetExpired(db, clock.now())
      return key
    })
  })
  const copyTo = async (target: string) => void (await backup(database, target))
  // The connection itself waits while another process writes.
  const ground = { db, ask, clock, key, place: path, trouble, busyMs: 0, copyTo }
  return { store: storeOn(ground), hasher: { hash: key.hash }, migrated, ground }
}

async function openOnce(
  path: string,
  busyMs: number,
  thread: boolean,
  ready: (database: DatabaseSync, db: Kysely<Schema>) => Promise<Key>,
) {
  const database = openDatabase(path)
  // The attempts to open do the waiting until it is open.
  let patience = 0
  // Nothing of it begins before the tables are there: it waits in `ready` for nobody.
  let beside: Beside | undefined
  const together: Beside['together'] = (batch) => beside?.together(batch)
  const later: Beside = { together, close: async () => beside?.close() }
  let key: Key | undefined
  const seal: Key['seal'] = (text, bound) => (key as Key).seal(text, bound)
  const group = groupCommit(database, () => patience, later, seal)
  const db = new Kysely<Schema>({ dialect: dialectOf(group) })
  const ask: Ask = ({ sql }, parameters) => group.ask(sql, parameters)
  try {
    key = await ready(database, db)
    patience = busyMs
    if (thread) beside = openBeside(path, key.sealing)
    return { database, db, ask, key }
  } catch (error) {
    database.close()
    throw error
  }
}

/** An SQLite file with this version's tables, for the rows of another database. */
export async function copyInto(path: string, fill: (db: Kysely<Schema>) => Promise<void>): Promise<void> {
  const database = openDatabase(path)
  const db = new Kysely<Schema>({ dialect: nodeSqlite(database, () => 0) })
  try {
    await migrate(database, db, path)
    await db.transaction().execute(fill)
    database.exec('PRAGMA journal_mode=DELETE')
  } finally {
    database.close()
  }
}
