import { businessDayUpTo } from './business.ts'
import { type Day, latest } from './day.ts'
import type { Hold } from './hold.ts'

export const WHATS = [
  'individual-notice',
  'substitute-notice',
  'media-notice',
  'hhs-notice',
  'state-notice',
  'state-attorney-general',
  'state-agency',
  /** To the patients of a place that the State licenses as a facility. */
  'state-licensed-facility-notice',
] as const
export type What = (typeof WHATS)[number]

/** `settled`: the text says so. `ours`: a careful reading. `counsel`: doubtful; ask a lawyer. */
export type Mark = 'settled' | 'ours' | 'counsel'

export interface Deadline {
  /** The duty, the same over all reckonings of one breach. */
  id: string
  what: What
  state?: string
  /** The last day, as the law counts it. */
  due: Day
  /** The last business day up to it; never before a law-enforcement hold ends. */
  actBy: Day
  /** In words, with its citation. */
  basis: string
  citations: readonly string[]
  mark: Mark
}

export interface Reckoned extends Omit<Deadline, 'actBy' | 'basis'> {
  sentences: readonly string[]
}

/** @param hold the one that moves this duty, if any. */
export function toDeadline({ sentences, ...rest }: Reckoned, hold: Hold | undefined): Deadline {
  const { due, citations } = rest
  const before = businessDayUpTo(due)
  // To act before the hold ends is what law enforcement asked not to do.
  const waits = hold !== undefined && hold.until <= due && hold.until > before
  const actBy = waits ? latest(before, hold.until) : before
  const notes = [
    ...(hold !== undefined && hold.until === due
      ? [`The law-enforcement hold ends on ${due}: send it that day.`]
      : []),
    ...(actBy < due
      ? [`${due} is a weekend or a federal holiday; nothing moves the date, so act by ${actBy}.`]
      : []),
    ...(waits && actBy < due ? [`Not before ${actBy}, when the law-enforcement hold ends.`] : []),
  ]
  return { ...rest, actBy, basis: `${[...sentences, ...notes].join(' ')} (${citations.join('; ')})` }
}
