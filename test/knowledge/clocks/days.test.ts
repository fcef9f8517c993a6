import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addBusinessDays, businessDayUpTo, isBusinessDay } from '../../../src/knowledge/clocks/business.ts'
import { addDays, daysBetween, isDay, weekdayOf } from '../../../src/knowledge/clocks/day.ts'
import { holidaysOf } from '../../../src/knowledge/clocks/holidays.ts'

const day = fc
  .date({ min: new Date('2010-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('days', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2026-12-31', 60, '2027-03-01'],
    ['2027-12-31', 60, '2028-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    // Clocks are set forward on 8 March 2026: a day of 23 hours is a day.
    ['2026-03-07', 2, '2026-03-09'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to)
    expect(daysBetween(from, to)).toBe(days)
  })

  it.each([
    '2026-02-31',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '10/03/2026',
    ' 2026-03-10',
    '',
  ])('"%s" is no day', (text) => expect(isDay(text)).toBe(false))

  it('one after the other, as a wall calendar has them', () => {
    const lengths = (year: number) => [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let at = '2025-12-31'
    for (let year = 2026; year <= 2032; year++)
      for (const [month, length] of lengths(year).entries())
        for (let date = 1; date <= length; date++) {
          at = addDays(at, 1)
          expect(at).toBe(`${year}-${String(month + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
        }
  })
})

describe('OCR’s count of Presence Health, discovered on 22 October 2013', () => {
  it.each([
    ['2014-01-31', 101],
    ['2014-02-03', 104],
    ['2014-02-05', 106],
  ])('%s is day %i', (to, days) => expect(daysBetween('2013-10-22', to)).toBe(days))
})

describe('federal holidays', () => {
  // As the Office of Personnel Management lists them: the days on which offices are closed.
  it.each([
    [2026, '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25'],
    [2027, '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24'],
    [2028, '12-31 01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25'],
  ])('%i', (year, expected) => {
    const found = holidaysOf(year).map(({ observed }) => observed)
    const days = expected.split(' ').map((text) => `${text === '12-31' ? year - 1 : year}-${text}`)
    expect(found.toSorted()).toEqual(days.toSorted())
  })

  it('close New Year’s Eve when New Year’s Day is a Saturday', () => {
    expect(isBusinessDay('2027-12-31')).toBe(false)
    expect(businessDayUpTo('2028-01-01')).toBe('2027-12-30')
  })

  it('have Juneteenth since 2021', () => {
    expect(isBusinessDay('2020-06-19')).toBe(true)
    expect(isBusinessDay('2021-06-18')).toBe(false)
  })
})

describe('business days', () => {
  it.each([
    ['2026-03-10', 15, [], '2026-03-31'],
    // From a Saturday, Monday is the first.
    ['2026-03-07', 1, [], '2026-03-09'],
    // Thanksgiving is left out; the Friday after it is not a federal holiday.
    ['2026-11-25', 1, [], '2026-11-27'],
    ['2026-10-09', 1, [], '2026-10-13'],
    ['2026-10-09', 1, ['columbus-day'], '2026-10-12'],
    // Independence Day 2026 is a Saturday: the Friday counts, for not every State keeps it.
    ['2026-07-02', 1, [], '2026-07-03'],
    // And in 2027 a Sunday: the Monday is left out.
    ['2027-07-02', 1, [], '2027-07-06'],
  ])('%s and %i of them, at work on %j, is %s', (from, count, openOn, to) =>
    expect(addBusinessDays(from, count, openOn)).toBe(to),
  )

  it('act by is a business day, the last one up to the due day, at most four days before', () => {
    fc.assert(
      fc.property(day, (due) => {
        const by = businessDayUpTo(due)
        expect(isBusinessDay(by)).toBe(true)
        expect(daysBetween(by, due)).toBeGreaterThanOrEqual(0)
        expect(daysBetween(by, due)).toBeLessThanOrEqual(4)
        for (let at = addDays(by, 1); at <= due; at = addDays(at, 1)) expect(isBusinessDay(at)).toBe(false)
      }),
    )
  })

  it('a period of them never ends on a weekend, and never before as many calendar days', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const end = addBusinessDays(from, count)
        expect([1, 2, 3, 4, 5]).toContain(weekdayOf(end))
        expect(daysBetween(from, end)).toBeGreaterThanOrEqual(count)
        expect(addBusinessDays(from, count, ['columbus-day']) <= end).toBe(true)
      }),
    )
  })
})
