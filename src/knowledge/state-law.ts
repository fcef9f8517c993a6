import { z } from 'zod'
import { HOLIDAY_IDS } from './clocks/holidays.ts'
import { HOME, yaml } from './load.ts'

const Line = z.string().trim().min(5)
const Mark = z.enum(['settled', 'ours', 'counsel'])
const State = z.string().regex(/^[A-Z]{2}$/, 'two capital letters, like TX')
const Residents = z.int().min(1).max(100_000)

const Duty = z
  .strictObject({
    what: z.enum([
      'state-notice',
      'state-attorney-general',
      'state-agency',
      'state-licensed-facility-notice',
    ]),
    /** Who is told. */
    to: Line,
    within: z.int().min(1).max(365),
    days: z.enum(['calendar', 'business']).default('calendar'),
    /** What the days run from: discovery, the day residents are told, or the day HHS is told. */
    from: z.enum(['discovery', 'residents-told', 'hhs-told']).default('discovery'),
    /** What the law itself counts from, where that can be later than discovery. */
    counts: Line.optional(),
    /** Residents from whom on the duty exists. */
    atLeast: Residents.optional(),
    moreThan: Residents.optional(),
    note: Line.optional(),
    mark: Mark.optional(),
    doubt: Line.optional(),
  })
  .refine(
    (duty) => duty.atLeast === undefined || duty.moreThan === undefined,
    'atLeast or moreThan, not both',
  )
  .refine(doubtIsSaid, 'a duty marked counsel says what is doubtful')

const Law = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{2,60}$/),
    states: z.union([z.literal('all'), z.array(State).min(1)]),
    title: Line,
    /** Who it applies to. */
    applies: Line,
    /** Only a place that the State licenses as a clinic or other facility. */
    licensedOnly: z.boolean().default(false),
    trigger: Line,
    /** `computerized`: written for data taken from computers, so that a post by staff may not fall under it. */
    reach: z.enum(['any-disclosure', 'computerized', 'other']),
    duties: z.array(Duty).default([]),
    /** What else it asks for or costs; no clock. */
    also: z.array(Line).default([]),
    hipaa: Line,
    /** Whether a law-enforcement hold moves its clocks too. */
    hold: z.boolean().default(false),
    /** Federal holidays that the State does not keep: they count as business days. */
    openOn: z.array(z.enum(HOLIDAY_IDS as [string, ...string[]])).default([]),
    sources: z.strictObject({ cite: z.array(Line).min(1), read: z.array(Line) }),
    mark: Mark,
    doubt: Line.optional(),
    asOf: z.iso.date(),
  })
  .refine(doubtIsSaid, 'a law marked counsel says what is doubtful')
  .refine(
    ({ states, duties }) => states !== 'all' || duties.length === 0,
    'a clock belongs to States by name',
  )

const StateLaw = z.strictObject({ asOf: z.iso.date(), laws: z.array(Law).min(1) })
export type StateLaw = z.infer<typeof StateLaw>
export type Law = StateLaw['laws'][number]
export type StateDuty = Law['duties'][number]

function doubtIsSaid({ mark, doubt }: { mark?: string | undefined; doubt?: string | undefined }): boolean {
  return mark !== 'counsel' || doubt !== undefined
}

/** @throws with the file's name when it is missing or malformed, or a law or duty stands there twice. */
export function loadStateLaw(home: URL = HOME): StateLaw {
  const found = yaml(home, 'state-law.yml', StateLaw)
  const keys = found.laws.flatMap(({ id, duties }) => [
    id,
    ...duties.map(({ what, from }) => `${id}: ${what} from ${from}`),
  ])
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)
  if (twice !== undefined) throw new Error(`knowledge/state-law.yml: ${twice} stands there twice`)
  return found
}
