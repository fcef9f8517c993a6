import type { Opened } from '../../adapters/store/store.ts'
import { canvasOf } from '../../adapters/terminal/platform.ts'
import { render } from '../../adapters/terminal/render.ts'
import type { Practice } from '../../bot/practice.ts'
import { statusOf, wholeOf } from '../../skills/incident/show.ts'
import { type Almanac, clocksOf } from '../../skills/incident/ticket/clocks.ts'
import { type Ticket, ticketOf } from '../../skills/incident/ticket/ticket.ts'
import { openStateLaw } from '../../state-law-file.ts'
import { type Common, DONE, FOUND, type Io, Refused, write } from '../io.ts'
import { openPractice } from '../practice.ts'
import { COMMAND_LINE, withData } from '../upkeep/open.ts'
import { type Around, type Excerpt, packetOf } from './packet/model.ts'

export interface IncidentOptions extends Common {
  out?: string
}

/** In the trail: whoever may read the data and its key sits at this machine. */
const READER = `${COMMAND_LINE.surface}:${COMMAND_LINE.person}`
const NUMBER = /^INC-\d{4}-\d{4,9}$/
const ACTIONS = ['report', 'list', 'show', 'export']
/** More than anybody does with one record. */
const MOST_TRAIL = 10_000

/** What the register says of incidents, for whoever runs Chaperone on behalf of the privacy officer. */
export async function runIncident(
  action: string | undefined,
  id: string | undefined,
  options: IncidentOptions,
  io: Io,
): Promise<number> {
  if (!ACTIONS.includes(action ?? ''))
    throw new Refused('say one of: incident report, incident list, incident show ID, incident export ID')
  if (action === 'report') return (await import('./report.ts')).runReport(options, io)
  const number = id?.trim().toUpperCase() ?? ''
  if (action !== 'list' && !NUMBER.test(number))
    throw new Refused(`incident ${action} wants a number like INC-2026-0001`)
  const { practice } = openPractice(options.practice, io.env)
  const almanac: Almanac = { law: openStateLaw(), states: practice.states, now: Date.now() }
  const around: Around = { practice, almanac }

  if (action === 'list') return list(options, around, io)
  const found = await withData(io.env, (opened) => look(opened, number, action === 'export'))
  if (!found) {
    await write(io.stderr, `chaperone: there is no ${number} here\n`)
    return FOUND
  }
  const { ticket, excerpt } = found
  if (action === 'export') {
    const { writePacket } = await import('./packet/write.ts')
    const files = await writePacket(ticket, options.out ?? number, around, excerpt)
    await write(io.stdout, options.json ? `${JSON.stringify({ files })}\n` : `${files.join('\n')}\n`)
    return DONE
  }
  await write(
    io.stdout,
    options.json ? `${JSON.stringify(packetOf(ticket, around, excerpt))}\n` : shown(ticket, around, io),
  )
  return DONE
}

/** The look itself stands in the trail, and so does a packet that leaves the house. */
async function look(
  { store: { incidents, trail } }: Opened,
  number: string,
  leaves: boolean,
): Promise<{ ticket: Ticket; excerpt: Excerpt } | undefined> {
  const incident = await incidents.get(number, READER)
  if (!incident) return undefined
  if (leaves) await trail.append(COMMAND_LINE, 'exported', number, Date.now())
  const entries = await trail.entries({ subject: number, limit: MOST_TRAIL })
  return { ticket: ticketOf(incident), excerpt: { entries, head: await trail.head() } }
}

function shown(ticket: Ticket, { practice, almanac }: Around, io: Io): string {
  const title = `${ticket.number}: ${statusOf(ticket, practice)}`
  const blocks = [{ type: 'heading' as const, text: title }, ...wholeOf(ticket, practice, almanac)]
  return `${render({ blocks, summary: title }, canvasOf(io.stdout, io.env))}\n`
}

async function list({ json }: IncidentOptions, { practice, almanac }: Around, io: Io): Promise<number> {
  const tickets = await withData(io.env, async ({ store }) =>
    (await store.incidents.list(READER)).map(ticketOf),
  )
  const rows = (tickets ?? []).map((ticket) => lineOf(ticket, practice, almanac))
  const text = rows.map(({ number, state, discovered, next }) =>
    [number, state, `discovered ${discovered}`, next && `next ${next.what} by ${next.due}`]
      .filter(Boolean)
      .join('  '),
  )
  const said = text.length > 0 ? text.join('\n') : 'Nothing was reported.'
  await write(io.stdout, json ? `${JSON.stringify({ incidents: rows })}\n` : `${said}\n`)
  return DONE
}

function lineOf(ticket: Ticket, practice: Practice, almanac: Almanac) {
  const clocks = ticket.status === 'closed' ? undefined : clocksOf(ticket, almanac)
  const next = clocks?.deadlines.find(({ what }) => what !== 'substitute-notice')
  return {
    number: ticket.number,
    state: statusOf(ticket, practice),
    discovered: ticket.facts.discovered,
    next: next ? { what: next.what, due: next.due, actBy: next.actBy } : null,
  }
}
