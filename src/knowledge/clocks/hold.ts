import { addDays, type Day, latest } from './day.ts'
import type { BreachFacts } from './facts.ts'

/** What an oral request can hold up at most, unless a written one follows (45 CFR 164.412(b)). */
const ORAL_DAYS = 30

export interface Hold {
  /** The day on which it ends; what waited goes out that day. */
  until: Day
  why: string
}

export function holdOf(hold: BreachFacts['hold']): Hold | undefined {
  if (hold === undefined) return undefined
  if (hold.kind === 'written')
    return {
      until: hold.until,
      why: `Law enforcement asked in writing to wait until ${hold.until} (45 CFR 164.412(a)). The hold does not start the 60 days anew: what falls due before its end goes out on the day it ends.`,
    }
  const until = addDays(hold.stated, ORAL_DAYS)
  return {
    until,
    why: `Law enforcement asked orally on ${hold.stated}: write down who asked and what was said; it holds for 30 days at most, until ${until}, unless a written request follows (45 CFR 164.412(b)).`,
  }
}

/** Later of the due day and the end of the hold. */
export function held(due: Day, hold: Hold | undefined): Day {
  return hold === undefined ? due : latest(due, hold.until)
}
