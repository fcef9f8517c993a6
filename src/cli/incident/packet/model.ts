import type { Practice } from '../../../bot/practice.ts'
import type { TrailEntry } from '../../../bot/register.ts'
import { lines } from '../../../skills/incident/report/overview.ts'
import { happened } from '../../../skills/incident/show.ts'
import { type Almanac, clocksOf } from '../../../skills/incident/ticket/clocks.ts'
import { TASKS } from '../../../skills/incident/ticket/entries.ts'
import type { Ticket } from '../../../skills/incident/ticket/ticket.ts'
import { nameOf } from '../../../skills/incident/who.ts'
import { draftsOf } from './letters.ts'

export interface Around {
  practice: Practice
  almanac: Almanac
}
/** What the audit trail tells of one record, and where the whole of it ends. */
export interface Excerpt {
  entries: readonly TrailEntry[]
  head: string
}

export const FORMAT = 'chaperone-incident-packet/1'

/** Everything about one incident, in a form that a reader without Chaperone understands. */
export function packetOf(ticket: Ticket, { practice, almanac }: Around, { entries, head }: Excerpt) {
  const { number, status, zone, openedAt, facts, factors, exception, conclusion, closed } = ticket
  const iso = (at: number) => new Date(at).toISOString()
  const signed = <T extends { by: string; at: number }>(one: T | undefined) =>
    one ? { ...one, by: nameOf(one.by, practice), at: iso(one.at) } : null
  const clocks = clocksOf(ticket, almanac)
  return {
    format: FORMAT,
    about:
      'Times that end in Z are UTC; days without a time are days of timeZone. What people typed was masked before it was kept.',
    written: iso(almanac.now),
    practice: practice.name ?? null,
    number,
    status,
    heldBy: ticket.taken ? nameOf(ticket.taken.by, practice) : null,
    timeZone: zone,
    opened: iso(openedAt),
    times: {
      began: { day: facts.startedDay, time: facts.startedTime, timeZone: zone },
      noticed: { day: facts.noticedDay, time: facts.noticedTime, timeZone: zone },
      reported: iso(openedAt),
      discovered: clocks?.discovered ?? facts.discovered,
    },
    reports: ticket.reports.map(({ at, by, answers, told }) => ({
      at: iso(at),
      by: nameOf(by, practice),
      answers,
      said: lines(answers),
      told,
    })),
    facts,
    clocks: clocks ?? null,
    assessment: {
      factors: Object.fromEntries(Object.entries(factors).map(([name, one]) => [name, signed(one)])),
      exception: signed(exception),
      conclusion: signed(conclusion),
    },
    tasks: Object.fromEntries(
      TASKS.map((task) => [
        task,
        signed(ticket.tasks[task]) ?? {
          open: true,
          askedOf: ticket.assigned[task] ? nameOf(ticket.assigned[task], practice) : null,
        },
      ]),
    ),
    closed: signed(closed),
    history: ticket.entries.map((entry) => ({
      at: iso(entry.at),
      by: nameOf(entry.by, practice),
      what: entry.what,
      details: entry.details,
      said: happened(entry, practice),
    })),
    drafts: draftsOf(ticket, practice, almanac),
    audit: {
      head,
      entries: entries.map(({ at, ...entry }) => ({
        ...entry,
        at: iso(at),
        who: nameOf(`${entry.surface}:${entry.person}`, practice),
      })),
    },
  }
}
export type Packet = ReturnType<typeof packetOf>
