import { type Day, isDay } from './day.ts'
import { startOf } from './start.ts'

/** What is known of a breach. Whatever is left out is not known, and takes the stricter branch. */
export interface BreachFacts {
  /** The first day on which somebody of the workforce, other than who did it, knew or was told. */
  discovered: Day
  /** The first day on which an agent of the practice knew. */
  agentDiscovered?: Day | undefined
  /** A business associate found it. An agent's day is the practice's day; a contractor's is not. */
  businessAssociate?:
    | { standing: 'agent' | 'contractor' | 'unknown'; discovered?: Day | undefined }
    | undefined
  /** Distinct people. */
  people?: number | undefined
  /** Residents by State or territory, two letters. */
  residents?: Readonly<Record<string, number | 'unknown'>> | undefined
  /** Where the practice treats people: people whose State is not known may live there. */
  practiceStates?: readonly string[] | undefined
  /** People whose address turned out to be missing or wrong. */
  unreachable?: number | undefined
  /** 45 CFR 164.412. */
  hold?: { kind: 'written'; until: Day } | { kind: 'oral'; stated: Day } | undefined
  /** What was sent already; some State clocks run from it. */
  told?: { residents?: Day | undefined; hhs?: Day | undefined } | undefined
  /** Whether a State licenses the place as a clinic or other facility. */
  licensedFacility?: boolean | undefined
}

/** Why facts cannot be reckoned with. Closed, so that each surface can say it in its own words. */
export type Trouble =
  | 'day_not_real'
  | 'before_the_rule'
  | 'discovered_in_future'
  | 'agent_in_future'
  | 'people_not_counted'
  | 'residents_not_counted'
  | 'residents_exceed_people'
  | 'unreachable_exceed_people'
  | 'hold_before_discovery'
  | 'hold_in_future'
  | 'told_before_discovery'

/** Breaches discovered from this day on (74 FR 42740). */
export const RULE_BEGAN: Day = '2009-09-23'
/** A year beyond it is a slip of the hand. */
const LAST_YEAR = '2199'

/** Days on which somebody outside knew. */
export function agentDaysOf({ agentDiscovered, businessAssociate }: BreachFacts): Day[] {
  return [agentDiscovered, businessAssociate?.discovered].filter((day) => day !== undefined)
}

/**
 * The first thing that is wrong, if any.
 * @param today of the practice's calendar.
 */
export function troubleWith(facts: BreachFacts, today: Day): Trouble | undefined {
  const { discovered, people, residents = {}, unreachable, hold, told } = facts
  const holdDay = hold && (hold.kind === 'written' ? hold.until : hold.stated)
  const agentDays = agentDaysOf(facts)
  const toldDays = [told?.residents, told?.hhs].filter((day) => day !== undefined)
  const days = [discovered, ...agentDays, ...toldDays, ...(holdDay === undefined ? [] : [holdDay])]
  if (days.some((day) => !isDay(day) || day.slice(0, 4) > LAST_YEAR)) return 'day_not_real'
  if (discovered > today) return 'discovered_in_future'
  if (agentDays.some((day) => day > today)) return 'agent_in_future'
  const start = startOf(facts).day
  if (start < RULE_BEGAN) return 'before_the_rule'
  if (people !== undefined && !isCount(people, 1)) return 'people_not_counted'
  const known = Object.values(residents).filter((count) => count !== 'unknown')
  if (!known.every((count) => isCount(count, 1))) return 'residents_not_counted'
  const sum = known.reduce((all, count) => all + count, 0)
  if (people !== undefined && sum > people) return 'residents_exceed_people'
  if (unreachable !== undefined && (!isCount(unreachable, 0) || unreachable > (people ?? unreachable)))
    return 'unreachable_exceed_people'
  if (holdDay !== undefined && holdDay < start) return 'hold_before_discovery'
  if (hold?.kind === 'oral' && hold.stated > today) return 'hold_in_future'
  if (toldDays.some((day) => day < start)) return 'told_before_discovery'
  return undefined
}

function isCount(count: number, least: number): boolean {
  return Number.isSafeInteger(count) && count >= least
}
