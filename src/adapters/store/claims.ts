import type { Kysely } from 'kysely'
import type { Claims } from '../../bot/ports.ts'
import type { Schema } from './schema.ts'

export function claimsOf(db: Kysely<Schema>): Claims {
  return {
    async claim(event, holder, now, leaseMs) {
      // One statement: look and take in two would let racers look together and then take together.
      const won = await db
        .insertInto('claim')
        .values({ event, holder, lease_until: now + leaseMs, done_at: null })
        .onConflict((conflict) =>
          conflict
            .column('event')
            .doUpdateSet((row) => ({
              holder: row.ref('excluded.holder'),
              lease_until: row.ref('excluded.lease_until'),
            }))
            .where('claim.done_at', 'is', null)
            .where(({ eb, or, ref }) =>
              or([eb('claim.lease_until', '<=', now), eb('claim.holder', '=', ref('excluded.holder'))]),
            ),
        )
        .returning('event')
        .executeTakeFirst()
      if (won) return 'won'
      const held = await db
        .selectFrom('claim')
        .select('done_at')
        .where('event', '=', event)
        .executeTakeFirst()
      return held && held.done_at !== null ? 'done' : 'busy'
    },

    async finish(event, holder, now) {
      const { numUpdatedRows } = await db
        .updateTable('claim')
        .set({ done_at: now })
        .where('event', '=', event)
        .where('holder', '=', holder)
        .where('done_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    async release(event, holder) {
      await db
        .deleteFrom('claim')
        .where('event', '=', event)
        .where('holder', '=', holder)
        .where('done_at', 'is', null)
        .execute()
    },

    async sweep(before) {
      const { numDeletedRows } = await db
        .deleteFrom('claim')
        .where(({ eb, and, or }) =>
          or([eb('done_at', '<', before), and([eb('done_at', 'is', null), eb('lease_until', '<', before)])]),
        )
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}
