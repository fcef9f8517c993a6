import type { Event } from '../event.ts'
import type { Growing, Platform, Ports } from '../ports.ts'
import type { Practice } from '../practice.ts'
import type { ReplyDraft } from '../reply.ts'
import type { Role } from '../roles.ts'
import type { Intent, Skill } from '../skill.ts'
import type { Offered } from './orientation.ts'

/** How an event ended. */
export type Outcome =
  /** A skill answered. */
  | 'answered'
  /** A skill acted and had nothing to say. */
  | 'silent'
  /** The hall answered: a greeting, a skill that is not there yet, a role or a pause that was needed. */
  | 'oriented'
  | 'refused'
  | 'limited'
  /** It broke; the person was told, and a retry runs. */
  | 'failed'
  /** It was done and could not be said; a retry runs. */
  | 'undelivered'
  /** It has acted already, or acts just now: nothing was said. */
  | 'repeated'
  | 'busy'
  /** It was no event. */
  | 'invalid'
  /** Left untouched for the next process. */
  | 'stopping'

export interface Limits {
  /** Events of one person at once, and in a minute after that. */
  burst: number
  perMinute: number
  /** Events of one person in one place that may wait behind each other. */
  waiting: number
  /** How long an event is ours before a retry may run it, in milliseconds. */
  leaseMs: number
  /** How long a skill, and after it a delivery, may take, in milliseconds; both fit into the lease. */
  workMs: number
  /** How long a finished event is remembered, in milliseconds; platforms retry for some hours at most. */
  rememberMs: number
}

/** What the steps work with. */
export interface Hall {
  ports: Ports
  practice: Practice
  limits: Limits
  skills: readonly Skill[]
  skill(name: string): Skill | undefined
  offered: Offered
  /** Takes one from this person's allowance. */
  allow(person: string): boolean
  /** Whether this person is told here that it was too much: once for each burst. */
  tellsLimit(event: Event): boolean
}

/** What is known of an event on its way. */
export interface Passage {
  readonly event: Event
  readonly platform: Platform
  /** Unique to this run of the event. */
  readonly holder: string
  /** When our lease ends; 0 while we have none. */
  leaseUntil: number
  roles: ReadonlySet<Role>
  work: { skill: Skill; intent: Intent } | undefined
  /** What came along with it. */
  also?: { skill: Skill; intent: Intent }
  /** A reply of which somebody may be reading the first words already. */
  growing?: Growing | undefined
  answer: { outcome: Outcome; replies: readonly ReplyDraft[] } | undefined
  /** Everything that was to be said has arrived. */
  delivered: boolean
}

/** Does its part; an outcome as result ends the way at once, with nothing more said. */
export type Step = (passage: Passage, hall: Hall) => Promise<Outcome | undefined>
