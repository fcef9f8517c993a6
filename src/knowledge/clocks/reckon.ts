import type { StateLaw } from '../state-law.ts'
import { assumptionsOf } from './assumptions.ts'
import { countsOf } from './counts.ts'
import type { Day } from './day.ts'
import { type Deadline, toDeadline, WHATS } from './deadline.ts'
import type { BreachFacts } from './facts.ts'
import { federalDuties } from './federal.ts'
import { holdOf } from './hold.ts'
import { startOf } from './start.ts'
import { stateDuties } from './state.ts'

export interface Reckoning {
  /** Day 0. */
  discovered: Day
  /** By due day; what has to be done first stands first. */
  deadlines: readonly Deadline[]
  /** What was taken for granted, and why; one or more sentences each. */
  assumptions: readonly string[]
}

/**
 * Every clock of one breach. Pure: days in, days out.
 * @param facts that `troubleWith` finds nothing wrong with.
 */
export function reckon(facts: BreachFacts, law: StateLaw): Reckoning {
  const start = startOf(facts)
  const counts = countsOf(facts)
  const hold = holdOf(facts.hold)
  const federal = federalDuties(start.day, counts, facts, hold)
  const hhs = federal.find(({ what }) => what === 'hhs-notice')?.due ?? start.day
  const state = stateDuties(law, { start: start.day, hhs }, counts, facts, hold)
  return {
    discovered: start.day,
    deadlines: inOrder([
      ...federal.map((duty) => toDeadline(duty, hold)),
      ...state.map(({ duty, hold }) => toDeadline(duty, hold)),
    ]),
    assumptions: [...start.why, ...assumptionsOf(facts, law, counts, hold)],
  }
}

const STANDS =
  'This date stands from an earlier count: facts that change later never move a date back, nor take a duty away. Whoever closes it without sending says why.'

/**
 * The clocks of a ticket whose facts changed: a deadline that was shown is never shown later, and none vanishes.
 * The hold of the newest facts governs: it alone may move a date to later, and lifting it moves the date back.
 * @param history oldest first, at least one.
 */
export function reckonHistory(history: readonly [BreachFacts, ...BreachFacts[]], law: StateLaw): Reckoning {
  const newest = history.at(-1) as BreachFacts
  const now = reckon(newest, law)
  const merged = new Map(now.deadlines.map((deadline) => [deadline.id, deadline]))
  let { discovered } = now
  for (const facts of history.slice(0, -1)) {
    const before = reckon({ ...facts, hold: newest.hold }, law)
    if (before.discovered < discovered) discovered = before.discovered
    for (const deadline of before.deadlines) {
      const other = merged.get(deadline.id)
      if (other === undefined || deadline.due < other.due)
        merged.set(deadline.id, { ...deadline, basis: `${deadline.basis} ${STANDS}` })
    }
  }
  return { ...now, discovered, deadlines: inOrder([...merged.values()]) }
}

function inOrder(deadlines: readonly Deadline[]): Deadline[] {
  const key = ({ due, what, id }: Deadline) => `${due} ${WHATS.indexOf(what)} ${id}`
  return deadlines.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}
