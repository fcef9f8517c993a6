/** Characters looked through; an id behind a draft of this length is not worth the time. */
const HEAD = 64 * 1024

/**
 * Looks for the "id" of a line that is not readable JSON, so that its error can be told apart. Walks the top
 * level from the left, as far as that goes; an id inside a draft's words or a nested object does not count.
 */
export function findId(text: string): string | number | undefined {
  const head = text.slice(0, HEAD)
  const token = /\s*(?:("(?:[^"\\]|\\.)*")|(-?\d[\d.eE+-]*|true|false|null)|([{}[\]:,]))/sy
  let depth = 0
  let key: string | undefined
  let value = false
  for (let match = token.exec(head); match; match = token.exec(head)) {
    const [, string, plain, sign] = match
    if (sign === '{' || sign === '[') depth++
    else if (sign === '}' || sign === ']') depth--
    else if (sign === ':') value = true
    else if (sign === ',') value = false
    else if (depth === 1 && value && key === 'id') return idFrom(string ?? plain)
    else if (depth === 1 && !value) key = parsed(string) as string | undefined
    if (depth < 1) return undefined
  }
  return undefined
}

function idFrom(source: string | undefined): string | number | undefined {
  const id = parsed(source)
  // A replacement character means that the id itself was unreadable.
  if (typeof id === 'string') return id.includes('\ufffd') ? undefined : id
  return typeof id === 'number' ? id : undefined
}

function parsed(source: string | undefined): unknown {
  try {
    return source === undefined ? undefined : JSON.parse(source)
  } catch {
    return undefined
  }
}
