import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../../src/adapters/store/store.ts'
import { command } from './command.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'chaperone-incident-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const AT = Date.parse('2026-11-21T15:00:00Z')
const reported = {
  id: 'r1',
  at: AT,
  by: 'slack:U1',
  what: 'reported',
  details: {
    zone: 'America/Chicago',
    answers: {
      up: 'no',
      kinds: ['face'],
      people: { count: 12, states: { TX: 12 }, minors: 'no', dead: 'no' },
    },
    told: ['a [name] _ # <b>\u001b[31mred'],
  },
}
async function written() {
  const { store } = await openSqlite({ home, clock: { now: () => 0 } })
  await store.incidents.open(reported, null, 2026)
  await store.close()
}
const incident = (...args: string[]) => command(['incident', ...args], '', { CHAPERONE_HOME: home })

describe('incident', () => {
  it('says so when nothing was reported, and makes no data', async () => {
    expect(await incident('list')).toEqual({ code: 0, out: 'Nothing was reported.\n', err: '' })
    expect(existsSync(join(home, 'chaperone.db'))).toBe(false)
  })

  it('lists each with where it stands and what is due next', async () => {
    await written()
    expect((await incident('list')).out).toBe(
      'INC-2026-0001  Nobody has taken it yet  discovered 2026-11-21  next individual-notice by 2027-01-20\n',
    )
    expect(JSON.parse((await incident('list', '--json')).out)).toEqual({
      incidents: [
        {
          number: 'INC-2026-0001',
          state: 'Nobody has taken it yet',
          discovered: '2026-11-21',
          next: { what: 'individual-notice', due: '2027-01-20', actBy: '2027-01-20' },
        },
      ],
    })
  })

  it('shows one with its clocks and their basis, and nothing that a terminal obeys', async () => {
    await written()
    const { code, out } = await incident('show', 'inc-2026-0001')
    expect(code).toBe(0)
    for (const words of [
      'Nobody has taken it yet',
      '2026-11-21 09:00 (America/Chicago)',
      'People: 12; TX 12',
      '45 CFR',
    ])
      expect(out).toContain(words)
    expect(out).not.toContain('\u001b[31m')
  })

  it('exports a packet as JSON and as a page, for its owner alone', async () => {
    await written()
    const out = join(home, 'packet')
    const { code, out: said } = await incident('export', 'INC-2026-0001', '--out', out)
    const [json = '', page = ''] = said.trim().split('\n')
    expect(code).toBe(0)
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({
      number: 'INC-2026-0001',
      facts: { discovered: '2026-11-21', people: 12 },
      clocks: { discovered: '2026-11-21' },
      history: [{ by: 'slack:U1', what: 'reported', said: 'reported it' }],
    })
    const text = readFileSync(page, 'utf8')
    expect(text).toContain('# INC-2026-0001: Nobody has taken it yet')
    expect(text).toContain('\\[name\\] \\_ \\# \\<b\\>')
    expect([statSync(json).mode & 0o777, statSync(out).mode & 0o777]).toEqual([0o600, 0o700])
  })

  it.each([
    [['show', 'INC-2026-0009'], 1, 'chaperone: there is no INC-2026-0009 here\n'],
    [['show', 'my words'], 2, 'chaperone: incident show wants a number like INC-2026-0001\n'],
    [['show'], 2, 'chaperone: incident show wants a number like INC-2026-0001\n'],
    [[], 2, 'chaperone: say one of: incident list, incident show ID, incident export ID\n'],
    [
      ['delete', 'INC-2026-0001'],
      2,
      'chaperone: say one of: incident list, incident show ID, incident export ID\n',
    ],
  ] as const)('%j ends with one line', async (args, code, err) => {
    await written()
    expect(await incident(...args)).toEqual({ code, out: '', err })
  })
})
