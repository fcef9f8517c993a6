import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Examples, readExamples } from '../../scripts/examples.ts'
import { loadRules } from '../../scripts/rules.ts'
import { loadLexicon } from '../../src/knowledge/load.ts'
import type { Finder, Rule, Sight } from '../../src/rules/kit.ts'
import type { Draft, Result } from '../../src/rules/verdict.ts'
import { compare } from '../rules/compare.ts'
import type { Heard, Listening } from '../rules/listening.ts'
import { mutantsOf } from './mutants.ts'
import { openWorkbench, type Workbench } from './sights.ts'

/** What became of a mutant; `lost` could not be loaded, and so was nothing that a rule could become. */
export type Fate = 'killed' | 'survived' | 'lost'
export interface Order {
  path: string
  id: string
  /** Mutants before this one are done. */
  from: number
}
export type Told =
  | { type: 'begun'; count: number }
  | { type: 'done'; index: number; line: number; what: string; fate: Fate }
  | { type: 'end' }
  | { type: 'failing'; problems: string[] }

const MUTANT = /[?&]mutant=/
/** The text that a file has in this process, by its address. */
const texts = new Map<string, string>()
registerHooks({
  load(url, context, next) {
    const source = MUTANT.test(url) ? texts.get(url) : undefined
    return source === undefined
      ? next(url, context)
      : { format: 'module-typescript', source, shortCircuit: true }
  },
})

/** Runs in a process of its own, so that a mutant that never ends can be ended. */
const root = process.argv[2] as string
const rules = await loadRules(root)
const bench = openWorkbench(
  rules.map(({ rule }) => rule),
  loadLexicon(),
)
process.on('message', (order: Order) => void run(order))

async function run({ path, id, from }: Order): Promise<void> {
  const tell = (told: Told) => process.send?.(told)
  const rule = rules.find((each) => each.id === id)?.rule as Rule
  const examples = readExamples(root, path)
  const sights = sightsOf(bench)
  const problems = compare(rule, examples, listener(rule, bench.finders.get(id) as Finder, sights))
  if (problems.length > 0) {
    tell({ type: 'failing', problems })
    return
  }
  const mutants = mutantsOf(readFileSync(join(root, path), 'utf8'))
  tell({ type: 'begun', count: mutants.length })
  for (const [index, { line, what, source }] of mutants.entries()) {
    if (index < from) continue
    const url = `${pathToFileURL(join(root, path)).href}?mutant=${index}`
    texts.set(url, source)
    tell({ type: 'done', index, line, what, fate: await fateOf(url, examples, sights) })
    texts.delete(url)
  }
  tell({ type: 'end' })
}

async function fateOf(url: string, examples: Examples, sights: Workbench['sight']): Promise<Fate> {
  let rule: Rule
  let find: Finder
  try {
    rule = ((await import(url)) as { default: Rule }).default
    // Its own to keep things by, with the same words in it: what one mutant teaches it, the next must not know.
    find = rule.match(Object.create(bench.vocabulary))
  } catch {
    return 'lost'
  }
  return compare(rule, examples, listener(rule, find, sights)).length > 0 ? 'killed' : 'survived'
}

/** Each example is read once, whatever is done to the rule. */
function sightsOf({ sight }: Workbench): Workbench['sight'] {
  const known = new Map<string, Sight>()
  return (draft, practice) => {
    const key = JSON.stringify([draft, practice])
    const before = known.get(key)
    if (before !== undefined) return before
    const made = sight(draft, practice)
    known.set(key, made)
    return made
  }
}

/** One rule, asked as the engine asks it. */
function listener(rule: Rule, find: Finder, sight: Workbench['sight']): Listening {
  return {
    check(draft, practice) {
      const seen = sight(draft as Draft & { kind: Sight['draft']['kind'] }, practice)
      const weight = typeof rule.severity === 'function' ? rule.severity(seen.draft) : rule.severity
      const hits = rule.kinds.includes(seen.draft.kind) ? find(seen) : []
      const heard = hits.map(
        (hit): Heard => ({
          rule: rule.id,
          start: hit.start,
          end: hit.end,
          category: hit.category ?? rule.category,
          severity: hit.severity ?? weight,
        }),
      )
      return { result: { kind: seen.draft.kind } as Result, heard }
    },
  }
}
