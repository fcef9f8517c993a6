import { DatabaseSync } from 'node:sqlite'
import { type SqliteDatabase, SqliteDialect } from 'kysely'

/** Kysely asks a statement whether it returns rows; node:sqlite says so by listing its columns. */
export function nodeSqlite(database: DatabaseSync): SqliteDialect {
  const shim: SqliteDatabase = {
    close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql)
      const values = (parameters: readonly unknown[]) => parameters as (string | number | null)[]
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      }
    },
  }
  return new SqliteDialect({ database: shim })
}

/**
 * Opens the file and proves that it is a whole database. Throws SQLite's own errors, "locked" at once: a wait
 * inside SQLite would hold up everything else in this process.
 */
export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 0 })
  try {
    // FULL: what was acknowledged survives a power cut. secure_delete: a row that is gone is overwritten.
    database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON')
    const found = database.prepare('PRAGMA quick_check(1)').all() as { quick_check: string }[]
    if (found[0]?.quick_check !== 'ok') throw Object.assign(new Error('quick_check'), { errcode: 11 })
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
