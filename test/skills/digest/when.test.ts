import { describe, expect, it } from 'vitest'
import { dayOf, plusDays, startOf, wallTime } from '../../../src/bot/time/day.ts'
import { due, momentOf, newcomer, type Progress, withDone } from '../../../src/skills/digest/when.ts'

const NEW_YORK = { timeZone: 'America/New_York', at: 450 }
const at = (text: string) => Date.parse(text)
const fresh = (since: string, done: string[] = []): Progress => ({ since, done, tries: 0, next: 0 })

describe('a local day', () => {
  it.each([
    ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00Z', 23],
    ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00Z', 25],
    ['2026-06-01', 'Asia/Kolkata', '2026-05-31T18:30:00Z', 24],
    ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00Z', 23],
    ['2026-01-01', 'Pacific/Kiritimati', '2025-12-31T10:00:00Z', 24],
    ['2026-01-01', 'Pacific/Honolulu', '2026-01-01T10:00:00Z', 24],
  ])('%s in %s begins at %s and has %i hours', (day, zone, start, hours) => {
    expect(startOf(day, zone)).toBe(at(start))
    expect((startOf(plusDays(day, 1), zone) - startOf(day, zone)) / 3_600_000).toBe(hours)
    expect(dayOf(startOf(day, zone), zone)).toBe(day)
    expect(dayOf(startOf(day, zone) - 1, zone)).toBe(plusDays(day, -1))
  })

  it.each([
    ['before the clocks change', '2026-03-07', 450, '2026-03-07T12:30:00Z'],
    ['after they went forward', '2026-03-08', 450, '2026-03-08T11:30:00Z'],
    ['a time that is jumped over: an hour later', '2026-03-08', 150, '2026-03-08T07:30:00Z'],
    ['after they went back', '2026-11-01', 450, '2026-11-01T12:30:00Z'],
    ['a time that comes twice: one of the two', '2026-11-01', 90, '2026-11-01T05:30:00Z'],
  ])('shows its wall time %s', (_name, day, minutes, expected) => {
    expect(new Date(wallTime(day, minutes, 'America/New_York')).toISOString()).toBe(
      new Date(expected).toISOString(),
    )
  })
})

describe('a digest is due', () => {
  it.each([
    [
      'before its hour: not yet',
      fresh('2026-11-20', ['2026-11-20', '2026-11-21']),
      '2026-11-22T12:29:59Z',
      [],
    ],
    [
      'at its hour',
      fresh('2026-11-20', ['2026-11-20', '2026-11-21']),
      '2026-11-22T12:30:00Z',
      ['2026-11-22'],
    ],
    ['once', fresh('2026-11-22', ['2026-11-22']), '2026-11-22T23:00:00Z', []],
    [
      'for every day that was missed',
      fresh('2026-11-18', ['2026-11-18', '2026-11-19']),
      '2026-11-22T13:00:00Z',
      ['2026-11-20', '2026-11-21', '2026-11-22'],
    ],
    [
      'for seven days at most',
      fresh('2026-10-01', ['2026-10-01']),
      '2026-11-22T13:00:00Z',
      ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'],
    ],
    ['never for days before it began', fresh('2026-11-22'), '2026-11-22T13:00:00Z', ['2026-11-22']],
    [
      'not again when the clock is set back',
      fresh('2026-11-20', ['2026-11-20', '2026-11-21', '2026-11-22']),
      '2026-11-21T15:00:00Z',
      [],
    ],
    [
      'for the days after a clock that ran ahead was put right',
      fresh('2026-11-20', ['2026-11-20', '2026-11-21', '2026-11-29']),
      '2026-11-22T13:00:00Z',
      ['2026-11-22'],
    ],
  ])('%s', (_name, progress, now, days) => {
    expect(due(progress, momentOf(at(now), NEW_YORK))).toEqual(days)
  })

  it('for somebody new at the next hour, and not late at once', () => {
    expect(newcomer(momentOf(at('2026-11-22T12:00:00Z'), NEW_YORK)).since).toBe('2026-11-22')
    expect(newcomer(momentOf(at('2026-11-22T13:00:00Z'), NEW_YORK)).since).toBe('2026-11-23')
  })

  it('never again once it is done, however long ago its neighbours were', () => {
    let progress = fresh('2026-01-01')
    for (let day = '2026-01-01'; day < '2026-03-01'; day = plusDays(day, 1))
      progress = withDone(progress, [day], day)
    expect(progress.done).toHaveLength(15)
    expect(due(progress, momentOf(at('2026-02-28T20:00:00Z'), NEW_YORK))).toEqual([])
  })
})
