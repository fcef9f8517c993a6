import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { postgresPrograms, type Server, startPostgres } from '../../contracts/store/postgres-server.ts'
import { type Crashing, crashing } from './life.ts'

/** With CHAPERONE_NIGHTLY=1 there are many more. */
const NIGHTLY = process.env.CHAPERONE_NIGHTLY === '1'
const SEEDS = { sqlite: NIGHTLY ? 400 : 50, postgres: NIGHTLY ? 50 : 4 }
/** Nothing here depends on the disk: a process dies, and the machine does not. */
const FAST = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

const bin = postgresPrograms()
let server: Server | undefined
let home: string
beforeAll(async () => {
  if (bin) server = await startPostgres(bin)
})
afterAll(() => server?.stop())
beforeEach(() => {
  home = mkdtempSync(join(FAST, 'chaperone-crash-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

/** What has to be true of every life, however often its process died. */
function whole({ seed, said, incidents, entries, told }: Crashing): void {
  const where = `seed ${seed}`
  expect(incidents, where).toEqual(['INC-2026-0001'])
  const [report, ...later] = entries
  expect(report?.details, where).toMatchObject({ answers: said.answers })
  // Each act that was acknowledged stands there once, and none that nobody did.
  const acts = later.map(({ what }) => what).filter((what) => what !== 'told' && what !== 'reminded')
  expect(acts, where).toEqual(said.acts)
  expect(new Set(entries.map(({ id }) => id)).size, where).toBe(entries.length)
  expect(told, `${where}: somebody entitled heard of it`).toBeGreaterThan(0)
}

describe('a report and the life of its ticket, dying between any two calls of a port', () => {
  it(`is the same on SQLite over ${SEEDS.sqlite} seeds: same question, one ticket, nothing acknowledged lost`, {
    timeout: 600_000,
  }, async () => {
    let deaths = 0
    for (let seed = 1; seed <= SEEDS.sqlite; seed++) {
      const life = await crashing({ seed, home: join(home, String(seed)) })
      whole(life)
      deaths += life.deaths
      rmSync(join(home, String(seed)), { recursive: true, force: true })
    }
    expect(deaths).toBeGreaterThan(2 * SEEDS.sqlite)
  })

  it.skipIf(!bin)(
    `is the same on PostgreSQL over ${SEEDS.postgres} seeds`,
    { timeout: 600_000 },
    async () => {
      let deaths = 0
      for (let seed = 1; seed <= SEEDS.postgres; seed++) {
        const databaseUrl = await (server as Server).database()
        const life = await crashing({ seed, home, databaseUrl })
        whole(life)
        deaths += life.deaths
      }
      expect(deaths).toBeGreaterThan(SEEDS.postgres)
    },
  )

  it('is whole, too, where nothing dies: the measure of the others', async () => {
    const life = await crashing({ seed: 0, home, odds: 0 })
    whole(life)
    expect(life.deaths).toBe(0)
  })
})
