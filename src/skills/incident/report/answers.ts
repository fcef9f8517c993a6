import { z } from 'zod'

/** Everything that was answered so far. What people typed stands here masked. */
const Unknown = z.literal('unknown')
const Values = z.array(z.string())
const Count = z.int().nonnegative().nullable()

export const Where = z.object({
  platform: z.string(),
  account: z.string(),
  form: z.string(),
  /** https://…; kept as it is, because it says what has to be taken down. */
  link: z.string().nullable(),
})
export const When = z.object({
  /** YYYY-MM-DD and HH:MM in the practice's time zone; null: not known. */
  postedDay: z.string().nullable(),
  postedTime: z.string().nullable(),
  noticedDay: z.string().nullable(),
  noticedTime: z.string().nullable(),
  noticedBy: z.string(),
})
export const People = z.object({
  /** Null: not known. */
  count: Count,
  /** Residents of each State (two letters); null: some, and nobody knows how many. */
  states: z.record(z.string(), Count),
  minors: z.string(),
  dead: z.string(),
})
export const Seen = z.object({
  audience: z.string(),
  viewed: z.string(),
  views: Count,
  comments: Count,
  /** Screenshots, shares, downloads. */
  copies: z.string(),
})
export const Acted = z.object({ steps: Values, words: z.string() })

export const Answers = z.object({
  up: z.string().optional(),
  evidence: z.union([Unknown, Values]).optional(),
  down: z.union([Unknown, Values]).optional(),
  where: z.union([Unknown, Where]).optional(),
  when: z.union([Unknown, When]).optional(),
  kinds: z.union([Unknown, Values]).optional(),
  people: z.union([Unknown, People]).optional(),
  seen: z.union([Unknown, Seen]).optional(),
  acted: z.union([Unknown, Acted]).optional(),
  more: z.union([Unknown, z.string()]).optional(),
})
export type Answers = z.infer<typeof Answers>

export const STEPS = [
  'up',
  'evidence',
  'down',
  'where',
  'when',
  'kinds',
  'people',
  'seen',
  'acted',
  'more',
] as const
export type Asked = (typeof STEPS)[number]
export type StepName = Asked | 'review'

export const State = z.object({
  /** Of the report: sent twice, it is one. */
  id: z.string(),
  /** IANA name; days and times are meant there. */
  zone: z.string(),
  answers: Answers,
  /** Something was taken out of what was typed last. */
  masked: z.boolean(),
  /** Everything was asked: a change leads back to the overview. */
  reviewing: z.boolean(),
})
export type State = z.infer<typeof State>

/** What a report says of a step, if it says anything. */
export function known<T>(answer: T | 'unknown' | undefined): T | undefined {
  return answer === 'unknown' ? undefined : (answer as T | undefined)
}
