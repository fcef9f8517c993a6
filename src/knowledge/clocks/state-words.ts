import type { Law, StateDuty } from '../state-law.ts'
import type { Day } from './day.ts'
import type { Mark } from './deadline.ts'
import type { Hold } from './hold.ts'

interface Case {
  start: Day
  /** Residents who are known to live there. */
  known: number
  licensedFacility: boolean | undefined
  /** A law-enforcement hold that does not move this date. */
  fixed: Hold | undefined
}

/** Why a State's date is what it is, and how sure that is. */
export function sentencesOf(
  law: Law,
  duty: StateDuty,
  { start, known, licensedFacility, fixed }: Case,
): string[] {
  return [
    `${law.title}: ${duty.to} within ${duty.within} ${duty.days} days ${FROM[duty.from](start)}.`,
    ...(duty.from === 'discovery' ? [] : ['Doing that earlier brings this date forward.']),
    ...threshold(duty, known),
    ...(duty.counts === undefined
      ? []
      : [`The law counts from ${duty.counts}; counted from discovery, which is never later.`]),
    ...(law.licensedOnly && licensedFacility !== true
      ? [`Only for ${law.applies}; whether this practice is one is not known, so the date is shown.`]
      : []),
    ...(duty.note === undefined ? [] : [duty.note]),
    law.hipaa,
    ...(fixed === undefined
      ? []
      : [
          `Law enforcement asked to wait until ${fixed.until}; that is not known to move this date: ask them and a lawyer before it is sent.`,
        ]),
    ...doubt(duty.mark ?? law.mark, duty.doubt ?? law.doubt),
  ]
}

const FROM: Readonly<Record<StateDuty['from'], (start: Day) => string>> = {
  discovery: (start) => `after discovery on ${start}`,
  'residents-told': () =>
    'after residents are told, reckoned from the last day for telling them or the day they were told',
  'hhs-told': () => 'after HHS is told, reckoned from the last day for telling HHS or the day it was told',
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
