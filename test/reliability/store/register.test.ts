import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../../src/adapters/store/open.ts'
import { MIGRATIONS } from '../../../src/adapters/store/schema.ts'
import { verifyTrail } from '../../../src/adapters/store/trail/verify.ts'
import { rotateKey } from '../../../src/adapters/store/upkeep/rotate.ts'
import type { ChaperoneError } from '../../../src/bot/errors.ts'
import { command } from '../../cli/command.ts'
import { postgresPrograms, type Server, startPostgres } from '../../contracts/store/postgres-server.ts'

const CHILD = fileURLToPath(new URL('./register-child.ts', import.meta.url))
const KEY = Buffer.alloc(32, 7)
const HEX = KEY.toString('hex')
const MIA = { surface: 'slack', person: 'U01MIA' }
const MADE = { at: 1_000, year: 2026, state: 'open', body: 'canary-4711' }
const numbered = (count: number) =>
  Array.from({ length: count }, (_, n) => `INC-2026-${String(n + 1).padStart(4, '0')}`)

const bin = postgresPrograms()
let server: Server | undefined
let root: string
beforeAll(async () => {
  if (bin) server = await startPostgres(bin)
})
afterAll(() => server?.stop())
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chaperone-register-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const open = (place: string, key = KEY) =>
  openStore({
    home: place,
    databaseUrl: place.startsWith('postgres:') ? place : undefined,
    key,
    clock: { now: () => 1_000 },
  })

function replica(place: string, name: string, count: number) {
  const child = spawn(process.execPath, [CHILD, place, name, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout })
  const closed = new Promise<void>((resolve) => reader.once('close', resolve))
  /** Ends as soon as it said so many lines. */
  const said = (wanted: number) =>
    new Promise<void>((resolve) => {
      reader.on('line', (line) => lines.push(line) >= wanted && resolve())
      reader.once('close', resolve)
    })
  return { lines, closed, said, kill: () => child.kill('SIGKILL') }
}

const PLACES: [string, boolean, () => Promise<string> | string][] = [
  ['SQLite', true, () => join(root, 'data')],
  ['PostgreSQL', bin !== undefined, () => (server as Server).database()],
]

for (const [name, there, place] of PLACES)
  describe.skipIf(!there)(
    `replicas on ${name}${there ? '' : ' (NOT RUN: there is no PostgreSQL here)'}`,
    () => {
      it('number without a gap and without a double between three processes', async () => {
        const where = await place()
        await (await open(where)).store.close()
        const replicas = ['a', 'b', 'c'].map((one) => replica(where, one, 20))
        await Promise.all(replicas.map(({ said }) => said(20)))
        await Promise.all(replicas.map(({ closed }) => closed))
        expect(replicas.flatMap(({ lines }) => lines).toSorted()).toEqual(numbered(60))
        const { store, ground } = await open(where)
        expect(await verifyTrail(ground)).toMatchObject({ entries: 60 })
        expect((await verifyTrail(ground)).broken).toBeUndefined()
        await store.close()
      })

      it('lose nothing that was acknowledged to kill -9, leave no gap, and a retry makes no second one', async () => {
        const where = await place()
        await (await open(where)).store.close()
        const told: string[] = []
        for (const [round, after] of [1, 7, 20].entries()) {
          const child = replica(where, `r${round}`, 10_000)
          await child.said(after)
          child.kill()
          await child.closed
          told.push(...child.lines)
          const again = replica(where, `r${round}`, after)
          await again.said(after)
          await again.closed
          expect(again.lines).toEqual(child.lines.slice(0, after))
        }
        const { store, ground } = await open(where)
        const kept = (await store.register.list('incident', { limit: 9_999 }, 'nobody')).map(
          (one) => one.number,
        )
        expect(kept.toSorted()).toEqual(numbered(kept.length))
        expect(kept).toEqual(expect.arrayContaining(told))
        // One more of each round may have been written than could still be told.
        expect(kept.length - told.length).toBeLessThanOrEqual(3)
        expect((await verifyTrail(ground)).broken).toBeUndefined()
        await store.close()
      })
    },
  )

