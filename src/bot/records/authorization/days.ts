import { z } from 'zod'

/** A day as the practice's wall calendar has it, `YYYY-MM-DD`. Days in this shape compare as text. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay)
export type Day = z.infer<typeof Day>

/** False for 2026-02-30, which JavaScript takes for the second of March. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(ms) && new Date(ms).toISOString().slice(0, 10) === text
}

export { dayOf, daysBetween, plusDays } from '../../time/day.ts'

/** The same day so many years on; 29 February becomes 28 February, so a time is never longer than was said. */
export function plusYears(day: Day, years: number): Day {
  const moved = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`
  return isDay(moved) ? moved : `${moved.slice(0, 8)}28`
}

/** "May 1, 2027", as people in a US practice write it. */
export function written(day: Day): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  )
}
