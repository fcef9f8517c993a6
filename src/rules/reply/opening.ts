/** With which codes a compiled phrase can begin. */
export interface Opening {
  codes: ReadonlySet<number>
  /** It can begin with any word. */
  open: boolean
}

const TOKEN = /\\u([0-9a-f]{4})|\[(\^?)([^\]]{0,90000})\]|\(\?(?::|!|=|<!)|\?|\{0,\d{1,3}\}\??|[|)$]/y
const MEMBER = /\\u([0-9a-f]{4})(?:-\\u([0-9a-f]{4}))?/g

/** Reads the expressions that reading/pattern.ts writes: groups, classes, codes, "?" and "{0,n}". */
export function openingOf(source: string): Opening {
  const codes = new Set<number>()
  let open = false
  let at = 0
  const next = (): RegExpExecArray => {
    TOKEN.lastIndex = at
    const match = TOKEN.exec(source)
    if (match === null) throw new Error(`the pattern language has changed: ${source.slice(at, at + 20)}`)
    at = TOKEN.lastIndex
    return match
  }

  /** Reads as far as the closing bracket or the end, and says whether all of it may stand for nothing. */
  const alternatives = (opens: boolean): boolean => {
    let empty = sequence(opens)
    while (source[at] === '|') {
      at++
      empty = sequence(opens) || empty
    }
    at++
    return empty
  }

  const sequence = (opens: boolean): boolean => {
    let empty = true
    while (at < source.length && source[at] !== '|' && source[at] !== ')')
      empty = piece(opens && empty) && empty
    return empty
  }

  const piece = (opens: boolean): boolean => {
    const [text, code, not, list] = next()
    let empty = false
    if (code !== undefined) opens && codes.add(Number.parseInt(code, 16))
    else if (list !== undefined) opens && members(list, not === '^')
    else if (text === '(?:') empty = alternatives(opens)
    else {
      if (text !== '$') alternatives(false)
      empty = true
    }
    if (source[at] !== '?' && source[at] !== '{') return empty
    next()
    return true
  }

  const members = (list: string, not: boolean) => {
    if (not) open = true
    else
      for (const [, one, to] of list.matchAll(MEMBER)) {
        const last = Number.parseInt(to ?? (one as string), 16)
        // A range as wide as the language means "any word".
        if (last === 0xffff) open = true
        else for (let code = Number.parseInt(one as string, 16); code <= last; code++) codes.add(code)
      }
  }

  const empty = alternatives(true)
  return { codes, open: open || empty }
}
