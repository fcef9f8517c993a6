import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../adapters/clock/clock.ts'
import { openSqlite } from '../../adapters/store/store.ts'
import { canvasOf } from '../../adapters/terminal/platform.ts'
import { render } from '../../adapters/terminal/render.ts'
import type { Incidents } from '../../bot/ports.ts'
import type { Practice } from '../../bot/practice.ts'
import { readConfig } from '../../config.ts'
import { statusOf, wholeOf } from '../../skills/incident/show.ts'
import { type Almanac, clocksOf } from '../../skills/incident/ticket/clocks.ts'
import { type Ticket, ticketOf } from '../../skills/incident/ticket/ticket.ts'
import { openStateLaw } from '../../state-law-file.ts'
import { type Common, DONE, FOUND, type Io, Refused, write } from '../io.ts'
import { openPractice } from '../practice.ts'
import { packetOf, writePacket } from './packet.ts'

export interface IncidentOptions extends Common {
  out?: string
}

/** In the trail: whoever may read the data folder and its key sits at this machine. */
const READER = 'terminal:command-line'
const NUMBER = /^INC-\d{4}-\d{4,9}$/
const ACTIONS = ['list', 'show', 'export']

/** What the register says of incidents, for whoever runs Chaperone on behalf of the privacy officer. Reads alone. */
export async function runIncident(
  action: string | undefined,
  id: string | undefined,
  options: IncidentOptions,
  io: Io,
): Promise<number> {
  if (!ACTIONS.includes(action ?? ''))
    throw new Refused('say one of: incident list, incident show ID, incident export ID')
  const number = id?.trim().toUpperCase() ?? ''
  if (action !== 'list' && !NUMBER.test(number))
    throw new Refused(`incident ${action} wants a number like INC-2026-0001`)
  const { practice } = openPractice(options.practice, io.env)
  const almanac: Almanac = { law: openStateLaw(), states: practice.states, now: Date.now() }

  if (action === 'list') return list(options, { practice, almanac }, io)
  const ticket = await withRegister(io, async (incidents) => {
    const found = await incidents.get(number, READER)
    return found && ticketOf(found)
  })
  if (!ticket) {
    await write(io.stderr, `chaperone: there is no ${number} here\n`)
    return FOUND
  }
  if (action === 'export') {
    const files = writePacket(ticket, options.out ?? number, { practice, almanac })
    await write(io.stdout, options.json ? `${JSON.stringify({ files })}\n` : `${files.join('\n')}\n`)
    return DONE
  }
  const title = `${ticket.number}: ${statusOf(ticket, practice)}`
  const blocks = [{ type: 'heading' as const, text: title }, ...wholeOf(ticket, practice, almanac)]
  const text = render({ blocks, summary: title }, canvasOf(io.stdout, io.env))
  await write(
    io.stdout,
    options.json ? `${JSON.stringify(packetOf(ticket, { practice, almanac }))}\n` : `${text}\n`,
  )
  return DONE
}

async function list(
  { json }: IncidentOptions,
  { practice, almanac }: { practice: Practice; almanac: Almanac },
  io: Io,
): Promise<number> {
  const tickets = await withRegister(io, async (incidents) => (await incidents.list(READER)).map(ticketOf))
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

/** Undefined: nothing was ever written, and looking must not make a data folder. */
async function withRegister<T>(io: Io, look: (incidents: Incidents) => Promise<T>): Promise<T | undefined> {
  const { home, key } = readConfig(io.env, process.cwd())
  if (!existsSync(join(home, 'chaperone.db'))) return undefined
  const { store } = await openSqlite({ home, key: key?.reveal(), clock: systemClock() })
  try {
    return await look(store.incidents)
  } finally {
    await store.close()
  }
}
