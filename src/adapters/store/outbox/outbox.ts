import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Mirrored, MirrorTrouble, Outbox, Target } from '../../../bot/outside/tickets.ts'
import type { Schema } from '../schema.ts'

export interface OutboxSchema {
  /** Numbers and states alone; `ref` is the key of an issue elsewhere. */
  outbox: {
    target: string
    number: string
    sent: number
    ref: string | null
    begun: number
    attempts: number
    next: number
    trouble: string | null
  }
}

/** For the doctor, which opens no store. */
export const TICKETS_WAITING =
  'SELECT target, trouble, count(*) AS count FROM outbox WHERE attempts > 0 GROUP BY target, trouble ORDER BY target, trouble'

export const outboxOfTickets: Migration = {
  async up(db: Kysely<never>) {
    await db.schema
      .createTable('outbox')
      .addColumn('target', 'text', (column) => column.notNull())
      .addColumn('number', 'text', (column) => column.notNull())
      .addColumn('sent', 'bigint', (column) => column.notNull())
      .addColumn('ref', 'text')
      .addColumn('begun', 'integer', (column) => column.notNull())
      .addColumn('attempts', 'bigint', (column) => column.notNull())
      .addColumn('next', 'bigint', (column) => column.notNull())
      .addColumn('trouble', 'text')
      .addPrimaryKeyConstraint('outbox_of', ['target', 'number'])
      .execute()
  },
}

export function outboxOf(db: Kysely<Schema>): Outbox {
  return {
    async of(target) {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where('target', '=', target)
        .orderBy('number')
        .execute()
      return rows.map(
        ({ sent, begun, attempts, next, target, trouble, ...row }): Mirrored => ({
          ...row,
          target: target as Target,
          sent: Number(sent),
          begun: begun === 1,
          attempts: Number(attempts),
          next: Number(next),
          trouble: trouble as MirrorTrouble | null,
        }),
      )
    },
    async save({ begun, ...state }) {
      const row = { ...state, begun: begun ? 1 : 0 }
      const { target: _target, number: _number, ...rest } = row
      await db
        .insertInto('outbox')
        .values(row)
        .onConflict((conflict) => conflict.columns(['target', 'number']).doUpdateSet(rest))
        .execute()
    },
  }
}
