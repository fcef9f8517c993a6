import { ChaperoneError } from './bot/errors.ts'
import { loadLexicon } from './knowledge/load.ts'
import { openReadingRoom, type ReadingRoom } from './knowledge/reading-room.ts'
import { loadTemplates, type Templates } from './knowledge/templates.ts'
import { createEngine } from './rules/engine.ts'
import { RULES } from './rules/registry.ts'
import type { Engine, Masker } from './rules/verdict.ts'

/** The rules with their word lists: all that a check needs. Nothing of the server is loaded for it. */
export function openEngine(): Engine & Masker {
  return createEngine({ rules: RULES, lexicon: openLexicon(), now: () => performance.now() })
}

/** @throws ChaperoneError knowledge_invalid: one line that names the file. */
export function openLexicon(): ReturnType<typeof loadLexicon> {
  return orInvalid(() => loadLexicon())
}

function orInvalid<T>(load: () => T): T {
  try {
    return load()
  } catch (cause) {
    const says = cause instanceof Error ? cause.message : 'knowledge/ cannot be read'
    throw new ChaperoneError('knowledge_invalid', says.replace(/\s*\n\s*/g, ' '), { cause })
  }
}

/** Articles, facts and the search over them. @throws ChaperoneError knowledge_invalid. */
export function openKnowledge(shelves?: URL): ReadingRoom {
  return orInvalid(() => openReadingRoom(shelves))
}

/** Replies that may be shown as they are. @throws ChaperoneError knowledge_invalid. */
export function openTemplates(home?: URL): Templates {
  return orInvalid(() => loadTemplates(home))
}
