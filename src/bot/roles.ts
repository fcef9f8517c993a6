import type { Surface } from './event.ts'
import type { Practice } from './practice.ts'

/** As people write them in the practice file. */
export const ROLES = ['staff', 'reviewer', 'manager', 'privacy officer', 'admin'] as const
export type Role = (typeof ROLES)[number]

/**
 * What each role may do besides its own. An admin keeps the machine running and sees no more of an incident
 * than staff do: 45 CFR 164.502(b), minimum necessary. One person may hold several roles.
 */
const INCLUDES: Readonly<Record<Role, readonly Role[]>> = {
  staff: [],
  reviewer: ['staff'],
  manager: ['staff', 'reviewer'],
  'privacy officer': ['staff', 'reviewer', 'manager'],
  admin: ['staff'],
}

/** Surfaces that only the person at this machine can reach. */
const LOCAL: readonly Surface[] = ['web', 'terminal']

/** Who speaks when the clock ticks. No platform hands out this id. */
export const CLOCK_PERSON = 'chaperone'

/**
 * Without a practice file, whoever sits at this machine owns it and may do everything; elsewhere, and always
 * once there is a file, it is the file that gives more than `staff`.
 */
export function rolesOf(practice: Practice, surface: Surface, personId: string): ReadonlySet<Role> {
  if (!practice.written) return new Set(LOCAL.includes(surface) ? ROLES : ['staff'])
  const given = practice.people.filter((one) => one.surface === surface && one.id === personId)
  const held = given.flatMap(({ roles }) => roles)
  return new Set<Role>(['staff', ...held, ...held.flatMap((role) => INCLUDES[role])])
}

export function may(roles: ReadonlySet<Role>, needs: Role): boolean {
  return roles.has(needs)
}
