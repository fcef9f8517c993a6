import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../src/adapters/store/open.ts'
import { command } from '../cli/command.ts'
import { postgresPrograms, type Server, startPostgres } from '../contracts/store/postgres-server.ts'

const KEY = Buffer.alloc(32, 7)
const MIA = { surface: 'slack', person: 'U01MIA' }
/** What people typed, 200 times, each in a place where it may be kept. */
const CANARIES = Array.from({ length: 200 }, (_, n) => `canary-${n}-Sarah Ünal`)

const bin = postgresPrograms()
let server: Server | undefined
let root: string
beforeAll(async () => {
  if (bin) server = await startPostgres(bin)
})
afterAll(() => server?.stop())
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chaperone-at-rest-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

async function plant(databaseUrl: string | undefined) {
  const opened = await openStore({
    home: join(root, 'data'),
    databaseUrl,
    key: KEY,
    clock: { now: () => 1_000 },
  })
  const { register, remarks, dialogs } = opened.store
  for (const [n, canary] of CANARIES.entries()) {
    if (n % 4 === 0) {
      const made = { at: n, year: 2026, state: 'open', body: { told: [canary] }, origin: canary }
      const { number } = await register.create('incident', made, MIA)
      if (n % 8 === 0) await register.update(number, 1, { at: n, body: { other: canary } }, MIA)
    } else if (n % 4 === 1) await dialogs.set(`talk:${n}`, { typed: canary }, 1e13)
    else {
      const rest = {
        sort: 'override' as const,
        draftHash: opened.hasher.hash(canary),
        verdict: 'stop',
        platform: null,
        rules: [],
      }
      await remarks.add({ id: String(n), at: n, ...MIA, ...rest, example: canary, reason: canary })
    }
  }
  return opened
}

function readableIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(({ parentPath, name }) => {
      const bytes = readFileSync(join(parentPath, name))
      return CANARIES.flatMap((canary) =>
        [
          Buffer.from(canary),
          Buffer.from(canary, 'utf16le'),
          Buffer.from(canary.slice(0, 9 + canary.indexOf('-'))),
        ]
          .filter((form) => bytes.includes(form))
          .map(() => `${name}: ${canary}`),
      )
    })
}

describe('of 200 things that people typed', () => {
  it('none can be read in the files of SQLite, its log, a backup, or after a rotation', async () => {
    const { store } = await plant(undefined)
    const env = { CHAPERONE_HOME: join(root, 'data'), CHAPERONE_KEY: KEY.toString('hex') }
    expect(readdirSync(join(root, 'data'))).toContain('chaperone.db-wal')
    expect(readableIn(root)).toEqual([])
    expect((await command(['backup', join(root, 'one.backup')], '', env)).code).toBe(0)
    await store.close()
    const next = { ...env, CHAPERONE_KEY_NEXT: Buffer.alloc(32, 9).toString('hex') }
    expect((await command(['rotate-key'], '', next)).code).toBe(0)
    expect(readableIn(root)).toEqual([])
    expect(readdirSync(root).toSorted()).toEqual(['data', 'one.backup'])
  })

  it('the search finds them where they do lie open', async () => {
    writeFileSync(join(root, 'open'), `x${CANARIES[3]}y`)
    expect(readableIn(root).length).toBeGreaterThan(0)
  })

  it.skipIf(!bin)('none can be read in the tables of PostgreSQL', async () => {
    const { store, ground } = await plant(await (server as Server).database())
    // Every row of every table, as the file of a backup that copies them.
    await ground.copyTo(join(root, 'rows.db'))
    await store.close()
    expect(readFileSync(join(root, 'rows.db')).includes('INC-2026-0050')).toBe(true)
    expect(readableIn(root)).toEqual([])
  })
})
