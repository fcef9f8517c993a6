import type { Surface } from '../../bot/event.ts'
import type { Practice } from '../../bot/practice.ts'
import { CLOCK_PERSON, type Role } from '../../bot/roles.ts'
import type { SkillContext } from '../../bot/skill.ts'
import { WHO } from './copy.ts'
import type { Ticket } from './ticket/ticket.ts'

export interface Person {
  surface: Surface
  id: string
}

export const refOf = ({ surface, id }: Person) => `${surface}:${id}`
export const personOf = (ref: string): Person => {
  const at = ref.indexOf(':')
  return { surface: ref.slice(0, at) as Surface, id: ref.slice(at + 1) }
}

/** Who this is on every surface that the practice file knows, so that a report goes on where somebody is now. */
export function selvesOf(ref: string, { roster }: Practice): readonly string[] {
  const refs = roster.map(({ ids }) =>
    Object.entries(ids).map(([surface, id]) => refOf({ surface: surface as Surface, id })),
  )
  const found = refs.find((selves) => selves.includes(ref) || (isHere(ref) && selves.some(isHere)))
  const selves = found ?? [ref]
  return selves.some(isHere) ? [...new Set([...selves, ...HERE])] : selves
}

/** The chat page and the command line of this machine: one person, whoever has its account. */
const HERE: readonly string[] = ['web:this-machine', 'terminal:this-machine']
const isHere = (ref: string) => HERE.includes(ref)

/** One key for a person's dialog, wherever they are. */
export function keyOf({ event, practice }: SkillContext): string {
  return [...selvesOf(refOf(meOf({ event })), practice)].sort()[0] as string
}

export const meOf = ({ event }: Pick<SkillContext, 'event'>): Person => ({
  surface: event.surface,
  id: event.person.id,
})

/** As the practice file calls them; somebody whom it does not know keeps their id, which is no name. */
export function nameOf(ref: string, practice: Practice): string {
  if (personOf(ref).id === CLOCK_PERSON) return WHO.chaperone
  const selves = selvesOf(ref, practice)
  const found = practice.roster.find(({ ids }) =>
    Object.entries(ids).some(([surface, id]) => selves.includes(`${surface}:${id}`)),
  )
  return found?.name ?? (isHere(ref) ? WHO.here : ref)
}

export function holders(role: Role, { people }: Practice): Person[] {
  return people.filter(({ roles }) => roles.includes(role)).map(({ surface, id }) => ({ surface, id }))
}

export const isOfficer = ({ roles }: SkillContext) => roles.has('privacy officer')

/** What somebody may see of an incident: 45 CFR 164.502(b), the minimum that is necessary. */
export type Sight = 'whole' | 'own' | 'counts' | 'none'

export function sightOf(ticket: Ticket, context: SkillContext): Sight {
  const selves = selvesOf(refOf(meOf(context)), context.practice)
  if (isOfficer(context) || ticket.added.some((ref) => selves.includes(ref))) return 'whole'
  if (ticket.reports.some(({ by }) => selves.includes(by))) return 'own'
  return context.roles.has('manager') ? 'counts' : 'none'
}
