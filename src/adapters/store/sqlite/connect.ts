import { DatabaseSync } from 'node:sqlite'

/** A connection as all of ours are. Throws SQLite's own errors, "locked" at once. */
export function connect(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 0 })
  try {
    // FULL: what was acknowledged survives a power cut. secure_delete: a row that is gone is overwritten.
    database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
