import type { BreachFacts } from '../../../src/knowledge/clocks/facts.ts'
import { type Reckoning, reckon } from '../../../src/knowledge/clocks/reckon.ts'
import { loadStateLaw } from '../../../src/knowledge/state-law.ts'

export const LAW = loadStateLaw()

export function clocks(facts: Partial<BreachFacts>): Reckoning {
  return reckon({ discovered: '2026-03-10', people: 12, unreachable: 0, ...facts }, LAW)
}

/** "individual-notice 2026-05-09", "media-notice CA 2026-05-09". */
export function lines({ deadlines }: Reckoning): string[] {
  return deadlines.map(({ what, state, due }) => [what, state, due].filter(Boolean).join(' '))
}

export function one({ deadlines }: Reckoning, what: string, state?: string) {
  const found = deadlines.filter((deadline) => deadline.what === what && deadline.state === state)
  if (found.length !== 1) throw new Error(`${found.length} deadlines are ${what} ${state ?? ''}`)
  return found[0] as (typeof found)[0]
}
