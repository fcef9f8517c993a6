/**
 * Ages of majority where they are not 18: Ala. Code 26-1-1, Neb. Rev. Stat. 43-2101, Miss. Code 1-3-27. HIPAA
 * sets none. It words a question and nothing else: what counts is the day that the practice writes down, since
 * marriage, service or a court may make it an earlier one, and some States let younger people decide on care.
 */
const OTHER_AGES: Readonly<Record<string, number>> = { AL: 19, NE: 19, MS: 21 }
const USUAL_AGE = 18

/** In any of the States where the practice works; the lowest one, since asking early costs a signature alone. */
export function ageOfMajority(states: readonly string[]): number {
  return states.length === 0 ? USUAL_AGE : Math.min(...states.map((state) => OTHER_AGES[state] ?? USUAL_AGE))
}
