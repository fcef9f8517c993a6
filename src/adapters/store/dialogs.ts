import type { Kysely } from 'kysely'
import type { Clock, Dialogs } from '../../bot/ports.ts'
import type { Key } from './key.ts'
import { type Ask, once } from './once.ts'
import type { Schema } from './schema.ts'
import type { Unsealed } from './seal.ts'

export const boundDialog = (name: string) => `dialog:${name}`

/** How often what is over is looked for: each time reads the whole table. */
const FORGET_EVERY_MS = 60_000

/** Values go through JSON and lie sealed, each bound to its own key, so that rows cannot be swapped. */
export function dialogsOf(db: Kysely<Schema>, ask: Ask, clock: Pick<Clock, 'now'>, key: Key): Dialogs {
  let forgotten = clock.now()
  const write = once(ask, ['key', 'value', 'until'], (given) =>
    db
      .insertInto('dialog')
      .values({ key: given('key'), value: given('value'), until: given('until') })
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet(({ ref }) => ({ value: ref('excluded.value'), until: ref('excluded.until') })),
      ),
  )
  const read = once(ask, ['key', 'now'], (given) =>
    db
      .selectFrom('dialog')
      .select('value')
      .where('key', '=', given<string>('key'))
      .where('until', '>', given<number>('now')),
  )
  return {
    async get(name) {
      const [row] = (await read([name, clock.now()])).rows
      const json = row && key.open(row.value, boundDialog(name))
      // A row that cannot be opened was not written by us: the dialog counts as lost, which it may be.
      return json === undefined ? undefined : (JSON.parse(json) as unknown)
    },

    async set(name, value, ttlMs) {
      const unsealed: Unsealed = [JSON.stringify(value) ?? 'null', boundDialog(name)]
      await write([name, unsealed, clock.now() + ttlMs])
      const now = clock.now()
      if (Math.abs(now - forgotten) < FORGET_EVERY_MS) return
      forgotten = now
      await forgetExpired(db, now)
    },

    async delete(name) {
      await db.deleteFrom('dialog').where('key', '=', name).execute()
    },
  }
}

export async function forgetExpired(db: Kysely<Schema>, now: number): Promise<void> {
  await db.deleteFrom('dialog').where('until', '<=', now).execute()
}
