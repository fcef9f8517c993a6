import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../adapters/clock/clock.ts'
import { ulids } from '../../adapters/clock/ids.ts'
import { createLog } from '../../adapters/log/log.ts'
import { openStore } from '../../adapters/store/open.ts'
import { canvasOf } from '../../adapters/terminal/platform.ts'
import { render } from '../../adapters/terminal/render.ts'
import { NO_FILES, NO_VISION } from '../../bot/pictures.ts'
import type { Approval } from '../../bot/records/approval.ts'
import type { ReplyDraft } from '../../bot/reply.ts'
import { Reply } from '../../bot/reply.ts'
import { readConfig } from '../../config.ts'
import { openEngine } from '../../library.ts'
import type { Around } from '../../skills/approve/bind.ts'
import { SHOW } from '../../skills/approve/copy.ts'
import { byOf, find, maySee, recent, sightOf } from '../../skills/approve/desk.ts'
import { showApproval } from '../../skills/approve/show.ts'
import { DONE, FOUND, type Io, Refused, write } from '../io.ts'
import { openPractice } from '../practice.ts'
import { askFor, change } from './change.ts'
import { jsonOf } from './json.ts'
import type { ApprovalOptions } from './options.ts'

const ACTIONS = [
  'list',
  'show',
  'ask',
  'approve',
  'changes',
  'accept',
  'decline',
  'withdraw',
  'rework',
  'plan',
  'publish',
  'online',
  'down',
] as const
export type Action = (typeof ACTIONS)[number]
const NUMBER = /^APR-\d{4}-\d{4,9}$/

/** What one command sees and may touch. */
export interface Desk {
  around: Around
  /** "terminal:ID": whoever sits at this machine. */
  me: string
}

/**
 * The register of approvals from a command line. Whom to tell is left to the running server: it looks every minute
 * for what nobody has been told of.
 */
export async function runApproval(
  action: string | undefined,
  subject: string | undefined,
  options: ApprovalOptions,
  io: Io,
): Promise<number> {
  const wanted = ACTIONS.find((one) => one === action)
  if (!wanted) throw new Refused(`say one of: ${ACTIONS.join(', ')}`)
  const number = subject?.trim().toUpperCase() ?? ''
  if (wanted !== 'list' && wanted !== 'ask' && !NUMBER.test(number))
    throw new Refused(`approval ${wanted} wants a number like APR-2026-0001`)
  const { practice } = openPractice(options.practice, io.env)
  const { home, databaseUrl, key } = readConfig(io.env, process.cwd())
  // Looking must not make a data folder.
  if (wanted !== 'ask' && !databaseUrl && !existsSync(join(home, 'chaperone.db')))
    return wanted === 'list' ? list([], options, io) : absent(number, options, io)
  const clock = systemClock()
  const opened = await openStore({ home, databaseUrl: databaseUrl?.reveal(), key: key?.reveal(), clock })
  const { store, hasher } = opened
  const log = createLog({ level: 'silent' })
  const ports = {
    clock,
    ids: ulids(clock),
    store,
    hasher,
    log,
    tell: async () => false,
    vision: NO_VISION,
    files: NO_FILES,
  }
  const desk: Desk = { around: { ports, practice, engine: openEngine() }, me: meOf(options) }
  try {
    // Whoever may read the data folder and its key may read all of it, as with incidents; the trail says so.
    const seen = (one: Approval) => options.as === undefined || maySee(byOf(desk.me, one, practice), one)
    if (wanted === 'list') {
      const all = await recent(desk.around, desk.me, true)
      return await list(all.filter(seen), options, io)
    }
    if (wanted === 'ask') return await said(await askFor(subject, options, desk, io), desk, options, io)
    const found = await find(number, desk.around, wanted === 'show' ? desk.me : undefined)
    if (!found || !seen(found)) return await absent(number, options, io)
    if (wanted === 'show') return await said({ approval: found, says: '', code: DONE }, desk, options, io)
    return await said(await change(wanted, found, options, desk, io), desk, options, io)
  } finally {
    await store.close()
  }
}

/** What came of it: a request as it stands now, a line before it, and the exit code. */
export interface Came {
  approval: Approval
  says: string
  code: number
  /** In one word, for scripts. */
  outcome?: string
}

/** Nothing came of it, and why. */
export interface Turned {
  turned: string
}

async function said(
  came: Came | Turned,
  { around, me }: Desk,
  { json }: ApprovalOptions,
  io: Io,
): Promise<number> {
  if ('turned' in came) return turnedDown(came.turned, json, io)
  const { approval, says, code, outcome } = came
  if (json) {
    const shown = { outcome: outcome ?? 'done', says, ...jsonOf(approval) }
    await write(io.stdout, `${JSON.stringify(shown)}\n`)
    return code
  }
  const sight = await sightOf(approval, around)
  const reply = showApproval(sight, byOf(me, approval, around.practice), around.practice, says || undefined)
  await write(io.stdout, `${render(withoutButtons(reply), canvasOf(io.stdout, io.env))}\n`)
  return code
}

/** Nobody can press anything here. */
function withoutButtons(reply: ReplyDraft) {
  const blocks = reply.blocks.filter(({ type }) => type !== 'buttons' && type !== 'form')
  return Reply.parse({ ...reply, blocks })
}

async function turnedDown(says: string, json: boolean | undefined, io: Io): Promise<number> {
  await write(io.stderr, `chaperone: ${says}\n`)
  if (json) await write(io.stdout, `${JSON.stringify({ outcome: 'refused', says })}\n`)
  return FOUND
}

/** The same words for one that is not there and one that is somebody else's. */
const absent = (number: string, { json }: ApprovalOptions, io: Io) =>
  turnedDown(`there is no ${number} for you here`, json, io)

async function list(all: readonly Approval[], { json }: ApprovalOptions, io: Io): Promise<number> {
  if (json) {
    await write(io.stdout, `${JSON.stringify({ approvals: all.map(jsonOf) })}\n`)
    return DONE
  }
  const lines = all.map(({ number, status, bound, since, until, publication }) => {
    const when = publication ? publication.url : `${new Date(since).toISOString().slice(0, 16)}Z`
    const end = status === 'granted' ? `until ${new Date(until).toISOString().slice(0, 10)}` : ''
    return [number, status, `${bound.kind} on ${bound.platform}`, when, end].filter(Boolean).join('  ')
  })
  await write(io.stdout, `${lines.length > 0 ? lines.join('\n') : SHOW.none}\n`)
  return DONE
}

function meOf({ as }: ApprovalOptions): string {
  const id = as?.replace(/^terminal:/, '').trim() ?? 'command-line'
  if (!/^[\w.-]{1,60}$/.test(id) || id === 'chaperone')
    throw new Refused('--as wants the id that stands behind terminal: in the practice file, like --as mia')
  return `terminal:${id}`
}

/** The hash of a photo's bytes: another picture, another hash. */
export function hashOfFile(path: string): string[] {
  try {
    return [`sha256:${createHash('sha256').update(readFileSync(path)).digest('hex')}`]
  } catch {
    throw new Refused('a file behind --photo cannot be read')
  }
}