describe.skipIf(!bin)(`PostgreSQL${bin ? '' : ' (NOT RUN: there is none here)'}`, () => {
  const chaperone = (args: string[], url: string, env = {}) =>
    command(args, '', { CHAPERONE_HOME: join(root, 'data'), CHAPERONE_KEY: HEX, DATABASE_URL: url, ...env })
  const database = () => (server as Server).database()
  async function used(url: string): Promise<void> {
    const { store } = await open(url)
    for (let n = 0; n < 3; n++) await store.register.create('incident', { ...MADE, origin: `web:${n}` }, MIA)
    await store.close()
  }

  it('is backed up to a file that another database, SQLite and PostgreSQL, takes back', async () => {
    const url = await database()
    await used(url)
    const file = join(root, 'monday.backup')
    expect(await chaperone(['backup', file], url)).toMatchObject({ code: 0, err: '' })
    expect(readFileSync(file).includes('canary-4711')).toBe(false)
    const home = join(root, 'moved')
    const other = await database()
    expect(await command(['restore', file], '', { CHAPERONE_HOME: home, CHAPERONE_KEY: HEX })).toMatchObject({
      code: 0,
    })
    expect(await chaperone(['restore', file], other)).toMatchObject({ code: 0, err: '' })
    for (const where of [home, other]) {
      const { store, ground } = await open(where)
      expect((await store.register.get('INC-2026-0003', 'nobody'))?.body).toBe('canary-4711')
      expect((await store.register.create('incident', { ...MADE, origin: 'web:1' }, MIA)).number).toBe(
        'INC-2026-0002',
      )
      expect((await store.register.create('incident', MADE, MIA)).number).toBe('INC-2026-0004')
      expect((await verifyTrail(ground)).broken).toBeUndefined()
      await store.close()
    }
    const again = await chaperone(['restore', file], other)
    expect(again).toMatchObject({ code: 2, out: '' })
    expect(again.err).toContain('holds data already')
  })

  it('is opened by six that start together: one makes the tables, all use them', async () => {
    const url = await database()
    const opened = await Promise.all(Array.from({ length: 6 }, () => open(url)))
    const made = opened.map(({ migrated }) => migrated).toSorted((a, b) => a - b)
    expect(made).toEqual([0, 0, 0, 0, 0, Object.keys(MIGRATIONS).length])
    await Promise.all(opened.map(({ store }) => store.register.create('incident', MADE, MIA)))
    for (const { store } of opened) await store.close()
  })

  it('is refused with another key, and where a newer version wrote it', async () => {
    const url = await database()
    await used(url)
    await expect(open(url, Buffer.alloc(32, 1))).rejects.toMatchObject({ code: 'key_changed' })
    const { store, ground } = await open(url)
    await sql`insert into kysely_migration values ('999-flying-cars', '2031-01-01T00:00:00Z')`.execute(
      ground.db,
    )
    await store.close()
    await expect(open(url)).rejects.toMatchObject({ code: 'store_newer' })
  })

  it('goes on after its connections were cut', async () => {
    const url = await database()
    const [one, other] = [await open(url), await open(url)]
    await one.store.register.create('incident', MADE, MIA)
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(other.ground.db)
    const tries = await Promise.all(
      Array.from({ length: 5 }, () =>
        one.store.register.create('incident', MADE, MIA).catch((error) => error),
      ),
    )
    for (const result of tries)
      expect(result instanceof Error ? (result as ChaperoneError).code : 'made').toMatch(
        /^(?:made|store_unavailable)$/,
      )
    await one.store.register.create('incident', MADE, MIA)
    const kept = await one.store.register.list('incident', { limit: 99 }, 'nobody')
    expect(kept.map(({ number }) => number).toSorted()).toEqual(numbered(kept.length))
    expect((await verifyTrail(one.ground)).broken).toBeUndefined()
    for (const { store } of [one, other]) await store.close()
  })

  it('rotates its key, verifies its trail, and shuts the old key out', async () => {
    const url = await database()
    await used(url)
    const next = Buffer.alloc(32, 9)
    const old = await open(url)
    const env = { CHAPERONE_KEY_NEXT: next.toString('hex') }
    expect(await chaperone(['rotate-key'], url, env)).toMatchObject({ code: 0, err: '' })
    await expect(old.store.register.create('incident', MADE, MIA)).rejects.toMatchObject({
      code: 'key_changed',
    })
    await old.store.close()
    expect((await chaperone(['verify-audit'], url)).err).toContain('the key is not the one')
    const { out } = await chaperone(['verify-audit', '--json'], url, { CHAPERONE_KEY: next.toString('hex') })
    expect(JSON.parse(out)).toMatchObject({ whole: true, entries: 4 })
    const { store } = await open(url, next)
    expect((await store.register.get('INC-2026-0001', 'nobody'))?.body).toBe('canary-4711')
    await store.close()
  })

  it('turns its key over while others write, and no row stays behind under the old one', async () => {
    const url = await database()
    await used(url)
    const replicas = ['a', 'b'].map((one) => replica(url, one, 500))
    await Promise.all(replicas.map(({ said }) => said(10)))
    const { ground, store } = await open(url)
    const next = Buffer.alloc(32, 9)
    await rotateKey(ground, next, MIA, 1)
    await store.close()
    await Promise.all(replicas.map(({ closed }) => closed))
    expect(replicas.map(({ lines }) => lines.at(-1))).toEqual(['failed key_changed', 'failed key_changed'])
    const turned = await open(url, next)
    const told = replicas.flatMap(({ lines }) => lines.slice(0, -1))
    const kept = (await turned.store.register.list('incident', { limit: 9_999 }, 'nobody')).map(
      (one) => one.number,
    )
    expect(kept).toEqual(expect.arrayContaining(told))
    expect(kept.toSorted()).toEqual(numbered(kept.length))
    expect((await verifyTrail(turned.ground)).broken).toBeUndefined()
    await turned.store.close()
  })

  it('is looked at by doctor, which makes nothing there', async () => {
    const url = await database()
    type Items = { items: { name: string; state: string; says: string }[] }
    const look = async (env = {}) => {
      const { items } = JSON.parse((await chaperone(['doctor', '--json'], url, env)).out) as Items
      return items
        .filter(({ name }) => ['store', 'key', 'backup'].includes(name))
        .map(({ name, state }) => `${name} ${state}`)
    }
    expect(await look()).toEqual(['store ok', 'key ok'])
    await used(url)
    expect(await look()).toEqual(['store ok', 'key ok', 'backup attention'])
    expect(await look({ CHAPERONE_KEY: 'ab'.repeat(32) })).toEqual([
      'store ok',
      'key broken',
      'backup attention',
    ])
    await chaperone(['backup', join(root, 'b')], url)
    expect(await look()).toEqual(['store ok', 'key ok', 'backup ok'])
  })

  it.each([
    ['nobody listens', () => 'postgres://u:pa55word@127.0.0.1:1/x', /cannot be reached \(ECONNREFUSED\)/],
    ['there is no such database', async () => `${await database()}-none`, /there is no such database/],
  ])('where %s, every command says so in one line, without the address', async (_what, url, says) => {
    const { code, out, err } = await chaperone(['verify-audit'], await url())
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^chaperone: PostgreSQL \(DATABASE_URL\): [^\n]+\n$/)
    expect(err).toMatch(says)
    expect(err).not.toMatch(/pa55word|127\.0\.0\.1/)
  })
})
