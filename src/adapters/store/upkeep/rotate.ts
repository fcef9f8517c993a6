import { type Kysely, sql } from 'kysely'
import { ChaperoneError } from '../../../bot/errors.ts'
import type { Actor } from '../../../bot/ports.ts'
import { type Ground, patiently } from '../assemble.ts'
import { boundDialog } from '../dialogs.ts'
import type { Key } from '../key.ts'
import { holdKey } from '../prove.ts'
import { boundRecord } from '../register/register.ts'
import { boundRemark } from '../remarks.ts'
import type { Schema } from '../schema.ts'
import { append, HEAD_ID, rotatedMeanwhile } from '../trail/trail.ts'

const PAGE = 500

type Row = Record<string, string>
/** Every sealed column there is. */
interface Sealed {
  table: keyof Schema
  id: string
  columns: readonly string[]
  bound: (row: Row, column: string) => string
  /** Whether a row that does not open may be dropped. */
  loses: boolean
}
const SEALED: readonly Sealed[] = [
  {
    table: 'remark',
    id: 'id',
    columns: ['example', 'reason'],
    bound: ({ id = '' }, column) => boundRemark(id, column),
    loses: false,
  },
  {
    table: 'register',
    id: 'number',
    columns: ['body'],
    bound: (row) => boundRecord(row as unknown as Schema['register']),
    loses: false,
  },
  { table: 'dialog', id: 'key', columns: ['value'], bound: ({ key = '' }) => boundDialog(key), loses: true },
]

/**
 * Seals everything anew, in one transaction: all or nothing. Processes that run on with the old key are refused
 * when they next write something sealed or add to the trail.
 * @param master 32 bytes of the new key.
 * @returns fingerprints of the new key, and how many rows were sealed anew.
 * @throws ChaperoneError store_corrupt: a row does not open with the old key; nothing was changed.
 */
export function rotateKey(
  { db, key, busyMs, place, trouble }: Ground,
  master: Uint8Array,
  by: Actor,
  at: number,
): Promise<{ key: Key; rows: number }> {
  const { key: next, inherited } = key.successor(master)
  if (next.fingerprint === key.fingerprint)
    throw new ChaperoneError('key_invalid', 'the new key is the one in use; make another')
  const turn = async (tx: Kysely<Schema>) => {
    // From here on nobody else writes anything sealed; dialogs may, and what is lost of them may be lost.
    await holdKey(tx, key)
    const { numUpdatedRows } = await tx
      .updateTable('trail_head')
      .set({ key: next.fingerprint })
      .where('id', '=', HEAD_ID)
      .where('key', '=', key.fingerprint)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw rotatedMeanwhile()
    let rows = 0
    for (const sealed of SEALED) rows += await sealAnew(tx, sealed, key, next, place)
    await tx.updateTable('installation').set({ value: next.fingerprint }).where('name', '=', 'key').execute()
    await tx
      .insertInto('installation')
      .values({ name: 'inherited', value: inherited })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: inherited }))
      .execute()
    await append(tx, next, by, { act: 'key_rotated', subject: next.fingerprint, at })
    return { key: next, rows }
  }
  return patiently(busyMs, place, trouble, () => db.transaction().execute(turn))
}

async function sealAnew(
  tx: Kysely<Schema>,
  { table, id, columns, bound, loses }: Sealed,
  old: Key,
  next: Key,
  place: string,
): Promise<number> {
  let count = 0
  for (let last = ''; ; ) {
    const { rows } = await sql<Row>`select * from ${sql.table(table)} where ${sql.ref(id)} > ${last}
      order by ${sql.ref(id)} limit ${PAGE}`.execute(tx)
    for (const row of rows) {
      last = row[id] as string
      const where = sql`where ${sql.ref(id)} = ${last}`
      for (const column of columns) {
        const text = old.open(row[column] as string, bound(row, column))
        if (text !== undefined) {
          const value = next.seal(text, bound(row, column))
          await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value} ${where}`.execute(tx)
        } else if (loses) await sql`delete from ${sql.table(table)} ${where}`.execute(tx)
        else
          throw new ChaperoneError(
            'store_corrupt',
            `${place}: a row of "${table}" was changed outside of Chaperone, so the key stays; verify-audit may know more`,
          )
      }
      count++
    }
    if (rows.length < PAGE) return count
  }
}
