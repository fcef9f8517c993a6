import { systemClock } from '../../adapters/clock/clock.ts'
import { troubleWith } from '../../knowledge/clocks/facts.ts'
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

/** The clocks of a breach, from what was typed. Looks nothing up and keeps nothing. */
export async function runDeadlines(options: DeadlinesOptions, io: Io): Promise<number> {
  const facts = readFacts(options)
  const { practice } = openPractice(options.practice, io.env)
  const now = createCalendar(practice.timeZone).dayOf(systemClock().now())
  const today = options.today === undefined ? now : readToday(options.today)
  const trouble = troubleWith(facts, today)
  if (trouble !== undefined) throw new Refused(TROUBLES[trouble])
  const reckoning = reckon({ ...facts, practiceStates: practice.states }, openStateLaw())
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
