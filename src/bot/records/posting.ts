import { z } from 'zod'

/** What the practice file says about a second pair of eyes, under `approval`. */

const amount = (least: number, most: number, of: string) =>
  z
    .string()
    .regex(/^\d{1,5}$/, `is expected to be a number of ${of}`)
    .transform(Number)
    .refine((number) => number >= least && number <= most, `is expected to be from ${least} to ${most} ${of}`)

/** Days that a go-ahead holds, hours that an owner alone waits, minutes until the next reviewer is asked. */
const DEFAULTS = { days: 14, coolingHours: 12, nextAfter: 240 }

/**
 * @param platforms a list of platforms, a key left out being an empty one. @param people the same of people.
 * @param handles of accounts.
 */
export function approvalShape<P extends z.ZodType, W extends z.ZodType, H extends z.ZodType>(
  platforms: P,
  people: W,
  handles: H,
) {
  const Poster = z.strictObject({ platforms, handles, people })
  return z
    .strictObject({
      days: amount(1, 90, 'days').default(DEFAULTS.days),
      coolingHours: amount(1, 168, 'hours').default(DEFAULTS.coolingHours),
      nextAfter: amount(5, 10_080, 'minutes').default(DEFAULTS.nextAfter),
      posters: z
        .array(Poster, 'is expected to be a list; begin the line of each entry with "- "')
        .default([]),
    })
    .default({ ...DEFAULTS, posters: [] })
}

/** What may stand under `approval`, and under each of its posters. */
export const APPROVAL_KEYS = ['days', 'coolingHours', 'nextAfter', 'posters']
export const POSTER_KEYS = ['platforms', 'handles', 'people']
