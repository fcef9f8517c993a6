import { describe, expect, test } from 'vitest'
import {
  type Authorization,
  dayOf,
  daysBetween,
  endedAt,
  isDay,
  needsAttention,
  plusDays,
  plusYears,
  published,
  takenDown,
} from '../../../src/bot/records/authorization.ts'
import { DEED, form } from './form.ts'

const up = (one: Authorization): Authorization => ({
  ...one,
  ...published(one, { platform: 'instagram', url: 'https://x.example/1' }, { ...DEED, id: 'p' }),
})
const taken = { revoked: { on: '2026-06-01', at: Date.parse('2026-06-01T12:00:00Z'), by: 'web:me' } }

describe('what needs somebody', () => {
  test.each<[string, Authorization, string, object[]]>([
    ['a form in the middle of its time', form(), '2026-06-01', []],
    ['31 days before the end', form(), '2027-03-31', []],
    ['30 days before the end', form(), '2027-04-01', [{ what: 'expiring', on: '2027-05-01', days: 30 }]],
    ['its last day', form(), '2027-05-01', [{ what: 'expiring', days: 0 }]],
    ['ended, with nothing up', form(), '2027-05-02', []],
    [
      'ended, with a post up',
      up(form()),
      '2027-05-04',
      [{ what: 'take-down', count: 1, on: '2027-05-01', days: -3 }],
    ],
    [
      'taken back, with a post up',
      up(form({}, taken)),
      '2026-06-03',
      [{ what: 'take-down', count: 1, on: '2026-06-01' }],
    ],
    [
      'taken back, and gone',
      { ...up(form({}, taken)), ...takenDown(up(form({}, taken)), 'p', { ...DEED, id: 'd' }) },
      '2026-06-03',
      [],
    ],
    [
      'a minor before the day',
      form({ subject: 'minor', signer: { role: 'parent', authority: null }, comesOfAge: '2026-06-20' }),
      '2026-06-01',
      [{ what: 'comes-of-age', on: '2026-06-19', days: 18 }],
    ],
    [
      'a minor from the day on',
      form({ subject: 'minor', signer: { role: 'parent', authority: null }, comesOfAge: '2026-06-20' }),
      '2026-06-20',
      [{ what: 'came-of-age', on: '2026-06-20', days: 0 }],
    ],
    [
      'defective, with a post up',
      up(form({ combined: true })),
      '2026-06-01',
      [{ what: 'take-down', count: 1 }, { what: 'defective' }],
    ],
    ['no copy given', form({ copyGiven: false }), '2026-06-01', [{ what: 'copy-not-given' }]],
    ['one pair of eyes', form({}, { lookedOver: null }), '2026-06-01', [{ what: 'not-looked-over' }]],
    [
      'an event after half a year',
      form({ expires: { event: 'the end', happened: null } }),
      '2026-10-28',
      [{ what: 'event-due' }],
    ],
    ['an event before that', form({ expires: { event: 'the end', happened: null } }), '2026-10-27', []],
  ])('%s', (_, one, today, needs) => expect(needsAttention([one], today)).toMatchObject(needs))

  test('stands with the most pressing first, and holds no word that was typed but the code', () => {
    const forms = [
      form({ copyGiven: false, purpose: 'typed words' }, { number: 'AUT-2026-0001' }),
      form({ expires: { on: '2026-06-20' } }, { number: 'AUT-2026-0002' }),
      form({ expires: { on: '2026-06-10' } }, { number: 'AUT-2026-0003' }),
      up(form({ paper: 'typed words' }, { ...taken, number: 'AUT-2026-0004' })),
    ]
    const needs = needsAttention(forms, '2026-06-03')
    expect(needs.map(({ number, what }) => `${number} ${what}`)).toEqual([
      'AUT-2026-0004 take-down',
      'AUT-2026-0003 expiring',
      'AUT-2026-0002 expiring',
      'AUT-2026-0001 copy-not-given',
    ])
    expect(JSON.stringify(needs)).not.toMatch(/typed|binder|x\.example/)
  })
})

describe('when a form was last in effect', () => {
  const now = Date.parse('2040-01-01T12:00:00Z')
  const at = (one: Authorization) => {
    const ended = endedAt(one, now, 'America/New_York')
    return ended === null ? null : new Date(ended).toISOString().slice(0, 10)
  }
  test.each<[string, Authorization, string | null]>([
    ['the day after its end, in any zone', form(), '2027-05-03'],
    ['never, while a post is up', up(form()), null],
    ['never, while it stands', form({ expires: { on: '2041-01-01' } }), null],
    [
      'when the last post came down',
      {
        ...up(form()),
        ...takenDown(up(form()), 'p', { id: 'd', by: 'web:me', at: Date.parse('2030-07-07T12:00:00Z') }),
      },
      '2030-07-07',
    ],
  ])('%s', (_, one, day) => expect(at(one)).toBe(day))
})

describe('days of a calendar', () => {
  test('begin when the practice’s own clock says so', () => {
    const ms = Date.parse('2026-03-01T05:30:00Z')
    expect(
      ['America/New_York', 'America/Los_Angeles', 'Pacific/Honolulu', 'UTC'].map((zone) => dayOf(ms, zone)),
    ).toEqual(['2026-03-01', '2026-02-28', '2026-02-28', '2026-03-01'])
  })
  test('are real ones, whatever JavaScript makes of them', () => {
    expect(
      ['2026-02-29', '2026-13-01', '2026-00-10', '0000-00-00', '2026-1-1', '20260101', '2028-02-29'].filter(
        isDay,
      ),
    ).toEqual(['2028-02-29'])
  })
  test('count the same across both clock changes', () => {
    expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2)
    expect(daysBetween('2026-10-31', '2026-11-02')).toBe(2)
    expect(plusDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(plusYears('2028-02-29', 1)).toBe('2029-02-28')
  })
})
