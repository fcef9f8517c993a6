import { z } from 'zod'
import { stateOf } from '../states.ts'

/** Each message is the end of a sentence that begins with the file, the line and the key. */
export const shown = (value: unknown) => JSON.stringify(String(value).slice(0, 60))
export const words = (max = 200) =>
  z
    .string({ error: ({ input }) => (input === undefined ? 'is missing' : 'is expected to be plain words') })
    .trim()
    .min(1, 'is empty')
    .max(max, `is longer than ${max} characters`)
export const shaped = (pattern: RegExp, expected: string) =>
  words().refine((text) => pattern.test(text), { error: ({ input }) => `${shown(input)} is not ${expected}` })

/** A key with nothing behind it is an empty list, and one entry needs no dash. */
export const list = <T extends z.ZodType>(item: T, most = 500) =>
  z.preprocess(
    (value) => (value === '' || value === undefined ? [] : typeof value === 'string' ? [value] : value),
    z
      .array(item, 'is expected to be a list; begin the line of each entry with "- "')
      .max(most, `has more than ${most} entries`),
  )
export const oneOf = <T extends string>(options: readonly T[]) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
    z.enum(options as readonly [T, ...T[]], {
      error: ({ input }) => `${shown(input)} is not one of: ${options.join(', ')}`,
    }),
  )

export const State = words().transform((text, context) => {
  const code = stateOf(text)
  if (code !== undefined) return code
  context.addIssue({
    code: 'custom',
    message: `${shown(text)} is not a State; write its two letters, like TX`,
  })
  return z.NEVER
})

export const Zone = words().refine(isZone, {
  error: ({ input }) => `${shown(input)} is not a time zone; write one like America/Chicago`,
})

/** "7:30" or "07:30", as minutes after midnight. */
export const WallTime = shaped(
  /^(?:[01]?\d|2[0-3]):[0-5]\d$/,
  'a time of day from 0:00 to 23:59, like 7:30',
).transform((text) => {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return hours * 60 + minutes
})
export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const

export const Minutes = shaped(/^[1-9]\d{0,4}$/, 'a number of minutes, like 60').transform(Number)
/** 45 CFR 164.530(j)(2) asks for six. */
export const Years = shaped(/^(?:[6-9]|[1-9]\d)$/, 'a number of years from 6 to 99').transform(Number)

/** Zones with a place in them: a bare "EST" or "+05:00" is wrong for half of the year. */
function isZone(text: string): boolean {
  if (text !== 'UTC' && !text.includes('/')) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}
