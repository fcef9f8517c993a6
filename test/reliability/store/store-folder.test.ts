import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { trouble } from '../../../src/adapters/store/sqlite/trouble.ts'
import { openSqlite } from '../../../src/adapters/store/store.ts'
import { ChaperoneError } from '../../../src/bot/errors.ts'
import type { Store } from '../../../src/bot/ports.ts'

let root: string
let home: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chaperone-folder-'))
  home = join(root, 'data')
})
afterEach(() => {
  chmodSync(root, 0o700)
  rmSync(root, { recursive: true, force: true })
})

const clock = { now: () => 1_000 }
const open = (key?: Uint8Array) => openSqlite({ home, clock, key, busyMs: 50 })
const at = (name: string) => join(home, name)
const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)

/** A folder as a first start leaves it, with a few pages of rows. */
async function used(key?: Uint8Array): Promise<void> {
  const { store } = await open(key)
  const long = 'x'.repeat(250)
  for (let n = 0; n < 60; n++) await store.claim(`e:${n}:${long}`, 'holder', 0, 1)
  await store.close()
}

/** What the start said: a code, one line, and nothing of SQLite. */
async function refusal(key?: Uint8Array): Promise<string> {
  const error = await open(key).then(
    ({ store }) => store.close(),
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(ChaperoneError)
  const { code, message } = error as ChaperoneError
  expect(message).not.toContain('\n')
  expect(message).not.toMatch(/SQLITE|stack|undefined/)
  return code
}

describe('the data folder', () => {
  it('and every file in it belong to their owner alone, also while the database is in use', async () => {
    const { store } = await open()
    await store.claim('e:1', 'holder', 0, 1)
    expect(mode(home)).toBe('700')
    const names = readdirSync(home)
    expect(names.toSorted()).toEqual([
      'chaperone.db',
      'chaperone.db-shm',
      'chaperone.db-wal',
      'chaperone.key',
    ])
    for (const name of names) expect([name, mode(at(name))]).toEqual([name, '600'])
    await store.close()
  })

  it('is closed again when somebody opened it up', async () => {
    await used()
    chmodSync(home, 0o755)
    for (const name of readdirSync(home)) chmodSync(at(name), 0o644)
    await (await open()).store.close()
    expect(mode(home)).toBe('700')
    for (const name of readdirSync(home)) expect([name, mode(at(name))]).toEqual([name, '600'])
  })

  it('keeps its own permissions when it holds other things too; our files are closed all the same', async () => {
    mkdirSync(home, { mode: 0o755 })
    writeFileSync(at('notes.txt'), 'somebody else’s')
    await used()
    expect(mode(home)).toBe('755')
    expect(mode(at('chaperone.db'))).toBe('600')
    expect(mode(at('chaperone.key'))).toBe('600')
  })

  it('holds no word of a dialog in clear, and nothing of it once it was deleted', async () => {
    const words = 'Thank you Sarah, your tummy tuck looks great'
    const { store } = await open()
    await store.dialogs.set('check:p:1', { text: words }, 10_000)
    expect(everything()).not.toContain('tummy')
    expect(everything()).not.toContain(Buffer.from(words).toString('base64').slice(8, 40))
    const sealed = /v1\.[0-9a-f]{16}\.[A-Za-z0-9+/=]{40}/.exec(everything())?.[0]
    expect(sealed).toBeDefined()
    await store.dialogs.delete('check:p:1')
    await store.close()
    expect(everything()).not.toContain(sealed)
  })

  it('gives nothing back from a row that was moved to another key', async () => {
    const { store } = await open()
    await store.dialogs.set('check:anna:1', 'for Anna', 10_000)
    const other = new DatabaseSync(at('chaperone.db'))
    other.exec("UPDATE dialog SET key = 'check:ben:1'")
    other.close()
    expect(await store.dialogs.get('check:ben:1')).toBeUndefined()
    await store.close()
  })
})

const everything = () =>
  readdirSync(home)
    .map((name) => readFileSync(at(name), 'latin1'))
    .join('')

describe('a start on something unusable gives one clear error', () => {
  it.each<[string, string, (store?: Store) => Promise<void> | void]>([
    [
      'a file that is no database',
      'store_corrupt',
      () => writeFileSync(at('chaperone.db'), 'x'.repeat(9000)),
    ],
    ['a damaged page', 'store_corrupt', () => damage(at('chaperone.db'))],
    ['a database cut in half', 'store_corrupt', () => halve(at('chaperone.db'))],
    ['a folder in place of the database', 'store_unavailable', () => folder(at('chaperone.db'))],
    ['a database of a newer version', 'store_newer', () => fromTheFuture(at('chaperone.db'))],
    ['a lost key', 'key_missing', () => rmSync(at('chaperone.key'))],
    ['a key that is none', 'key_invalid', () => writeFileSync(at('chaperone.key'), 'hello')],
    [
      'another key',
      'key_changed',
      () => writeFileSync(at('chaperone.key'), Buffer.alloc(32, 7).toString('base64')),
    ],
  ])('%s: %s', async (_what, code, spoil) => {
    await used()
    await spoil()
    expect(await refusal()).toBe(code)
    // Nothing was repaired behind anybody's back.
    expect(await refusal()).toBe(code)
  })

  it('a file in place of the data folder: store_unavailable', async () => {
    writeFileSync(home, '')
    expect(await refusal()).toBe('store_unavailable')
  })

  it.skipIf(process.getuid?.() === 0)('a folder that may not be written: store_readonly', async () => {
    await used()
    chmodSync(home, 0o500)
    chmodSync(root, 0o500)
    expect(await refusal()).toBe('store_readonly')
    chmodSync(home, 0o700)
  })

  it('a database that another program holds: store_locked', async () => {
    await used()
    const other = new DatabaseSync(at('chaperone.db'))
    other.exec('BEGIN EXCLUSIVE')
    expect(await refusal()).toBe('store_locked')
    other.exec('ROLLBACK')
    other.close()
    await (await open()).store.close()
  })

  it('waits for a program that lets go in time', async () => {
    await used()
    const other = new DatabaseSync(at('chaperone.db'))
    other.exec('BEGIN IMMEDIATE')
    const opening = openSqlite({ home, clock, busyMs: 10_000 })
    await new Promise((resolve) => setImmediate(resolve))
    other.exec('ROLLBACK')
    other.close()
    await (await opening).store.close()
  })

  it('a key from outside that is not the one of the data: key_changed', async () => {
    await used(Buffer.alloc(32, 1))
    expect(readdirSync(home)).not.toContain('chaperone.key')
    expect(await refusal(Buffer.alloc(32, 2))).toBe('key_changed')
  })

  it.each([
    ['a write to a read-only database', 8, 'store_readonly'],
    ['a lock inside the connection', 6, 'store_locked'],
    ['a lock with more detail (BUSY_SNAPSHOT)', 517, 'store_locked'],
    ['a disk error', 10, 'store_unavailable'],
    ['a full disk', 13, 'store_full'],
    ['anything else', 1, 'store_failed'],
  ])('%s (SQLite %i) is %s', (_what, errcode, code) => {
    const cause = Object.assign(new Error('near "Sarah": syntax error'), {
      code: 'ERR_SQLITE_ERROR',
      errcode,
    })
    const error = trouble(cause, 'data/chaperone.db')
    expect(error).toMatchObject({ code, cause })
    expect(error.message).not.toContain('Sarah')
  })

  it('a write that SQLite refuses because the file is read-only is store_readonly', async () => {
    await used()
    const database = new DatabaseSync(at('chaperone.db'), { readOnly: true })
    try {
      database.exec('DELETE FROM claim')
      expect.unreachable()
    } catch (error) {
      expect(trouble(error, 'x').code).toBe('store_readonly')
    }
    database.close()
  })
})

/** Overwrites the middle, where rows lie; the header stays whole. */
function damage(path: string): void {
  const bytes = readFileSync(path)
  bytes.fill(0xaa, 4096 * 2, bytes.length - 100)
  writeFileSync(path, bytes)
}

function halve(path: string): void {
  truncateSync(path, Math.floor(statSync(path).size / 2))
}

function folder(path: string): void {
  rmSync(path)
  mkdirSync(path)
}

function fromTheFuture(path: string): void {
  const database = new DatabaseSync(path)
  database.exec("INSERT INTO kysely_migration VALUES ('999-flying-cars', '2031-01-01T00:00:00Z')")
  database.close()
}
