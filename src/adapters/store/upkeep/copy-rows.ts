import { type Kysely, sql } from 'kysely'
import type { Schema } from '../schema.ts'

/** Rows of one statement: times the columns of the widest table, far below what either database takes. */
const AT_ONCE = 500

/** Tables that hold data; the ones of the migrator tell of the database itself. */
export async function tablesOf(db: Kysely<Schema>): Promise<(keyof Schema)[]> {
  const tables = await db.introspection.getTables()
  return tables.map(({ name }) => name as keyof Schema).filter((name) => !name.startsWith('kysely_'))
}

/** Puts the rows of every table in place of those of the other database. Both are of the same version. */
export async function copyRows(from: Kysely<Schema>, to: Kysely<Schema>): Promise<void> {
  for (const table of await tablesOf(from)) {
    await to.deleteFrom(table).execute()
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(from)
    for (let start = 0; start < rows.length; start += AT_ONCE)
      await to
        .insertInto(table)
        .values(rows.slice(start, start + AT_ONCE) as never)
        .execute()
  }
}
