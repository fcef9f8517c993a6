/** What a clock on the wall shows, counted like a time in UTC. */
function wall(at: number, format: Intl.DateTimeFormat): number {
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/**
 * Milliseconds since 1970 of a local time. One that exists twice is the earlier one; one that does not exist, as
 * clocks jump over it, is as long after the jump as it was to be after it.
 * @param day YYYY-MM-DD @param time HH:MM @param zone IANA name
 */
export function atWall(day: string, time: string, zone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const wanted = Date.parse(`${day}T${time}:00Z`)
  // Clocks change by an hour at most, so one of the offsets half a day around it holds.
  const offsets = [-12, 12].map((hours) => {
    const near = wanted + hours * 3_600_000
    return wall(near, format) - near
  })
  const found = offsets.map((offset) => wanted - offset).filter((at) => wall(at, format) === wanted)
  return found.length > 0 ? Math.min(...found) : wanted - Math.min(...offsets)
}

/** "Mon, Nov 23, 9:05 AM", as people in a US practice write it. */
export function moment(at: number, zone: string): string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  })
  return format.format(at).replace(/\s/g, ' ')
}

/** "9:30", "09:30", "9:30 am", "9 pm" → "HH:MM"; undefined: no time. */
export function timeIn(text: string): string | undefined {
  const found = /^\s*(\d{1,2})(?::(\d{2}))?\s*([ap])?\.?m?\.?\s*$/i.exec(text)
  if (!found) return undefined
  const [, hours = '', minutes = '00', half] = found
  const noon = half ? Number(hours) % 12 : Number(hours)
  const hour = half?.toLowerCase() === 'p' ? noon + 12 : noon
  if (hour > 23 || Number(minutes) > 59 || (half && (Number(hours) < 1 || Number(hours) > 12)))
    return undefined
  if (!half && found[2] === undefined) return undefined
  return `${String(hour).padStart(2, '0')}:${minutes}`
}
