import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../../../src/adapters/store/store.ts'
import { command } from '../command.ts'

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

  it('exports a packet as JSON and as PDF, for its owner alone, and the trail says so', async () => {
    await written()
    const out = join(home, 'packet')
    const { code, out: said } = await incident('export', 'INC-2026-0001', '--out', out)
    const [json = '', pdf = ''] = said.trim().split('\n')
    expect(code).toBe(0)
    const packet = JSON.parse(readFileSync(json, 'utf8'))
    expect(packet).toMatchObject({
      format: 'chaperone-incident-packet/1',
      number: 'INC-2026-0001',
      timeZone: 'America/Chicago',
      times: { began: { day: null }, reported: '2026-11-21T15:00:00.000Z', discovered: '2026-11-21' },
      facts: { discovered: '2026-11-21', people: 12 },
      clocks: { discovered: '2026-11-21' },
      tasks: { takedown: { open: true, askedOf: null } },
      history: [{ by: 'slack:U1', what: 'reported', said: 'reported it' }],
    })
    expect(packet.audit.entries.map(({ act }: { act: string }) => act)).toEqual([
      'created',
      'seen',
      'exported',
    ])
    expect(packet.audit.head).toMatch(/^3-[0-9a-f]{64}$/)
    expect(readFileSync(pdf).subarray(0, 8).toString()).toBe('%PDF-1.7')
    expect([json, pdf, out].map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o600, 0o700])
  })

  it.each([
    [['show', 'INC-2026-0009'], 1, 'chaperone: there is no INC-2026-0009 here\n'],
    [['show', 'my words'], 2, 'chaperone: incident show wants a number like INC-2026-0001\n'],
    [['show'], 2, 'chaperone: incident show wants a number like INC-2026-0001\n'],
    [[], 2, 'chaperone: say one of: incident report, incident list, incident show ID, incident export ID\n'],
    [
      ['delete', 'INC-2026-0001'],
      2,
      'chaperone: say one of: incident report, incident list, incident show ID, incident export ID\n',
    ],
  ] as const)('%j ends with one line', async (args, code, err) => {
    await written()
    expect(await incident(...args)).toEqual({ code, out: '', err })
  })
})

describe('incident report', () => {
  const report = (lines: readonly string[]) =>
    command(['incident', 'report'], `${lines.join('\n')}\n`, { CHAPERONE_HOME: home })

  it('asks question by question, keeps what is left lying, goes on there and ends with the number', async () => {
    const begun = await report(['2', '', '1 3', '5'])
    expect(begun.code).toBe(0)
    expect(begun.out).toContain('You did right to come')
    expect(begun.out).toContain('It is gone: good')
    expect(begun.out).toContain('Everything so far is kept')
    // Skips the rest: the third of four, and on the last question the second of three.
    const ended = await report(['skip this', '3', '3', '3', '3', '3', '3', 'skip this', 'send it'])
    expect(ended.out).toContain('You had begun this before')
    expect(ended.out).toContain('Kept: A picture of the whole post, words and photos; The account name')
    expect(ended.out).toMatch(/Your report is INC-\d{4}-0001/)
    expect((await incident('list')).out).toMatch(/^INC-\d{4}-0001 {2}Nobody has taken it yet/)
  })

  it('asks a form again where one line was not understood, with all that was given before', async () => {
    const asked = await report([
      '2',
      'skip this',
      'skip this',
      '',
      '7',
      '1',
      '2',
      'our page',
      '',
      '',
      '',
      '',
      '',
      'instagram.com/p/A1',
    ])
    const said = asked.out.replace(/\s+/g, ' ')
    expect(said).toContain('That does not look like a link')
    expect(said).toContain('Where? Enter keeps: X.')
    expect(said).toContain('Leave it empty otherwise. Enter keeps: our page.')
    expect(asked.out).toContain('Everything so far is kept. "incident report" goes on from here.')
  })

  it('has no JSON to give', async () => {
    expect(await command(['incident', 'report', '--json'], '', { CHAPERONE_HOME: home })).toMatchObject({
      code: 2,
      err: 'chaperone: incident report asks questions; leave --json away\n',
    })
  })
})
