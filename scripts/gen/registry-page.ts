import type { RuleFile } from '../rules.ts'
import { CODE_NOTE, type Page } from './page.ts'

const WIDTH = 110

/** src/rules/registry.ts, laid out the way the formatter would. */
export function registryPage(rules: readonly RuleFile[]): Page {
  const imports = [
    ["import type { Rule } from './kit.ts'", './kit.ts'],
    ...rules.map(({ id }) => [`import ${identifier(id)} from './${id}.ts'`, `./${id}.ts`]),
  ] as [string, string][]
  imports.sort(([, a], [, b]) => natural(a, b))
  const names = rules.map(({ id }) => identifier(id))
  const text = [
    CODE_NOTE,
    ...imports.map(([line]) => line),
    '',
    '/** Every rule of the house, by id. */',
    `export const RULES: readonly Rule[] = ${list(names, 'export const RULES: readonly Rule[] = '.length)}`,
    '',
  ]
  return { path: 'src/rules/registry.ts', text: text.join('\n') }
}

/** As the formatter sorts imports: "a" before "a-2" before "a-10" before "ab"; a folder before longer names. */
function natural(a: string, b: string): number {
  const [left, right] = [a, b].map(
    (path) =>
      path
        .replace(/\.ts$/, '')
        .replaceAll('/', '\0')
        .match(/\d+|\D/g) ?? [],
  )
  for (const [i, piece] of (left ?? []).entries()) {
    const other = right?.[i]
    if (other === undefined) return 1
    if (piece === other) continue
    const numbers = Number(piece) - Number(other)
    return Number.isNaN(numbers) ? (piece < other ? -1 : 1) : numbers
  }
  return -1
}

/** "confirms/see-you-again" → "confirmsSeeYouAgain". */
function identifier(id: string): string {
  return id.replaceAll(/[^a-z0-9]+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

function list(names: readonly string[], before: number): string {
  const line = `[${names.join(', ')}]`
  return before + line.length <= WIDTH ? line : `[\n${names.map((name) => `  ${name},\n`).join('')}]`
}
