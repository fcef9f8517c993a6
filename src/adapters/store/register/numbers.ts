import type { Kysely } from 'kysely'
import { RECORD_KINDS, type RecordKind } from '../../../bot/ports.ts'
import type { Schema } from '../schema.ts'

const DIGITS = 4

/**
 * Takes the next number; until the transaction ends nobody else gets one of this kind and year. A transaction
 * that fails gives its number back, so that no gap stays.
 */
export async function nextNumber(tx: Kysely<Schema>, kind: RecordKind, year: number) {
  const { last } = await tx
    .insertInto('numbering')
    .values({ kind, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'year']).doUpdateSet(({ eb }) => ({ last: eb('numbering.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return {
    text: `${RECORD_KINDS[kind]}-${year}-${String(last).padStart(DIGITS, '0')}`,
    async giveBack() {
      const before = { last: last - 1 }
      await tx
        .updateTable('numbering')
        .set(before)
        .where('kind', '=', kind)
        .where('year', '=', year)
        .execute()
    },
  }
}
