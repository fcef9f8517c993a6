import { addDays, type Day, FRIDAY, SATURDAY, SUNDAY, weekdayOf } from './day.ts'
import { holidayOn } from './holidays.ts'

/** Offices and post are surely open. */
export function isBusinessDay(day: Day): boolean {
  return !isWeekend(day) && holidayOn(day) === undefined
}

/** The day itself if it is a business day, otherwise the last one before it. */
export function businessDayUpTo(day: Day): Day {
  let at = day
  while (!isBusinessDay(at)) at = addDays(at, -1)
  return at
}

/**
 * The last day of a period of business days; the day after `from` is the first that can count. A period ends
 * too late when a day is skipped on which the State was at work, so in doubt a day counts: a Friday that stands in for
 * a Saturday holiday (States do not agree on it), and the holidays in `openOn`, which that State does not keep.
 */
export function addBusinessDays(from: Day, count: number, openOn: readonly string[] = []): Day {
  let day = from
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (counts(day, openOn)) left--
  }
  return day
}

function counts(day: Day, openOn: readonly string[]): boolean {
  if (isWeekend(day)) return false
  const holiday = holidayOn(day)
  if (holiday === undefined || openOn.includes(holiday.id)) return true
  return weekdayOf(day) === FRIDAY && holiday.day !== day
}

function isWeekend(day: Day): boolean {
  return weekdayOf(day) === SATURDAY || weekdayOf(day) === SUNDAY
}
