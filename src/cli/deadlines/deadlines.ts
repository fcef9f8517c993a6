import { systemClock } from '../../adapters/clock/clock.ts'
import { isDay } from '../../knowledge/clocks/day.ts'
import { agentDaysOf, troubleWith } from '../../knowledge/clocks/facts.ts'
import { reckon } from '../../knowledge/clocks/reckon.ts'
import { openStateLaw } from '../../state-law-file.ts'
import { createCalendar } from '../audit/calendar.ts'
import { type Common, DONE, type Io, Refused, write } from '../io.ts'
import { openPractice } from '../practice.ts'
import { readFacts, readToday } from './read-facts.ts'
import { asTable } from './table.ts'
import { TROUBLES } from './troubles.ts'

export interface DeadlinesOptions extends Common {
  discovered?: string
  people?: string
  /** "TX=12", one for each State. */
  state?: string[]
  agentDiscovered?: string
  foundByBusinessAssociate?: boolean
  holdUntil?: string
  oralHold?: string
  today?: string
}

const AHEAD = 'The day of discovery lies ahead: this is a plan, and no clock runs yet.'

/** The clocks of a breach, from what was typed. Looks nothing up and keeps nothing. */
export async function runDeadlines(options: DeadlinesOptions, io: Io): Promise<number> {
  const facts = readFacts(options)
  const { practice } = openPractice(options.practice, io.env)
  const now = createCalendar(practice.timeZone).dayOf(systemClock().now())
  // A day that lies ahead is a plan, unless somebody said what day it is.
  const ahead = [facts.discovered, ...agentDaysOf(facts)].filter(isDay).toSorted().at(-1) ?? now
  const plan = options.today === undefined && ahead > now
  const today = options.today === undefined ? (plan ? ahead : now) : readToday(options.today)
  const trouble = troubleWith(facts, today)
  if (trouble !== undefined) throw new Refused(TROUBLES[trouble])
  const reckoned = reckon({ ...facts, practiceStates: practice.states }, openStateLaw())
  const reckoning = plan ? { ...reckoned, assumptions: [AHEAD, ...reckoned.assumptions] } : reckoned
  if (!options.json) {
    await write(io.stdout, asTable(reckoning, today, io.stdout.columns ?? 100))
    return DONE
  }
  const deadlines = reckoning.deadlines.map(({ what, state, due, actBy, basis }) => ({
    what,
    state,
    due,
    actBy,
    basis,
  }))
  const { discovered, assumptions } = reckoning
  await write(io.stdout, `${JSON.stringify({ discovered, deadlines, assumptions })}\n`)
  return DONE
}
