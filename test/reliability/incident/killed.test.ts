import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../../src/adapters/store/open.ts'
import { postgresPrograms, type Server, startPostgres } from '../../contracts/store/postgres-server.ts'

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url))
/** A process for each is slow; these hit every kind of call, and the ones around the sending. With CHAPERONE_NIGHTLY=1: all. */
const NIGHTLY = process.env.CHAPERONE_NIGHTLY === '1'
const SAMPLES = NIGHTLY ? 10_000 : 5
const SAMPLES_POSTGRES = NIGHTLY ? 40 : 2
const KEY = Buffer.alloc(32, 7)

const bin = postgresPrograms()
let server: Server | undefined
let home: string

beforeAll(async () => {
  if (bin) server = await startPostgres(bin)
})
afterAll(() => server?.stop())
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'chaperone-incident-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

/** By then nobody waits any more for what died in the middle of an answer. */
const LATER_MS = 61_000

function run(fatal: number, later = 0, DATABASE_URL?: string) {
  const env = DATABASE_URL === undefined ? process.env : { ...process.env, DATABASE_URL }
  const { stdout, stderr, signal } = spawnSync(
    process.execPath,
    [CHILD, home, String(fatal), String(later)],
    {
      encoding: 'utf8',
      env,
    },
  )
  expect(stderr.replaceAll(/\(node:.*|\(Use.*/g, '').trim()).toBe('')
  return { lines: stdout.split('\n').filter(Boolean), signal }
}

async function register(databaseUrl?: string) {
  const key = databaseUrl === undefined ? undefined : KEY
  const { store } = await openStore({ home, databaseUrl, key, clock: { now: () => Date.now() } })
  const list = await store.incidents.list('nobody')
  await store.close()
  return list
}

describe('a report whose process is killed between any two calls of a port', () => {
  it('goes on at the same question, loses no acknowledged answer, and becomes one ticket', {
    timeout: NIGHTLY ? 7_200_000 : 180_000,
  }, async () => {
    const whole = run(0)
    const calls = Number(whole.lines.at(-1)?.split(' ')[1])
    const asked = whole.lines.filter((line) => line.startsWith('answered'))
    expect(whole.lines).toContain('sent INC-2026-0001')
    expect(asked).toHaveLength(11)

    // Spread over the whole, and every call of the last fifth, where the ticket is made.
    const spread = Array.from({ length: SAMPLES }, (_, index) => 1 + Math.floor((index * calls) / SAMPLES))
    const end = Array.from({ length: SAMPLES }, (_, index) => calls - 2 * index)
    for (const fatal of [...new Set([...spread, ...end])].filter((n) => n > 0)) {
      rmSync(home, { recursive: true, force: true })
      const died = run(fatal)
      expect(died.signal, `call ${fatal}`).toBe('SIGKILL')
      // Somebody comes back, and the same is asked for until it is sent; a second dying is allowed for.
      const kept = await register()
      const again = run(0, LATER_MS)
      const before = died.lines.filter((line) => line.startsWith('answered'))
      const after = again.lines.filter((line) => line.startsWith('answered'))
      const list = await register()
      // Once it is written down, what comes after says no more than that, or is a second report of the same post.
      if (kept.length === 0) {
        // What was acknowledged is not asked again; at most the last answer was kept without a word.
        expect(before.length + after.length, `call ${fatal}`).toBeLessThanOrEqual(asked.length)
        expect(before.length + after.length, `call ${fatal}`).toBeGreaterThanOrEqual(asked.length - 1)
        for (const line of before) expect(after, `call ${fatal}`).not.toContain(line)
      }
      expect(
        list.map(({ number }) => number),
        `call ${fatal}`,
      ).toEqual(['INC-2026-0001'])
    }
  })

  it.skipIf(!bin)('does so on PostgreSQL', { timeout: NIGHTLY ? 3_600_000 : 180_000 }, async () => {
    const fresh = () => (server as Server).database()
    const calls = Number(
      run(0, 0, await fresh())
        .lines.at(-1)
        ?.split(' ')[1],
    )
    for (let sample = 1; sample <= SAMPLES_POSTGRES; sample++) {
      const fatal = Math.floor((sample * calls) / (SAMPLES_POSTGRES + 1))
      const databaseUrl = await fresh()
      expect(run(fatal, 0, databaseUrl).signal, `call ${fatal}`).toBe('SIGKILL')
      run(0, LATER_MS, databaseUrl)
      const list = await register(databaseUrl)
      expect(
        list.map(({ number }) => number),
        `call ${fatal}`,
      ).toEqual(['INC-2026-0001'])
      expect(list[0]?.entries[0]?.details, `call ${fatal}`).toMatchObject({
        answers: { more: 'it was late' },
      })
    }
  })

  it('leaves none of the words on the disk in the open', async () => {
    run(0)
    for (const name of readdirSync(home)) {
      const bytes = readFileSync(join(home, name)).toString('latin1')
      for (const words of ['it was late', 'we called the office', 'yelp.com', 'kinds'])
        expect(bytes.includes(words), `${name}: ${words}`).toBe(false)
    }
    expect((await register())[0]?.entries[0]?.details).toMatchObject({ answers: { more: 'it was late' } })
  })
})
