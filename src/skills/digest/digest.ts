import type { WEEKDAYS } from '../../bot/practice.ts'
import type { Attention } from '../../bot/skill.ts'
import { daysBetween, plusDays } from '../../bot/time/day.ts'
import type { Span } from './facts.ts'
import { monthBefore } from './facts.ts'

export interface Need extends Attention {
  /** Negative: over. */
  daysLeft?: number
}

/** A week or a month, beside the one before. */
export interface Roll {
  what: 'week' | 'month'
  now: Span
  before: Span
}

/** What the managers of a practice need to know on one local day. Nothing in it was typed by anybody. */
export interface Digest {
  /** YYYY-MM-DD, in the practice's time zone. */
  date: string
  timeZone: string
  /** Nothing waits and nothing was checked. */
  quiet: boolean
  needs: readonly Need[]
  /** The day before, and the same day a week earlier. */
  yesterday: Span
  weekEarlier: Span
  rolls: readonly Roll[]
  /** Of the last seven days: the rules that spoke most, each with one thing to tell the team. */
  frequent: readonly { rule: string; count: number; hint: string }[]
  /** Where the audit trail ended when this was made. */
  head: string
}

/** How many of the frequent ones are named; the first alone gets its hint. */
export const MOST_FREQUENT = 3
export const WEEK = 7

/** Most urgent first: what has a day, by it; then the rest as it came. */
export function inOrder(needs: readonly Attention[], date: string): Need[] {
  return needs
    .map((need) => (need.due === undefined ? need : { ...need, daysLeft: daysBetween(date, need.due) }))
    .sort((a, b) => rank(a) - rank(b) || (a.due ?? '9').localeCompare(b.due ?? '9'))
}

/** What nobody looks after, and what is up and should not be, comes before every clock. */
const rank = ({ what }: Attention) =>
  what === 'untaken' || what === 'unread' ? 0 : what === 'takedown' ? 1 : 2

/** Which spans a day's digest adds: the week before on the practice's day, the month before on the first. */
export function spansOf(
  date: string,
  weekly: (typeof WEEKDAYS)[number],
  weekdays: readonly string[],
): { what: Roll['what']; now: [string, string]; before: [string, string] }[] {
  const spans: ReturnType<typeof spansOf> = []
  if (weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] === weekly)
    spans.push({
      what: 'week',
      now: [plusDays(date, -WEEK), plusDays(date, -1)],
      before: [plusDays(date, -2 * WEEK), plusDays(date, -WEEK - 1)],
    })
  if (date.endsWith('-01')) {
    const now = monthBefore(date)
    const before = monthBefore(now.from)
    spans.push({ what: 'month', now: [now.from, now.to], before: [before.from, before.to] })
  }
  return spans
}
