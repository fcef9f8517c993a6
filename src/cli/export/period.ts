import { DAY_MS, dayStart } from '../../bot/time/day.ts'
import { addDays, isDay } from '../../knowledge/clocks/day.ts'
import { localOf } from '../../skills/incident/report/when.ts'
import { Refused } from '../io.ts'

export interface Period {
  /** YYYY-MM-DD, both counted. */
  from: string
  to: string
  timeZone: string
  /** Milliseconds since 1970: `start <= at < end`. */
  start: number
  end: number
}

const NOON_MS = 12 * 3_600_000

/** @param today YYYY-MM-DD in the practice's time zone. */
export function periodOf(
  from: string | undefined,
  to: string | undefined,
  today: string,
  timeZone: string,
): Period {
  for (const [name, day] of [
    ['--from', from],
    ['--to', to],
  ] as const)
    if (day === undefined || !isDay(day)) throw new Refused(`export wants ${name} with a day like 2026-01-31`)
  const [first, last] = [from as string, to as string]
  if (first > last) throw new Refused('--from lies after --to')
  if (last > today) throw new Refused('--to is still to come; nothing can be told of it')
  return {
    from: first,
    to: last,
    timeZone,
    start: startOf(first, timeZone),
    end: startOf(addDays(last, 1), timeZone),
  }
}

/** From within the day, wherever on earth: noon of UTC, moved by a day where that is another day there. */
function startOf(day: string, timeZone: string): number {
  const noon = Date.parse(day) + NOON_MS
  const there = localOf(noon, timeZone).day
  return dayStart(noon + (there < day ? DAY_MS : there > day ? -DAY_MS : 0), timeZone)
}
