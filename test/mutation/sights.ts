import { createEngine } from '../../src/rules/engine.ts'
import type { PracticeFacts } from '../../src/rules/facts.ts'
import type { Finder, Rule, Sight, Vocabulary } from '../../src/rules/kit.ts'
import type { LexiconSource } from '../../src/rules/reading/lexicon.ts'
import type { Draft } from '../../src/rules/verdict.ts'
import { KINDS, type Kind } from '../../src/rules/vocabulary.ts'

export interface Workbench {
  /** Knows every word of every rule, as in the whole engine. */
  vocabulary: Vocabulary
  finders: ReadonlyMap<string, Finder>
  /** What a rule would be shown of a draft. */
  sight(draft: Draft & { kind: Kind }, practice?: PracticeFacts): Sight
}

/**
 * The engine with its rules taken out: made ready with all of them, so that a draft is read as it always is, and
 * then one rule alone can be asked about it. That tells the cost and the findings of a rule from those of all others.
 */
export function openWorkbench(rules: readonly Rule[], lexicon: LexiconSource): Workbench {
  const finders = new Map<string, Finder>()
  let vocabulary: Vocabulary | undefined
  let seen: Sight | undefined
  const mute = rules.map(
    (rule): Rule => ({
      ...rule,
      match: (words) => {
        finders.set(rule.id, rule.match(words))
        return Object.assign(() => [], { triggers: new Set<number>() })
      },
    }),
  )
  const [first] = rules
  if (first === undefined) throw new Error('a workbench needs a rule')
  const onlooker: Rule = {
    ...first,
    kinds: KINDS,
    toReader: false,
    match: (words) => {
      vocabulary = words
      return (sight) => {
        seen = sight
        return []
      }
    },
  }
  const engine = createEngine({ rules: [...mute, onlooker], lexicon, now: () => 0 })
  return {
    vocabulary: vocabulary as unknown as Vocabulary,
    finders,
    sight(draft, practice) {
      engine.check(draft, practice)
      return seen as unknown as Sight
    },
  }
}
