import { createEngine } from '../../src/rules/engine.ts'
import type { PracticeFacts } from '../../src/rules/facts.ts'
import type { Hit, Rule } from '../../src/rules/kit.ts'
import type { LexiconSource } from '../../src/rules/reading/lexicon.ts'
import type { Draft, Result } from '../../src/rules/verdict.ts'
import type { Category, Severity } from '../../src/rules/vocabulary.ts'

/** What one rule said of a draft. */
export interface Heard {
  rule: string
  start: number
  end: number
  category: Category
  severity: Severity
}

export interface Listening {
  check(draft: Draft, practice?: PracticeFacts): { result: Result; heard: readonly Heard[] }
}

/**
 * The whole engine, with an ear at every rule. The engine keeps the gravest of several findings that say the same
 * of the same words, so that the result alone would not show what a rule found.
 */
export function listen(rules: readonly Rule[], lexicon: LexiconSource): Listening {
  let heard: Heard[] = []
  const listened = rules.map(
    (rule): Rule => ({
      ...rule,
      match: (vocabulary) => {
        const find = named(rule, () => rule.match(vocabulary))
        return (sight) => {
          const hits = named(rule, () => find(sight))
          const weight = typeof rule.severity === 'function' ? rule.severity(sight.draft) : rule.severity
          for (const hit of hits) heard.push(heardOf(rule, hit, weight))
          return hits
        }
      },
    }),
  )
  const engine = createEngine({ rules: listened, lexicon, now: () => 0 })
  return {
    check(draft, practice) {
      heard = []
      const result = engine.check(draft, practice)
      return { result, heard }
    },
  }
}

/** What a rule throws does not say which rule it was. */
function named<T>(rule: Rule, run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw new Error(`${rule.id}: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
}

function heardOf(rule: Rule, hit: Hit, weight: Severity): Heard {
  const { start, end, category = rule.category, severity = weight } = hit
  return { rule: rule.id, start, end, category, severity }
}
