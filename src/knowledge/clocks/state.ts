import type { Law, StateDuty, StateLaw } from '../state-law.ts'
import { addBusinessDays } from './business.ts'
import type { Counts } from './counts.ts'
import { addDays, type Day, earliest } from './day.ts'
import type { Reckoned } from './deadline.ts'
import type { BreachFacts } from './facts.ts'
import { type Hold, held } from './hold.ts'
import { sentencesOf } from './state-words.ts'

/** What State duties are reckoned from. */
export interface Anchors {
  start: Day
  /** When HHS is told at the latest. */
  hhs: Day
}

export interface StateReckoned {
  duty: Reckoned
  hold: Hold | undefined
}

/** The overlay of knowledge/state-law.yml; HIPAA does not shorten or move these clocks (45 CFR 160.203(b)). */
export function stateDuties(
  { laws }: StateLaw,
  { start, hhs }: Anchors,
  counts: Counts,
  facts: BreachFacts,
  hold: Hold | undefined,
): StateReckoned[] {
  return counts.states.flatMap((state) =>
    laws
      .filter(
        ({ states, licensedOnly }) =>
          states.includes(state) && !(licensedOnly && facts.licensedFacility === false),
      )
      .flatMap((law) => {
        const moves = law.hold ? hold : undefined
        const told = residentsTold(law, start, moves, facts)
        const from = {
          discovery: start,
          'residents-told': told,
          'hhs-told': facts.told?.hhs === undefined ? hhs : earliest(hhs, facts.told.hhs),
        }
        return law.duties
          .filter((duty) => applies(duty, counts.most(state)))
          .map((duty) => {
            const alone = addPeriod(from[duty.from], duty, law)
            // What runs from another notice has waited with that one.
            const due = duty.from === 'discovery' ? held(alone, moves) : alone
            const { licensedFacility } = facts
            const fixed = moves === undefined && duty.from === 'discovery' ? hold : undefined
            return {
              hold: moves,
              duty: {
                id: `${state}/${law.id}/${duty.what}/${duty.from}`,
                what: duty.what,
                state,
                due,
                mark: duty.mark ?? law.mark,
                citations: law.sources.cite,
                sentences: sentencesOf(law, duty, {
                  start,
                  known: counts.known(state),
                  licensedFacility,
                  fixed,
                }),
              },
            }
          })
      }),
  )
}

function residentsTold(law: Law, start: Day, hold: Hold | undefined, { told }: BreachFacts): Day {
  const notice = law.duties.find(({ what, from }) => what === 'state-notice' && from === 'discovery')
  const last = notice === undefined ? start : held(addPeriod(start, notice, law), hold)
  return told?.residents === undefined ? last : earliest(last, told.residents)
}

function applies({ atLeast = 1, moreThan = 0 }: StateDuty, residents: number): boolean {
  return residents >= atLeast && residents > moreThan
}

function addPeriod(from: Day, { within, days }: StateDuty, { openOn }: Law): Day {
  return days === 'business' ? addBusinessDays(from, within, openOn) : addDays(from, within)
}
