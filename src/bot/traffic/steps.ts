import { ChaperoneError, codeOf } from '../errors.ts'
import { lastKeys, pointsBack } from '../reading/back.ts'
import { Reply, type ReplyDraft } from '../reply.ts'
import { CLOCK_PERSON, may, ROLES, rolesOf } from '../roles.ts'
import { type Route, route as routeOf } from '../router.ts'
import type { Intent } from '../skill.ts'
import { within } from './deadline.ts'
import { homeParts } from './home.ts'
import { elsewhere, notForYou, notOneOfUs, notThereYet, orientation, slowDown } from './orientation.ts'
import type { Hall, Outcome, Passage, Step } from './passage.ts'

/** Each event acts once, however often and in however many processes it arrives. */
export const claim: Step = async (passage, { ports, limits }) => {
  const now = ports.clock.now()
  const result = await ports.store.claim(passage.event.id, passage.holder, now, limits.leaseMs)
  if (result !== 'won') return result === 'busy' ? 'busy' : 'repeated'
  passage.leaseUntil = now + limits.leaseMs
  return undefined
}

export const authorise: Step = async (passage, { practice, allow }) => {
  const { body, surface, person } = passage.event
  const isTick = body.type === 'tick'
  passage.roles = isTick ? new Set(ROLES) : rolesOf(practice, surface, person.id)
  if (person.outside) {
    passage.roles = new Set()
    // Whoever spoke to it gets one polite line; who was overheard, or asks for the hundredth time, gets none.
    const spoke = body.type !== 'overheard' && body.type !== 'opened' && allow(`${surface}:${person.id}`)
    return answer(passage, 'refused', ...(spoke ? [notOneOfUs()] : []))
  }
  // Nobody but the clock ticks, and the clock does nothing else.
  return isTick === (person.id === CLOCK_PERSON) ? undefined : answer(passage, 'refused')
}

export const limit: Step = async (passage, { allow, tellsLimit }) => {
  const { body, surface, person } = passage.event
  if (body.type === 'tick' || allow(`${surface}:${person.id}`)) return undefined
  // Nobody asked for an answer to what was only overheard.
  if (body.type === 'overheard') return answer(passage, 'silent')
  return answer(passage, 'limited', ...(tellsLimit(passage.event) ? [slowDown()] : []))
}

export const route: Step = async (passage, hall) => {
  const found = (await backTo(passage, hall)) ?? routeOf(passage.event)
  // A job of a skill that is gone has nobody to be told.
  const said = (reply: ReplyDraft) =>
    passage.event.body.type === 'tick' ? answer(passage, 'silent') : answer(passage, 'oriented', reply)
  if (found.to === 'orientation' && found.about === 'command' && !hall.skill(found.text ?? ''))
    return said(notThereYet(found.text ?? '', hall.offered))
  if (found.to === 'orientation') return said(orientation(found.about, hall.offered, found.text))
  const { intent } = found
  const skill = hall.skill(intent.skill)
  if (!skill?.intents.includes(intent.name)) return said(notThereYet(intent.skill, hall.offered))
  if (!may(passage.roles, skill.needs)) return answer(passage, 'refused', notForYou(skill.needs))
  passage.work = { skill, intent }
  const { also } = found
  const beside = also && hall.skill(also.skill)
  if (beside?.intents.includes(also?.name ?? '') && may(passage.roles, beside.needs))
    passage.also = { skill: beside, intent: also as Intent }
  return undefined
}

/**
 * "Can I repost this?" and "it's a reply to a review" right behind a draft are about that draft; by themselves they
 * are a question or a draft like any other.
 */
async function backTo({ event }: Passage, { offered, ports }: Hall): Promise<Route | undefined> {
  const values = offered('check', 'again') ? pointsBack(event) : undefined
  if (values === undefined) return undefined
  for (const key of lastKeys(event))
    if ((await ports.store.dialogs.get(key)) !== undefined)
      return { to: 'skill', intent: { skill: 'check', name: 'again', text: '', values } }
  return undefined
}

/** The skill writes its own records (such as the ledger of checks) before it returns: no answer without its trace. */
export const runAndRecord: Step = async (passage, { ports, practice, limits, skills }) => {
  const { event, roles, work, also } = passage
  if (!work) return undefined
  await ports.clock.turn?.()
  const context = { event, practice, roles, ports }
  // Of two answers neither begins before the other is known.
  passage.growing = also ? undefined : passage.platform.open?.(event)
  const grow = passage.growing ? { grow: passage.growing.add } : {}
  const run = ({ skill, intent }: typeof work) =>
    skill.run(intent, { ...context, ...grow, homeParts: () => homeParts(skill, skills, context) })
  const both = async () => [...(await run(work)), ...(also ? await run(also) : [])]
  const replies = await within(limits.workMs, ports.clock, 'skill_slow', both())
  return answer(passage, replies.length > 0 ? 'answered' : 'silent', ...replies)
}

/** A run that took long may have lost its event to a retry: then that one speaks, and this one does not. */
export const stillOurs: Step = async (passage, hall) => {
  const { ports, limits } = hall
  if (ports.clock.now() + limits.workMs < passage.leaseUntil) return undefined
  const lost = await claim(passage, hall)
  if (lost !== undefined) await passage.growing?.end(Reply.parse(elsewhere())).catch(() => {})
  return lost
}

/** What is being read already goes on where it began. */
export async function speak(
  reply: Reply,
  { event, platform, growing }: Pick<Passage, 'event' | 'platform' | 'growing'>,
): Promise<void> {
  if (!(await growing?.end(reply))) await platform.deliver(reply, event)
}

export const deliver: Step = async (passage, { ports, limits }) => {
  const replies = (passage.answer?.replies ?? []).map((draft) => Reply.safeParse(draft))
  if (replies.some(({ success }) => !success))
    throw new ChaperoneError('reply_invalid', 'a skill made a reply that no surface can draw')
  for (const { data } of replies) {
    try {
      await within(limits.workMs, ports.clock, 'delivery_slow', speak(data as Reply, passage))
    } catch (cause) {
      const code = codeOf(cause, 'delivery_failed') === 'delivery_slow' ? 'delivery_slow' : 'delivery_failed'
      throw new ChaperoneError(code, 'a reply did not arrive', { cause })
    }
  }
  passage.delivered = true
  return undefined
}

/** Only now: an event whose answer got lost may come again. */
export const finish: Step = async ({ event, holder }, { ports }) => {
  const ours = await ports.store.finish(event.id, holder, ports.clock.now())
  if (!ours) ports.log.warn('event repeated', { event: event.id })
  return undefined
}

/** Leaves the case alone once it is decided. */
export function unlessAnswered(step: Step): Step {
  return async (passage, hall) => (passage.answer ? undefined : step(passage, hall))
}

function answer(passage: Passage, outcome: Outcome, ...replies: ReplyDraft[]): undefined {
  passage.answer = { outcome, replies }
}
