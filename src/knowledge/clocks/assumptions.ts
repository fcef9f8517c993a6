import type { StateLaw } from '../state-law.ts'
import type { Counts } from './counts.ts'
import type { BreachFacts } from './facts.ts'
import type { Hold } from './hold.ts'

/** What the reckoning takes for granted, so that a reader can say where it is wrong. */
export function assumptionsOf(
  facts: BreachFacts,
  law: StateLaw,
  counts: Counts,
  hold: Hold | undefined,
): string[] {
  const here = law.laws.filter(({ states }) => counts.states.some((state) => states.includes(state)))
  return [
    'It counts as a breach that has to be told: the information was unsecured, and no written and signed finding shows a low probability of compromise or one of the three exceptions (45 CFR 164.402). With such a finding no notice is due; it is kept for six years.',
    ...people(facts, counts),
    ...residence(facts, counts),
    ...states(law, counts, here),
    ...holding(hold, here),
    'All dates are days of the practice’s own calendar. "Act by" is the last business day up to the due day (Monday to Friday, no federal holiday).',
    ...businessDays(here),
    'Contracts (business associate agreement, insurer) can ask for less time; they are not counted here.',
  ]
}

function people({ people, unreachable }: BreachFacts, { rest }: Counts): string[] {
  const said: string[] = []
  if (people === undefined)
    said.push(
      'How many people are affected is not known: the stricter branch is taken, as for 500 or more, until there is an estimate.',
    )
  if (unreachable === undefined && rest >= 0)
    said.push(
      'Nobody knows yet whether letters will come back: the date for substitute notice is shown in case they do.',
    )
  return said
}

function residence({ residents = {} }: BreachFacts, { rest, states }: Counts): string[] {
  const named = Object.keys(residents)
  if (rest <= 0) return []
  const who = !Number.isFinite(rest) ? 'some of the people' : rest === 1 ? 'one person' : `${rest} people`
  const added = states.filter((state) => !named.includes(state))
  const where =
    states.length === 0
      ? 'their States’ own clocks are missing here'
      : `each of these may be theirs: ${states.join(', ')}`
  return [
    `The State of ${who} is not known: ${where}. They count in full in every State where that is stricter.`,
    ...(added.length === 0 ? [] : [`${added.join(', ')} comes from the practice file.`]),
  ]
}

function states({ asOf }: StateLaw, counts: Counts, here: StateLaw['laws']): string[] {
  if (counts.states.length === 0) return []
  const without = counts.states.filter(
    (state) => !here.some(({ states, duties }) => states.includes(state) && duties.length > 0),
  )
  const computerized = counts.states.filter((state) =>
    here.some(
      ({ states, reach, duties }) => states.includes(state) && reach === 'computerized' && duties.length > 0,
    ),
  )
  return [
    `State duties are those of knowledge/state-law.yml as of ${asOf}; others (further authorities, credit bureaus, licensing boards) can apply. State law is counted beside HIPAA; the earliest date says what to do first.`,
    ...(without.length === 0
      ? []
      : [
          `No number of days is known for ${without.join(', ')}: look there for a duty without unreasonable delay, and ask a lawyer.`,
        ]),
    ...(computerized.length === 0
      ? []
      : [
          `The general breach laws of ${computerized.join(', ')} are written for computerized data that somebody got hold of; a post by staff may or may not fall under them. Their dates are shown as the careful branch; ask a lawyer.`,
        ]),
  ]
}

function holding(hold: Hold | undefined, here: StateLaw['laws']): string[] {
  if (hold === undefined) return []
  const fixed = here.filter(({ duties, hold }) => duties.length > 0 && !hold)
  return [
    hold.why,
    ...(fixed.length === 0
      ? []
      : [
          'That hold moves federal notices. State dates move only where the State’s law is known to allow it; ask law enforcement and a lawyer about the others before anything is sent.',
        ]),
  ]
}

function businessDays(here: StateLaw['laws']): string[] {
  const counted = here.some(({ duties }) => duties.some(({ days }) => days === 'business'))
  return counted
    ? [
        'A State’s business days leave out weekends and federal holidays on their own day, or on Monday when they fall on a Sunday. A Friday that stands in for a Saturday holiday counts as a business day, because not every State keeps it.',
      ]
    : []
}
