import type { Kysely } from 'kysely'
import type { CheckRecord, Ledger } from '../../bot/ports.ts'
import type { Schema } from './schema.ts'

export function ledgerOf(db: Kysely<Schema>): Ledger {
  return {
    async record({ draftHash, rules, ...check }) {
      const row = { ...check, draft_hash: draftHash, rules: JSON.stringify(rules) }
      await db.insertInto('ledger').values(row).execute()
    },

    async between(from, to, limit) {
      const rows = await db
        .selectFrom('ledger')
        .selectAll()
        .where('at', '>=', from)
        .where('at', '<', to)
        .orderBy('at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(
        ({ at, draft_hash, rules, ...row }): CheckRecord => ({
          ...row,
          // PostgreSQL gives its 64-bit numbers as strings.
          at: Number(at),
          draftHash: draft_hash,
          rules: JSON.parse(rules) as string[],
        }),
      )
    },

    async counts(from, to) {
      const rows = await db
        .selectFrom('ledger')
        .select(['verdict', ({ fn }) => fn.countAll().as('count')])
        .where('at', '>=', from)
        .where('at', '<', to)
        .groupBy('verdict')
        .orderBy('verdict')
        .execute()
      return Object.fromEntries(rows.map(({ verdict, count }) => [verdict, Number(count)]))
    },
  }
}
