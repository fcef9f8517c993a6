import { ChaperoneError, type ErrorCode } from '../../../bot/errors.ts'
import { wasClosed } from '../sqlite/trouble.ts'

/** SQLSTATEs, or their classes, that somebody can do something about (postgresql.org/docs/current/errcodes-appendix.html). */
const KNOWN: readonly (readonly [RegExp, ErrorCode, string])[] = [
  [/^(?:40001|40P01|55P03)$/, 'store_locked', 'another transaction holds what is wanted; try again'],
  [/^28/, 'store_unavailable', 'PostgreSQL refuses the user or the password of DATABASE_URL'],
  [/^3D000$/, 'store_unavailable', 'there is no such database; make it, or look at DATABASE_URL'],
  [/^(?:25006|42501)$/, 'store_readonly', 'the user of DATABASE_URL may not write; give it the right to'],
  [/^53100$/, 'store_full', 'the disk of PostgreSQL is full'],
  [/^(?:53|57P|08|58)/, 'store_unavailable', 'PostgreSQL is not available now'],
  [
    /^XX00[12]$/,
    'store_corrupt',
    'PostgreSQL says that its data is damaged; put the last backup in its place',
  ],
]
/** Of a connection that cannot be had, or that broke. */
const NETWORK = /^(?:E[A-Z]{3,20}|CERT_\w+|DEPTH_\w+|SELF_\w+|UNABLE_\w+|ERR_TLS_\w+)$/

/** What went wrong, in words for whoever runs Chaperone. PostgreSQL's own message, in `cause`, can hold values. */
export function postgresTrouble(thrown: unknown, place: string): ChaperoneError {
  if (thrown instanceof ChaperoneError) return thrown
  const { code, message } = (thrown ?? {}) as { code?: unknown; message?: unknown }
  const say = (ours: ErrorCode, says: string) =>
    new ChaperoneError(ours, `${place}: ${says}`, { cause: thrown })
  if (typeof code === 'string') {
    const known = KNOWN.find(([pattern]) => /^[0-9A-Z]{5}$/.test(code) && pattern.test(code))
    if (known) return say(known[1], known[2])
    if (NETWORK.test(code)) return say('store_unavailable', `cannot be reached (${code})`)
  }
  if (wasClosed(thrown)) return say('store_unavailable', 'the database is closed')
  // What pg throws by itself has no code.
  if (typeof message === 'string' && /connect|terminated|SSL|timeout|after calling end/i.test(message))
    return say('store_unavailable', 'the connection could not be had, or broke')
  return say('store_failed', 'the database did not do as asked')
}
