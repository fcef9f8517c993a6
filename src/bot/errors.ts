/**
 * Every way in which Chaperone itself can fail. Closed, so that logs, metrics and the operations guide can
 * name each one. What a person did wrong is no error: that is a reply.
 */
export const ERROR_CODES = [
  /** A setting in the environment is unusable; the message names the variable. */
  'config_invalid',
  /** The practice file is unusable; the message names file, line and what is expected. */
  'practice_invalid',
  /** A file of knowledge/ is missing or malformed, so nothing can be checked; the message names it. */
  'knowledge_invalid',
  /** The key is missing, malformed, or not the one that the data was written with. */
  'key_missing',
  'key_invalid',
  'key_changed',
  /** The database cannot be opened, or is closed. */
  'store_unavailable',
  'store_corrupt',
  'store_readonly',
  'store_locked',
  'store_full',
  /** A newer Chaperone wrote this database. */
  'store_newer',
  'store_failed',
  /** A skill returned a reply that no surface can draw. */
  'reply_invalid',
  'skill_failed',
  /** A skill or a delivery took too long; what it still does is dropped. */
  'skill_slow',
  'delivery_failed',
  'delivery_slow',
  /** A file is no picture that can be opened, or too large; what was wrong with it, never what is in it. */
  'photo_unreadable',
  /** Looking at a photo took too long; nothing of it is checked. */
  'photo_slow',
  /** A file comes from another place than the surface's own, is too large or of a wrong type. */
  'file_refused',
  /** A file is gone, or the surface did not answer. */
  'file_unreachable',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/**
 * The one error class. `message` is for whoever runs Chaperone: it may name variables, files, lines and
 * settings, and never holds a secret or a word that somebody typed into a chat. Logs take `code` alone.
 */
export class ChaperoneError extends Error {
  override readonly name = 'ChaperoneError'
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}

/** The code of whatever was thrown: our own, or `otherwise`. Foreign messages may quote typed text. */
export function codeOf(thrown: unknown, otherwise: ErrorCode): ErrorCode {
  return thrown instanceof ChaperoneError ? thrown.code : otherwise
}
