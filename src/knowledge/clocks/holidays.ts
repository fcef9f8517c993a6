import { addDays, type Day, dayOf, MONDAY, SATURDAY, SUNDAY, THURSDAY, weekdayOf, yearOf } from './day.ts'

export interface Holiday {
  id: string
  /** The day itself. */
  day: Day
  /** Friday for a Saturday, Monday for a Sunday; otherwise the day itself. */
  observed: Day
}

/** 5 USC 6103(a). `since`: the first year in which it was a holiday. */
const FIXED: readonly [id: string, month: number, date: number, since: number][] = [
  ['new-years-day', 1, 1, 1871],
  ['juneteenth', 6, 19, 2021],
  ['independence-day', 7, 4, 1871],
  ['veterans-day', 11, 11, 1978],
  ['christmas-day', 12, 25, 1871],
]
/** `nth` 5 stands for the last one of the month. */
const MOVING: readonly [id: string, month: number, weekday: number, nth: number][] = [
  ['martin-luther-king-day', 1, MONDAY, 3],
  ['washingtons-birthday', 2, MONDAY, 3],
  ['memorial-day', 5, MONDAY, 5],
  ['labor-day', 9, MONDAY, 1],
  ['columbus-day', 10, MONDAY, 2],
  ['thanksgiving-day', 11, THURSDAY, 4],
]
export const HOLIDAY_IDS = [...FIXED.map(([id]) => id), ...MOVING.map(([id]) => id)] as const

/** Federal holidays whose own day lies in this year. New Year's Day can be observed in the year before. */
export function holidaysOf(year: number): readonly Holiday[] {
  const fixed = FIXED.filter(([, , , since]) => year >= since).map(([id, month, date]) => {
    const day = dayOf(year, month, date)
    return { id, day, observed: addDays(day, SHIFT[weekdayOf(day)] ?? 0) }
  })
  const moving = MOVING.map(([id, month, weekday, nth]) => {
    const day = nthOf(year, month, weekday, nth)
    return { id, day, observed: day }
  })
  return [...fixed, ...moving]
}

/** The holiday that this day is, or stands in for. */
export function holidayOn(day: Day): Holiday | undefined {
  const year = yearOf(day)
  return [...holidaysOf(year), ...holidaysOf(year + 1)].find((one) => one.day === day || one.observed === day)
}

const SHIFT: Readonly<Record<number, number>> = { [SATURDAY]: -1, [SUNDAY]: 1 }

function nthOf(year: number, month: number, weekday: number, nth: number): Day {
  const first = dayOf(year, month, 1)
  const day = addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7)
  return day.slice(0, 7) === first.slice(0, 7) ? day : addDays(day, -7)
}
