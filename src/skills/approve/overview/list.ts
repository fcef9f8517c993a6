import type { Practice } from '../../../bot/practice.ts'
import { type Approval, type By, entitled, OPEN } from '../../../bot/records/approval.ts'
import { nameOf, samePerson } from '../../../bot/records/people.ts'
import type { BlockDraft, ReplyDraft } from '../../../bot/reply.ts'
import type { SkillContext } from '../../../bot/skill.ts'
import { meOf } from '../ask.ts'
import type { Around } from '../bind.ts'
import { BUTTONS, HOME, SHOW, STATUS } from '../copy.ts'
import { byOf, maySee, recent, sightOf } from '../desk.ts'
import { openButton, say, whatIs, whereIs } from '../show.ts'
import { moment } from '../when.ts'

/** What one row of buttons may hold. */
const MOST_LISTED = 25
/** Of each sort on the page that somebody sees first. */
const MOST_AT_HOME = 3

interface Mine {
  forYou: Approval[]
  yours: Approval[]
  ready: Approval[]
  online: Approval[]
}

/** What somebody has to do with it, each request once, where it needs them most. */
async function mineOf(me: string, around: Around, reader?: string): Promise<Mine> {
  const { practice } = around
  const mine: Mine = { forYou: [], yours: [], ready: [], online: [] }
  for (const approval of await recent(around, reader)) {
    const by = byOf(me, approval, practice)
    if (!maySee(by, approval)) continue
    const { status, publication } = approval
    if (status === 'waiting' && (await mayDecide(approval, by, around))) mine.forYou.push(approval)
    else if (status === 'granted' && by.poster) mine.ready.push(approval)
    else if (by.author && OPEN.includes(status)) mine.yours.push(approval)
    else if (status === 'published' && publication?.down === undefined) mine.online.push(approval)
  }
  return mine
}

async function mayDecide(approval: Approval, by: By, around: Around): Promise<boolean> {
  const { world } = await sightOf(approval, around)
  if (entitled(approval, { act: 'grant' }, by, world) !== undefined) return false
  return !by.author || world.now >= approval.since + world.coolingMs
}

export async function showList(context: SkillContext, around: Around): Promise<ReplyDraft> {
  const { practice } = context
  const me = meOf(context)
  const mine = await mineOf(me, around, me)
  const groups = [
    [SHOW.forYou, mine.forYou],
    [SHOW.ready, mine.ready],
    [SHOW.yours, mine.yours],
    [SHOW.online, mine.online.toReversed()],
  ] as const
  const shown = groups.flatMap(([, all]) => all).slice(0, MOST_LISTED)
  if (shown.length === 0) return { blocks: [say(SHOW.none)], summary: SHOW.none }
  const blocks = groups.flatMap(([title, all]): BlockDraft[] => {
    const some = all.filter((one) => shown.includes(one))
    if (some.length === 0) return []
    return [
      { type: 'heading', text: `${title}: ${all.length}` },
      ...some.map((one) => say(lineOf(one, byOf(me, one, practice), practice))),
      { type: 'buttons', buttons: some.map(({ number }) => openButton(number, number)) },
    ]
  })
  return { audience: 'private', blocks, summary: SHOW.list }
}

/** Two short lines: a phone is narrow. */
function lineOf(approval: Approval, by: By, practice: Practice): string {
  const { number, status, author, since, until, planned, publication } = approval
  const time = (at: number) => moment(at, practice.timeZone)
  const when =
    status === 'granted'
      ? planned === undefined
        ? SHOW.until(time(until))
        : SHOW.plannedFor(time(planned))
      : SHOW.since(time(publication?.at ?? since))
  const who = by.author ? STATUS[status] : SHOW.from(nameOf(author, practice))
  return `${SHOW.line(number, whatIs(approval), whereIs(approval))}\n${who}, ${when}`
}

/** For the page that somebody sees first: what needs them, and nothing where nothing does. */
export async function homeOf(context: SkillContext, around: Around): Promise<BlockDraft[]> {
  const me = meOf(context)
  const { forYou, yours, ready } = await mineOf(me, around)
  const needsMe = [
    ...yours.filter(({ status }) => status === 'changes'),
    ...ready.filter(({ author }) => samePerson(author, me, context.practice)),
  ]
  const waiting = yours.filter(({ status }) => status === 'waiting')
  const all = [...forYou, ...needsMe]
  if (all.length === 0 && waiting.length === 0) return []
  const lines = [
    ...(forYou.length > 0 ? [HOME.forYou(forYou.length)] : []),
    ...(needsMe.length > 0 ? [HOME.yours(needsMe.length)] : []),
  ]
  const open = all.slice(0, MOST_AT_HOME).map(({ number }) => openButton(number, number))
  const rest = waiting.length - MOST_AT_HOME
  const waits = await Promise.all(waiting.slice(0, MOST_AT_HOME).map((one) => waitsOf(one, around)))
  return [
    { type: 'heading', text: HOME.heading },
    ...(all.length > 0 ? [say(lines.join('\n')), { type: 'buttons' as const, buttons: open }] : []),
    ...waits.flat(),
    ...(rest > 0 ? [say(HOME.more(rest))] : []),
    { type: 'buttons', buttons: [{ action: 'approve/list', label: BUTTONS.list }] },
  ]
}

/** What somebody asked for, and that it was not forgotten; how long it takes is for others to say. */
async function waitsOf(approval: Approval, around: Around): Promise<BlockDraft[]> {
  const { number, since, revision } = approval
  const { world } = await sightOf(approval, around)
  const time = (at: number) => moment(at, around.practice.timeZone)
  return [
    say(world.alone ? HOME.rests(number, time(since + world.coolingMs)) : HOME.waits(number, time(since))),
    {
      type: 'buttons',
      buttons: [
        openButton(number),
        { action: 'approve/act', label: BUTTONS.withdraw, value: `${number}.withdraw.${revision}` },
      ],
    },
  ]
}
