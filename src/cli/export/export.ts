import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toPdf } from '../../adapters/pdf/draw.ts'
import type { Opened } from '../../adapters/store/store.ts'
import { verifyTrail } from '../../adapters/store/trail/verify.ts'
import { localOf } from '../../skills/incident/report/when.ts'
import { openStateLaw } from '../../state-law-file.ts'
import { type Common, DONE, FOUND, type Io, Refused, write } from '../io.ts'
import { openPractice } from '../practice.ts'
import { COMMAND_LINE, withData } from '../upkeep/open.ts'
import { gather } from './gather.ts'
import { indexOf } from './paper.ts'
import { type Period, periodOf } from './period.ts'

export interface ExportOptions extends Common {
  from?: string
  to?: string
  out?: string
}

const OWNER_FOLDER = 0o700
const OWNER_FILE = 0o600

/**
 * What an auditor asks for, over a span of days: numbers of checks, the register, the trail with its proof, and
 * which rules and knowledge were in use. No words of a draft. Exit code 1: there is nothing, or the trail is
 * broken; then the packet is written all the same and says where.
 */
export async function runExport({ from, to, out, ...options }: ExportOptions, io: Io): Promise<number> {
  const { practice } = openPractice(options.practice, io.env)
  const today = localOf(Date.now(), practice.timeZone).day
  const period = periodOf(from, to, today, practice.timeZone)
  if (out === undefined || out.trim() === '')
    throw new Refused('export wants --out with a folder for its files')
  const made = await withData(io.env, async (opened) => {
    const files = await filesOf(opened, period, { practice, law: openStateLaw(), now: Date.now() })
    mkdirSync(out, { recursive: true, mode: OWNER_FOLDER })
    for (const { name, content } of files.all) writeFileSync(join(out, name), content, { mode: OWNER_FILE })
    return { paths: files.all.map(({ name }) => join(out, name)), whole: files.whole }
  })
  if (!made) {
    await write(io.stderr, 'chaperone: there is no data here to export\n')
    return FOUND
  }
  const says = made.whole ? '' : 'The audit trail is NOT whole: the packet says where.\n'
  const { paths: files, whole } = made
  await write(
    io.stdout,
    options.json ? `${JSON.stringify({ files, whole })}\n` : `${files.join('\n')}\n${says}`,
  )
  return whole ? DONE : FOUND
}

async function filesOf({ store, ground }: Opened, period: Period, around: Parameters<typeof gather>[2]) {
  // First what it is about to do, so that the packet tells of itself.
  await store.trail.append(COMMAND_LINE, 'exported', `${period.from}:${period.to}`, Date.now())
  const packet = await gather(store, period, around)
  // Last, so that it vouches for every entry that the packet shows.
  const { broken, ...proved } = await verifyTrail(ground)
  const proof = { whole: broken === undefined, ...proved, firstBad: broken ?? null }
  const lines = packet.trail.map((entry) => JSON.stringify(entry)).join('\n')
  const { trail, ...rest } = packet
  const index = { ...rest, proof, trail: { entries: trail.length, file: 'trail.jsonl' } }
  return {
    whole: proof.whole,
    all: [
      { name: 'index.pdf', content: await toPdf(indexOf(index, around.now)) },
      { name: 'packet.json', content: `${JSON.stringify(index, null, 2)}\n` },
      { name: 'trail.jsonl', content: lines === '' ? '' : `${lines}\n` },
    ],
  }
}
