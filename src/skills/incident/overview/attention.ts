import type { Attention, SkillContext } from '../../../bot/skill.ts'
import type { StateLaw } from '../../../knowledge/state-law.ts'
import { CLOCK_NAMES } from '../copy.ts'
import { almanacOf } from '../show.ts'
import { clocksOf } from '../ticket/clocks.ts'
import { type Ticket, ticketOf } from '../ticket/ticket.ts'
import { WAITING } from './copy.ts'

/**
 * Reports that nobody has taken, and the next clock of each that is open: what managers may see too, numbers and
 * days alone.
 */
export async function waiting(
  law: StateLaw,
  context: Pick<SkillContext, 'ports' | 'practice'>,
): Promise<readonly Attention[]> {
  const tickets = (await context.ports.store.incidents.list('nobody')).map(ticketOf)
  const almanac = almanacOf(law, context)
  return tickets.flatMap((ticket): Attention[] => {
    if (ticket.status === 'closed') return []
    const { number } = ticket
    const opens = { action: 'incident/show', value: number, label: WAITING.open(number) }
    const untaken: Attention[] =
      ticket.status === 'open' ? [{ what: 'untaken', number, says: WAITING.untaken(number), opens }] : []
    const next = nextClock(ticket, almanac)
    if (!next) return untaken
    const says = WAITING.clock(number, CLOCK_NAMES[next.what], next.state)
    return [...untaken, { what: 'clock', number, says, due: next.actBy, opens }]
  })
}

function nextClock(ticket: Ticket, almanac: Parameters<typeof clocksOf>[1]) {
  const deadlines = clocksOf(ticket, almanac)?.deadlines ?? []
  return [...deadlines].sort((a, b) => (a.actBy < b.actBy ? -1 : 1))[0]
}
