import { beforeEach, describe, expect, it } from 'vitest'
import type { CheckRecord } from '../../../src/bot/ports.ts'
import { NO_PRACTICE, type Practice } from '../../../src/bot/practice.ts'
import { Reply } from '../../../src/bot/reply.ts'
import { ROLES } from '../../../src/bot/roles.ts'
import type { Attention, Skill } from '../../../src/bot/skill.ts'
import { countUndelivered } from '../../../src/bot/traffic/undelivered.ts'
import { inOrder, spansOf } from '../../../src/skills/digest/digest.ts'
import { digestOf } from '../../../src/skills/digest/make.ts'
import { showDigest } from '../../../src/skills/digest/show.ts'
import { createDigest } from '../../../src/skills/digest/skill.ts'
import { recipientsOf } from '../../../src/skills/digest/who.ts'
import { type FakePorts, fakePorts } from '../../surfaces/fake-ports.ts'

const NOW = Date.parse('2026-11-22T13:00:00Z')
const YESTERDAY = Date.parse('2026-11-21T18:00:00Z')
const DAY = 86_400_000
const practice: Practice = { ...NO_PRACTICE, written: true, timeZone: 'America/New_York' }

let ports: FakePorts
beforeEach(() => {
  ports = fakePorts(NOW)
})

const check = (at: number, over: Partial<CheckRecord> = {}): CheckRecord => ({
  id: `c${ports.checks.length}`,
  at,
  surface: 'slack',
  person: 'UWRITER',
  draftHash: 'hash',
  verdict: 'stop',
  kind: 'review_reply',
  platform: null,
  rules: ['confirms/visit'],
  ...over,
})
const knowing = (...lines: Attention[]): Skill => ({
  name: 'knows',
  about: '',
  needs: 'staff',
  intents: [],
  run: async () => [],
  attention: async () => lines,
})
const make = (date = '2026-11-22', skills: Skill[] = []) =>
  digestOf(date, { ports, practice, roles: new Set(ROLES), skills })
const words = (reply: ReturnType<typeof showDigest>) => JSON.stringify(Reply.parse(reply))

describe('the digest', () => {
  it('counts the local day before, and the same one a week earlier', async () => {
    await ports.store.record(check(YESTERDAY))
    await ports.store.record(check(YESTERDAY, { verdict: 'clear', rules: [] }))
    // Half past midnight in New York is today, and half an hour before it is yesterday.
    await ports.store.record(check(Date.parse('2026-11-22T05:30:00Z')))
    await ports.store.record(check(Date.parse('2026-11-22T04:30:00Z')))
    await ports.store.record(check(YESTERDAY - 7 * DAY, { verdict: 'caution' }))
    const { yesterday, weekEarlier } = await make()
    expect([yesterday.from, yesterday.checks, yesterday.verdicts.stop]).toEqual(['2026-11-21', 3, 2])
    expect([weekEarlier.from, weekEarlier.checks, weekEarlier.verdicts.caution]).toEqual(['2026-11-14', 1, 1])
  })

  it('names the rules that spoke most in seven days, with what to tell the team', async () => {
    for (const at of [1, 2, 3, 6]) await ports.store.record(check(YESTERDAY - at * DAY))
    for (const at of [8, 9, 10, 11, 12, 13])
      await ports.store.record(check(NOW - at * DAY, { rules: ['claims/painless'] }))
    await ports.store.record(check(YESTERDAY, { rules: ['identifier/name', 'gone/rule'] }))
    const digest = await make()
    expect(digest.frequent.map(({ rule, count }) => [rule, count])).toEqual([
      ['confirms/visit', 4],
      ['gone/rule', 1],
      ['identifier/name', 1],
    ])
    expect(digest.frequent[0]?.hint.length).toBeGreaterThan(10)
    expect(words(showDigest(digest))).toContain('To tell the team: ')
  })

  it('counts more rows than one page of the ledger, also of one millisecond', async () => {
    for (let index = 0; index < 4500; index++) await ports.store.record(check(YESTERDAY, { id: `m${index}` }))
    expect((await make()).frequent[0]).toMatchObject({ rule: 'confirms/visit', count: 4500 })
  })

  it('shows nothing that anybody typed, and nobody beside a number', async () => {
    await ports.store.remarks.add({
      id: 'r1',
      at: YESTERDAY,
      surface: 'slack',
      person: 'UWRITER',
      sort: 'override',
      draftHash: 'hash',
      verdict: 'caution',
      platform: null,
      rules: ['confirms/visit'],
      example: 'CANARY draft',
      reason: 'CANARY reason',
    })
    await ports.store.record(check(YESTERDAY))
    const digest = await make()
    expect(digest.yesterday.overrides).toBe(1)
    for (const out of [JSON.stringify(digest), words(showDigest(digest))]) {
      expect(out).not.toContain('CANARY')
      expect(out).not.toContain('UWRITER')
    }
  })

  it('puts what nobody looks after first, then what is due soonest, with the days that are left', () => {
    const line = (what: Attention['what'], says: string, due?: string): Attention => ({
      what,
      says,
      ...(due ? { due } : {}),
    })
    const order = inOrder(
      [
        line('approval', 'waits'),
        line('clock', 'later', '2026-12-01'),
        line('clock', 'over', '2026-11-20'),
        line('untaken', 'nobody'),
        line('authorization', 'today', '2026-11-22'),
      ],
      '2026-11-22',
    )
    expect(order.map(({ says, daysLeft }) => [says, daysLeft])).toEqual([
      ['nobody', undefined],
      ['over', -2],
      ['today', 0],
      ['later', 9],
      ['waits', undefined],
    ])
  })

  it('asks each skill whose role the reader has, and leads to each thing by one button', async () => {
    const opens = { action: 'incident/show', value: 'INC-2026-0001', label: 'Open INC-2026-0001' }
    const secret = {
      ...knowing({ what: 'question', says: 'for officers' }),
      needs: 'privacy officer' as const,
    }
    const skills = [
      knowing({ what: 'untaken', says: 'A', opens }, { what: 'clock', says: 'B', opens }),
      secret,
    ]
    const digest = await digestOf('2026-11-22', {
      ports,
      practice,
      roles: new Set(['staff', 'manager']),
      skills,
    })
    expect(digest.needs.map(({ says }) => says)).toEqual(['A', 'B'])
    const buttons = showDigest(digest).blocks.filter(({ type }) => type === 'buttons')
    expect(buttons).toMatchObject([{ buttons: [opens] }])
  })

  it('says what could not be read, tells the rest, and is never called quiet then', async () => {
    const broken: Skill = {
      ...knowing(),
      name: 'broken',
      attention: async () => {
        throw new Error('CANARY of a record')
      },
    }
    const digest = await make('2026-11-22', [broken, knowing({ what: 'approval', says: 'APR-1 waits' })])
    expect([digest.quiet, digest.needs.map(({ what }) => what)]).toEqual([false, ['unread', 'approval']])
    const said = words(showDigest(digest))
    expect(said).toContain('“broken” could not be read')
    expect(said + ports.logged()).not.toContain('CANARY')
  })

  it('keeps to what a phone can show, whatever waits', async () => {
    const many = Array.from(
      { length: 80 },
      (_, index): Attention => ({
        what: 'approval',
        says: `APR-${index}`,
        opens: { action: 'approve/show', value: `${index}`, label: 'x'.repeat(200) },
      }),
    )
    const text = words(showDigest(await make('2026-11-22', [knowing(...many)])))
    expect(text).toContain('… and 68 more')
  })

  it('says that a day was quiet, and that answers were lost', async () => {
    expect(words(showDigest(await make()))).toContain('A quiet day')
    ports.wait(-DAY)
    await countUndelivered(ports, practice.timeZone)
    await countUndelivered(ports, practice.timeZone)
    ports.wait(DAY)
    const skill = createDigest(() => [])
    const digest = await make('2026-11-22', [skill])
    expect(words(showDigest(digest))).toContain('2 answers could not be delivered yesterday')
  })
})

