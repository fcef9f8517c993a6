import { dayOf, daysBetween, plusDays, wallTime } from '../../bot/time/day.ts'

/** Days back that a digest still covers when nothing could be sent. */
export const MOST_DAYS = 7
/** Sent later than this after its hour, a digest says so. */
export const LATE_MS = 30 * 60_000
const KEPT_DAYS = 14

/** How far one recipient's digests have come; one mark each. */
export interface Progress {
  /** The first day that they get one for. */
  since: string
  /** Days that a digest covered, the last ones. */
  done: readonly string[]
  /** Somebody is at it, until then; milliseconds since 1970. */
  trying?: { by: string; until: number }
  /** Tries that reached nobody since the last one that did, and when the next may be. */
  tries: number
  next: number
}

export interface Schedule {
  timeZone: string
  /** Minutes after midnight on the wall. */
  at: number
}

/** The day now, and the last one whose hour has come. */
export interface Moment {
  today: string
  last: string
}

export function momentOf(now: number, { timeZone, at }: Schedule): Moment {
  const today = dayOf(now, timeZone)
  return { today, last: now >= wallTime(today, at, timeZone) ? today : plusDays(today, -1) }
}

/** A recipient who is new gets the first digest at the next time that it is due, not a late one at once. */
export function newcomer({ last }: Moment): Progress {
  return { since: plusDays(last, 1), done: [], tries: 0, next: 0 }
}

/**
 * The days that a digest has to cover now, oldest first; the last one is its own. A clock that is set back finds
 * them done; one that ran ahead and is put right finds the days in between still to do.
 */
export function due({ since, done }: Progress, { last }: Moment): string[] {
  const covered = new Set(done)
  return Array.from({ length: MOST_DAYS }, (_, back) => plusDays(last, back + 1 - MOST_DAYS)).filter(
    (day) => day >= since && !covered.has(day),
  )
}

export function withDone(progress: Progress, days: readonly string[], today: string): Progress {
  // Kept by distance and not by number: a clock that ran ahead must not push out the days around now.
  const done = [...new Set([...progress.done, ...days])]
    .filter((day) => Math.abs(daysBetween(day, today)) <= KEPT_DAYS)
    .sort()
  return { since: progress.since, done, tries: 0, next: 0 }
}

/** Milliseconds to wait after so many tries that reached nobody. */
export const waitAfter = (tries: number) =>
  (tries <= 1 ? 1 : tries === 2 ? 5 : tries === 3 ? 15 : 60) * 60_000
