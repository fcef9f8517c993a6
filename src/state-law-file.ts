import { ChaperoneError } from './bot/errors.ts'
import { loadStateLaw, type StateLaw } from './knowledge/state-law.ts'

/** @throws ChaperoneError knowledge_invalid: one line that names the file. */
export function openStateLaw(home?: URL): StateLaw {
  try {
    return loadStateLaw(home)
  } catch (cause) {
    const says = cause instanceof Error ? cause.message : 'knowledge/state-law.yml cannot be read'
    throw new ChaperoneError('knowledge_invalid', says.replace(/\s*\n\s*/g, ' '), { cause })
  }
}