describe('the week and the month', () => {
  it.each([
    ['2026-11-22', []],
    ['2026-11-23', [['week', '2026-11-16', '2026-11-22', '2026-11-09', '2026-11-15']]],
    ['2026-12-01', [['month', '2026-11-01', '2026-11-30', '2026-10-01', '2026-10-31']]],
    [
      '2027-03-01',
      [
        ['week', '2027-02-22', '2027-02-28', '2027-02-15', '2027-02-21'],
        ['month', '2027-02-01', '2027-02-28', '2027-01-01', '2027-01-31'],
      ],
    ],
  ])('come with the digest of %s where they are due', (date, expected) => {
    const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
    const spans = spansOf(date, 'monday', weekdays)
    expect(spans.map(({ what, now, before }) => [what, ...now, ...before])).toEqual(expected)
  })
})

describe('who gets it', () => {
  const person = (surface: 'slack' | 'teams' | 'web', id: string, ...roles: (typeof ROLES)[number][]) => ({
    surface,
    id,
    roles,
  })
  it('is every manager and privacy officer, each once, where they can be told', () => {
    const roster = [
      {
        name: 'Mia',
        nicknames: [],
        credentials: [],
        role: [],
        ids: { slack: 'UMIA', teams: 'TMIA', web: 'this-machine' },
      },
    ]
    const people = [
      person('slack', 'UMIA', 'manager'),
      person('teams', 'TMIA', 'manager'),
      person('web', 'this-machine', 'manager'),
      person('teams', 'TOFF', 'privacy officer'),
      person('slack', 'UREV', 'reviewer'),
      person('slack', 'UADM', 'admin'),
    ]
    expect(
      recipientsOf({ ...practice, roster, people }).map(({ key, places }) => [key, places.length]),
    ).toEqual([
      ['slack:UMIA', 2],
      ['teams:TOFF', 1],
    ])
  })

  it('is whom the practice file names, where it names anybody', () => {
    const digest = { ...practice.digest, to: [{ surface: 'slack' as const, id: 'UOWNER' }] }
    const people = [person('slack', 'UMIA', 'manager')]
    expect(recipientsOf({ ...practice, digest, people }).map(({ key }) => key)).toEqual(['slack:UOWNER'])
  })
})
