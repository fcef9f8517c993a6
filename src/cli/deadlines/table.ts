import { paragraph } from '../../adapters/terminal/layout.ts'
import { type Day, daysBetween } from '../../knowledge/clocks/day.ts'
import type { Deadline, What } from '../../knowledge/clocks/deadline.ts'
import type { Reckoning } from '../../knowledge/clocks/reckon.ts'

const NAMES: Readonly<Record<What, string>> = {
  'individual-notice': 'Letters to the people affected',
  'substitute-notice': 'Substitute notice, if letters come back',
  'media-notice': 'Media',
  'hhs-notice': 'HHS',
  'state-notice': 'Residents, under State law',
  'state-attorney-general': 'State attorney general',
  'state-agency': 'State agency',
  'state-licensed-facility-notice': 'Patients, if a licensed facility',
}
const INDENT = ' '.repeat(4)
const WIDEST = 110

/** What has to be done first stands first. */
export function asTable(
  { discovered, deadlines, assumptions }: Reckoning,
  today: Day,
  columns: number,
): string {
  const canvas = { columns: Math.min(columns, WIDEST), colour: false }
  const wrapped = (text: string, indent: string) =>
    paragraph([{ text: `${indent}${text}` }], canvas, indent.length)
  const blocks = deadlines.map((deadline) =>
    [headOf(deadline, today), wrapped(deadline.basis, INDENT)].join('\n'),
  )
  return [
    `Day 0, from which the clocks count: ${discovered}`,
    `act by      due\n${blocks.join('\n\n')}`,
    ['What this takes for granted', ...assumptions.map((text) => wrapped(`- ${text}`, '  '))].join('\n'),
    wrapped(
      'Dates are worked out from what was given. The privacy officer and a lawyer decide what has to be sent.',
      '',
    ),
    '',
  ]
    .join('\n\n')
    .replace(/\n\n$/, '\n')
}

function headOf({ what, state, due, actBy }: Deadline, today: Day): string {
  return `${actBy}  ${due}  ${NAMES[what]}${state === undefined ? '' : ` (${state})`}, ${left(daysBetween(today, actBy))}`
}

function left(days: number): string {
  if (days === 0) return 'today'
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
  return days > 0 ? `in ${count}` : `${count} ago: if it was not sent, send it now`
}
