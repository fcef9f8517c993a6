import { type BreachFacts, troubleWith } from '../../../knowledge/clocks/facts.ts'
import { type Reckoning, reckonHistory } from '../../../knowledge/clocks/reckon.ts'
import type { StateLaw } from '../../../knowledge/state-law.ts'
import { localOf } from '../report/when.ts'
import type { Facts } from './entries.ts'
import type { Ticket } from './ticket.ts'

/** What the clocks go by besides the ticket. */
export interface Almanac {
  law: StateLaw
  /** Where the practice treats people. */
  states: readonly string[]
  /** Milliseconds since 1970. */
  now: number
}

/**
 * The clocks of a ticket over all versions of its facts: what is learned later can make them earlier and never
 * later. Undefined: the facts are not such that anything can be reckoned from them.
 */
export function clocksOf({ versions, zone }: Ticket, { law, states, now }: Almanac): Reckoning | undefined {
  const today = localOf(now, zone).day
  const history = versions
    .map((facts) => breachOf(facts, states))
    .filter((facts) => troubleWith(facts, today) === undefined)
  const [first, ...rest] = history
  return first && reckonHistory([first, ...rest], law)
}

/** @param practiceStates where the practice treats people. */
export function breachOf(facts: Facts, practiceStates: readonly string[]): BreachFacts {
  const { discovered, people, states, holdUntil, holdStated, source, associateDiscovered } = facts
  const residents = Object.entries(states).filter(([, count]) => count !== 0)
  const { unreachable, licensed, lettersSent, hhsTold } = facts
  return {
    discovered,
    // "Nobody" is an opinion until somebody has concluded it: the clocks run as for one.
    ...(people === null ? {} : { people: Math.max(1, people) }),
    residents: Object.fromEntries(residents.map(([code, count]) => [code, count ?? ('unknown' as const)])),
    practiceStates,
    hold: holdOf(holdUntil, holdStated),
    businessAssociate:
      source === 'us'
        ? undefined
        : { standing: STANDINGS[source], discovered: associateDiscovered ?? undefined },
    unreachable: unreachable ?? undefined,
    licensedFacility: licensed === 'unknown' ? undefined : licensed === 'yes',
    told: { residents: lettersSent ?? undefined, hhs: hhsTold ?? undefined },
  }
}

const STANDINGS = { agent: 'agent', associate: 'contractor', associate_unknown: 'unknown' } as const

/** A written request takes the place of the oral one before it (45 CFR 164.412(b)). */
function holdOf(until: string | null, stated: string | null): BreachFacts['hold'] {
  if (until !== null) return { kind: 'written', until }
  return stated === null ? undefined : { kind: 'oral', stated }
}
