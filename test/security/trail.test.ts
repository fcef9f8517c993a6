import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../../src/adapters/store/store.ts'
import type { Store } from '../../src/bot/ports.ts'
import { command } from '../cli/command.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'chaperone-trail-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const MIA = { surface: 'slack', person: 'U01MIA' }
const MADE = { at: 1_000, year: 2026, state: 'open', body: 'what happened' }

async function opened<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const { store } = await openSqlite({ home, clock: { now: () => 1_000 } })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** Twelve entries: three records made, and looked at. Returns the head. */
const used = () =>
  opened(async ({ register, trail }) => {
    for (let n = 0; n < 3; n++) await register.create('incident', MADE, MIA)
    for (let n = 0; n < 9; n++) await register.get(`INC-2026-000${(n % 3) + 1}`, { ...MIA, person: `U0${n}` })
    return trail.head()
  })

/** Somebody with the file, SQL and no key. */
function tamper(...statements: readonly string[]): void {
  const database = new DatabaseSync(join(home, 'chaperone.db'))
  for (const statement of statements) database.exec(statement)
  database.close()
}

async function verify(...args: string[]) {
  const { code, out, err } = await command(['verify-audit', '--json', ...args], '', { CHAPERONE_HOME: home })
  expect(err).toBe('')
  return {
    code,
    ...(JSON.parse(out) as { whole: boolean; entries: number; head: string; first?: { record: string } }),
  }
}

const COLUMNS = 'at, surface, person, act, subject, version, state, key, link'
const renumber = (from: number, by: number) => [
  `UPDATE trail SET seq = -seq WHERE seq >= ${from}`,
  `UPDATE trail SET seq = -seq + ${by} WHERE seq < 0`,
]
/** The row of the head, made to fit what is left. */
const HEAD_FITS =
  'UPDATE trail_head SET seq = (SELECT max(seq) FROM trail), link = (SELECT link FROM trail ORDER BY seq DESC LIMIT 1)'

