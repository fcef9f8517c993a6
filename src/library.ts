import { ChaperoneError } from './bot/errors.ts'
import { loadLexicon } from './knowledge/load.ts'
import { createEngine } from './rules/engine.ts'
import { RULES } from './rules/registry.ts'
import type { Engine } from './rules/verdict.ts'

/** The rules with their word lists: all that a check needs. Nothing of the server is loaded for it. */
export function openEngine(): Engine {
  return createEngine({ rules: RULES, lexicon: openLexicon(), now: () => performance.now() })
}

/** @throws ChaperoneError knowledge_invalid: one line that names the file. */
export function openLexicon(): ReturnType<typeof loadLexicon> {
  try {
    return loadLexicon()
  } catch (cause) {
    const says = cause instanceof Error ? cause.message : 'knowledge/ cannot be read'
    throw new ChaperoneError('knowledge_invalid', says.replace(/\s*\n\s*/g, ' '), { cause })
  }
}
