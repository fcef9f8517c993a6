import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import type { QueryResult } from 'kysely'

/** Distinct statements are few; a list of values of every length would be the exception. */
const MOST_PREPARED = 200
/** Between two tries while another process writes, in milliseconds. */
const PAUSE_MS = 2
const BUSY = 5

export interface Question {
  sql: string
  parameters: readonly unknown[]
}

/** Whoever holds a transaction; everybody else waits for its end. */
export type Holder = object

export interface Group {
  run(question: Question, holder: Holder): Promise<QueryResult<unknown>>
  begin(holder: Holder): Promise<void>
  commit(holder: Holder): void
  rollback(holder: Holder): void
  /** Ends what waits, then closes. */
  close(): Promise<void>
}

interface Waiting extends Question {
  done(result: QueryResult<unknown>): void
  failed(error: unknown): void
}

/** Readers see the last state that was written, and need not wait for whoever writes. */
const reads = ({ sql }: Question) => sql.startsWith('select ')

/**
 * One connection for many at a time. Statements that come while the process is busy elsewhere are written in one
 * transaction, and nobody is told before it is on the disk: durable as before, at one flush for all of them.
 * While another process writes it waits between tries, not inside SQLite, where it would hold up everything.
 * @param busyMs how long to wait for another process's write, in milliseconds.
 */
export function groupCommit(database: DatabaseSync, busyMs: () => number): Group {
  const prepared = new Map<string, { statement: StatementSync; reader: boolean }>()
  let waiting: Waiting[] = []
  let flushing: Promise<void> | undefined
  let holder: Holder | undefined
  let turn: Promise<void> = Promise.resolve()
  let release = () => {}

  function prepare(sql: string) {
    const known = prepared.get(sql)
    if (known) return known
    if (prepared.size >= MOST_PREPARED) prepared.clear()
    const statement = database.prepare(sql)
    // Kysely asks whether a statement returns rows; SQLite says so by listing its columns.
    const made = { statement, reader: statement.columns().length > 0 }
    prepared.set(sql, made)
    return made
  }

  function execute({ sql, parameters }: Question): QueryResult<unknown> {
    const { statement, reader } = prepare(sql)
    const values = parameters as (string | number | null)[]
    if (reader) return { rows: statement.all(...values) }
    const { changes, lastInsertRowid } = statement.run(...values)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }

  /** Runs this when no other process writes; gives up after a while with SQLite's own error. */
  async function patiently<T>(run: () => T): Promise<T> {
    const end = performance.now() + busyMs()
    for (;;) {
      try {
        return run()
      } catch (error) {
        if ((error as { errcode?: number }).errcode !== BUSY || performance.now() >= end) throw error
        await pause(PAUSE_MS)
      }
    }
  }

  /** All that waits, in order, in one transaction; a statement that fails takes no other with it. */
  function together(batch: readonly Waiting[]): void {
    const ends: (() => void)[] = []
    database.exec(batch.every(reads) ? 'BEGIN' : 'BEGIN IMMEDIATE')
    try {
      for (const one of batch) {
        try {
          const result = execute(one)
          ends.push(() => one.done(result))
        } catch (error) {
          // A full or broken disk ends the whole transaction, and with it what seemed to be written.
          if (!database.isTransaction) throw error
          ends.push(() => one.failed(error))
        }
      }
      database.exec('COMMIT')
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
    for (const end of ends) end()
  }

  async function flush(): Promise<void> {
    // After everything that has arrived meanwhile, so that it shares the transaction.
    await new Promise((resolve) => setImmediate(resolve))
    await mine(async () => {
      const batch = waiting
      waiting = []
      try {
        await patiently(() => together(batch))
      } catch (error) {
        for (const one of batch) one.failed(error)
      }
    })
  }

  /** Alone with the connection. */
  async function mine(run: () => Promise<void>): Promise<void> {
    const before = turn
    turn = before.then(run).catch(() => {})
    await turn
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) await flush()
    flushing = undefined
  }

  async function own(question: Question): Promise<QueryResult<unknown>> {
    // A disk that is full has ended the transaction: what comes after must not be written without what came before.
    if (!database.isTransaction) throw Object.assign(new Error('the transaction is over'), { errcode: 13 })
    return execute(question)
  }

  return {
    run(question, by) {
      if (holder === by) return own(question)
      // A migration has the connection for itself.
      if (holder === undefined && database.isTransaction) return own(question)
      return new Promise((done, failed) => {
        waiting.push({ ...question, done, failed })
        flushing ??= drain()
      })
    },

    async begin(by) {
      await new Promise<void>((begun, failed) => {
        void mine(async () => {
          try {
            await patiently(() => database.exec('BEGIN IMMEDIATE'))
          } catch (error) {
            failed(error)
            return
          }
          holder = by
          begun()
          await new Promise<void>((resolve) => {
            release = resolve
          })
        })
      })
    },

    commit(by) {
      if (holder !== by) return
      database.exec('COMMIT')
      holder = undefined
      release()
    },

    rollback(by) {
      if (holder !== by) return
      if (database.isTransaction) database.exec('ROLLBACK')
      holder = undefined
      release()
    },

    async close() {
      await flushing
      await turn
      database.close()
    },
  }
}
