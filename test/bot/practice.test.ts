import { describe, expect, it } from 'vitest'
import { ChaperoneError, codeOf, ERROR_CODES } from '../../src/bot/errors.ts'
import { SURFACES } from '../../src/bot/event.ts'
import {
  factsOf,
  gapsOf,
  NO_PRACTICE,
  PRACTICE_PLATFORMS,
  PracticeFile,
  toPractice,
} from '../../src/bot/practice.ts'
import { may, ROLES, type Role, rolesOf } from '../../src/bot/roles.ts'
import { stateOf } from '../../src/bot/states.ts'
import { createBuckets } from '../../src/bot/traffic/bucket.ts'
import { orientation } from '../../src/bot/traffic/orientation.ts'
import type { PracticeFacts } from '../../src/rules/facts.ts'
import { PLATFORMS } from '../../src/rules/vocabulary.ts'

const practice = toPractice(
  PracticeFile.parse({
    name: 'Maple',
    staff: [
      {
        name: 'Dr. Maria Rivera',
        credentials: ['DDS'],
        nicknames: ['Dr. Mia'],
        role: 'manager',
        ids: { slack: 'U1' },
      },
      { name: 'Bella', ids: { slack: 'U2', web: 'this-machine' }, role: ['privacy officer', 'admin'] },
      'Grace Kim',
      { name: 'Grace Kim' },
    ],
    roles: { reviewer: ['slack:U3', 'teams:29:1abc-x'], manager: ['slack:U2'] },
  }),
)

describe('what the rules get to know', () => {
  it('is the practice’s own names and numbers, and nothing of roles and ids', () => {
    const facts: PracticeFacts = factsOf(practice)
    expect(facts).toEqual({
      name: 'Maple',
      staff: ['Dr. Maria Rivera', 'Dr. Maria Rivera, DDS', 'Dr. Mia', 'Bella', 'Grace Kim'],
      phones: [],
      addresses: [],
      emails: [],
      handles: [],
      urls: [],
      strictness: [],
      services: [],
    })
    expect(JSON.stringify(facts)).not.toMatch(/U1|this-machine|manager/)
  })

  it('can be the practice itself, since it has the same shape', () => {
    const facts: PracticeFacts = practice
    expect(facts.staff).toEqual(factsOf(practice).staff)
  })

  it('lists platforms in the words of the rules', () => {
    expect(PRACTICE_PLATFORMS).toEqual(PLATFORMS)
  })
})

describe('roles', () => {
  it.each<[string, 'slack' | 'teams' | 'web' | 'terminal', readonly Role[]]>([
    ['U1', 'slack', ['staff', 'manager', 'reviewer']],
    ['U2', 'slack', ['staff', 'privacy officer', 'admin', 'manager', 'reviewer']],
    ['U3', 'slack', ['staff', 'reviewer']],
    ['29:1abc-x', 'teams', ['staff', 'reviewer']],
    ['this-machine', 'web', ['staff', 'privacy officer', 'admin', 'manager', 'reviewer']],
    ['U1', 'teams', ['staff']],
    ['U9', 'slack', ['staff']],
    ['this-machine', 'terminal', ['staff']],
    ['', 'slack', ['staff']],
  ])('of %j on %s', (id, surface, roles) => {
    expect(new Set(rolesOf(practice, surface, id))).toEqual(new Set(roles))
  })

  it.each(SURFACES)('without a practice file on %s', (surface) => {
    const all = surface === 'web' || surface === 'terminal'
    expect([...rolesOf(NO_PRACTICE, surface, 'anybody')]).toEqual(all ? [...ROLES] : ['staff'])
  })

  it('an admin keeps the machine running and sees no incident', () => {
    const roles = rolesOf(
      toPractice(PracticeFile.parse({ name: 'A', roles: { admin: ['slack:U1'] } })),
      'slack',
      'U1',
    )
    expect(may(roles, 'admin')).toBe(true)
    expect(may(roles, 'privacy officer')).toBe(false)
  })
})

describe('what is missing', () => {
  it('without a file is everything but the ids', () => {
    expect(gapsOf(NO_PRACTICE)).toHaveLength(7)
    for (const sentence of gapsOf(NO_PRACTICE)) expect(sentence).toMatch(/^No .+: .+\.$/)
  })

  it('shrinks as the practice says more', () => {
    const file = (over: object) => gapsOf(toPractice(PracticeFile.parse({ name: 'A', ...over })))
    expect(file({})).toHaveLength(8)
    expect(file({ staff: ['B'], states: ['TX'] })).toHaveLength(6)
  })
})

it.each([
  ['TX', 'TX'],
  [' tx ', 'TX'],
  ['Texas', 'TX'],
  ['new york', 'NY'],
  ['DC', 'DC'],
  ['Puerto Rico', 'PR'],
  ['XX', undefined],
  ['', undefined],
  ['constructor', undefined],
])('the State %j is %s', (written, code) => {
  expect(stateOf(written)).toBe(code)
})

describe('a bucket', () => {
  it('lets in a burst, then as many as flow in, and never more than the burst', () => {
    let time = 0
    const bucket = createBuckets({ burst: 2, perMinute: 6 }, { now: () => time })
    const take = () => bucket.take('anna')
    expect([take(), take(), take()]).toEqual([true, true, false])
    time += 9_999
    expect(take()).toBe(false)
    time += 1
    expect([take(), take()]).toEqual([true, false])
    time += 3_600_000
    expect([take(), take(), take()]).toEqual([true, true, false])
    time -= 3_600_000
    expect(take()).toBe(false)
  })

  it('forgets people whose bucket is full, and nobody else', () => {
    let time = 0
    const bucket = createBuckets({ burst: 1, perMinute: 60 }, { now: () => time })
    for (let n = 0; n < 10_000; n++) bucket.take(`person-${n}`)
    time += 500
    bucket.take('late')
    time += 500
    bucket.take('one more')
    expect(bucket.take('late')).toBe(false)
  })
})

describe('the error', () => {
  it('keeps its cause and its code, and says no more than it was given', () => {
    const cause = new Error('x')
    const error = new ChaperoneError('store_full', 'the disk is full', { cause })
    expect(error).toMatchObject({
      name: 'ChaperoneError',
      code: 'store_full',
      message: 'the disk is full',
      cause,
    })
    expect(codeOf(error, 'skill_failed')).toBe('store_full')
    for (const other of [cause, 'x', undefined, null, { code: 'store_full' }])
      expect(codeOf(other, 'skill_failed')).toBe('skill_failed')
  })

  it('has codes that a log takes', () => {
    for (const code of ERROR_CODES) expect(code).toMatch(/^[a-z]+(_[a-z]+)+$/)
    expect(new Set(ERROR_CODES).size).toBe(ERROR_CODES.length)
  })
})

it('an orientation is private, short, and has buttons', () => {
  for (const about of [
    'greeting',
    'thanks',
    'nonsense',
    'empty',
    'paste',
    'link',
    'file',
    'unknown',
  ] as const) {
    const { audience, summary, blocks } = orientation(about, () => true)
    expect(audience).toBe('private')
    expect(summary.length).toBeLessThan(160)
    expect(blocks.map(({ type }) => type)).toEqual(['text', 'buttons'])
  }
})
