import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { type Seals, sealedIn } from '../seal.ts'

/** Distinct statements are few; a list of values of every length would be the exception. */
const MOST_PREPARED = 200

export interface Question {
  sql: string
  parameters: readonly unknown[]
}

/** The rows of a statement that returns any; of every other, how many it changed. */
export type Result = readonly unknown[] | number
/** What became of one statement of a batch; what the others did stands all the same. */
export type Outcome = Result | { error: unknown }

export interface Batches {
  /** One statement, in whatever transaction there is. */
  execute(question: Question): Result
  /**
   * All of them, in order, in one transaction; a statement that fails takes no other with it. Throws where nothing
   * of it was written: another process writes, or the disk is full.
   */
  together(batch: readonly Question[]): Outcome[]
}

/** Readers see the last state that was written, and need not wait for whoever writes. */
const reads = ({ sql }: Question) => sql.startsWith('select ')

/** @param seal for values that come unsealed. */
export function batchesOf(database: DatabaseSync, seal?: Seals['seal']): Batches {
  const prepared = new Map<string, { statement: StatementSync; reader: boolean }>()

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

  function execute({ sql, parameters }: Question): Result {
    const { statement, reader } = prepare(sql)
    const values = (seal ? sealedIn(parameters, seal) : parameters) as (string | number | null)[]
    return reader ? statement.all(...values) : Number(statement.run(...values).changes)
  }

  function attempt(question: Question): Outcome {
    try {
      return execute(question)
    } catch (error) {
      // A full or broken disk ends the whole transaction, and with it what seemed to be written.
      if (!database.isTransaction) throw error
      return { error }
    }
  }

  return {
    execute,
    together(batch) {
      // By itself a statement is a transaction of its own.
      const [only] = batch
      if (only && batch.length === 1) return [execute(only)]
      database.exec(batch.every(reads) ? 'BEGIN' : 'BEGIN IMMEDIATE')
      try {
        const outcomes = batch.map(attempt)
        database.exec('COMMIT')
        return outcomes
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK')
        throw error
      }
    },
  }
}
