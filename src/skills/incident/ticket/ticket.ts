import type { Incident } from '../../../bot/ports.ts'
import { type Answers, known } from '../report/answers.ts'
import { localOf } from '../report/when.ts'
import {
  type Details,
  type Entry,
  FACTORS,
  type Factor,
  type Facts,
  NO_FACTS,
  readEntry,
  type Task,
} from './entries.ts'

type Signed<T> = T & { by: string; at: number }

/** An incident as it stands after everything that happened to it. */
export interface Ticket {
  number: string
  /** How many entries it has: a change is made to exactly these. */
  seen: number
  entries: readonly Entry[]
  zone: string
  openedAt: number
  /** Since when nobody has it: since it was opened, or opened again. */
  since: number
  reports: readonly Signed<Details<'reported'>>[]
  status: 'open' | 'taken' | 'closed'
  /** Whose it is: `by` took it, or was asked to look after it. */
  taken: Signed<object> | undefined
  /** Who may see all of it besides the privacy officers. */
  added: readonly string[]
  /** Who was asked to see to which task. */
  assigned: Partial<Record<Task, string>>
  /** Whether somebody entitled has been told, and which reminder comes next. */
  told: boolean
  reminders: number
  facts: Facts
  /** Every version of the facts, oldest first: clocks go by the strictest. */
  versions: readonly Facts[]
  factors: Partial<Record<Factor, Signed<Details<'factor'>>>>
  exception: Signed<Details<'exception'>> | undefined
  /** `stale`: something was learned since, so it has to be looked at again. */
  conclusion: (Signed<Details<'concluded'>> & { stale: boolean }) | undefined
  tasks: Partial<Record<Task, Signed<Details<'task'>>>>
  closed: Signed<Details<'closed'>> | undefined
}

export function ticketOf(incident: Incident): Ticket {
  const entries = incident.entries.map(readEntry).filter((entry) => entry !== undefined)
  const [first] = entries
  const zone = first?.what === 'reported' ? first.details.zone : 'UTC'
  const start: Ticket = {
    number: incident.number,
    seen: incident.entries.length,
    entries,
    zone,
    openedAt: incident.entries[0]?.at ?? 0,
    since: incident.entries[0]?.at ?? 0,
    reports: [],
    status: 'open',
    taken: undefined,
    added: [],
    assigned: {},
    told: false,
    reminders: 0,
    facts: NO_FACTS,
    versions: [],
    factors: {},
    exception: undefined,
    conclusion: undefined,
    tasks: {},
    closed: undefined,
  }
  return entries.reduce((before, entry) => {
    const after = apply(before, entry)
    const again = after.status === 'open' && before.status !== 'open'
    return again ? { ...after, since: entry.at, reminders: 0 } : after
  }, start)
}

function apply(ticket: Ticket, entry: Entry): Ticket {
  const { by, at } = entry
  switch (entry.what) {
    case 'reported': {
      const facts = merged(ticket, factsOf(entry.details, at))
      const reports = [...ticket.reports, { ...entry.details, by, at }]
      // Of every report somebody entitled is told, also of one that joins a ticket in hand.
      const now = { ...learned(reopened(ticket)), told: false }
      return { ...now, reports, facts, versions: [...ticket.versions, facts] }
    }
    case 'told':
      return { ...ticket, told: ticket.told || entry.details.reached.length > 0 }
    case 'reminded':
      return { ...ticket, reminders: entry.details.level + 1 }
    case 'taken':
      return { ...ticket, taken: { by, at }, status: ticket.status === 'open' ? 'taken' : ticket.status }
    case 'added':
      return { ...ticket, added: [...new Set([...ticket.added, entry.details.person])] }
    case 'removed':
      return removed(ticket, entry.details.person)
    case 'assigned':
      return assigned(ticket, entry)
    case 'facts': {
      const { facts } = entry.details
      return { ...learned(reopened(ticket)), facts, versions: [...ticket.versions, facts] }
    }
    case 'factor':
      return {
        ...learned(ticket),
        factors: { ...ticket.factors, [entry.details.factor]: { ...entry.details, by, at } },
      }
    case 'exception':
      return { ...learned(ticket), exception: { ...entry.details, by, at } }
    case 'concluded':
      return { ...ticket, conclusion: { ...entry.details, by, at, stale: false } }
    case 'task':
      return { ...ticket, tasks: { ...ticket.tasks, [entry.details.task]: { ...entry.details, by, at } } }
    case 'closed':
      return { ...ticket, closed: { ...entry.details, by, at }, status: 'closed' }
    case 'reopened':
      return learned(reopened(ticket))
    case 'note':
      return ticket
  }
}

