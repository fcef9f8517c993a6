import type { BreachFacts } from './facts.ts'

/** How many people, where what is not known counts as the most that it can be. */
export interface Counts {
  /** Infinity when nobody has an estimate yet. */
  people: number
  /** States of which rules may apply, sorted. */
  states: readonly string[]
  /** People who are known to live there. */
  known(state: string): number
  /** The most who can live there: those known, and all whose State is not known. */
  most(state: string): number
  /** People whose State is not known. */
  rest: number
}

export function countsOf({
  people = Number.POSITIVE_INFINITY,
  residents = {},
  practiceStates = [],
}: BreachFacts): Counts {
  const known = (state: string) => {
    const count = residents[state]
    return typeof count === 'number' ? count : 0
  }
  const named = Object.keys(residents)
  const rest = people - named.reduce((sum, state) => sum + known(state), 0)
  const states = [...new Set([...named, ...(rest > 0 ? practiceStates : [])])].sort()
  return { people, states, known, most: (state) => known(state) + rest, rest }
}
