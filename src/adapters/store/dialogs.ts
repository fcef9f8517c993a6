import type { Kysely } from 'kysely'
import type { Clock, Dialogs } from '../../bot/ports.ts'
import type { Key } from './key.ts'
import type { Schema } from './schema.ts'

/** Values go through JSON and lie sealed, each bound to its own key, so that rows cannot be swapped. */
export function dialogsOf(db: Kysely<Schema>, clock: Pick<Clock, 'now'>, key: Key): Dialogs {
  const bound = (name: string) => `dialog:${name}`
  return {
    async get(name) {
      const row = await db
        .selectFrom('dialog')
        .select('value')
        .where('key', '=', name)
        .where('until', '>', clock.now())
        .executeTakeFirst()
      const json = row && key.open(row.value, bound(name))
      // A row that cannot be opened was not written by us: the dialog counts as lost, which it may be.
      return json === undefined ? undefined : (JSON.parse(json) as unknown)
    },

    async set(name, value, ttlMs) {
      const row = {
        key: name,
        value: key.seal(JSON.stringify(value) ?? 'null', bound(name)),
        until: clock.now() + ttlMs,
      }
      await db
        .insertInto('dialog')
        .values(row)
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: row.value, until: row.until }))
        .execute()
      await forgetExpired(db, clock.now())
    },

    async delete(name) {
      await db.deleteFrom('dialog').where('key', '=', name).execute()
    },
  }
}

export async function forgetExpired(db: Kysely<Schema>, now: number): Promise<void> {
  await db.deleteFrom('dialog').where('until', '<=', now).execute()
}
