import type { Mirrored, MirroredTicket, Put, Tickets } from '../../bot/outside/tickets.ts'
import type { Ports } from '../../bot/ports.ts'
import type { Practice } from '../../bot/practice.ts'
import type { StateLaw } from '../../knowledge/state-law.ts'
import { CLOCK_NAMES, MIRROR, OUTCOME_NAMES, STATUS, TASK_NAMES } from './copy.ts'
import { clocksOf } from './ticket/clocks.ts'
import { TASKS } from './ticket/entries.ts'
import { type Ticket, ticketOf } from './ticket/ticket.ts'

const MINUTE_MS = 60_000
/** An hour between two tries at most. */
const MOST_DOUBLINGS = 6
/** One run over one place; longer than it can take, and then another may have it. */
const LEASE_MS = 120_000
/** Tickets of one run: what is left waits a minute. Keeps a run within the time that an event has. */
const MOST_AT_ONCE = 4

interface Mirroring {
  ports: Ports
  practice: Practice
  law: StateLaw
}

/** Brings every place to where the register is. A failure stays here, is counted, and is tried again later. */
export async function mirror(places: readonly Tickets[], mirroring: Mirroring): Promise<void> {
  const { store, clock, ids } = mirroring.ports
  for (const place of places) {
    const race = `mirror:${place.target}`
    const holder = ids.next()
    if ((await store.claim(race, holder, clock.now(), LEASE_MS)) !== 'won') continue
    try {
      await bring(place, mirroring)
    } finally {
      await store.release(race, holder)
    }
  }
}

async function bring(place: Tickets, { ports, practice, law }: Mirroring): Promise<void> {
  const { store, clock, log } = ports
  const known = new Map((await store.outbox.of(place.target)).map((state) => [state.number, state]))
  let left = MOST_AT_ONCE
  // The oldest first, so that a long pause is made up for in order.
  for (const incident of (await store.incidents.list('nobody')).toReversed()) {
    const ticket = ticketOf(incident)
    const before = known.get(ticket.number) ?? fresh(place, ticket.number)
    if (!isDue(ticket, before, clock.now())) continue
    if (left-- === 0) return
    // Written before anything is sent: whoever comes after a crash knows that it may be there.
    if (!before.begun) await store.outbox.save({ ...before, begun: true })
    const put = await place.put(maskedOf(ticket, practice, law, clock.now()), before)
    const fields = { kind: place.target, attempt: before.attempts + 1 }
    if (put.ok) log.info('ticket mirrored', fields)
    else log.warn('ticket not mirrored', { ...fields, code: put.trouble })
    await store.outbox.save(after(before, put, ticket.seen, clock.now()))
    // Whatever is wrong with the place is wrong for the other tickets too.
    if (!put.ok && put.trouble !== 'rejected' && put.trouble !== 'not_found') return
  }
}

const fresh = ({ target }: Tickets, number: string): Mirrored => ({
  target,
  number,
  sent: 0,
  ref: null,
  begun: false,
  attempts: 0,
  next: 0,
  trouble: null,
})

/** What was closed before anybody asked for a mirror stays where it is. */
function isDue({ seen, status }: Ticket, { sent, next, begun }: Mirrored, now: number): boolean {
  if (status === 'closed' && sent === 0 && !begun) return false
  return sent < seen && next <= now
}

function after(before: Mirrored, put: Put, version: number, now: number): Mirrored {
  if (put.ok)
    return { ...before, begun: true, ref: put.ref, sent: version, attempts: 0, next: 0, trouble: null }
  const attempts = before.attempts + 1
  const wait = MINUTE_MS * 2 ** Math.min(attempts - 1, MOST_DOUBLINGS)
  const next = now + Math.max(Math.min(wait, 60 * MINUTE_MS), put.retryAfterMs ?? 0)
  return { ...before, begun: true, attempts, next, trouble: put.trouble }
}

/** Numbers, days and words of closed lists: nothing that somebody typed, no link, nobody's name. */
export function maskedOf(ticket: Ticket, { states }: Practice, law: StateLaw, now: number): MirroredTicket {
  const { number, seen, status, facts, reports, tasks, conclusion } = ticket
  const clocks = clocksOf(ticket, { law, states, now })
  const open = TASKS.filter((task) => !tasks[task]).map((task) => TASK_NAMES[task])
  const concluded = conclusion && !conclusion.stale ? OUTCOME_NAMES[conclusion.outcome] : null
  return {
    number,
    version: seen,
    status,
    title: MIRROR.title(number, STATUS[status]),
    lines: [
      MIRROR.about,
      MIRROR.people(facts.people),
      ...(clocks ? [MIRROR.discovered(clocks.discovered)] : []),
      MIRROR.tasks(open),
      MIRROR.concluded(concluded),
    ],
    people: facts.people,
    residents: facts.states,
    reports: reports.length,
    discovered: clocks?.discovered ?? null,
    clocks:
      clocks?.deadlines.map(({ what, state, due, actBy }) => ({
        what: CLOCK_NAMES[what],
        state: state ?? null,
        due,
        actBy,
      })) ?? [],
    openTasks: open,
    conclusion: concluded,
  }
}
