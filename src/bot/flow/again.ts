import type { BlockDraft } from '../reply.ts'

type Field = Extract<BlockDraft, { type: 'form' }>['fields'][number]
/** What came back from a form; nothing in here is what it should be. */
type Given = Readonly<Record<string, unknown>>

/** The fields of a form that is asked once more, with what was given before: one slip costs one line, not all of them. */
export function givenAgain(fields: readonly Field[], given: Given): Field[] {
  return fields.map((field) => {
    const before = initialOf(field, given[field.name])
    if (before !== undefined) return { ...field, initial: before }
    // What somebody emptied comes back as nothing at all; a list always stands somewhere.
    if (field.type === 'choice') return field
    const { initial: _, ...empty } = field
    return empty
  })
}

/** February 30: no calendar can open on it. */
function isNoDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(text)
}

function initialOf({ type, options = [] }: Field, value: unknown): string | string[] | undefined {
  const known = (one: unknown): one is string => options.some((option) => option.value === one)
  switch (type) {
    case 'choice':
      return known(value) ? value : undefined
    case 'choices':
      // Some surfaces send one box as a string.
      return [value].flat().filter(known)
    case 'files':
      return undefined
    case 'date':
      return typeof value === 'string' && !isNoDay(value) ? value : undefined
    default:
      return typeof value === 'string' ? value : undefined
  }
}
