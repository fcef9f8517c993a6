import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeSqlite } from '../../../src/adapters/store/sqlite/dialect.ts'
import { openSqlite } from '../../../src/adapters/store/store.ts'

interface Tables {
  note: { name: string; text: string }
}

/** Remembers what it was told to do outside of statements: where transactions begin and end. */
class Watched extends DatabaseSync {
  told: string[] = []
  override exec(what: string): void {
    this.told.push(what)
    super.exec(what)
  }
}

let home: string
let database: Watched
let other: DatabaseSync
let db: Kysely<Tables>
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'chaperone-group-'))
  const path = join(home, 'chaperone.db')
  database = new Watched(path, { timeout: 0 })
  database.exec('PRAGMA journal_mode=WAL; CREATE TABLE note (name TEXT PRIMARY KEY, text TEXT NOT NULL)')
  database.told = []
  other = new DatabaseSync(path, { timeout: 0 })
  db = new Kysely<Tables>({ dialect: nodeSqlite(database, () => 50) })
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

describe('writes that come together', () => {
  it('go in one transaction, and each is there for others by the time it is told', async () => {
    const seen: boolean[] = []
    const wanted = Array.from({ length: 100 }, (_, n) => `n${n}`)
    await Promise.all(
      wanted.map(async (name) => {
        await add(name)
        seen.push(names(other).includes(name))
      }),
    )
    expect(seen).toEqual(wanted.map(() => true))
    expect(database.told).toEqual(['BEGIN IMMEDIATE', 'COMMIT'])
  })

  it('take none of each other with them when one fails', async () => {
    await add('taken')
    const results = await Promise.allSettled([add('a'), add('taken'), add('b'), add('b')])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected'])
    expect(names(other)).toEqual(['a', 'b', 'taken'])
  })

  it('keep their order, also with what is read between them', async () => {
    const [, before, , after] = await Promise.all([
      add('a'),
      db.selectFrom('note').select('name').execute(),
      add('b'),
      db.selectFrom('note').select('name').execute(),
    ])
    expect([before, after]).toEqual([[{ name: 'a' }], [{ name: 'a' }, { name: 'b' }]])
  })

  it('are all on the disk when the database is closed behind them', async () => {
    await db.selectFrom('note').select('name').execute()
    const writing = Promise.all([add('a'), add('b')])
    // Until both have got as far as the queue.
    await new Promise((resolve) => process.nextTick(resolve))
    expect(names(other)).toEqual([])
    await db.destroy()
    await writing
    expect(names(other)).toEqual(['a', 'b'])
  })
})

describe('a transaction of somebody’s own', () => {
  it('is undone alone: writes that came meanwhile wait for its end and stay', async () => {
    let outside: Promise<unknown> = Promise.resolve()
    const undone = db.transaction().execute(async (own) => {
      await own.insertInto('note').values({ name: 'undone', text: '' }).execute()
      outside = add('stays')
      await new Promise((resolve) => setTimeout(resolve, 5))
      expect(await own.selectFrom('note').select('name').execute()).toEqual([{ name: 'undone' }])
      throw new Error('never mind')
    })
    await expect(undone).rejects.toThrow('never mind')
    await outside
    expect(names(other)).toEqual(['stays'])
  })

  it('is kept whole, and two of them run one after the other', async () => {
    await add('count', '0')
    await Promise.all(
      Array.from({ length: 10 }, () =>
        db.transaction().execute(async (own) => {
          const { text } = await own.selectFrom('note').select('text').executeTakeFirstOrThrow()
          await own
            .updateTable('note')
            .set({ text: String(Number(text) + 1) })
            .execute()
        }),
      ),
    )
    expect(await db.selectFrom('note').select('text').execute()).toEqual([{ text: '10' }])
  })
})

describe('while another process writes', () => {
  it('a write waits for it, and this process goes on with other things', async () => {
    other.exec('BEGIN IMMEDIATE')
    const writing = add('a')
    // Only a process that is not stuck gets here to end it.
    await new Promise((resolve) => setTimeout(resolve, 10))
    other.exec('COMMIT')
    await writing
    expect(names(other)).toEqual(['a'])
  })

  it('what is already there can be read', async () => {
    await add('a')
    other.exec('BEGIN IMMEDIATE')
    expect(await db.selectFrom('note').select('name').execute()).toEqual([{ name: 'a' }])
    other.exec('COMMIT')
  })

  it('a wait that is too long ends in one clear error, and the next write works', async () => {
    const { store } = await openSqlite({ home: join(home, 'data'), clock: { now: () => 0 }, busyMs: 50 })
    const holds = new DatabaseSync(join(home, 'data', 'chaperone.db'))
    holds.exec('BEGIN IMMEDIATE')
    await expect(store.claim('e:1', 'a', 0, 1)).rejects.toMatchObject({ code: 'store_locked' })
    holds.exec('ROLLBACK')
    holds.close()
    expect(await store.claim('e:1', 'a', 0, 1)).toBe('won')
    await store.close()
  })
})

it('a disk that is full undoes the whole of what was written together, and everybody is told', async () => {
  const { page_count: pages } = database.prepare('PRAGMA page_count').get() as { page_count: number }
  await sql.raw(`PRAGMA max_page_count=${pages + 2}`).execute(db)
  const results = await Promise.allSettled([add('a'), add('big', 'x'.repeat(100_000)), add('b')])
  const kept = names(other)
  expect(results.map(({ status }) => status === 'fulfilled')).toEqual(
    ['a', 'big', 'b'].map((name) => kept.includes(name)),
  )
  expect(kept).not.toContain('big')
})
