import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../src/adapters/store/open.ts'
import { periodOf } from '../../src/cli/export/period.ts'
import { postgresPrograms, type Server, startPostgres } from '../contracts/store/postgres-server.ts'
import { command } from './command.ts'

const KEY = Buffer.alloc(32, 7)
const bin = postgresPrograms()
let server: Server | undefined
let home: string
beforeAll(async () => {
  if (bin) server = await startPostgres(bin)
})
afterAll(() => server?.stop())
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'chaperone-export-'))
  const staff = '  - { name: Mía Torres, ids: { slack: UMIA }, role: privacy officer }'
  writeFileSync(
    join(home, 'practice.yml'),
    `name: Maple\ntimeZone: America/Chicago\nstaff:\n${staff}\nstrictness:\n  - { rule: claims/painless, level: mute, reason: we mean it, by: Mía }\n`,
  )
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const at = (text: string) => Date.parse(text)
const DRAFT = 'canary words of a draft'
const TYPED = 'canary words of a ticket'

async function plant(databaseUrl?: string) {
  const clock = { now: () => at('2025-03-10T12:00:00Z') }
  const { store } = await openStore({ home: join(home, 'data'), databaseUrl, key: KEY, clock })
  const person = { surface: 'slack', person: 'UMIA' }
  const check = { ...person, draftHash: 'x', kind: 'caption', platform: null, rules: [] }
  // The last second of February and the first of March in Chicago, and the first of April.
  await store.record({ ...check, id: 'a', at: at('2025-03-01T05:59:59Z'), verdict: 'stop' })
  await store.record({ ...check, id: 'b', at: at('2025-03-01T06:00:00Z'), verdict: 'stop' })
  await store.record({ ...check, id: 'c', at: at('2025-04-01T04:59:59Z'), verdict: 'clear' })
  await store.record({ ...check, id: 'd', at: at('2025-04-01T05:00:00Z'), verdict: 'clear' })
  const remark = { ...person, draftHash: 'x', verdict: 'stop', platform: null, rules: ['claims/painless'] }
  await store.remarks.add({
    ...remark,
    id: 'r',
    at: at('2025-03-05T12:00:00Z'),
    sort: 'override',
    example: DRAFT,
    reason: 'it is [name]’s own',
  })
  const entry = (id: string, when: string, what: string, details: object) => ({
    id,
    at: at(when),
    by: 'slack:UMIA',
    what,
    details: { ...details },
  })
  const answers = { more: TYPED, people: { count: 2, states: {}, minors: 'no', dead: 'no' } }
  const reported = (id: string, when: string) =>
    entry(id, when, 'reported', { zone: 'America/Chicago', answers, told: [TYPED] })
  const closed = (id: string, when: string) =>
    entry(id, when, 'closed', { finding: 'mistaken', reason: TYPED })
  // Open from before, closed before, and opened after.
  for (const [id, when] of [
    ['one', '2025-02-01T12:00:00Z'],
    ['two', '2025-02-02T12:00:00Z'],
    ['three', '2025-04-02T12:00:00Z'],
  ] as const)
    await store.incidents.open(reported(id, when), null, 2026)
  await store.incidents.add('INC-2026-0001', 1, [closed('c1', '2025-03-20T12:00:00Z')])
  await store.incidents.add('INC-2026-0002', 1, [closed('c2', '2025-02-20T12:00:00Z')])
  const training = { at: at('2025-03-06T12:00:00Z'), year: 2025, state: 'taken' }
  for (const on of ['2025-03-04', '2025-04-04'])
    await store.register.create(
      'training',
      { ...training, body: { who: 'Mía Torres', topic: 'Posts', on } },
      person,
    )
  await store.close()
}

const run = (args: readonly string[], env = {}) =>
  command(['export', '--practice', join(home, 'practice.yml'), ...args], '', {
    CHAPERONE_HOME: join(home, 'data'),
    CHAPERONE_KEY: KEY.toString('hex'),
    ...env,
  })
const march = (env = {}) =>
  run(['--from', '2025-03-01', '--to', '2025-03-31', '--out', join(home, 'out')], env)
const packet = () => JSON.parse(readFileSync(join(home, 'out', 'packet.json'), 'utf8'))

