import { timingSafeEqual } from 'node:crypto'
import { createReadStream, existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { ChaperoneError } from '../../../bot/errors.ts'
import type { Actor, Clock } from '../../../bot/ports.ts'
import { type Ground, patiently } from '../assemble.ts'
import { existingKeys, prepareFolder } from '../folder.ts'
import { createKey, type Key } from '../key.ts'
import { trouble } from '../sqlite/trouble.ts'
import { openFile } from '../store.ts'
import { append } from '../trail/trail.ts'
import { HEADER, HEADER_LENGTH } from './backup.ts'
import { copyRows } from './copy-rows.ts'

const OWNER_FILE = 0o600

export interface RestoreOptions {
  file: string
  home: string
  /** CHAPERONE_KEY; without it the keys of the data folder. */
  key?: Uint8Array | undefined
  clock: Pick<Clock, 'now'>
  by: Actor
}

/**
 * Puts a backup in the place of the data folder's database. What was there stays beside it.
 * @returns where the database that was there lies now; undefined if there was none.
 * @throws ChaperoneError key_changed: made with another key. store_corrupt: changed, or not complete.
 *   store_locked: something has the database open. In each case nothing was changed.
 */
export async function restoreFolder(options: RestoreOptions): Promise<string | undefined> {
  const { home, clock } = options
  const { database: path } = await patiently(0, home, trouble, () => prepareFolder(home))
  const fresh = `${path}.restoring`
  return unpacked(options, fresh, async (ground) => {
    await ground.db.destroy()
    singleFile(fresh)
    if (!existsSync(path)) {
      renameSync(fresh, path)
      return undefined
    }
    singleFile(path)
    const aside = `${path}.before-${new Date(clock.now()).toISOString().replace(/[:.]/g, '-')}`
    // Both names are there at every moment: a start in between must not find an empty folder and make a new one.
    linkSync(path, aside)
    renameSync(fresh, path)
    return aside
  })
}

/** Puts a backup into an open database that holds nothing yet. */
export async function restoreInto(target: Ground, options: RestoreOptions): Promise<undefined> {
  const { db, place } = target
  for (const table of ['register', 'trail', 'ledger', 'remark'] as const)
    if (await db.selectFrom(table).selectAll().limit(1).executeTakeFirst())
      throw new ChaperoneError('store_failed', `${place} holds data already; restore into an empty database`)
  const fresh = `${options.file}.restoring`
  await unpacked(options, fresh, async (source) => {
    await patiently(target.busyMs, place, target.trouble, () =>
      db.transaction().execute((tx) => copyRows(source.db, tx)),
    )
    await source.db.destroy()
  })
}

/** Proves the backup, opens it under `fresh` with the newest tables, and notes in its trail that it came back. */
async function unpacked<T>(
  { file, home, key: given, clock, by }: RestoreOptions,
  fresh: string,
  work: (ground: Ground) => Promise<T>,
): Promise<T> {
  try {
    const masters = given ? [given] : existingKeys(home)
    await unpack(file, fresh, masters)
    const { ground } = await openFile({ path: fresh, masters, clock, busyMs: 0 })
    const { db, key } = ground
    const fact = { act: 'restored', subject: key.fingerprint, at: clock.now() } as const
    await db.transaction().execute((tx) => append(tx, key, by, fact))
    return await work(ground)
  } catch (error) {
    throw trouble(error, file)
  } finally {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(fresh + end, { force: true })
  }
}

async function unpack(file: string, fresh: string, masters: readonly Uint8Array[]): Promise<void> {
  const handle = await open(file)
  let first: Buffer
  try {
    first = (await handle.read(Buffer.alloc(HEADER_LENGTH), 0, HEADER_LENGTH, 0)).buffer
  } finally {
    await handle.close()
  }
  const [, fingerprint, mac = ''] = HEADER.exec(first.toString('latin1')) ?? []
  if (fingerprint === undefined)
    throw new ChaperoneError('store_corrupt', `${file} is no backup of Chaperone`)
  const key = masters.map((master) => createKey(master)).find((one) => one.fingerprint === fingerprint)
  if (!key)
    throw new ChaperoneError(
      'key_changed',
      `${file} was made with another key (${fingerprint}); put that key back, as chaperone.key or as CHAPERONE_KEY`,
    )
  if (!(await copyProved(file, fresh, key, Buffer.from(mac, 'hex'))))
    throw new ChaperoneError('store_corrupt', `${file} was changed, or is not complete; take another backup`)
}

async function copyProved(file: string, fresh: string, key: Key, mac: Buffer): Promise<boolean> {
  rmSync(fresh, { force: true })
  const target = await open(fresh, 'wx', OWNER_FILE)
  const found = key.backupMac()
  try {
    for await (const chunk of createReadStream(file, { start: HEADER_LENGTH })) {
      found.update(chunk as Buffer)
      await target.writeFile(chunk as Buffer)
    }
    await target.sync()
  } finally {
    await target.close()
  }
  return timingSafeEqual(found.digest(), mac)
}

/** Leaves nothing beside the file, which SQLite does only when nobody else has it open. */
function singleFile(path: string): void {
  const database = new DatabaseSync(path, { timeout: 0 })
  try {
    const mode = database.prepare('PRAGMA journal_mode=DELETE').get() as { journal_mode: string }
    if (mode.journal_mode === 'delete') return
  } catch (error) {
    if ((error as { errcode?: number }).errcode !== 5) throw error
  } finally {
    database.close()
  }
  throw new ChaperoneError('store_locked', `${path} is in use; stop Chaperone first`)
}
