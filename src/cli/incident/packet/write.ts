import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ticket } from '../../../skills/incident/ticket/ticket.ts'
import { type Around, type Excerpt, packetOf } from './model.ts'
import { paperOf } from './paper.ts'

const OWNER_FOLDER = 0o700
const OWNER_FILE = 0o600

/** Writes the packet as JSON and as PDF; only the owner of the files may open them. */
export async function writePacket(
  ticket: Ticket,
  folder: string,
  around: Around,
  excerpt: Excerpt,
): Promise<string[]> {
  const { toPdf } = await import('../../../adapters/pdf/draw.ts')
  const packet = packetOf(ticket, around, excerpt)
  const files: [string, string | Uint8Array][] = [
    [join(folder, `${ticket.number}.json`), `${JSON.stringify(packet, null, 2)}\n`],
    [join(folder, `${ticket.number}.pdf`), await toPdf(paperOf(ticket, around, packet))],
  ]
  mkdirSync(folder, { recursive: true, mode: OWNER_FOLDER })
  for (const [path, content] of files) writeFileSync(path, content, { mode: OWNER_FILE })
  return files.map(([path]) => path)
}
