import type { z } from 'zod'

/** UTF-16 units within which the list has to begin. */
const BEGINS_WITHIN = 200

/**
 * Takes each item out of `{"name":[{…},{…}` as soon as it is whole, while the rest is still being written. From the
 * first thing on that such an answer cannot hold there, nothing more comes out. Whether the answer as a whole is one
 * is for whoever reads it to its end.
 */
export function itemsOf<T>(name: string, shape: z.ZodType<T>, take: (item: T) => void) {
  const head = new RegExp(`^\\s*\\{\\s*"${name}"\\s*:\\s*\\[`)
  let at: 'head' | 'first' | 'next' | 'between' | 'item' | 'over' = 'head'
  let text = ''
  let depth = 0
  let quoted = false
  let escaped = false

  /** Whether this character ends the item. */
  function within(char: string): boolean {
    text += char
    if (quoted) {
      if (escaped) escaped = false
      else if (char === '\\') escaped = true
      else if (char === '"') quoted = false
      return false
    }
    if (char === '"') quoted = true
    else if (char === '{' || char === '[') depth++
    else if (char === '}' || char === ']') return --depth === 0
    return false
  }

  function step(char: string): typeof at {
    if (at === 'over') return at
    if (at === 'item') return within(char) ? ended() : at
    if (/[ \t\r\n]/.test(char)) return at
    if (at === 'between') return char === ',' ? 'next' : 'over'
    if (char !== '{') return 'over'
    text = char
    depth = 1
    return 'item'
  }

  function ended(): typeof at {
    const item = shape.safeParse(parsed(text))
    if (!item.success) return 'over'
    take(item.data)
    return 'between'
  }

  return (piece: string): void => {
    let rest = piece
    if (at === 'head') {
      text += piece
      const [begun] = head.exec(text) ?? []
      if (begun === undefined) {
        if (text.length > BEGINS_WITHIN) at = 'over'
        return
      }
      rest = text.slice(begun.length)
      at = 'first'
    }
    for (const char of rest) at = step(char)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
