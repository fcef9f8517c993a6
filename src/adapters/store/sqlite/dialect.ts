import type { DatabaseSync } from 'node:sqlite'
import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Question, Result } from './batch.ts'
import { connect } from './connect.ts'
import { type Beside, groupCommit } from './group.ts'

/** One connection that many may use at a time: `groupCommit` keeps them apart. */
class SharedAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

/**
 * @param busyMs how long to wait for another process's write, in milliseconds.
 * @param beside see groupCommit.
 */
export function nodeSqlite(database: DatabaseSync, busyMs: () => number, beside?: Beside): Dialect {
  return {
    createDriver: () => driverOf(database, busyMs, beside),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SharedAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  }
}

function driverOf(database: DatabaseSync, busyMs: () => number, beside?: Beside): Driver {
  const group = groupCommit(database, busyMs, beside)
  return {
    init: async () => {},
    async acquireConnection() {
      const connection: DatabaseConnection = {
        executeQuery: async <R>(query: Question) => toldOf<R>(await group.run(query, connection)),
        streamQuery() {
          throw new Error('answers come whole: read them in pages')
        },
      }
      return connection
    },
    beginTransaction: (connection) => group.begin(connection),
    commitTransaction: async (connection) => group.commit(connection),
    rollbackTransaction: async (connection) => group.rollback(connection),
    releaseConnection: async () => {},
    destroy: () => group.close(),
  }
}

function toldOf<R>(result: Result): QueryResult<R> {
  return typeof result === 'number' ? { rows: [], numAffectedRows: BigInt(result) } : { rows: result as R[] }
}

/**
 * Opens the file and proves that it is a whole database. Throws SQLite's own errors, "locked" at once: a wait
 * inside SQLite would hold up everything else in this process.
 */
export function openDatabase(path: string): DatabaseSync {
  const database = connect(path)
  try {
    const found = database.prepare('PRAGMA quick_check(1)').all() as { quick_check: string }[]
    if (found[0]?.quick_check !== 'ok') throw Object.assign(new Error('quick_check'), { errcode: 11 })
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
