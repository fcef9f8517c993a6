import type { DatabaseSync } from 'node:sqlite'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { connect } from './connect.ts'
import { type Beside, type Group, groupCommit } from './group.ts'

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
  return dialectOf(groupCommit(database, busyMs, beside))
}

export function dialectOf(group: Group): Dialect {
  return {
    createDriver: () => driverOf(group),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SharedAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  }
}

function driverOf(group: Group): Driver {
  return {
    init: async () => {},
    async acquireConnection() {
      const connection: DatabaseConnection = {
        executeQuery: <R>({ sql, parameters }: CompiledQuery) => group.run<R>(sql, parameters, connection),
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
