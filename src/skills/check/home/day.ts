/** What a clock on the wall shows, counted like a time in UTC: local times can then be compared and subtracted. */
function wall(at: number, format: Intl.DateTimeFormat): number {
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/**
 * When the local day of `now` began, in milliseconds since 1970. Days on which clocks change are as long as they
 * are; where they jump at midnight, the day begins with its first second that exists.
 * @param timeZone IANA name
 */
export function dayStart(now: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const second = Math.floor(now / 1000) * 1000
  const local = wall(second, format)
  const midnight = Math.floor(local / DAY_MS) * DAY_MS
  const guess = second - (local - midnight)
  const over = wall(guess, format) - midnight
  const start = guess - Math.max(0, over)
  return start + Math.max(0, midnight - wall(start, format))
}

export const DAY_MS = 24 * 60 * 60 * 1000

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
