/**
 * A day of the practice's own calendar: "2026-03-10". It has no hour and no zone, so that neither the machine's
 * zone nor daylight saving can move a deadline.
 */
export type Day = string

const DAY_MS = 86_400_000
/** 0 is Sunday. */
export const [SUNDAY, MONDAY, THURSDAY, FRIDAY, SATURDAY] = [0, 1, 4, 5, 6] as const

/** A day that exists: no 31 February, no 29 February in a common year. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(text)
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text)
}

/** @param month 1 to 12. */
export function dayOf(year: number, month: number, date: number): Day {
  return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10)
}

/** @param days may be negative. The day after `day` is day 1, as OCR counts. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** How many days `to` comes after `from`. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS
}

export const yearOf = (day: Day) => Number(day.slice(0, 4))
export const weekdayOf = (day: Day) => new Date(Date.parse(day)).getUTCDay()
export const earliest = (...days: readonly [Day, ...Day[]]): Day => days.toSorted()[0] as Day
export const latest = (...days: readonly [Day, ...Day[]]): Day => days.toSorted().at(-1) as Day
