import { z } from 'zod'

/**
 * What a button of a card brings back. It lies under a name of its own, beside what was filled in; only we and
 * Teams can have written it, and still it is read like any other input.
 */
const Carried = z.object({
  does: z.enum(['press', 'form', 'copy', 'refresh']),
  /** "skill/intent"; of a form with its turn. */
  action: z.string().max(100).default(''),
  value: z.string().max(2000).default(''),
  /** Before the names of this form's fields. */
  fields: z.string().max(20).default(''),
  /** Fields with several answers, which a card joins with commas. */
  many: z.array(z.string().max(100)).max(40).default([]),
})
export type Carried = z.input<typeof Carried>

const NAME = 'chaperone'

export function writeCarried(carried: Carried): Record<string, unknown> {
  return { [NAME]: carried }
}

export type Pressed = z.output<typeof Carried> & { values: Record<string, string | string[]> }

/** Undefined: no card of ours. Left empty: not there at all. */
export function readCarried(data: unknown): Pressed | undefined {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, NAME)) return undefined
  const parsed = Carried.safeParse((data as Record<string, unknown>)[NAME])
  if (!parsed.success) return undefined
  const { fields, many } = parsed.data
  const values: Pressed['values'] = {}
  if (parsed.data.does === 'form')
    for (const [id, given] of Object.entries(data)) {
      if (fields === '' || !id.startsWith(fields)) continue
      const name = id.slice(fields.length)
      const text = typeof given === 'number' ? String(given) : given
      if (name === '' || name.length > 100 || typeof text !== 'string' || text === '') continue
      values[name] = many.includes(name) ? text.split(',').map(uncomma) : text
    }
  return { ...parsed.data, values }
}

/** A value that survives being joined with commas. */
export function comma(value: string): string {
  return value.toWellFormed().replaceAll('%', '%25').replaceAll(',', '%2C')
}

function uncomma(value: string): string {
  return value.replaceAll('%2C', ',').replaceAll('%25', '%')
}
