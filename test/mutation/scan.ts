/** A string, template or regular expression, with where it stands: `from` at its first quote, `to` behind its last. */
export interface Literal {
  type: 'text' | 'regex'
  from: number
  to: number
}

const LITERAL =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/g

/** What a rule's file says: its literals, and its code with everything else blanked out, at the same places. */
export function scan(source: string): { literals: Literal[]; code: string } {
  const literals: Literal[] = []
  let code = source
  LITERAL.lastIndex = 0
  for (let m = LITERAL.exec(source); m !== null; m = LITERAL.exec(source)) {
    const { index } = m
    const [first = '', second = ''] = m[0]
    const comment = first === '/' && (second === '/' || second === '*')
    if (first === '/' && !comment && /[\w)\]]\s*$/.test(source.slice(0, index))) {
      // It divides.
      LITERAL.lastIndex = index + 1
      continue
    }
    const to = index + m[0].length
    if (!comment) literals.push({ type: first === '/' ? 'regex' : 'text', from: index, to })
    code = code.slice(0, index) + m[0].replace(/[^\n]/g, comment ? ' ' : '_') + code.slice(to)
  }
  return { literals, code }
}

const OPENS = '([{'
const CLOSES = ')]}'

/** Behind the bracket that closes the one at `at`. */
export function closing(code: string, at: number): number {
  let depth = 0
  for (let i = at; i < code.length; i++) {
    if (OPENS.includes(code[i] as string)) depth++
    if (CLOSES.includes(code[i] as string) && --depth === 0) return i + 1
  }
  return code.length
}

/** The bracket that stands open around a place; -1 for none. */
export function around(code: string, at: number): number {
  let depth = 0
  for (let i = at - 1; i >= 0; i--) {
    if (CLOSES.includes(code[i] as string)) depth++
    if (OPENS.includes(code[i] as string) && depth-- === 0) return i
  }
  return -1
}

/** Up to the comma or bracket that ends an entry or a property. */
export function entryEnd(code: string, from: number): number {
  let i = from
  while (i < code.length && code[i] !== ',' && !CLOSES.includes(code[i] as string))
    i = OPENS.includes(code[i] as string) ? closing(code, i) : i + 1
  return i
}

/** Where the chain of names and calls begins that ends here: of `a.b(c)?.` the place of `a`. */
export function chainStart(code: string, end: number): number {
  let i = end
  while (i > 0) {
    const c = code[i - 1] as string
    if (/[\w$.?]/.test(c)) i--
    else if (c === ')' || c === ']') i = around(code, i - 1)
    else break
  }
  return i
}

/** Where each alternative of each group of an expression stands; the whole expression is a group too. */
export function alternations(source: string): { from: number; to: number }[][] {
  const done: { from: number; to: number }[][] = []
  const open: { from: number; to: number }[][] = [[{ from: 0, to: source.length }]]
  let inClass = false
  for (let i = 0; i < source.length; i++) {
    const c = source[i]
    const group = open.at(-1) as { from: number; to: number }[]
    if (c === '\\') i++
    else if (inClass) inClass = c !== ']'
    else if (c === '[') inClass = true
    else if (c === '(') {
      const head = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(source.slice(i)) as RegExpExecArray
      i += head[0].length - 1
      open.push([{ from: i + 1, to: source.length }])
    } else if (c === '|') {
      ;(group.at(-1) as { to: number }).to = i
      group.push({ from: i + 1, to: source.length })
    } else if (c === ')') {
      ;(group.at(-1) as { to: number }).to = i
      done.push(open.pop() as { from: number; to: number }[])
    }
  }
  return [...done, ...open].filter((group) => group.length > 1)
}
