import type { Practice } from '../../../bot/practice.ts'
import { FORMS, TASK_NAMES } from '../copy.ts'
import { choice, type Raw, type Read, words } from '../report/read.ts'
import { nameOf } from '../who.ts'
import { TASKS } from './entries.ts'
import { type Fields, peopleOf, pick } from './fields.ts'
import type { Ticket } from './ticket.ts'
import { unchosen, type Written } from './written.ts'

/** Who works on a ticket and who may see it: the fewest that it needs, 45 CFR 164.502(b). */

const MOST_LABEL = 75
const WHOLE = 'whole'

export const addFields = (practice: Practice): Fields => [pick('person', FORMS.person, peopleOf(practice))]

export function assignFields({ tasks }: Ticket, practice: Practice): Fields {
  const open = TASKS.filter((task) => !tasks[task]).map((task) => [task, TASK_NAMES[task]])
  return [
    ...addFields(practice),
    pick('task', FORMS.task, { [WHOLE]: FORMS.whole, ...Object.fromEntries(open) }, WHOLE),
  ]
}

export function readAdded(raw: Raw, practice: Practice): Read<Written> {
  const person = choice(raw, 'person', peopleOf(practice))
  return person === 'unknown' ? unchosen(FORMS.person) : { value: { what: 'added', details: { person } } }
}

export function readAssigned(raw: Raw, { tasks }: Ticket, practice: Practice): Read<Written> {
  const person = choice(raw, 'person', peopleOf(practice))
  const wanted = words(raw, 'task')
  const task = TASKS.find((one) => one === wanted && !tasks[one])
  if (person === 'unknown') return unchosen(FORMS.person)
  if (task === undefined && wanted !== WHOLE) return unchosen(FORMS.task)
  return { value: { what: 'assigned', details: { person, task: task ?? null } } }
}

export function removeFields(ticket: Ticket, practice: Practice): Fields {
  return [pick('person', FORMS.person, seeing(ticket, practice))]
}

export function readRemoved(raw: Raw, ticket: Ticket, practice: Practice): Read<Written> {
  if (ticket.added.length === 0) return { problem: FORMS.nobodyToRemove }
  const person = choice(raw, 'person', seeing(ticket, practice))
  return person === 'unknown' ? unchosen(FORMS.person) : { value: { what: 'removed', details: { person } } }
}

function seeing({ added }: Ticket, practice: Practice): Record<string, string> {
  return Object.fromEntries(added.map((ref) => [ref, nameOf(ref, practice).slice(0, MOST_LABEL)]))
}
