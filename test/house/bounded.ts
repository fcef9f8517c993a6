import type { Tree } from './tree.ts'

/**
 * Rules promise that their cost is linear in the draft: nothing repeats without a bound. These few read a draft
 * from left to right, one expression at a time with nothing behind it that could make it step back.
 */
export const TOKENISERS: Readonly<Record<string, string>> = {
  'src/rules/reading/tokens.ts':
    'cuts a draft into words; each expression is sticky and runs once over each character',
  'src/rules/reading/normalize.ts':
    'folds characters; its classes repeat alone, so there is nothing to step back to',
  'src/rules/reading/pattern.ts': 'reads the phrases of the rules when Chaperone starts, never a draft',
}

export function boundProblems(
  tree: Tree,
  tokenisers: Readonly<Record<string, string>> = TOKENISERS,
): string[] {
  const stale = Object.keys(tokenisers).filter((path) => !tree.has(path))
  return [
    ...tree
      .under('src/rules', '.ts')
      .filter(({ path }) => !(path in tokenisers))
      .flatMap(({ path, tokens }) =>
        patternsOf(tokens()).flatMap(({ source, line }) => {
          const found = unbounded(source)
          return found === undefined ? [] : [`${path}:${line} ${boundAdvice(found, source)}`]
        }),
      ),
    ...stale.map(
      (path) =>
        `${path} is on the list of tokenisers and is not there. Take it off the list in test/house/bounded.ts.`,
    ),
  ]
}

export function boundAdvice(found: string, source: string): string {
  const shown = source.length > 60 ? `${source.slice(0, 60)}…` : source
  return `repeats without a bound: "${found}" in /${shown}/. Say how often at most, as in {0,40}, so that a long draft stays cheap.`
}

/** Expressions as written, and the strings that are handed to RegExp. */
function patternsOf(tokens: ReturnType<Tree['files'][number]['tokens']>): { source: string; line: number }[] {
  const found: { source: string; line: number }[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (token?.type === 'regex') found.push({ source: token.text, line: token.line })
    if (token?.type !== 'word' || token.text !== 'RegExp' || tokens[i + 1]?.text !== '(') continue
    for (let j = i + 2, depth = 1; j < tokens.length && depth > 0; j++) {
      const inner = tokens[j]
      if (inner?.type === 'sign') depth += inner.text === '(' ? 1 : inner.text === ')' ? -1 : 0
      if (inner?.type === 'string' || inner?.type === 'template')
        found.push({ source: inner.text.replaceAll('\\\\', '\\'), line: inner.line })
    }
  }
  return found
}

/** The first quantifier without an upper bound; undefined if there is none. */
export function unbounded(source: string): string | undefined {
  const pieces = /\\.|\[(?:\\.|[^\]\\])*\]|\(\?<?[=!:]?|[*+]|\{\d+,\}|[\s\S]/g
  for (const [piece] of source.matchAll(pieces)) {
    if (piece === '*' || piece === '+' || /^\{\d+,\}$/.test(piece)) return piece
  }
  return undefined
}
