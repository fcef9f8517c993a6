import type { BlockDraft, ReplyDraft } from '../../bot/reply.ts'
import type { SkillContext } from '../../bot/skill.ts'
import type { StateLaw } from '../../knowledge/state-law.ts'
import { noteSent } from './begun.ts'
import { known, type State } from './report/answers.ts'
import { SENT } from './report/copy.ts'
import { lines } from './report/overview.ts'
import { postOf } from './report/read.ts'
import { localOf } from './report/when.ts'
import { tellOfficers } from './tell.ts'
import { forget, recall } from './told.ts'
import { holders, keyOf, meOf, refOf } from './who.ts'

/**
 * The report becomes a ticket. Written down before anything else; sent twice it is one, so a crash in the
 * middle costs nothing.
 */
export async function send(state: State, context: SkillContext, law: StateLaw): Promise<ReplyDraft[]> {
  const { ports, practice } = context
  const { incidents, dialogs } = ports.store
  const key = keyOf(context)
  const { words: told } = await recall(dialogs, key)
  const { id, zone, answers } = state
  const at = ports.clock.now()
  const link = known(answers.where)?.link
  const { number, isNew } = await incidents.open(
    { id, at, by: refOf(meOf(context)), what: 'reported', details: { zone, answers, told } },
    link ? ports.hasher.hash(`post:${postOf(link)}`) : null,
    Number(localOf(at, zone).day.slice(0, 4)),
  )
  ports.log.info('incident opened', { surface: context.event.surface, outcome: isNew ? 'new' : 'joined' })
  const reached = await tellOfficers(number, !isNew, { ports, practice, law })
  await forget(dialogs, key)
  await noteSent(dialogs, key)
  return [
    ticketFor(number, { isNew, reached, anybody: holders('privacy officer', practice).length > 0 }, state),
  ]
}

function ticketFor(
  number: string,
  { isNew, reached, anybody }: { isNew: boolean; reached: number; anybody: boolean },
  { answers }: State,
): ReplyDraft {
  const say = (text: string): BlockDraft => ({ type: 'text', text })
  const told = reached > 0 ? SENT.told : anybody ? SENT.unreached : SENT.nobody
  const title = SENT.title(number)
  return {
    blocks: [
      { type: 'heading', text: title },
      say(isNew ? SENT.thanks : `${SENT.thanks} ${SENT.joined}`),
      ...(isUp(answers) ? [say(SENT.stillUp)] : []),
      say(told),
      say(SENT.next),
      say(lines(answers).slice(0, 12_000)),
      { type: 'note', text: SENT.meanwhile },
      { type: 'buttons', buttons: [{ action: 'incident/show', label: SENT.open, value: number }] },
    ],
    summary: title,
  }
}

/** Nothing in the answers says that it is gone. */
function isUp({ up, down, acted }: State['answers']): boolean {
  return up === 'yes' && !known(down)?.includes('post') && !known(acted)?.steps.includes('down')
}
