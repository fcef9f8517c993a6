import type { DatabaseSync } from 'node:sqlite'
import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { ChaperoneError } from '../../../bot/errors.ts'
import { MIGRATIONS, type Schema } from '../schema.ts'

/**
 * Brings the tables to what this version wants; returns how many migrations ran. All or nothing, and one
 * process at a time: Kysely takes no lock on SQLite, so the write lock of the file is the lock.
 */
export async function migrate(database: DatabaseSync, db: Kysely<Schema>, path: string): Promise<number> {
  database.exec('BEGIN IMMEDIATE')
  try {
    if (isNewer(database))
      throw new ChaperoneError(
        'store_newer',
        `${path}: a newer Chaperone wrote this database; start that one`,
      )
    const provider = { getMigrations: async () => ({ ...MIGRATIONS }) }
    const { error, results = [] } = await new Migrator({ db, provider }).migrateToLatest()
    if (error) throw error
    database.exec('COMMIT')
    return results.length
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

function isNewer(database: DatabaseSync): boolean {
  const table = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'kysely_migration'").get()
  if (table === undefined) return false
  const names = database.prepare('SELECT name FROM kysely_migration').all() as { name: string }[]
  return names.some(({ name }) => !(name in MIGRATIONS))
}
