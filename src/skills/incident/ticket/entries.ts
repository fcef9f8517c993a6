import { z } from 'zod'
import { Answers } from '../report/answers.ts'

/** What can happen to an incident. Entries are kept for years: add new ones, never change what one means. */
const Count = z.int().nonnegative().nullable()
const Words = z.string()

export const FACTORS = ['nature', 'recipient', 'viewed', 'mitigated'] as const
export type Factor = (typeof FACTORS)[number]
export const TASKS = [
  'takedown',
  'evidence',
  'factors',
  'letters',
  'hhs',
  'media',
  'state',
  'cause',
  'sanctions',
  'lessons',
] as const
export type Task = (typeof TASKS)[number]
export const OUTCOMES = ['breach', 'low', 'exception'] as const
export const FINDINGS = ['breach', 'low', 'exception', 'not_ours', 'mistaken'] as const
export const EXCEPTIONS = ['none', 'good_faith', 'inside', 'not_retained'] as const
export const WEIGHTS = ['low', 'high', 'unknown'] as const
export const SOURCES = ['us', 'associate', 'agent', 'associate_unknown'] as const
export const LICENCES = ['unknown', 'yes', 'no'] as const
/** `not_needed` is closed too, and says why. */
export const ENDS = ['done', 'not_needed'] as const

/** YYYY-MM-DD in the time zone of the ticket. */
const Day = z.string().nullable().default(null)
/** HH:MM there. */
const Time = z.string().nullable().default(null)

export const Facts = z.object({
  /** YYYY-MM-DD: the first day on which somebody of the practice other than who did it knew, or should have. */
  discovered: z.string(),
  people: Count,
  states: z.record(z.string(), Count),
  /** A hold of law enforcement, 45 CFR 164.412: asked for in writing, until this day. */
  holdUntil: z.string().nullable(),
  /** Asked for orally on this day: 30 days at most. A written request takes its place. */
  holdStated: Day,
  /** Who found it: the practice, a business associate, or one that acts as its agent. */
  source: z.enum(SOURCES),
  /** The day on which the business associate itself found it. */
  associateDiscovered: Day,
  /** When it began and when somebody noticed; when it was reported stands in the entry itself. */
  startedDay: Day,
  startedTime: Time,
  noticedDay: Day,
  noticedTime: Time,
  /** People whom letters do not reach. */
  unreachable: Count.default(null),
  /** Whether a State licenses the practice as a clinic or other facility. */
  licensed: z.enum(LICENCES).default('unknown'),
  /** Days on which the letters and the report to HHS went out: some State clocks run from them. */
  lettersSent: Day,
  hhsTold: Day,
})
export type Facts = z.infer<typeof Facts>
export const NO_FACTS: Facts = Facts.parse({
  discovered: '',
  people: null,
  states: {},
  holdUntil: null,
  source: 'us',
})

const DETAILS = {
  reported: z.object({ zone: z.string(), answers: Answers, told: z.array(Words) }),
  told: z.object({ reached: z.array(z.string()) }),
  reminded: z.object({ level: z.int(), reached: z.array(z.string()) }),
  taken: z.object({}),
  added: z.object({ person: z.string() }),
  removed: z.object({ person: z.string() }),
  /** Null: all of it. */
  assigned: z.object({ person: z.string(), task: z.enum(TASKS).nullable() }),
  note: z.object({ words: Words }),
  facts: z.object({ facts: Facts, why: Words }),
  factor: z.object({ factor: z.enum(FACTORS), weighs: z.enum(WEIGHTS), fact: Words }),
  exception: z.object({ exception: z.enum(EXCEPTIONS), fact: Words }),
  concluded: z.object({ outcome: z.enum(OUTCOMES), reason: Words }),
  task: z.object({ task: z.enum(TASKS), happened: Words, end: z.enum(ENDS).default('done') }),
  closed: z.object({ finding: z.enum(FINDINGS), reason: Words }),
  reopened: z.object({ reason: Words }),
} as const

export type What = keyof typeof DETAILS
export type Details<W extends What> = z.infer<(typeof DETAILS)[W]>
export type Entry = {
  [W in What]: { id: string; at: number; by: string; what: W; details: Details<W> }
}[What]

/** Undefined: an entry of a newer version, which is kept and not understood. */
export function readEntry(given: {
  id: string
  at: number
  by: string
  what: string
  details: unknown
}): Entry | undefined {
  if (!Object.hasOwn(DETAILS, given.what)) return undefined
  const read = DETAILS[given.what as What].safeParse(given.details)
  return read.success ? ({ ...given, details: read.data } as Entry) : undefined
}
