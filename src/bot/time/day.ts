/** What a clock on the wall shows, counted like a time in UTC: local times can then be compared and subtracted. */
function wall(at: number, format: Intl.DateTimeFormat): number {
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** Making one costs a hundred times as much as using it. */
const formats = new Map<string, Intl.DateTimeFormat>()

function wallFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(timeZone, made)
  return made
}

/**
 * When the local day of `now` began, in milliseconds since 1970. Days on which clocks change are as long as they
 * are; where they jump at midnight, the day begins with its first second that exists.
 * @param timeZone IANA name
 */
export function dayStart(now: number, timeZone: string): number {
  const format = wallFormat(timeZone)
  const second = Math.floor(now / 1000) * 1000
  const local = wall(second, format)
  const midnight = Math.floor(local / DAY_MS) * DAY_MS
  const guess = second - (local - midnight)
  const over = wall(guess, format) - midnight
  const start = guess - Math.max(0, over)
  return start + Math.max(0, midnight - wall(start, format))
}

export const DAY_MS = 24 * 60 * 60 * 1000

/** The local day as people write it: "2026-11-22". @param timeZone IANA name */
export function dayOf(now: number, timeZone: string): string {
  return new Date(wall(now, wallFormat(timeZone))).toISOString().slice(0, 10)
}

/** The day so many days later; negative: earlier. Days have no zone, so no clock change can move them. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** How many days from one to the other; negative where `to` is earlier. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)

/** When that local day begins, in milliseconds since 1970. */
export function startOf(day: string, timeZone: string): number {
  // No zone is further than 14 hours from UTC: noon there is the day itself or one beside it.
  const noon = Date.parse(`${day}T12:00:00Z`)
  for (const near of [noon, noon - DAY_MS, noon + DAY_MS])
    if (dayOf(near, timeZone) === day) return dayStart(near, timeZone)
  // A day that a country left out, as Samoa did with 30 December 2011, begins and ends with the one after it.
  return startOf(plusDays(day, 1), timeZone)
}

/** When a clock on the wall shows so many minutes after midnight on that day; a time that is jumped over, a little later. */
export function wallTime(day: string, minutes: number, timeZone: string): number {
  const start = startOf(day, timeZone)
  const format = wallFormat(timeZone)
  const wanted = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000
  const guess = start + minutes * 60_000
  const exact = guess + (wanted - wall(guess, format))
  return wall(exact, format) < wanted ? guess : exact
}

/** "Today, 3:12 PM", "Yesterday, 9:05 AM", "Mon, Nov 16, 4:30 PM". */
export function whenWas(at: number, now: number, timeZone: string): string {
  const today = dayStart(now, timeZone)
  const time = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: '2-digit' })
  const date = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
  })
  const day = at >= today ? 'Today' : at >= dayStart(today - 1, timeZone) ? 'Yesterday' : date.format(at)
  return `${day}, ${time.format(at).replace(/\s/g, ' ')}`
}
