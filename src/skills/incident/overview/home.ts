import type { BlockDraft } from '../../../bot/reply.ts'
import type { SkillContext } from '../../../bot/skill.ts'
import type { StateLaw } from '../../../knowledge/state-law.ts'
import { hasBegun } from '../begun.ts'
import { STATUS } from '../copy.ts'
import { BEGUN } from '../report/copy.ts'
import { almanacOf, clockLines, statusOf } from '../show.ts'
import { type Ticket, ticketOf } from '../ticket/ticket.ts'
import { keyOf, type Sight, sightOf } from '../who.ts'
import { HOME } from './copy.ts'

/** More than these nobody reads on a phone; the rest stands in the list. */
const MOST_SHOWN = 4

interface Seen {
  ticket: Ticket
  sight: Sight
}

/** A report that waits to be sent, what is open for those who may see it, and what became of one's own reports. */
export async function home(context: SkillContext, law: StateLaw): Promise<readonly BlockDraft[]> {
  const { dialogs, incidents } = context.ports.store
  const begun = await hasBegun(dialogs, keyOf(context))
  // Most people may see nothing of it; what somebody does see goes into the trail below.
  const tickets = (await incidents.list('nobody')).map(ticketOf).filter(({ status }) => status !== 'closed')
  const seen = tickets.map((ticket): Seen => ({ ticket, sight: sightOf(ticket, context) }))
  const open = seen.filter(({ sight }) => sight === 'whole' || sight === 'counts')
  const own = seen.filter(({ sight }) => sight === 'own')
  if (open.length + own.length > 0) await noteLook(context)
  return [...(begun ? unsent() : []), ...openOnes(open, context, law), ...ownOnes(own)]
}

function noteLook({ event, ports }: SkillContext): Promise<void> {
  const by = { surface: event.surface, person: event.person.id }
  return ports.store.trail.append(by, 'listed', 'incident', ports.clock.now())
}

const unsent = (): BlockDraft[] => [
  { type: 'text', text: BEGUN.text },
  { type: 'buttons', buttons: [{ action: 'incident/resume', label: BEGUN.goOn, style: 'primary' }] },
]

/** Those that nobody has taken come first, then those whose clocks began earliest. */
function openOnes(seen: readonly Seen[], context: SkillContext, law: StateLaw): BlockDraft[] {
  if (seen.length === 0) return []
  const almanac = almanacOf(law, context)
  const sorted = seen.toSorted(
    ({ ticket: a }, { ticket: b }) =>
      Number(a.status === 'taken') - Number(b.status === 'taken') ||
      a.facts.discovered.localeCompare(b.facts.discovered),
  )
  const shown = sorted.slice(0, MOST_SHOWN)
  const left = sorted.length - shown.length
  const lines = shown.map(({ ticket, sight }) => {
    const [counted = '', nearest] = clockLines(ticket, almanac).split('\n')
    // Who has taken it in hand says something about what it is.
    const status = sight === 'whole' ? statusOf(ticket, context.practice) : STATUS[ticket.status]
    return `${ticket.number}: ${status}\n${nearest ?? counted}`
  })
  return [
    { type: 'heading', text: HOME.open(seen.length) },
    { type: 'text', text: [...lines, ...(left > 0 ? [HOME.more(left)] : [])].join('\n') },
    { type: 'buttons', buttons: [...shown.map(opens), { action: 'incident/list', label: HOME.all }] },
  ]
}

function ownOnes(seen: readonly Seen[]): BlockDraft[] {
  if (seen.length === 0) return []
  const shown = seen.slice(0, MOST_SHOWN)
  const lines = shown.map(({ ticket }) => HOME.ownLine(ticket.number, ticket.status === 'taken'))
  return [
    { type: 'heading', text: HOME.own },
    { type: 'text', text: lines.join('\n') },
    { type: 'buttons', buttons: shown.map(opens) },
  ]
}

const opens = ({ ticket: { number } }: Seen) => ({ action: 'incident/show', label: number, value: number })
