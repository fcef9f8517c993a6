import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Practice } from '../../bot/practice.ts'
import { happened, moment, statusOf, wholeOf } from '../../skills/incident/show.ts'
import { type Almanac, clocksOf } from '../../skills/incident/ticket/clocks.ts'
import type { Ticket } from '../../skills/incident/ticket/ticket.ts'
import { nameOf } from '../../skills/incident/who.ts'

interface Around {
  practice: Practice
  almanac: Almanac
}

const OWNER_FOLDER = 0o700
const OWNER_FILE = 0o600

/** Everything about one incident, in a form that a reader without Chaperone understands. */
export function packetOf(ticket: Ticket, { practice, almanac }: Around) {
  const { number, status, zone, openedAt, reports, facts, factors, exception, conclusion, tasks, closed } =
    ticket
  return {
    number,
    status,
    timeZone: zone,
    opened: new Date(openedAt).toISOString(),
    reports: reports.map(({ at, by, answers, told }) => ({
      at: new Date(at).toISOString(),
      by: nameOf(by, practice),
      answers,
      told,
    })),
    facts,
    clocks: clocksOf(ticket, almanac) ?? null,
    assessment: { factors, exception: exception ?? null, conclusion: conclusion ?? null },
    tasks,
    closed: closed ?? null,
    history: ticket.entries.map((entry) => ({
      at: new Date(entry.at).toISOString(),
      by: nameOf(entry.by, practice),
      what: entry.what,
      details: entry.details,
      said: happened(entry, practice),
    })),
  }
}

/** Writes the packet as JSON and as a page to read; only the owner of the files may open them. */
export function writePacket(ticket: Ticket, folder: string, around: Around): string[] {
  const { practice, almanac } = around
  mkdirSync(folder, { recursive: true, mode: OWNER_FOLDER })
  const title = `# ${ticket.number}: ${statusOf(ticket, practice)}`
  const page = wholeOf(ticket, practice, almanac).map((block) => {
    if (block.type === 'heading') return `## ${block.text}`
    if (block.type === 'note') return `> ${plain(block.text)}`
    return block.type === 'text' ? plain(block.text).replaceAll('\n', '  \n') : ''
  })
  const made = `Written ${moment(almanac.now, ticket.zone)}. Keep it where only those see it who need it, and for six years.`
  const files: [string, string][] = [
    [join(folder, `${ticket.number}.json`), `${JSON.stringify(packetOf(ticket, around), null, 2)}\n`],
    [join(folder, `${ticket.number}.md`), `${[title, made, ...page].join('\n\n')}\n`],
  ]
  for (const [path, text] of files) writeFileSync(path, text, { mode: OWNER_FILE })
  return files.map(([path]) => path)
}

/** What people typed is words here and no markup. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&').replace(/[^\P{Cc}\n]/gu, ' ')
}
