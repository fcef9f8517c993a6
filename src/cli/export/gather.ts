import { RECORD_KINDS, type RecordKind, type Store, type TrailEntry } from '../../bot/ports.ts'
import type { Practice } from '../../bot/practice.ts'
import type { StateLaw } from '../../knowledge/state-law.ts'
import { RULES } from '../../rules/registry.ts'
import { clocksOf } from '../../skills/incident/ticket/clocks.ts'
import { TASKS } from '../../skills/incident/ticket/entries.ts'
import { type Ticket, ticketOf } from '../../skills/incident/ticket/ticket.ts'
import { nameOf } from '../../skills/incident/who.ts'
import { LEAST_YEARS } from '../../upkeep.ts'
import { trainingOf } from '../training/training.ts'
import { COMMAND_LINE } from '../upkeep/open.ts'
import type { Period } from './period.ts'
import { knowledgeFiles, versionOf } from './versions.ts'

const PAGE = 1000

interface Around {
  practice: Practice
  law: StateLaw
  /** Milliseconds since 1970. */
  now: number
}

/** Everything of the packet. Of incidents it has days, numbers and states, of remarks the reasons, masked. */
export async function gather(store: Store, period: Period, { practice, law, now }: Around) {
  const { from, to, timeZone, start, end } = period
  const tickets = (await store.incidents.list(`${COMMAND_LINE.surface}:${COMMAND_LINE.person}`)).map(ticketOf)
  const kinds = Object.keys(RECORD_KINDS) as RecordKind[]
  return {
    format: 'chaperone-audit-packet/1',
    about:
      'Times that end in Z are UTC; days are days of timeZone. No words of a draft stand in here; names and numbers were taken out of what people typed before it was kept.',
    written: iso(now),
    practice: practice.name ?? null,
    period: { from, to, timeZone },
    checks: await checksOf(store, start, end),
    register: Object.fromEntries(
      await Promise.all(
        kinds.map(async (kind) => [kind, await store.register.tally(kind, start, end)] as const),
      ),
    ),
    incidents: tickets
      .filter((ticket) => touches(ticket, start, end))
      .map((ticket) => lineOf(ticket, { practice, law, now }))
      .reverse(),
    remarks: await remarksOf(store, start, end),
    training: (await trainingOf(store.register)).filter(({ on }) => on >= from && on <= to),
    inUse: {
      chaperone: versionOf(),
      rules: RULES.length,
      stateLawAsOf: law.asOf,
      knowledge: knowledgeFiles(),
      strictness: practice.strictness,
      retentionYears: Object.fromEntries(
        kinds.map((kind) => [kind, practice.retention[kind] ?? LEAST_YEARS]),
      ),
      roles: practice.people.map(({ surface, id, roles }) => ({
        who: nameOf(`${surface}:${id}`, practice),
        roles,
      })),
    },
    trail: await trailOf(store, practice, start, end),
  }
}
export type Gathered = Awaited<ReturnType<typeof gather>>

const iso = (at: number) => new Date(at).toISOString()

async function checksOf(store: Store, start: number, end: number) {
  const byVerdict = await store.counts(start, end)
  return { total: Object.values(byVerdict).reduce((sum, count) => sum + count, 0), byVerdict }
}

/** Open at some moment of the time, which those from before are too. */
function touches({ openedAt, closed }: Ticket, start: number, end: number): boolean {
  return openedAt < end && (closed === undefined || closed.at >= start)
}

function lineOf(ticket: Ticket, { practice, law, now }: Around) {
  const { number, openedAt, status, zone, facts, conclusion, closed, tasks, reports } = ticket
  const clocks = clocksOf(ticket, { law, states: practice.states, now })
  return {
    number,
    opened: iso(openedAt),
    status,
    timeZone: zone,
    reports: reports.length,
    people: facts.people,
    residents: facts.states,
    discovered: clocks?.discovered ?? facts.discovered,
    clocks:
      clocks?.deadlines.map(({ what, state, due, actBy }) => ({ what, state: state ?? null, due, actBy })) ??
      null,
    conclusion: conclusion
      ? {
          outcome: conclusion.outcome,
          at: iso(conclusion.at),
          by: nameOf(conclusion.by, practice),
          stale: conclusion.stale,
        }
      : null,
    closed: closed ? { finding: closed.finding, at: iso(closed.at), by: nameOf(closed.by, practice) } : null,
    tasks: Object.fromEntries(
      TASKS.map((task) => [task, tasks[task] ? { end: tasks[task].end, at: iso(tasks[task].at) } : null]),
    ),
  }
}

async function remarksOf({ remarks, trail }: Store, start: number, end: number) {
  await trail.append(COMMAND_LINE, 'listed', 'remark', Date.now())
  const found: Awaited<ReturnType<typeof remarks.between>> = []
  const ids = new Set<string>()
  for (let from = start; ; ) {
    const page = await remarks.between(from, end, PAGE)
    const fresh = page.filter(({ id }) => !ids.has(id))
    for (const one of fresh) ids.add(one.id)
    found.push(...fresh)
    const last = page.at(-1)
    if (page.length < PAGE || !last || fresh.length === 0) break
    from = last.at
  }
  // The masked draft of a remark stays at home: an auditor asks why, not what.
  return found.map(({ at, sort, verdict, platform, rules, reason }) => ({
    at: iso(at),
    sort,
    verdict,
    platform,
    rules,
    reason,
  }))
}

async function trailOf({ trail }: Store, practice: Practice, start: number, end: number) {
  const found: (Omit<TrailEntry, 'at'> & { at: string; who: string })[] = []
  for (let from = 1; ; ) {
    const page = await trail.entries({ from, limit: PAGE })
    for (const { at, ...entry } of page)
      if (at >= start && at < end)
        found.push({ ...entry, at: iso(at), who: nameOf(`${entry.surface}:${entry.person}`, practice) })
    const last = page.at(-1)
    if (page.length < PAGE || !last) return found
    from = Number(last.seq) + 1
  }
}
