import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { command, start } from './command.ts'

const TODAY = ['--today', '2026-11-22']
const deadlines = (...args: string[]) => command(['deadlines', ...args])
const json = async (...args: string[]) => JSON.parse((await deadlines(...args, ...TODAY, '--json')).out)

interface Line {
  what: string
  state?: string
  due: string
}
const short = ({ deadlines }: { deadlines: Line[] }) =>
  deadlines.map(({ what, state, due }) => [what, state, due].filter(Boolean).join(' '))

describe('deadlines', () => {
  it('gives the object of the contract and nothing else', async () => {
    const { code, out, err } = await deadlines(
      '--discovered',
      '2026-03-10',
      '--people',
      '12',
      '--state',
      'TX=12',
      ...TODAY,
      '--json',
    )
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.endsWith('}\n')).toBe(true)
    const found = JSON.parse(out)
    expect(Object.keys(found)).toEqual(['discovered', 'deadlines', 'assumptions'])
    expect(found.discovered).toBe('2026-03-10')
    expect(short(found)).toEqual([
      'individual-notice 2026-05-09',
      'substitute-notice 2026-05-09',
      'state-notice TX 2026-05-09',
      'hhs-notice 2027-03-01',
    ])
    expect(Object.keys(found.deadlines[0])).toEqual(['what', 'due', 'actBy', 'basis'])
    expect(Object.keys(found.deadlines[2])).toEqual(['what', 'state', 'due', 'actBy', 'basis'])
    expect(found.deadlines[0].actBy).toBe('2026-05-08')
    for (const { basis } of found.deadlines) expect(basis).toMatch(/\(.*\d.*\)$/)
    expect(found.assumptions.length).toBeGreaterThan(4)
  })

  it('takes States by name, one after the other or in one go', async () => {
    const facts = ['--discovered', '2026-03-10', '--people', '501']
    const once = await json(...facts, '--state', 'TX=250', '--state', 'California=251')
    expect(await json(...facts, '--state', 'texas=250', 'ca=251')).toEqual(once)
    expect(short(once)).toContain('state-attorney-general TX 2026-04-09')
    expect(short(once).join()).not.toContain('media')
  })

  it('takes the day of an agent, and says so', async () => {
    const found = await json(
      '--discovered',
      '2026-03-10',
      '--people',
      '12',
      '--agent-discovered',
      '2026-03-01',
      '--found-by-business-associate',
    )
    expect(found.discovered).toBe('2026-03-01')
    expect(short(found)[0]).toBe('individual-notice 2026-04-30')
    expect(found.assumptions.join(' ')).toContain('taken for an agent')
  })

  it('takes a business associate without a day of its own for a contractor, and says so', async () => {
    const found = await json('--discovered', '2026-03-10', '--people', '12', '--found-by-business-associate')
    expect(found.discovered).toBe('2026-03-10')
    expect(found.assumptions.join(' ')).toContain('independent contractor')
  })

  it('holds', async () => {
    const facts = ['--discovered', '2026-03-10', '--people', '12']
    expect(short(await json(...facts, '--hold-until', '2026-07-01'))[0]).toBe('individual-notice 2026-07-01')
    expect(short(await json(...facts, '--oral-hold', '2026-05-01'))[0]).toBe('individual-notice 2026-05-31')
  })

  it('takes a number that nobody knows', async () => {
    const found = await json('--discovered', '2026-03-10', '--people', 'unknown', '--state', 'WY=unknown')
    expect(short(found)).toContain('media-notice WY 2026-05-09')
    expect(short(found)).toContain('hhs-notice 2026-05-09')
  })

  it('reads well', async () => {
    const { code, out } = await deadlines(
      '--discovered',
      '2026-10-01',
      '--people',
      '12',
      '--state',
      'NY=12',
      ...TODAY,
    )
    expect(code).toBe(0)
    expect(out).toContain('Day 0, from which the clocks count: 2026-10-01\n')
    expect(out).toContain(
      '2026-10-30  2026-10-31  Residents, under State law (NY), 23 days ago: if it was not sent, send it now\n',
    )
    expect(out).toContain('2026-11-30  2026-11-30  Letters to the people affected, in 8 days\n')
    expect(out).toContain('2027-03-01  2027-03-01  HHS, in 99 days\n')
    expect(out).toContain('What this takes for granted\n')
    expect(out).not.toMatch(/\b(?:safe|compliant|approved)\b/i)
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(110)
  })

  it.each<[string, string[], RegExp]>([
    ['nothing', [], /needs --discovered with a day and --people/],
    ['no people', ['--discovered', '2026-03-10'], /--people/],
    ['0 people', ['--discovered', '2026-03-10', '--people', '0'], /--people wants 1 or more/],
    [
      'a word for people',
      ['--discovered', '2026-03-10', '--people', 'Sarah'],
      /--people wants a whole number/,
    ],
    ['half a person', ['--discovered', '2026-03-10', '--people', '1.5'], /--people wants a whole number/],
    ['minus one', ['--discovered', '2026-03-10', '--people', '-1'], /--people/],
    [
      'too many States',
      ['--discovered', '2026-03-10', '--people', '12', '--state', 'TX=13'],
      /adds up to more/,
    ],
    [
      'an unknown State',
      ['--discovered', '2026-03-10', '--people', '12', '--state', 'ZZ=1'],
      /no State or territory/,
    ],
    [
      'a State without number',
      ['--discovered', '2026-03-10', '--people', '12', '--state', 'TX'],
      /like TX=12/,
    ],
    ['a State with two', ['--discovered', '2026-03-10', '--people', '12', '--state', 'TX=1=2'], /like TX=12/],
    [
      'a State of nobody',
      ['--discovered', '2026-03-10', '--people', '12', '--state', 'TX=0'],
      /1 or more for each/,
    ],
    [
      'a State twice',
      ['--discovered', '2026-03-10', '--people', '12', '--state', 'TX=1', 'Texas=2'],
      /TX twice/,
    ],
    ['31 February', ['--discovered', '2026-02-31', '--people', '12'], /--discovered wants a day that exists/],
    [
      'words for a day',
      ['--discovered', 'yesterday', '--people', '12'],
      /--discovered wants a day that exists/,
    ],
    ['a slip of the year', ['--discovered', '1926-03-10', '--people', '12'], /look at the year/],
    ['tomorrow', ['--discovered', '2026-11-23', '--people', '12'], /--discovered is still to come/],
    [
      'an agent tomorrow',
      ['--discovered', '2026-03-10', '--people', '1', '--agent-discovered', '2026-11-23'],
      /--agent-discovered is still to come/,
    ],
    [
      'a hold before',
      ['--discovered', '2026-03-10', '--people', '12', '--hold-until', '2026-03-09'],
      /hold lies before/,
    ],
    [
      'a hold on no day',
      ['--discovered', '2026-03-10', '--people', '12', '--hold-until', 'soon'],
      /--hold-until wants a day/,
    ],
    [
      'two holds',
      [
        '--discovered',
        '2026-03-10',
        '--people',
        '12',
        '--hold-until',
        '2026-07-01',
        '--oral-hold',
        '2026-04-01',
      ],
      /--hold-until alone/,
    ],
  ])('refuses %s in one line that repeats nothing typed', async (_, args, says) => {
    for (const form of [[], ['--json']]) {
      const { code, out, err } = await deadlines(...args, ...TODAY, ...form)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toMatch(/^chaperone: [^\n]+\n$/)
      expect(err).toMatch(says)
      expect(err).not.toContain('Sarah')
    }
  })

  it('refuses a day that is none for today', async () => {
    const { code, err } = await deadlines('--discovered', '2026-03-10', '--people', '1', '--today', 'now')
    expect([code, err]).toEqual([2, 'chaperone: --today wants a day that exists, written like 2026-03-10\n'])
  })
})

