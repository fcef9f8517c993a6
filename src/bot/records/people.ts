import type { Surface } from '../event.ts'
import type { Practice } from '../practice.ts'
import { CLOCK_PERSON, type Role, rolesOf } from '../roles.ts'

/** Who is who over all surfaces, from the practice file. A person is written "surface:id". */

export interface Person {
  surface: Surface
  id: string
}

export const refOf = ({ surface, id }: Person) => `${surface}:${id}`
export function personOf(ref: string): Person {
  const at = ref.indexOf(':')
  return { surface: ref.slice(0, at) as Surface, id: ref.slice(at + 1) }
}

/** Chaperone itself, where nobody acted. */
export const SELF = `terminal:${CLOCK_PERSON}`

/** Surfaces on which nobody can be spoken to first. Without a practice file one person owns them all. */
const LOCAL: readonly string[] = ['web', 'terminal']
export const isLocal = (ref: string) => LOCAL.includes(personOf(ref).surface)

/** All ids of one person, the given one first: two of them are never two pairs of eyes. */
export function selvesOf(ref: string, { roster }: Practice): readonly string[] {
  const refs = roster.map(({ ids }) =>
    Object.entries(ids).map(([surface, id]) => refOf({ surface: surface as Surface, id })),
  )
  const found = refs.find((selves) => selves.includes(ref)) ?? []
  return [ref, ...found.filter((other) => other !== ref)]
}

export function samePerson(one: string, other: string, practice: Practice): boolean {
  if (!practice.written && isLocal(one) && isLocal(other)) return true
  return selvesOf(one, practice).includes(other)
}

/** As the practice file calls them; somebody whom it does not know keeps their id, which is no name. */
export function nameOf(ref: string, practice: Practice): string {
  if (ref === SELF) return 'Chaperone'
  const selves = selvesOf(ref, practice)
  const found = practice.roster.find(({ ids }) =>
    Object.entries(ids).some(([surface, id]) => selves.includes(`${surface}:${id}`)),
  )
  return found?.name ?? ref
}

/** Whether any id of this person holds the role. */
export function holds(ref: string, role: Role, practice: Practice): boolean {
  if (!practice.written) return rolesOf(practice, personOf(ref).surface, personOf(ref).id).has(role)
  return selvesOf(ref, practice).some((self) => {
    const { surface, id } = personOf(self)
    return rolesOf(practice, surface, id).has(role)
  })
}

/** Whether the practice file names this person at all. */
export function isKnown(ref: string, practice: Practice): boolean {
  const selves = selvesOf(ref, practice)
  return practice.people.some((one) => selves.includes(refOf(one)))
}

/** Who may look at what somebody else wrote, each person once: reviewers first, then managers, then officers. */
export function reviewersFor(author: string, practice: Practice): readonly string[] {
  const ranks: readonly Role[] = ['reviewer', 'manager', 'privacy officer']
  const all = ranks.flatMap((role) =>
    practice.people.filter(({ roles }) => roles.includes(role)).map((one) => refOf(one)),
  )
  const others = all.filter((ref) => !samePerson(ref, author, practice))
  return others.filter((ref, index) => others.findIndex((one) => samePerson(one, ref, practice)) === index)
}
