import { type Day, daysBetween, earliest } from './day.ts'
import type { BreachFacts } from './facts.ts'

export interface Start {
  /** Day 0 of every clock. Weekends, an investigation or a meeting never move it. */
  day: Day
  /** Why it is that day; one sentence each, with both dates where there are two. */
  why: readonly string[]
}

/**
 * The day that counts as discovery, 45 CFR 164.404(a)(2): the earliest on which anybody of the workforce or an
 * agent knew or should have known. A business associate that is no agent starts the practice's clock by telling.
 */
export function startOf({ discovered, agentDiscovered, businessAssociate }: BreachFacts): Start {
  const theirs = businessAssociate?.discovered
  const counts = theirs !== undefined && businessAssociate?.standing !== 'contractor'
  const day = earliest(
    discovered,
    ...(agentDiscovered === undefined ? [] : [agentDiscovered]),
    ...(counts ? [theirs] : []),
  )
  const why = [
    `Day 0 is ${day}: the first day on which anybody in the workforce or an agent knew, or should have known, apart from whoever did it. Weekends, an investigation or a meeting do not move it (45 CFR 164.404(a)(2)).`,
  ]
  if (agentDiscovered !== undefined)
    why.push(
      `An agent knew on ${agentDiscovered}, the practice on ${discovered}: what an agent knows, the practice knows; the earlier day counts.`,
    )
  if (businessAssociate !== undefined) why.push(...associate(discovered, businessAssociate, agentDiscovered))
  return { day, why }
}

function associate(
  told: Day,
  { standing, discovered }: NonNullable<BreachFacts['businessAssociate']>,
  agentDiscovered: Day | undefined,
): string[] {
  const when = discovered === undefined ? '' : ` It found out on ${discovered} and told us on ${told}.`
  const said: string[] = []
  if (standing === 'agent' || (standing === 'unknown' && agentDiscovered !== undefined))
    said.push(
      `The business associate is taken for an agent of the practice: its day is the practice's day.${when}`,
    )
  else if (standing === 'contractor' || discovered === undefined)
    said.push(
      `The business associate is taken for an independent contractor: the clock starts on ${told}, when the practice was told or should have known.${when} If the practice directs how it works, it may be an agent; then its own day counts.`,
    )
  else
    said.push(
      `Whether the business associate is an agent is not known: its own day counts, as the stricter branch.${when}`,
    )
  if (discovered !== undefined && daysBetween(discovered, told) > 60)
    said.push(
      `The business associate told the practice ${daysBetween(discovered, told)} days after it found out; 60 is the most that 45 CFR 164.410 allows it.`,
    )
  return said
}