describe('the packet of an auditor', () => {
  it('has the checks of these days, the incidents of them, remarks without the draft, and what was in use', async () => {
    await plant()
    expect((await march()).code).toBe(0)
    expect(packet()).toMatchObject({
      practice: 'Maple',
      checks: { total: 2, byVerdict: { clear: 1, stop: 1 } },
      incidents: [
        {
          number: 'INC-2026-0001',
          status: 'closed',
          people: 2,
          closed: { finding: 'mistaken', by: 'Mía Torres' },
        },
      ],
      remarks: [{ sort: 'override', rules: ['claims/painless'], reason: 'it is [name]’s own' }],
      inUse: {
        strictness: [{ rule: 'claims/painless', reason: 'we mean it' }],
        retentionYears: { incident: 6 },
      },
      training: [{ number: 'TRN-2025-0001', who: 'Mía Torres', topic: 'Posts', on: '2025-03-04' }],
      proof: { whole: true, firstBad: null },
    })
    expect(Object.entries(packet().inUse.knowledge)).toContainEqual([
      'knowledge/state-law.yml',
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ])
  })

  it('has no words of a draft or a ticket in any of its files, which are for their owner alone', async () => {
    await plant()
    await march()
    for (const name of readdirSync(join(home, 'out'))) {
      const path = join(home, 'out', name)
      for (const words of [DRAFT, TYPED]) expect(readFileSync(path).includes(words), name).toBe(false)
      expect(statSync(path).mode & 0o777).toBe(0o600)
    }
    expect(readdirSync(join(home, 'out'))).toEqual(['index.pdf', 'packet.json', 'trail.jsonl'])
  })

  it('tells of itself in the trail', async () => {
    await plant()
    await run(['--from', '2025-01-01', '--to', '2025-02-28', '--out', join(home, 'one')])
    await march()
    expect(packet().proof.entries).toBeGreaterThan(8)
    const { store } = await openStore({ home: join(home, 'data'), key: KEY, clock: { now: () => 0 } })
    const exported = (await store.trail.entries({ limit: 100 })).filter(({ act }) => act === 'exported')
    await store.close()
    expect(exported.at(-1)?.subject).toBe('2025-03-01:2025-03-31')
  })

  it('says where the trail is broken, and ends with 1', async () => {
    await plant()
    const database = new DatabaseSync(join(home, 'data', 'chaperone.db'))
    database.exec("UPDATE trail SET person = 'UEVE' WHERE seq = 2")
    database.close()
    const { code, out } = await march()
    expect(code).toBe(1)
    expect(out).toContain('NOT whole')
    expect(packet().proof).toMatchObject({ whole: false, firstBad: { record: 'entry 2' } })
  })

  it.skipIf(!bin)('is made of PostgreSQL too', async () => {
    const DATABASE_URL = await (server as Server).database()
    await plant(DATABASE_URL)
    expect((await march({ DATABASE_URL })).code).toBe(0)
    expect(packet()).toMatchObject({
      checks: { total: 2 },
      incidents: [{ number: 'INC-2026-0001' }],
      proof: { whole: true },
    })
    const env = { DATABASE_URL, CHAPERONE_HOME: join(home, 'none'), CHAPERONE_KEY: KEY.toString('hex') }
    expect((await command(['incident', 'list'], '', env)).out.split('\n')).toHaveLength(4)
    const shown = await command(['incident', 'export', 'INC-2026-0001', '--out', join(home, 'inc')], '', env)
    expect(shown.code).toBe(0)
    expect((await command(['remarks'], '', env)).out).toContain('Posted all the same')
  })

  it.each([
    [[], 'export wants --from with a day like 2026-01-31'],
    [['--from', '2025-02-30', '--to', '2025-03-01'], 'export wants --from with a day like 2026-01-31'],
    [['--from', '2025-03-02', '--to', '2025-03-01'], '--from lies after --to'],
    [['--from', '2025-03-02', '--to', '2199-03-01'], '--to is still to come; nothing can be told of it'],
    [['--from', '2025-03-01', '--to', '2025-03-02'], 'export wants --out with a folder for its files'],
  ])('%j is refused with one line', async (args, says) => {
    expect(await run(args)).toEqual({ code: 2, out: '', err: `chaperone: ${says}\n` })
  })

  it('says so where there is no data', async () => {
    expect(await march()).toEqual({ code: 1, out: '', err: 'chaperone: there is no data here to export\n' })
  })
})

describe('the days of a period', () => {
  it.each([
    ['America/Chicago', '2026-03-08', '2026-03-08', '2026-03-08T06:00:00Z', '2026-03-09T05:00:00Z'],
    ['America/Chicago', '2026-11-01', '2026-11-01', '2026-11-01T05:00:00Z', '2026-11-02T06:00:00Z'],
    ['Pacific/Honolulu', '2026-01-01', '2026-01-01', '2026-01-01T10:00:00Z', '2026-01-02T10:00:00Z'],
    ['Pacific/Guam', '2026-01-01', '2026-01-31', '2025-12-31T14:00:00Z', '2026-01-31T14:00:00Z'],
    ['Pacific/Kiritimati', '2026-01-01', '2026-01-01', '2025-12-31T10:00:00Z', '2026-01-01T10:00:00Z'],
    ['Pacific/Pago_Pago', '2026-01-01', '2026-01-01', '2026-01-01T11:00:00Z', '2026-01-02T11:00:00Z'],
  ])('in %s from %s to %s', (zone, from, to, start, end) => {
    expect(periodOf(from, to, '2026-12-31', zone)).toMatchObject({ start: at(start), end: at(end) })
  })
})