describe('whose day it is', () => {
  it('the practice’s: what is today there can be tomorrow elsewhere', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chaperone-deadlines-'))
    // 25 hours apart: never the same day.
    const found = async (timeZone: string, discovered: string) => {
      const file = join(folder, `${timeZone.replace('/', '-')}.yml`)
      writeFileSync(file, `name: Maple Street Dental\ntimeZone: ${timeZone}\nstates: [TX]\n`)
      return deadlines('--discovered', discovered, '--people', '12', '--practice', file, '--json')
    }
    const east = new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Kiritimati' }).format(Date.now())
    try {
      const there = await found('Pacific/Kiritimati', east)
      expect(there.code).toBe(0)
      // The practice treats people in Texas, and nobody said where these live.
      expect(short(JSON.parse(there.out)).join()).toContain('state-notice TX')
      const west = await found('Pacific/Pago_Pago', east)
      expect(west.code).toBe(0)
      expect(JSON.parse(west.out).assumptions[0]).toContain('lies ahead')
      expect(JSON.parse(there.out).assumptions.join()).not.toContain('lies ahead')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('never the machine’s', async () => {
    const args = ['deadlines', '--discovered', '2026-03-07', '--people', '501', '--state', 'CA=501', ...TODAY]
    const zones = ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York']
    const all = await Promise.all(zones.map((TZ) => start(args, { TZ }).ended))
    for (const { code, out } of all) expect([code, out]).toEqual([0, all[0]?.out])
    expect(all[0]?.out).toContain('2026-05-06  2026-05-06  HHS')
  })
})
