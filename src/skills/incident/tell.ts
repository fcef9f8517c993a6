import type { Ports } from '../../bot/ports.ts'
import type { Practice } from '../../bot/practice.ts'
import { type BlockDraft, Reply, type ReplyDraft } from '../../bot/reply.ts'
import { CLOCK_PERSON, type Role } from '../../bot/roles.ts'
import type { StateLaw } from '../../knowledge/state-law.ts'
import { ASKED, NOTICE, REMINDER, TASK_NAMES } from './copy.ts'
import { lines } from './report/overview.ts'
import { almanacOf, clockLines } from './show.ts'
import type { Almanac } from './ticket/clocks.ts'
import { type Ticket, ticketOf } from './ticket/ticket.ts'
import type { Written } from './ticket/written.ts'
import { holders, type Person, personOf, refOf, selvesOf } from './who.ts'

/** Chaperone itself, in the history of a ticket. */
const SELF = `chaperone:${CLOCK_PERSON}`
const OFFICER: Role = 'privacy officer'

export interface Telling {
  ports: Ports
  practice: Practice
  law: StateLaw
}

/** Speaks to each of them in private; returns whom it reached. */
async function tellAll(
  people: readonly Person[],
  reply: ReplyDraft,
  { tell, log }: Ports,
): Promise<string[]> {
  const whole = Reply.parse(reply)
  const reached = await Promise.all(
    people.map(async (person) => ((await tell(person, whole)) ? [refOf(person)] : [])),
  )
  log.info('person told', { skill: 'incident', count: reached.flat().length })
  return reached.flat()
}

/** Tells every privacy officer at once; returns how many were reached, and writes that down. */
export async function tellOfficers(number: string, joined: boolean, telling: Telling): Promise<number> {
  const { ports, practice, law } = telling
  const incident = await ports.store.incidents.get(number, 'nobody')
  if (!incident) return 0
  const ticket = ticketOf(incident)
  const reached = await tellAll(
    holders(OFFICER, practice),
    notice(ticket, joined, almanacOf(law, telling)),
    ports,
  )
  // Tried again every minute until it works: that it failed is written down once.
  const again = reached.length === 0 && ticket.entries.some(({ what }) => what === 'told')
  if (again) return 0
  await ports.store.incidents.add(number, ticket.seen, [
    { id: ports.ids.next(), at: ports.clock.now(), by: SELF, what: 'told', details: { reached } },
  ])
  return reached.length
}

function notice(ticket: Ticket, joined: boolean, almanac: Almanac): ReplyDraft {
  const report = ticket.reports.at(-1)
  return {
    audience: 'private',
    blocks: [
      { type: 'heading', text: NOTICE.title(ticket.number) },
      { type: 'text', text: joined ? `${NOTICE.joined} ${NOTICE.text}` : NOTICE.text },
      { type: 'text', text: (report ? lines(report.answers) : '').slice(0, 12_000) },
      { type: 'text', text: clockLines(ticket, almanac) },
      buttons(ticket.number),
    ],
    summary: NOTICE.summary(ticket.number),
    refresh: { action: 'incident/show', value: ticket.number },
  }
}

const buttons = (number: string): BlockDraft => ({
  type: 'buttons',
  buttons: [
    { action: 'incident/act', label: NOTICE.take, value: `${number}.take`, style: 'primary' },
    { action: 'incident/show', label: NOTICE.open, value: number },
  ],
})

/** Whoever was asked to help hears of it from Chaperone, wherever they can be reached; returns what to say. */
export async function tellAsked(number: string, written: Written, { ports, practice }: Telling) {
  if (written.what !== 'added' && written.what !== 'assigned') return undefined
  const { person } = written.details
  const asks =
    written.what === 'added'
      ? ASKED.see
      : written.details.task === null
        ? ASKED.whole
        : ASKED.task(TASK_NAMES[written.details.task])
  const reply: ReplyDraft = {
    audience: 'private',
    blocks: [
      { type: 'heading', text: ASKED.title(number) },
      { type: 'text', text: `${asks} ${ASKED.quiet}` },
      { type: 'buttons', buttons: [{ action: 'incident/show', label: NOTICE.open, value: number }] },
    ],
    summary: ASKED.summary(number),
  }
  const reached = await tellAll(selvesOf(person, practice).map(personOf), reply, ports)
  return reached.length > 0 ? ASKED.told : ASKED.untold
}

/**
 * Looks after every incident that nobody has taken: first the privacy officers, then the managers too, then
 * whoever runs Chaperone, and after the last wait again and again. Said twice is better than not at all, so it
 * is said first and written down after.
 */
export async function remind(telling: Telling): Promise<void> {
  const { ports, practice } = telling
  for (const incident of await ports.store.incidents.list('nobody')) {
    const ticket = ticketOf(incident)
    // A crash between the report and the telling, or nobody could be reached: try again.
    if (!ticket.told && (await tellOfficers(ticket.number, false, telling)) > 0) continue
    if (ticket.status !== 'open') continue
    const level = levelOf(ports.clock.now() - ticket.since, practice.remindAfter)
    if (level < ticket.reminders) continue
    const now = ticketOf((await ports.store.incidents.get(ticket.number, 'nobody')) ?? incident)
    const reached = await remindLevel(now, level, telling)
    await ports.store.incidents.add(now.number, now.seen, [
      {
        id: `${now.number}:reminded:${now.since}:${level}`,
        at: ports.clock.now(),
        by: SELF,
        what: 'reminded',
        details: { level, reached },
      },
    ])
  }
}

async function remindLevel(ticket: Ticket, level: number, { ports, practice }: Telling): Promise<string[]> {
  const { number } = ticket
  const waited = REMINDER.hours(ports.clock.now() - ticket.since)
  const officers = holders(OFFICER, practice)
  const known = new Set(officers.map(refOf))
  const roles: readonly Role[] = level === 0 ? [] : level === 1 ? ['manager'] : ['manager', 'admin']
  const others = roles
    .flatMap((role) => holders(role, practice))
    .filter((person, index, all) => !known.has(refOf(person)) && firstOf(person, all) === index)
  const summary = REMINDER.summary(number)
  const toOfficers: ReplyDraft = {
    blocks: [{ type: 'text', text: REMINDER.officer(number, waited) }, buttons(number)],
    summary,
  }
  const toOthers: ReplyDraft = { blocks: [{ type: 'text', text: REMINDER.other(number, waited) }], summary }
  return [...(await tellAll(officers, toOfficers, ports)), ...(await tellAll(others, toOthers, ports))]
}

const firstOf = (person: Person, all: readonly Person[]) =>
  all.findIndex((other) => refOf(other) === refOf(person))

/**
 * The reminder that the time calls for; -1: none yet. After a pause it is the latest one: whoever was not
 * reminded for days is reminded once.
 */
function levelOf(waitedMs: number, waits: readonly number[]): number {
  let level = -1
  if (waits.length === 0) return level
  while (waitOf(level + 1, waits) * 60_000 <= waitedMs) level++
  return level
}

/** Minutes after the report at which the reminder of this level is due; the last wait repeats. */
function waitOf(level: number, waits: readonly number[]): number {
  const last = waits.at(-1) ?? 0
  return waits[level] ?? last + (level - waits.length + 1) * last
}
