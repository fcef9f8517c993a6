import type { Surface } from '../../bot/event.ts'
import type { Ports } from '../../bot/ports.ts'
import type { Practice } from '../../bot/practice.ts'
import type { Authorization } from '../../bot/records/authorization.ts'
import { Reply, type ReplyDraft } from '../../bot/reply.ts'
import { CLOCK_PERSON, type Role } from '../../bot/roles.ts'
import type { SkillContext } from '../../bot/skill.ts'

/** "surface:id" of whoever asks. */
export const meOf = ({ event }: Pick<SkillContext, 'event'>) => `${event.surface}:${event.person.id}`
/** Chaperone itself, in the history of a form. */
export const SELF = `chaperone:${CLOCK_PERSON}`

/** Who this is on every surface that the practice file knows. */
export function selvesOf(ref: string, { roster }: Practice): readonly string[] {
  const refs = roster.map(({ ids }) => Object.entries(ids).map((one) => one.join(':')))
  return refs.find((selves) => selves.includes(ref)) ?? [ref]
}

/** One key for a person's dialog, wherever they are. */
export const keyOf = (context: SkillContext): string =>
  `forms:${[...selvesOf(meOf(context), context.practice)].sort()[0]}`

const LOCAL = /^(?:web|terminal):this-machine$/

/** As the practice file calls them; somebody whom it does not know keeps their id, which is no name. */
export function nameOf(ref: string, practice: Practice): string {
  if (ref === SELF) return 'Chaperone'
  const selves = selvesOf(ref, practice)
  const found = practice.roster.find(({ ids }) =>
    Object.entries(ids).some((one) => selves.includes(one.join(':'))),
  )
  if (found) return found.name
  return LOCAL.test(ref) ? 'somebody at this machine' : ref
}

/** Who wrote down what the form says now. */
export const writerOf = ({ acts }: Authorization): string =>
  acts.findLast(({ what }) => what === 'added' || what === 'renewed' || what === 'corrected')?.by ?? ''

export const isMine = (form: Authorization, context: SkillContext): boolean =>
  selvesOf(meOf(context), context.practice).includes(writerOf(form))

/**
 * Who signed, by what right, where the paper is and what was done lead closer to the person than somebody needs
 * who only wants to post: 45 CFR 164.502(b).
 */
export const seesAll = (form: Authorization, context: SkillContext): boolean =>
  context.roles.has('reviewer') || isMine(form, context)

const KEEPERS: readonly Role[] = ['privacy officer', 'manager']

/** Managers and privacy officers, each once, without the one who did it. */
export function keepersOf({ people }: Practice, but: readonly string[] = []) {
  const found = people.filter(({ roles }) => KEEPERS.some((role) => roles.includes(role)))
  const refs = found.map(({ surface, id }) => ({ surface, id, ref: `${surface}:${id}` }))
  return refs.filter(({ ref }, at) => !but.includes(ref) && refs.findIndex((one) => one.ref === ref) === at)
}

/** Speaks to each of them in private; returns how many it reached. */
export async function tellAll(
  people: readonly { surface: Surface; id: string }[],
  reply: ReplyDraft,
  { tell, log }: Ports,
): Promise<number> {
  const whole = Reply.parse(reply)
  const reached = await Promise.all(people.map((person) => tell(person, whole)))
  const count = reached.filter(Boolean).length
  log.info('person told', { skill: 'authorization', count })
  return count
}
