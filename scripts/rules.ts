import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Rule } from '../src/rules/kit.ts'
import { GROUPS } from '../src/rules/vocabulary.ts'

/** A rule and where it stands. */
export interface RuleFile {
  /** From the root: "src/rules/confirms/visit.ts". */
  path: string
  /** What the path says the id is: "confirms/visit". */
  id: string
  rule: Rule
}

/** The checkout that this file stands in. */
export const ROOT = join(import.meta.dirname, '..')

/** A .ts file in a group's folder; whether it is a rule, its text says (see `exportsRule`). */
export function inGroup(path: string): boolean {
  return (
    GROUPS.some((group) => path.startsWith(`src/rules/${group}/`)) &&
    /^src\/rules\/[^/]+\/[^/]+\.ts$/.test(path)
  )
}

/** A rule is what such a file exports by default. Without it, the file is a part that its neighbours use. */
export function exportsRule(text: string): boolean {
  return /^export default\b/m.test(text)
}

/** Sorted by id. */
export function findRuleFiles(root: string): { path: string; id: string }[] {
  const found = GROUPS.flatMap((group) => {
    const folder = join(root, 'src/rules', group)
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.ts')) : []
    return names
      .filter((name) => exportsRule(readFileSync(join(folder, name), 'utf8')))
      .map((name) => ({ path: `src/rules/${group}/${name}`, id: `${group}/${name.slice(0, -'.ts'.length)}` }))
  })
  return found.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/**
 * Runs every rule's file; throws what the file throws, with its path in front.
 * @param round tells Node to load files again that have changed since.
 */
export async function loadRules(root: string, round?: string): Promise<RuleFile[]> {
  const loaded: RuleFile[] = []
  for (const { path, id } of findRuleFiles(root)) {
    try {
      const module = (await import(`${pathToFileURL(join(root, path)).href}${round ? `?${round}` : ''}`)) as {
        default: Rule
      }
      loaded.push({ path, id, rule: module.default })
    } catch (error) {
      throw new Error(`${path} cannot be loaded: ${error instanceof Error ? error.message : error}`, {
        cause: error,
      })
    }
  }
  return loaded
}

export function examplesPath(rulePath: string): string {
  return rulePath.replace(/\.ts$/, '.examples.yml')
}
