import type { When } from '../../adapters/exports/published.ts'

/** Days as the practice counts them: what was posted late on the 31st must not stand in the next month. */
export function createCalendar(timeZone: string) {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const dayOf = (instant: number) => format.format(instant)
  return {
    dayOf,
    /** YYYY-MM-DD; undefined where the file does not say when. */
    dayOfPost: (when: When | undefined) =>
      when === undefined ? undefined : 'day' in when ? when.day : dayOf(when.instant),
  }
}
export type Calendar = ReturnType<typeof createCalendar>

/** @param days may be negative. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(text)
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text)
}

const LONG = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
})
const MONTH = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', year: 'numeric', month: 'short' })

/** "Mar 5, 2026". */
export const sayDay = (day: string) => LONG.format(Date.parse(day))
/** "Mar 2026", of "2026-03". */
export const sayMonth = (month: string) => MONTH.format(Date.parse(`${month}-01`))
