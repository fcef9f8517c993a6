import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { TICKETS_WAITING } from '../../adapters/store/outbox/outbox.ts'
import type { Config } from '../../config.ts'
import type { Item } from './examine.ts'

/** Looks at the data folder without making or changing anything: `serve` does that. */
export async function examineData({ home, key }: Pick<Config, 'home' | 'key'>): Promise<Item[]> {
  const database = join(home, 'chaperone.db')
  const keyFile = join(home, 'chaperone.key')
  if (!existsSync(home)) return [absent(home), keyItem(key !== undefined, false, false)]
  const items: Item[] = [folderItem(home)]
  if (existsSync(database)) items.push(...(await databaseItems(database)))
  items.push(keyItem(key !== undefined, existsSync(keyFile), existsSync(database)))
  for (const path of [home, database, keyFile]) {
    if (openToOthers(path)) {
      const says = `${path} can be opened by other people on this machine; the next start closes it.`
      items.push({ name: 'data', state: 'attention', says })
    }
  }
  return items
}

function absent(home: string): Item {
  let parent = dirname(home)
  while (!existsSync(parent)) parent = dirname(parent)
  return writable(parent)
    ? { name: 'data', state: 'ok', says: `${home} is not there yet; the first start makes it.` }
    : { name: 'data', state: 'broken', says: `${home} is not there, and ${parent} cannot be written to.` }
}

function folderItem(home: string): Item {
  return statSync(home).isDirectory() && writable(home)
    ? { name: 'data', state: 'ok', says: `${home} can be written to.` }
    : { name: 'data', state: 'broken', says: `${home} cannot be written to; look at CHAPERONE_HOME.` }
}

async function databaseItems(path: string): Promise<Item[]> {
  const { DatabaseSync } = await import('node:sqlite')
  try {
    const database = new DatabaseSync(path, { readOnly: true })
    try {
      const result = database.prepare('PRAGMA quick_check(1)').get()?.quick_check
      if (result === 'ok')
        return [
          { name: 'store', state: 'ok', says: `${path} is whole.` },
          backupItem(lastBackup(database)),
          ...waitingItems(ticketsWaiting(database)),
        ]
    } finally {
      database.close()
    }
  } catch {
    // Not a database, or unreadable: the same to whoever has to mend it.
  }
  return [{ name: 'store', state: 'broken', says: `${path} is damaged; bring it back from a backup.` }]
}

function lastBackup(database: DatabaseSync): number | undefined {
  if (!database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'trail'").get()) return undefined
  const found = database.prepare("SELECT max(at) AS at FROM trail WHERE act = 'backed_up'").get()
  return typeof found?.at === 'number' ? found.at : undefined
}

function ticketsWaiting(database: DatabaseSync): Waiting[] {
  if (!database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'outbox'").get()) return []
  const rows = database.prepare(TICKETS_WAITING).all()
  return rows.map(({ target, trouble, count }) => ({
    target: String(target),
    trouble: String(trouble),
    count: Number(count),
  }))
}

/** Tickets whose mirror failed the last time, and why. */
export interface Waiting {
  target: string
  trouble: string
  count: number
}

/** A failure of the mirror is for whoever runs Chaperone; the tickets here are as they should be. */
export function waitingItems(waiting: readonly Waiting[]): Item[] {
  return waiting.map(({ target, trouble, count }) => ({
    name: 'tickets',
    state: 'attention',
    says: `${count} ${count === 1 ? 'has' : 'have'} not arrived at the ${target === 'jira' ? 'Jira project' : target} (${trouble}); they are tried again. Here nothing is missing.`,
  }))
}

const DAY_MS = 86_400_000
/** Days after which somebody should make another. */
const OLD = 7

/** @param at milliseconds since 1970; undefined: there was none. */
export function backupItem(at: number | undefined): Item {
  const name = 'backup'
  if (at === undefined)
    return {
      name,
      state: 'attention',
      says: 'There is none yet: "backup FILE" makes one, also while it runs.',
    }
  const says = `The last one was made on ${new Date(at).toISOString().slice(0, 10)} (UTC).`
  return Date.now() - at > OLD * DAY_MS
    ? { name, state: 'attention', says: `${says} Make another.` }
    : { name, state: 'ok', says }
}

function keyItem(given: boolean, file: boolean, database: boolean): Item {
  const name = 'key'
  if (given) return { name, state: 'ok', says: 'Comes from CHAPERONE_KEY.' }
  if (file)
    return {
      name,
      state: 'ok',
      says: 'Lies in the data folder; keep a copy of it, and not beside the backups.',
    }
  if (!database) return { name, state: 'ok', says: 'The first start makes one in the data folder.' }
  return { name, state: 'broken', says: 'Is missing: bring it back from a backup, or set CHAPERONE_KEY.' }
}

function writable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Windows keeps its permissions elsewhere; there the folder of the account is what protects. */
function openToOthers(path: string): boolean {
  return process.platform !== 'win32' && existsSync(path) && (statSync(path).mode & 0o077) !== 0
}
