import { type Approval, DAY_MS, type Entry } from '../../bot/records/approval.ts'
import {
  isLocal,
  nameOf,
  personOf,
  reviewersFor,
  SELF,
  samePerson,
  selvesOf,
} from '../../bot/records/people.ts'
import { type BlockDraft, Reply, type ReplyDraft } from '../../bot/reply.ts'
import type { Around } from './bind.ts'
import { DEATHS, NEWS } from './copy.ts'
import { byOf, note, sightOf } from './desk.ts'
import { openButton, say, showApproval } from './show.ts'

const MINUTE_MS = 60_000
/** For so long somebody is tried again who cannot be reached; the list has it all the same. */
const TRY_MS = 60 * MINUTE_MS

/**
 * Tells whoever has to know and has not been told. Said first and written down after: said twice is better than not
 * at all. What a killed process left undone, or the command line could not do, the next tick does.
 */
export async function tellAll(given: Approval, around: Around): Promise<Approval> {
  const passed = given.status === 'waiting' ? await passOn(given, around) : given
  let approval = passed
  for (const entry of passed.entries) {
    if (passed.told.has(entry.id)) continue
    const whom = audience(entry, passed, around)
    if (whom.length === 0) continue
    const reply = Reply.parse(await newsOf(entry, passed, around))
    const reached = await tellFirst(whom, reply, around)
    const hopeless = whom.every(isLocal) || around.ports.clock.now() - entry.at >= TRY_MS
    if (reached === undefined && !hopeless) continue
    const details = { about: entry.id, reached: reached === undefined ? [] : [reached] }
    approval = (await noted(approval, { what: 'told', details }, `told:${entry.id}`, around)) ?? approval
  }
  return approval
}

const noted = (
  approval: Approval,
  deed: { what: 'told'; details: { about: string; reached: string[] } },
  id: string,
  around: Around,
) => note(approval.number, [{ ...deed, id, at: around.ports.clock.now(), by: SELF }], around)

/** Who hears of an entry, the first who can be reached; nobody of what they did themselves. */
function audience(entry: Entry, approval: Approval, { practice }: Around): string[] {
  const { author, passed, grant } = approval
  switch (entry.what) {
    case 'published': {
      if (!entry.details.ahead) return []
      const others = [...(grant ? [grant.by] : []), ...reviewersFor(entry.by, practice)]
      return others.filter((ref) => !samePerson(ref, entry.by, practice))
    }
    case 'ended':
      // Whoever left is not told; whoever was asked is.
      if (entry.details.why === 'left') return passed.map(({ to }) => to)
      return [...selvesOf(author, practice)]
    case 'granted':
    case 'proposed':
    case 'declined':
      return samePerson(entry.by, author, practice) ? [] : [...selvesOf(author, practice)]
    case 'cooled':
    case 'due':
      return [...selvesOf(author, practice)]
    default:
      return []
  }
}

async function newsOf(entry: Entry, approval: Approval, around: Around): Promise<ReplyDraft> {
  const { number } = approval
  const line = lineOf(entry, number)
  if (entry.what === 'proposed' || entry.what === 'cooled') {
    const sight = await sightOf(approval, around)
    const by = byOf(approval.author, approval, around.practice)
    return { ...showApproval(sight, by, around.practice, line), summary: line }
  }
  const more =
    entry.what === 'declined' ? entry.details.reason : entry.what === 'ended' ? DEATHS[entry.details.why] : ''
  const blocks: BlockDraft[] = [
    say(more ? `${line}\n${more}` : line),
    { type: 'buttons', buttons: [openButton(number)] },
  ]
  return { audience: 'private', blocks, summary: line }
}

function lineOf({ what }: Entry, number: string): string {
  if (what === 'published') return NEWS.ahead(number)
  return what in NEWS ? NEWS[what as 'granted'](number) : number
}

/**
 * A request is with one reviewer at a time; whoever does not answer in time may be on leave, and the next one is
 * asked too. The first who can be reached counts. After all of them have been asked, they are reminded daily.
 */
async function passOn(given: Approval, around: Around): Promise<Approval> {
  const { ports, practice } = around
  const order = orderOf(given, practice)
  let approval = given
  for (let tried = 0; tried < order.length; tried++) {
    const { passed, since, number } = approval
    if (ports.clock.now() < dueAt(approval, order.length, practice.approval.nextAfter * MINUTE_MS))
      return approval
    const to = order[passed.length % order.length] as string
    const sight = await sightOf(approval, around)
    const by = byOf(to, approval, practice)
    const shown = showApproval(sight, by, practice, NEWS.please(nameOf(approval.author, practice)))
    const reply = Reply.parse({ ...shown, summary: NEWS.summary(number) })
    const reached = (await tellFirst(selvesOf(to, practice), reply, around)) !== undefined
    const id = `passed:${since}:${passed.length}`
    const entry: Entry = { id, at: ports.clock.now(), by: SELF, what: 'passed', details: { to, reached } }
    const after = await note(number, [entry], around)
    if (after?.status !== 'waiting') return after ?? approval
    approval = after
    if (reached) return approval
  }
  return approval
}

/** Whoever had a say in it before sees the new words first. */
function orderOf({ author, entries }: Approval, practice: Around['practice']): readonly string[] {
  // Whoever is on this machine alone cannot be spoken to first: it stands in their list.
  const order = reviewersFor(author, practice).filter((ref) => !selvesOf(ref, practice).every(isLocal))
  const before = entries.findLast(({ what }) => what === 'proposed')?.by
  const first = order.filter((ref) => before !== undefined && samePerson(ref, before, practice))
  return [...first, ...order.filter((ref) => !first.includes(ref))]
}

/** When the next one is to be asked. Nobody waits for somebody who could not be reached. */
function dueAt({ passed, since }: Approval, all: number, nextAfterMs: number): number {
  const last = passed.at(-1)
  if (!last) return since
  const round = passed.length % all === 0
  if (round) {
    const anybody = passed.slice(-all).some(({ reached }) => reached)
    return last.at + (anybody ? Math.max(DAY_MS, nextAfterMs) : nextAfterMs)
  }
  return last.reached ? last.at + nextAfterMs : last.at
}

/** @returns on which of these somebody was reached. */
async function tellFirst(
  refs: readonly string[],
  reply: Reply,
  { ports }: Around,
): Promise<string | undefined> {
  for (const ref of refs)
    if (!isLocal(ref) && (await ports.tell(personOf(ref), reply))) {
      ports.log.info('person told', { skill: 'approve', count: 1 })
      return ref
    }
  return undefined
}

/** Who was reached, as they are called. */
export function reachedIn({ passed }: Approval, practice: Around['practice']): readonly string[] {
  return [...new Set(passed.filter(({ reached }) => reached).map(({ to }) => nameOf(to, practice)))]
}