describe('verify-audit', () => {
  it('proves a whole trail, and shows its head', async () => {
    const head = await used()
    expect(await verify()).toEqual({ code: 0, whole: true, entries: 12, head })
    expect(await verify('--head', head)).toMatchObject({ code: 0, whole: true })
  })

  it('still fits a head that was kept before more was added', async () => {
    const head = await used()
    await opened(({ register }) => register.create('incident', MADE, MIA))
    expect(await verify('--head', head)).toMatchObject({ code: 0, entries: 13 })
  })

  it.each<[string, string, string[]]>([
    ...['at', 'version'].map((name): [string, string, string[]] => [
      `an edit of ${name}`,
      'entry 5',
      [`UPDATE trail SET ${name} = ${name} + 1 WHERE seq = 5`],
    ]),
    ...['surface', 'person', 'act', 'subject', 'state'].map((name): [string, string, string[]] => [
      `an edit of ${name}`,
      'entry 5',
      [`UPDATE trail SET ${name} = 'other' WHERE seq = 5`],
    ]),
    [
      'an edit of the link',
      'entry 5',
      ["UPDATE trail SET link = replace(link, substr(link, 1, 1), 'x') WHERE seq = 5"],
    ],
    ['a key that was never in use', 'entry 5', ["UPDATE trail SET key = 'ffffffffffffffff' WHERE seq = 5"]],
    ['the first entry taken out', 'entry 1', ['DELETE FROM trail WHERE seq = 1']],
    ['an entry taken out', 'entry 7', ['DELETE FROM trail WHERE seq = 7']],
    [
      'an entry taken out and the gap closed',
      'entry 7',
      ['DELETE FROM trail WHERE seq = 7', ...renumber(8, -1), HEAD_FITS],
    ],
    [
      'an entry copied to the end',
      'entry 13',
      [`INSERT INTO trail (seq, ${COLUMNS}) SELECT 13, ${COLUMNS} FROM trail WHERE seq = 12`, HEAD_FITS],
    ],
    [
      'an entry put in',
      'entry 4',
      [
        ...renumber(4, 1),
        `INSERT INTO trail (seq, ${COLUMNS}) SELECT 4, ${COLUMNS} FROM trail WHERE seq = 3`,
        HEAD_FITS,
      ],
    ],
    [
      'an entry put in before the first',
      'entry 0',
      [`INSERT INTO trail (seq, ${COLUMNS}) SELECT 0, ${COLUMNS} FROM trail WHERE seq = 3`],
    ],
    [
      'two entries that changed places',
      'entry 4',
      [
        'UPDATE trail SET seq = -1 WHERE seq = 4',
        'UPDATE trail SET seq = 4 WHERE seq = 9',
        'UPDATE trail SET seq = 9 WHERE seq = -1',
      ],
    ],
    ['the tail cut off', 'entry 11', ['DELETE FROM trail WHERE seq > 10']],
    ['everything cut off', 'entry 1', ['DELETE FROM trail']],
    ['the row of the head taken away', 'entry 12', ['DELETE FROM trail_head']],
    [
      'the tail cut off back into what the register knows',
      'INC-2026-0003',
      ['DELETE FROM trail WHERE seq > 2', HEAD_FITS],
    ],
    [
      'a record taken out of the register',
      'INC-2026-0002',
      ["DELETE FROM register WHERE number = 'INC-2026-0002'"],
    ],
    [
      'a record set back',
      'INC-2026-0002',
      ["UPDATE register SET version = 0 WHERE number = 'INC-2026-0002'"],
    ],
    [
      'a record copied',
      'INC-2026-0009',
      [
        "INSERT INTO register SELECT 'INC-2026-0009', kind, state, at, changed, ended, version, NULL, body FROM register WHERE number = 'INC-2026-0002'",
      ],
    ],
  ])('finds %s, and names %s', async (_what, record, statements) => {
    await used()
    tamper(...statements)
    expect(await verify()).toMatchObject({ code: 1, whole: false, first: { record } })
  })

  it('finds a tail cut off by somebody who put the head right too, by the head that was kept', async () => {
    const head = await used()
    tamper('DELETE FROM trail WHERE seq > 10', HEAD_FITS)
    expect(await verify()).toMatchObject({ code: 0, entries: 10 })
    expect(await verify('--head', head)).toMatchObject({ code: 1, first: { record: 'entry 11' } })
  })

  it('finds a tail that was cut off and grew again, by the head that was kept', async () => {
    const head = await used()
    tamper('DELETE FROM trail WHERE seq > 10', HEAD_FITS)
    await opened(async ({ register }) => {
      for (let n = 0; n < 5; n++) await register.get('INC-2026-0001', { ...MIA, person: 'somebody-else' })
    })
    expect(await verify()).toMatchObject({ code: 0 })
    expect(await verify('--head', head)).toMatchObject({ code: 1, first: { record: 'entry 12' } })
  })

  it('proves 100,000 entries, and finds the one that was touched', async () => {
    await used()
    await opened(async ({ trail }) => {
      for (let n = 12; n < 300; n++) await trail.append(MIA, 'seen', 'INC-2026-0001', n)
    })
    // The rest in one go, linked by the key that lies in the folder: writing them one by one takes a minute.
    const { grow } = await import('./grow-trail.ts')
    await grow(home, 100_000)
    expect(await verify()).toMatchObject({ code: 0, whole: true, entries: 100_000 })
    tamper("UPDATE trail SET person = 'U0X' WHERE seq = 99999")
    expect(await verify()).toMatchObject({ code: 1, first: { record: 'entry 99999' } })
  })

  it('has nothing to prove where nothing was ever written, and makes nothing', async () => {
    rmSync(home, { recursive: true })
    expect(await verify()).toMatchObject({ code: 0, entries: 0 })
    expect(await verify('--head', `3-${'a'.repeat(64)}`)).toMatchObject({
      code: 1,
      first: { record: 'entry 1' },
    })
  })

  it('refuses a head that is none, with one line', async () => {
    const { code, out, err } = await command(['verify-audit', '--head', 'latest'], '', {
      CHAPERONE_HOME: home,
    })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^chaperone: --head wants .*\n$/)
  })

  it('says in words for people what it found', async () => {
    await used()
    const ask = async () => (await command(['verify-audit'], '', { CHAPERONE_HOME: home })).out
    expect(await ask()).toMatch(/^The audit trail is whole: 12 entries\.\nHead: 12-[0-9a-f]{64}\n/)
    tamper('DELETE FROM trail WHERE seq = 3')
    expect(await ask()).toMatch(/^The audit trail is NOT whole\. First: entry 3 is missing\.\n/)
  })
})

describe('the trail', () => {
  it.each(['Sarah Miller', 'a\nb', 'é', 'x'.repeat(201)])('takes no typed text (%j)', async (text) => {
    await opened(async ({ trail, register }) => {
      const refused = { code: 'store_failed' }
      await expect(trail.append(MIA, 'seen', text, 1)).rejects.toMatchObject(refused)
      await expect(trail.append({ ...MIA, person: text }, 'seen', 'x', 1)).rejects.toMatchObject(refused)
      await expect(register.create('incident', { ...MADE, state: text }, MIA)).rejects.toMatchObject(refused)
      // Neither an entry nor a record was left behind, nor a gap.
      expect(await trail.entries({ limit: 9 })).toEqual([])
      expect((await register.create('incident', MADE, MIA)).number).toBe('INC-2026-0001')
    })
  })
})

describe('a record of the register', () => {
  it.each([
    ['its state', "state = 'closed'"],
    ['its time', 'at = at + 1'],
    ['when it ended', 'ended = 5'],
    ['its version', 'version = 2'],
    [
      'its body, for that of another record',
      "body = (SELECT body FROM register WHERE number = 'INC-2026-0002')",
    ],
    ['one character of its body', "body = replace(body, substr(body, -6, 1), '#')"],
  ])('is refused when somebody changed %s', async (_what, change) => {
    await used()
    tamper(`UPDATE register SET ${change} WHERE number = 'INC-2026-0001'`)
    await opened(async ({ register }) => {
      const refusal = { code: 'store_corrupt', message: expect.stringContaining('INC-2026-0001 was changed') }
      await expect(register.get('INC-2026-0001', MIA)).rejects.toMatchObject(refusal)
      await expect(register.list('incident', { limit: 9 }, MIA)).rejects.toMatchObject(refusal)
      expect(await register.get('INC-2026-0002', MIA)).toMatchObject({ body: 'what happened' })
    })
  })
})
