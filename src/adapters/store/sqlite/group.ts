import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import type { QueryResult } from 'kysely'
import type { Seals } from '../seal.ts'
import { batchesOf, type Outcome, type Question, type Result } from './batch.ts'

/** Between two tries while another process writes, in milliseconds. */
const PAUSE_MS = 2
const BUSY = 5

/** Whoever holds a transaction; everybody else waits for its end. */
export type Holder = object

export interface Group {
  run<R>(sql: string, parameters: readonly unknown[], holder: Holder): Promise<QueryResult<R>>
  /** For somebody who never has a transaction. */
  ask<R>(sql: string, parameters: readonly unknown[]): Promise<QueryResult<R>>
  begin(holder: Holder): Promise<void>
  commit(holder: Holder): void
  rollback(holder: Holder): void
  /** Ends what waits, then closes. */
  close(): Promise<void>
}

interface Waiting extends Question {
  done(result: QueryResult<never>): void
  failed(error: unknown): void
}

/** Another connection, in a thread of its own, so that the disk holds up nobody here. */
export interface Beside {
  /** Undefined: it is not there (yet, or any more), and nothing was done. */
  together(batch: readonly Question[]): Promise<Outcome[]> | undefined
  close(): Promise<void>
}

/**
 * One connection for many at a time. Statements that come while the process is busy elsewhere are written in one
 * transaction, and nobody is told before it is on the disk: durable as before, at one flush for all of them.
 * While another process writes it waits between tries, not inside SQLite, where it would hold up everything.
 * @param busyMs how long to wait for another process's write, in milliseconds.
 * @param beside writes the batches instead; what somebody does in a transaction of their own stays here.
 * @param seal for values that come unsealed.
 */
export function groupCommit(
  database: DatabaseSync,
  busyMs: () => number,
  beside?: Beside,
  seal?: Seals['seal'],
): Group {
  const { execute, together } = batchesOf(database, seal)
  let waiting: Waiting[] = []
  let flushing: Promise<void> | undefined
  let holder: Holder | undefined
  let turn: Promise<void> = Promise.resolve()
  let release = () => {}

  /** Runs this when no other process writes; gives up after a while with SQLite's own error. */
  async function patiently<T>(run: () => T | Promise<T>): Promise<T> {
    const end = performance.now() + busyMs()
    for (;;) {
      try {
        return await run()
      } catch (error) {
        if ((error as { errcode?: number }).errcode !== BUSY || performance.now() >= end) throw error
        await pause(PAUSE_MS)
      }
    }
  }

  async function flush(): Promise<void> {
    // After everything that has arrived meanwhile, so that it shares the transaction.
    await new Promise((resolve) => setImmediate(resolve))
    await mine(async () => {
      const batch = waiting
      waiting = []
      try {
        const outcomes = await patiently(() => beside?.together(batch) ?? together(batch))
        outcomes.forEach((outcome, index) => {
          if (typeof outcome === 'object' && 'error' in outcome) batch[index]?.failed(outcome.error)
          else batch[index]?.done(told(outcome))
        })
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

  async function own(question: Question): Promise<QueryResult<never>> {
    // A disk that is full has ended the transaction: what comes after must not be written without what came before.
    if (!database.isTransaction) throw Object.assign(new Error('the transaction is over'), { errcode: 13 })
    return told(execute(question))
  }

  function ask<R>(sql: string, parameters: readonly unknown[]): Promise<QueryResult<R>> {
    return new Promise((done, failed) => {
      waiting.push({ sql, parameters, done, failed })
      flushing ??= drain()
    })
  }

  return {
    run(sql, parameters, by) {
      if (holder === by) return own({ sql, parameters })
      // A migration has the connection for itself.
      if (holder === undefined && database.isTransaction) return own({ sql, parameters })
      return ask(sql, parameters)
    },
    ask,

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
      await beside?.close()
      database.close()
    },
  }
}

function told(result: Result): QueryResult<never> {
  return typeof result === 'number'
    ? { rows: [], numAffectedRows: BigInt(result) }
    : { rows: result as never[] }
}
