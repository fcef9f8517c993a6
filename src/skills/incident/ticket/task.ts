import { FORMS, TASK_NAMES } from '../copy.ts'
import { isProblem, type Raw, type Read, words } from '../report/read.ts'
import { ENDS, TASKS } from './entries.ts'
import { type Fields, labelsFor, longtext, pick } from './fields.ts'
import type { Ticket } from './ticket.ts'
import { needed, unchosen, type Written } from './written.ts'

/** A task is closed by what happened, or by why it was not needed; what was said before is kept. */
export function taskFields({ tasks }: Ticket): Fields {
  const open = TASKS.filter((task) => !tasks[task])
  const labels = Object.fromEntries((open.length > 0 ? open : TASKS).map((task) => [task, TASK_NAMES[task]]))
  return [
    pick('task', FORMS.which, labels),
    pick('end', FORMS.end, labelsFor.ends, 'done'),
    longtext('happened', FORMS.happened, FORMS.noNames),
  ]
}

export function readTask(raw: Raw, mask: (text: string) => string): Read<Written> {
  const task = TASKS.find((one) => one === words(raw, 'task'))
  if (!task) return unchosen(FORMS.which)
  const end = ENDS.find((one) => one === words(raw, 'end')) ?? 'done'
  const happened = needed(raw, 'happened', mask)
  return isProblem(happened)
    ? happened
    : { value: { what: 'task', details: { task, happened: happened.value, end } } }
}
