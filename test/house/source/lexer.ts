/**
 * Cuts TypeScript into tokens, so that a check can tell an import from a sentence about one.
 * TypeScript 7 has no programming interface, and the questions asked here need no more than this.
 */
export interface Token {
  type: 'word' | 'sign' | 'string' | 'template' | 'regex' | 'number'
  /** As written; for strings and templates without the quotes, for expressions without slashes and flags. */
  text: string
  line: number
  /** For a template: it has ${…} in it, so that `text` is not all of it. */
  open?: boolean
}

/** After these words a slash begins a regular expression; after other words it divides. */
const BEFORE_REGEX = new Set(
  'return typeof case in of new delete void throw else do await yield instanceof'.split(' '),
)

const PIECES =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?<word>#?[\p{ID_Start}$_][\p{ID_Continue}$]*)|(?<number>\d[\w.]*)|(?<string>'(?:\\[\s\S]|[^'\\\n])*'|"(?:\\[\s\S]|[^"\\\n])*")|(?<sign>=>|\.{3}|\?\.|[\s\S])/uy
const REGEX = /\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/[a-z]*/y

export function tokensOf(source: string): Token[] {
  const tokens: Token[] = []
  /** For each open ${: how many braces stand open inside it. */
  const depths: number[] = []
  let at = 0
  let line = 1

  const put = (type: Token['type'], text: string, length: number, open?: boolean) => {
    tokens.push(open ? { type, text, line, open } : { type, text, line })
    move(length)
  }
  const move = (length: number) => {
    for (let i = at; i < at + length; i++) if (source.charCodeAt(i) === 10) line++
    at += length
  }
  /** The text of a template from here up to its end or its next ${. */
  const template = () => {
    let end = at + 1
    while (end < source.length && source[end] !== '`' && !source.startsWith('${', end))
      end += source[end] === '\\' ? 2 : 1
    const open = source[end] === '$'
    const last = !open && source[at] === '}' ? true : open
    put('template', source.slice(at + 1, end), end - at + (open ? 2 : 1), last)
    if (open) depths.push(0)
  }

  while (at < source.length) {
    const sign = source[at]
    if (sign === '`') {
      template()
      continue
    }
    if (depths.length > 0 && sign === '}' && depths.at(-1) === 0) {
      depths.pop()
      template()
      continue
    }
    REGEX.lastIndex = at
    const next = source[at + 1]
    const regex =
      sign === '/' && next !== '/' && next !== '*' && mayBeRegex(tokens.at(-1)) && REGEX.exec(source)
    if (regex) {
      put('regex', regex[1] as string, regex[0].length)
      continue
    }
    PIECES.lastIndex = at
    const match = PIECES.exec(source) as RegExpExecArray
    const { word, number, string, sign: mark } = match.groups as Record<string, string | undefined>
    if (word) put('word', word, word.length)
    else if (number) put('number', number, number.length)
    else if (string) put('string', string.slice(1, -1), string.length)
    else if (mark) {
      if (depths.length > 0 && mark === '{') depths.push((depths.pop() as number) + 1)
      if (depths.length > 0 && mark === '}') depths.push((depths.pop() as number) - 1)
      put('sign', mark, mark.length)
    } else move(match[0].length)
  }
  return tokens
}

function mayBeRegex(before: Token | undefined): boolean {
  if (before === undefined) return true
  if (before.type === 'word') return BEFORE_REGEX.has(before.text)
  if (before.type === 'sign') return ![')', ']', '}'].includes(before.text)
  return false
}
