import type { Kysely } from 'kysely'
import type { CheckRecord, Ledger } from '../../bot/ports.ts'
import { type Ask, type Given, once } from './once.ts'
import type { Schema } from './schema.ts'

export function ledgerOf(db: Kysely<Schema>, ask: Ask): Ledger {
  const write = once(ask, (given: Given<keyof Schema['ledger']>) =>
    db.insertInto('ledger').values({
      id: given<string>('id'),
      at: given<number>('at'),
      surface: given<string>('surface'),
      person: given<string>('person'),
      draft_hash: given<string>('draft_hash'),
      verdict: given<string>('verdict'),
      kind: given<string>('kind'),
      platform: given<string | null>('platform'),
      rules: given<string>('rules'),
    }),
  )

  return {
    async record({ draftHash, rules, ...check }) {
      await write({ ...check, draft_hash: draftHash, rules: JSON.stringify(rules) })
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
      return rows.map(toRecord)
    },

    async latest(surface, person, from, limit) {
      const rows = await db
        .selectFrom('ledger')
        .selectAll()
        .where('at', '>=', from)
        .where('surface', '=', surface)
        .where('person', '=', person)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(toRecord)
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

function toRecord({ at, draft_hash, rules, ...row }: Schema['ledger']): CheckRecord {
  // PostgreSQL gives its 64-bit numbers as strings.
  return { ...row, at: Number(at), draftHash: draft_hash, rules: JSON.parse(rules) as string[] }
}
