import { ChaperoneError, type ErrorCode } from '../../../bot/errors.ts'

/** SQLite's primary result codes (sqlite.org/rescode.html) that somebody can do something about. */
const KNOWN: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  5: ['store_locked', 'another program holds the database; stop it, or wait and try again'],
  6: ['store_locked', 'another program holds the database; stop it, or wait and try again'],
  8: ['store_readonly', 'the database may not be written; give the account that runs Chaperone the right to'],
  10: ['store_unavailable', 'the disk reported an error while the database was read or written'],
  11: ['store_corrupt', 'the database is damaged; put the last backup in its place'],
  13: ['store_full', 'the disk is full'],
  14: ['store_unavailable', 'the database cannot be opened; look at the path and its permissions'],
  26: ['store_corrupt', 'the file is no database; put the last backup in its place'],
}

/**
 * What went wrong, in words for whoever runs Chaperone. SQLite's own message stays in `cause`: it can hold
 * pieces of SQL. `path`: the database file, named in the message.
 */
export function trouble(thrown: unknown, path: string): ChaperoneError {
  if (thrown instanceof ChaperoneError) return thrown
  const { errcode, code } = (thrown ?? {}) as { errcode?: unknown; code?: unknown }
  const known = typeof errcode === 'number' ? KNOWN[errcode & 0xff] : undefined
  if (known) return new ChaperoneError(known[0], `${path}: ${known[1]}`, { cause: thrown })
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new ChaperoneError('store_readonly', `${path}: no permission to write here`, { cause: thrown })
  if (code === 'ENOSPC')
    return new ChaperoneError('store_full', `${path}: the disk is full`, { cause: thrown })
  // Node says it one way, Kysely the other.
  if (code === 'ERR_INVALID_STATE' || wasClosed(thrown))
    return new ChaperoneError('store_unavailable', `${path}: the database is closed`, { cause: thrown })
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code))
    return new ChaperoneError('store_unavailable', `${path}: cannot be used (${code})`, { cause: thrown })
  return new ChaperoneError('store_failed', `${path}: the database did not do as asked`, { cause: thrown })
}

/** Whether Kysely was asked after it had been closed; it has no code for that. */
export function wasClosed(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.message === 'driver has already been destroyed'
}
