import type { Law, StateDuty, StateLaw } from '../state-law.ts'
import { addBusinessDays } from './business.ts'
import type { Counts } from './counts.ts'
import { addDays, type Day, earliest } from './day.ts'
import type { Mark, Reckoned } from './deadline.ts'
import type { BreachFacts } from './facts.ts'
import { type Hold, held } from './hold.ts'

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
            const due = addPeriod(from[duty.from], duty, law)
            // What runs from another notice has waited with that one.
            const late = duty.from === 'discovery' ? held(due, moves) : due
            return { duty: reckoned(law, duty, state, late, start, counts, facts), hold: moves }
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

function reckoned(
  law: Law,
  duty: StateDuty,
  state: string,
  due: Day,
  start: Day,
  counts: Counts,
  facts: BreachFacts,
): Reckoned {
  const mark = duty.mark ?? law.mark
  return {
    id: `${state}/${law.id}/${duty.what}/${duty.from}`,
    what: duty.what,
    state,
    due,
    mark,
    citations: law.sources.cite,
    sentences: [
      `${law.title}: ${duty.to} ${period(duty)} ${FROM[duty.from](start)}.`,
      ...(duty.from === 'discovery' ? [] : ['Doing that earlier brings this date forward.']),
      ...threshold(duty, counts.known(state)),
      ...(duty.counts === undefined
        ? []
        : [`The law counts from ${duty.counts}; counted from discovery, which is never later.`]),
      ...(law.licensedOnly && facts.licensedFacility !== true
        ? [`Only for ${law.applies}; whether this practice is one is not known, so the date is shown.`]
        : []),
      ...(duty.note === undefined ? [] : [duty.note]),
      law.hipaa,
      ...doubt(mark, duty.doubt ?? law.doubt),
    ],
  }
}

const FROM: Readonly<Record<StateDuty['from'], (start: Day) => string>> = {
  discovery: (start) => `after discovery on ${start}`,
  'residents-told': () =>
    'after residents are told, reckoned from the last day for telling them or the day they were told',
  'hhs-told': () => 'after HHS is told, reckoned from the last day for telling HHS or the day it was told',
}

function period({ within, days }: StateDuty): string {
  return `within ${within} ${days} days`
}

function threshold({ atLeast, moreThan }: StateDuty, known: number): string[] {
  if (atLeast === undefined && moreThan === undefined) return []
  const words = atLeast === undefined ? `more than ${moreThan} residents` : `${atLeast} or more residents`
  const sure = atLeast === undefined ? known > (moreThan ?? 0) : known >= atLeast
  return [
    sure
      ? `It applies to ${words} (${known} here).`
      : `It applies to ${words}; people whose State is not known are counted here.`,
  ]
}

function doubt(mark: Mark, words: string | undefined): string[] {
  if (mark === 'settled') return []
  if (mark === 'ours')
    return [`Our own careful reading${words === undefined ? '' : `: ${words}`}`.replace(/[.]?$/, '.')]
  return [`DOUBTFUL: ${words} Ask a lawyer.`]
}
