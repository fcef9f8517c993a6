import { SURFACES } from '../../bot/event.ts'
import type { LogFields } from '../../bot/ports.ts'

/** Characters of a value that reach the log. */
const LONGEST = 80
/** Stands where a value was left out, so that somebody notices and mends the caller. */
const LEFT_OUT = 'left_out'

type Read = (value: unknown) => string | number | undefined

const word = (pattern: RegExp): Read => {
  return (value) =>
    typeof value === 'string' ? (pattern.test(value) ? value.slice(0, LONGEST) : LEFT_OUT) : undefined
}
const amount: Read = (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)
/** The one thing that an error may say of itself: its message can quote what somebody typed. */
const ofError =
  (read: Read): Read =>
  (value) =>
    read(value instanceof Error && 'code' in value ? value.code : value)

/** "source:id", as every adapter names its events. Typed words have spaces, and no source before a colon. */
const EVENT = /^[a-z]{2,20}:[\w:.@=/+-]{1,300}$/
/** Names that stand in our source: skills, intents, verdicts, kinds, platforms. */
const NAME = /^[a-z][a-z0-9]{0,19}(?:[_-][a-z0-9]{1,20}){0,4}$/
/** Ours (store_locked) and Node's (EADDRINUSE). */
const CODE = /^(?:[a-z][a-z0-9]{0,19}(?:_[a-z0-9]{1,20}){0,5}|[A-Z][A-Z0-9]{1,19}(?:_[A-Z0-9]{1,20}){0,5})$/

/** Length of the trail and its last link. */
const HEAD = /^\d{1,15}-[0-9a-f]{64}$/

/** Field by field what may stand in a log line. A key that is not here never gets there. */
const FIELDS: { readonly [K in keyof LogFields]-?: Read } = {
  event: word(EVENT),
  surface: word(new RegExp(`^(?:${SURFACES.join('|')})$`)),
  skill: word(NAME),
  intent: word(NAME),
  outcome: word(NAME),
  code: ofError(word(CODE)),
  verdict: word(NAME),
  kind: word(NAME),
  platform: word(NAME),
  rules: amount,
  ms: amount,
  count: amount,
  port: amount,
  attempt: amount,
  head: word(HEAD),
}

/**
 * A new, flat object of strings and numbers: the caller's own never reaches the logger, whatever getters,
 * toJSON or prototypes it has. Never throws.
 */
export function loggable(fields: unknown): Record<string, string | number> {
  const safe: Record<string, string | number> = {}
  if (typeof fields !== 'object' || fields === null) return safe
  for (const [key, read] of Object.entries(FIELDS)) {
    try {
      const value = read((fields as Record<string, unknown>)[key])
      if (value !== undefined) safe[key] = value
    } catch {
      safe[key] = LEFT_OUT
    }
  }
  return safe
}
