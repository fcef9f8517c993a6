import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createKey } from '../../../src/adapters/store/key.ts'
import { openBeside } from '../../../src/adapters/store/sqlite/beside.ts'
import { nodeSqlite } from '../../../src/adapters/store/sqlite/dialect.ts'
import { type Beside, groupCommit } from '../../../src/adapters/store/sqlite/group.ts'

const KEY = createKey(Buffer.alloc(32, 7))

/** Batches that a thread of its own writes: everything that one connection promises holds for two. */
interface Tables {
  note: { name: string; text: string }
}

let home: string
let here: DatabaseSync
let other: DatabaseSync
let beside: Beside
let db: Kysely<Tables>
/** Batches that went to the thread. */
let sent: number
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'chaperone-thread-'))
  const path = join(home, 'chaperone.db')
  here = new DatabaseSync(path, { timeout: 0 })
  here.exec('PRAGMA journal_mode=WAL; CREATE TABLE note (name TEXT PRIMARY KEY, text TEXT NOT NULL)')
  other = new DatabaseSync(path, { timeout: 0 })
  beside = openBeside(path, KEY.sealing)
  // Until it is open, batches are written without it.
  let first: ReturnType<Beside['together']>
  const asked = () => {
    first = beside.together([])
    return first !== undefined
  }
  await expect.poll(asked, { timeout: 15_000 }).toBe(true)
  // One batch at a time: the next would be written here while this one is under way.
  await first
  sent = 0
  const counted: Beside = {
    together(batch) {
      sent++
      return beside.together(batch)
    },
    close: () => beside.close(),
  }
  db = new Kysely<Tables>({ dialect: nodeSqlite(here, () => 50, counted) })
})
afterEach(async () => {
  await db.destroy().catch(() => {})
  if (other.isOpen) other.close()
  rmSync(home, { recursive: true, force: true })
})

const add = (name: string, text = '') => db.insertInto('note').values({ name, text }).execute()
const names = (by: DatabaseSync) =>
  by
    .prepare('SELECT name FROM note ORDER BY name')
    .all()
    .map(({ name }) => name)

it('writes what comes together in one batch, and each is there for others by the time it is told', async () => {
  const seen: boolean[] = []
  const wanted = Array.from({ length: 100 }, (_, n) => `n${n}`)
  await Promise.all(
    wanted.map(async (name) => {
      await add(name)
      seen.push(names(other).includes(name))
    }),
  )
  expect({ seen, sent }).toEqual({ seen: wanted.map(() => true), sent: 1 })
})

it('tells which of them failed, with SQLite’s own number, and keeps the others', async () => {
  await add('taken')
  const results = await Promise.allSettled([add('a'), add('taken'), add('b')])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(results[1]).toMatchObject({ reason: { errcode: 1555 } })
  expect(names(other)).toEqual(['a', 'b', 'taken'])
})

it('reads what was written before in the same batch', async () => {
  const [, rows] = await Promise.all([add('a'), db.selectFrom('note').selectAll().execute()])
  expect(rows).toEqual([{ name: 'a', text: '' }])
})

it('says how many rows a statement changed', async () => {
  await Promise.all([add('a'), add('b')])
  const { numUpdatedRows } = await db.updateTable('note').set({ text: 'x' }).executeTakeFirstOrThrow()
  expect(numUpdatedRows).toBe(2n)
})

it('seals words that wait, whichever of the two writes them, and binds them to their row', async () => {
  const words = 'Sarah’s “lovely” 😊 \\ "smile" \n'
  const group = groupCommit(here, () => 50, beside, KEY.seal)
  const write = (name: string) => group.ask('INSERT INTO note VALUES (?, ?)', [name, [words, `note:${name}`]])
  await write('there')
  await beside.close()
  await write('here')
  const kept = other.prepare('SELECT name, text FROM note ORDER BY name').all() as unknown as Tables['note'][]
  expect(
    kept.map(({ name, text }) => [name, text.includes('Sarah'), KEY.open(text, `note:${name}`)]),
  ).toEqual([
    ['here', false, words],
    ['there', false, words],
  ])
})

it('takes a statement that was refused for no reason to refuse the next ones', async () => {
  const strange = db
    .insertInto('note')
    .values({ name: 'a', text: 1n as unknown as string })
    .execute()
  await expect(strange).rejects.toThrow('BigInt')
  await add('b')
  await expect(add('b')).rejects.toMatchObject({ errcode: 1555 })
  expect(names(other)).toEqual(['b'])
})

describe('a transaction of somebody’s own', () => {
  it('stays here, and batches that came meanwhile wait for its end', async () => {
    let outside: Promise<unknown> = Promise.resolve()
    const undone = db.transaction().execute(async (own) => {
      await own.insertInto('note').values({ name: 'undone', text: '' }).execute()
      outside = add('stays')
      throw new Error('never mind')
    })
    await expect(undone).rejects.toThrow('never mind')
    await outside
    expect(names(other)).toEqual(['stays'])
  })

  it('waits for a batch that the thread is writing', async () => {
    const writing = Promise.all(Array.from({ length: 50 }, (_, n) => add(`n${n}`)))
    await db
      .transaction()
      .execute((own) => own.insertInto('note').values({ name: 'own', text: '' }).execute())
    await writing
    expect(names(other)).toHaveLength(51)
  })
})

it('waits while another process writes', async () => {
  other.exec('BEGIN IMMEDIATE')
  const writing = add('a')
  await new Promise((resolve) => setTimeout(resolve, 10))
  other.exec('COMMIT')
  await writing
  expect(names(other)).toEqual(['a'])
})

it('gives up with SQLite’s own error when that takes too long, and writes the next one', async () => {
  other.exec('BEGIN IMMEDIATE')
  await expect(add('a')).rejects.toMatchObject({ errcode: 5 })
  other.exec('ROLLBACK')
  await add('b')
  expect(names(other)).toEqual(['b'])
})

it('goes on without the thread when that has ended', async () => {
  await beside.close()
  await add('a')
  expect(names(other)).toEqual(['a'])
})

it('goes on without a thread that could not begin', async () => {
  const none = openBeside(join(home, 'no', 'such', 'folder.db'))
  const alone = new Kysely<Tables>({
    dialect: nodeSqlite(new DatabaseSync(join(home, 'chaperone.db')), () => 50, none),
  })
  await alone.insertInto('note').values({ name: 'a', text: '' }).execute()
  await alone.destroy()
  expect(names(other)).toEqual(['a'])
})

it('has everything on the disk when the database is closed behind it', async () => {
  const writing = Promise.all([add('a'), add('b')])
  await new Promise((resolve) => process.nextTick(resolve))
  await db.destroy()
  await writing
  expect(names(other)).toEqual(['a', 'b'])
})
