import type { Kysely } from 'kysely'
import type { CheckRecord, Ledger } from '../../bot/ports.ts'
import { type Ask, once } from './once.ts'
import type { Schema } from './schema.ts'

const COLUMNS = [
  'id',
  'at',
  'surface',
  'person',
  'draft_hash',
  'verdict',
  'kind',
  'platform',
  'rules',
] as const satisfies (keyof Schema['ledger'])[]

export function ledgerOf(db: Kysely<Schema>, ask: Ask): Ledger {
  const write = once(ask, COLUMNS, (given) => {
    const values = Object.fromEntries(COLUMNS.map((name) => [name, given(name)]))
    return db.insertInto('ledger').values(values as unknown as Schema['ledger'])
  })

  return {
    async record({ id, at, surface, person, draftHash, verdict, kind, platform, rules }) {
      await write([id, at, surface, person, draftHash, verdict, kind, platform, JSON.stringify(rules)])
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
