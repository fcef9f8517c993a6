/** Reads what is there, whatever is there: exports change their shape without notice. */
export type Fields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object at this path, or an empty one. */
export function fieldsAt(value: unknown, ...path: readonly string[]): Fields {
  let here = value
  for (const key of path) here = isFields(here) ? here[key] : undefined
  return isFields(here) ? here : {}
}

/** The objects of a list; none where it is no list. */
export function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : []
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Texts that say something, each once, in their order. */
export function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))]
}
