import type { Surface } from '../../bot/event.ts'
import type { Practice } from '../../bot/practice.ts'
import { rolesOf } from '../../bot/roles.ts'

export interface Ref {
  surface: Surface
  id: string
}

/** One person, and where they can be reached, the likeliest place first. */
export interface Recipient {
  /** Names the person in marks: an id of a platform, nothing typed. */
  key: string
  places: readonly Ref[]
}

const TOLD_ON: readonly Surface[] = ['slack', 'teams']
const refOf = ({ surface, id }: Ref) => `${surface}:${id}`

/**
 * Whom the practice file names under `digest`, otherwise every manager and privacy officer. Somebody who is on
 * two surfaces gets one digest, on the first where they can be reached.
 */
export function recipientsOf(practice: Practice): Recipient[] {
  const { digest, people, roster } = practice
  const wanted: readonly Ref[] =
    digest.to.length > 0
      ? digest.to
      : people.filter(({ surface, id }) => rolesOf(practice, surface, id).has('manager'))
  const found = new Map<string, Recipient>()
  for (const ref of wanted) {
    const ids = roster.map(({ ids }) =>
      Object.entries(ids).map(([surface, id]) => ({ surface: surface as Surface, id })),
    )
    const selves = ids.find((own) => own.some((one) => refOf(one) === refOf(ref))) ?? [ref]
    const places = [ref, ...selves.filter((one) => refOf(one) !== refOf(ref))]
      .filter(({ surface }) => TOLD_ON.includes(surface))
      .sort((a, b) => TOLD_ON.indexOf(a.surface) - TOLD_ON.indexOf(b.surface))
    const [first] = places
    if (first) found.set(refOf(first), { key: refOf(first), places })
  }
  return [...found.values()]
}
