import type { Kysely } from 'kysely'
import type { Marks } from '../../../bot/ports.ts'
import type { Schema } from '../schema.ts'

/** Each write is one statement that says what it replaces: of two that come at once, one finds nothing to do. */
export function marksOf(db: Kysely<Schema>): Marks {
  return {
    async get(name) {
      const row = await db.selectFrom('mark').select('value').where('name', '=', name).executeTakeFirst()
      return row?.value
    },

    async set(name, seen, value) {
      if (seen === undefined) {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('mark')
          .values({ name, value })
          .onConflict((conflict) => conflict.column('name').doNothing())
          .executeTakeFirst()
        return Number(numInsertedOrUpdatedRows ?? 0) > 0
      }
      const { numUpdatedRows } = await db
        .updateTable('mark')
        .set({ value })
        .where('name', '=', name)
        .where('value', '=', seen)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    async all(prefix) {
      // Few as they are, and a database may compare by a language's rules: what is asked for is the bare text.
      const rows = await db.selectFrom('mark').selectAll().execute()
      return rows.filter(({ name }) => name.startsWith(prefix)).sort((a, b) => (a.name < b.name ? -1 : 1))
    },
  }
}
