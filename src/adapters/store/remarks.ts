import type { Kysely } from 'kysely'
import { ChaperoneError } from '../../bot/errors.ts'
import type { Remark, Remarks } from '../../bot/ports.ts'
import type { Key } from './key.ts'
import { holdKey } from './prove.ts'
import type { Schema } from './schema.ts'

export const boundRemark = (id: string, column: string) => `remark:${id}:${column}`

/** What people wrote lies sealed, each text bound to its row and column. */
export function remarksOf(db: Kysely<Schema>, key: Key, path: string): Remarks {
  const open = (sealed: string, id: string, column: string) => {
    const text = key.open(sealed, boundRemark(id, column))
    if (text === undefined)
      throw new ChaperoneError('store_corrupt', `${path}: a remark was changed outside of Chaperone`)
    return text
  }
  return {
    async add({ draftHash, rules, example, reason, ...remark }) {
      const row = {
        ...remark,
        draft_hash: draftHash,
        rules: JSON.stringify(rules),
        example: key.seal(example, boundRemark(remark.id, 'example')),
        reason: key.seal(reason, boundRemark(remark.id, 'reason')),
      }
      await db.transaction().execute(async (tx) => {
        await holdKey(tx, key)
        await tx.insertInto('remark').values(row).execute()
      })
    },

    async between(from, to, limit) {
      const rows = await db
        .selectFrom('remark')
        .selectAll()
        .where('at', '>=', from)
        .where('at', '<', to)
        .orderBy('at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(
        ({ at, draft_hash, rules, example, reason, sort, ...row }): Remark => ({
          ...row,
          at: Number(at),
          sort: sort as Remark['sort'],
          draftHash: draft_hash,
          rules: JSON.parse(rules) as string[],
          example: open(example, row.id, 'example'),
          reason: open(reason, row.id, 'reason'),
        }),
      )
    },
  }
}
