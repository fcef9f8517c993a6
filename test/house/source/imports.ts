import { type Token, tokensOf } from './lexer.ts'

/** One way in which a file reaches for another: import, re-export, import(), require(). */
export interface Import {
  /** What it asks for; undefined where that is only known at run time. */
  from: string | undefined
  line: number
  /** `import type`: gone before the program runs. */
  typeOnly: boolean
}

export function importsOf(tokens: readonly Token[]): Import[] {
  const found: Import[] = []
  for (let i = 0; i < tokens.length; i++) {
    const { type, text, line } = tokens[i] as Token
    if (type !== 'word') continue
    if (isLoader(tokens, i)) {
      found.push({ from: literal(tokens[i + 2], tokens[i + 3]), line, typeOnly: false })
      continue
    }
    // Somebody's own member of that name.
    if (is(tokens[i - 1], '.') || is(tokens[i - 1], '?.')) continue
    if (text === 'import' && is(tokens[i + 1], '(')) {
      // `type X = import('./x.ts').X` and `as import(…)` say types; with `await` or a call it is code.
      const typeOnly = isTypePlace(tokens, i)
      found.push({ from: literal(tokens[i + 2], tokens[i + 3]), line, typeOnly })
    } else if (text === 'import' || text === 'export') {
      const from = statement(tokens, i)
      if (from) found.push({ from, line, typeOnly: typesAlone(tokens, i) })
    }
  }
  return found
}

export function importsOfSource(source: string): Import[] {
  return importsOf(tokensOf(source))
}

function is(token: Token | undefined, text: string): boolean {
  return token?.text === text && (token.type === 'sign' || token.type === 'word')
}

/** The string alone between the brackets; anything computed is unknown. */
function literal(first: Token | undefined, next: Token | undefined): string | undefined {
  const plain = first?.type === 'string' || (first?.type === 'template' && first.open !== true)
  return plain && (is(next, ')') || is(next, ',')) ? first.text : undefined
}

/** require(…), and process.getBuiltinModule(…), which needs no import at all. */
function isLoader(tokens: readonly Token[], i: number): boolean {
  return is(tokens[i + 1], '(') && ['require', 'getBuiltinModule'].includes(tokens[i]?.text ?? '')
}

function isTypePlace(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]
  if (['as', '|', '<', 'typeof'].some((text) => is(before, text))) return true
  // `draft: import('./x.ts').Draft` against `draft: import('./x.ts').then(…)`.
  if (is(before, ':')) return is(tokens[i + 4], '.') && !is(tokens[i + 5], 'then')
  return is(before, '=') && is(tokens[i - 3], 'type')
}

/** The quoted end of an import or export statement, if it has one. */
function statement(tokens: readonly Token[], i: number): string | undefined {
  if (tokens[i + 1]?.type === 'string') return tokens[i + 1]?.text
  let depth = 0
  for (let j = i + 1; j < tokens.length; j++) {
    const token = tokens[j] as Token
    if (is(token, '{')) depth++
    else if (is(token, '}')) depth--
    else if (depth === 0 && is(token, 'from') && tokens[j + 1]?.type === 'string') return tokens[j + 1]?.text
    else if (depth === 0 && !isClausePart(token)) return undefined
  }
  return undefined
}

function isClausePart(token: Token): boolean {
  return token.type === 'word' ? !NOT_IN_CLAUSE.has(token.text) : token.text === '*' || token.text === ','
}
const NOT_IN_CLAUSE = new Set(
  'const let var function class interface enum async abstract declare default import export'.split(' '),
)

/** `import type …`, or every name in the braces marked with `type`. */
function typesAlone(tokens: readonly Token[], i: number): boolean {
  if (is(tokens[i + 1], 'type') && !is(tokens[i + 2], 'from') && !is(tokens[i + 2], ',')) return true
  if (!is(tokens[i + 1], '{')) return false
  for (let j = i + 2; j < tokens.length && !is(tokens[j], '}'); j++) {
    const begins = is(tokens[j - 1], '{') || is(tokens[j - 1], ',')
    if (begins && !is(tokens[j], 'type')) return false
  }
  return true
}