/** What was concluded before something new was learned is no conclusion any more. */
const learned = (ticket: Ticket): Ticket => ({
  ...ticket,
  conclusion: ticket.conclusion && { ...ticket.conclusion, stale: true },
})

/** Whoever is asked to do something has to see what it is about. */
function assigned(ticket: Ticket, { at, details }: Entry & { what: 'assigned' }): Ticket {
  const { person, task } = details
  const seeing = { ...ticket, added: [...new Set([...ticket.added, person])] }
  if (task !== null) return { ...seeing, assigned: { ...ticket.assigned, [task]: person } }
  const status = ticket.status === 'open' ? 'taken' : ticket.status
  return { ...seeing, taken: { by: person, at }, status }
}

/** What somebody was asked to do, and can no longer see, is asked of nobody. */
function removed(ticket: Ticket, gone: string): Ticket {
  const assigned = Object.fromEntries(Object.entries(ticket.assigned).filter(([, who]) => who !== gone))
  const without = { ...ticket, assigned, added: ticket.added.filter((person) => person !== gone) }
  return ticket.taken?.by === gone && ticket.status === 'taken'
    ? { ...without, taken: undefined, status: 'open' }
    : without
}

/** Something new makes a closed ticket open again: whoever closed it did not know. */
const reopened = (ticket: Ticket): Ticket =>
  ticket.status === 'closed'
    ? { ...ticket, closed: undefined, status: ticket.taken ? 'taken' : 'open' }
    : ticket

/** What a report says about the clocks. Where it says nothing, the day of the report itself counts. */
function factsOf({ answers, zone }: { answers: Answers; zone: string }, at: number): Facts {
  const people = known(answers.people)
  const when = known(answers.when)
  const noticed = when?.noticedDay
  const reported = localOf(at, zone).day
  return {
    ...NO_FACTS,
    discovered: noticed !== null && noticed !== undefined && noticed < reported ? noticed : reported,
    people: people?.count ?? null,
    states: people?.states ?? {},
    startedDay: when?.postedDay ?? null,
    startedTime: when?.postedTime ?? null,
    noticedDay: when?.noticedDay ?? null,
    noticedTime: when?.noticedTime ?? null,
  }
}

/** Two reports of one post: the earlier days and the larger numbers. */
function merged({ versions, facts }: Ticket, next: Facts): Facts {
  if (versions.length === 0) return next
  const larger = (one: number | null | undefined, other: number | null | undefined) =>
    typeof one === 'number' && typeof other === 'number' ? Math.max(one, other) : (one ?? other ?? null)
  const codes = new Set([...Object.keys(facts.states), ...Object.keys(next.states)])
  const states = Object.fromEntries(
    [...codes].map((code) => [code, larger(facts.states[code], next.states[code])]),
  )
  const people = larger(facts.people, next.people)
  const living = Object.values(states).reduce<number>((sum, count) => sum + (count ?? 0), 0)
  return {
    ...facts,
    discovered: next.discovered < facts.discovered ? next.discovered : facts.discovered,
    people: people === null ? null : Math.max(people, living),
    states,
    ...earlier(facts, next, 'startedDay', 'startedTime'),
    ...earlier(facts, next, 'noticedDay', 'noticedTime'),
  }
}

/** The earlier of two moments; one that nobody knows is later than any. */
function earlier<D extends 'startedDay' | 'noticedDay', T extends 'startedTime' | 'noticedTime'>(
  one: Facts,
  other: Facts,
  day: D,
  time: T,
): Pick<Facts, D | T> {
  const key = (facts: Facts) => `${facts[day] ?? '9999'} ${facts[time] ?? '99'}`
  const found = key(other) < key(one) ? other : one
  return { [day]: found[day], [time]: found[time] } as Pick<Facts, D | T>
}

/** The factors of 45 CFR 164.402(2) that have no fact yet. */
export const openFactors = ({ factors }: Ticket): Factor[] => FACTORS.filter((factor) => !factors[factor])
