import type { Kysely } from 'kysely'
import type { Claims } from '../../bot/ports.ts'
import { type Ask, once } from './once.ts'
import type { Schema } from './schema.ts'

export function claimsOf(db: Kysely<Schema>, ask: Ask): Claims {
  // One statement: look and take in two would let racers look together and then take together.
  const take = once(ask, ['event', 'holder', 'until', 'now'], (given) =>
    db
      .insertInto('claim')
      .values({
        event: given<string>('event'),
        holder: given<string>('holder'),
        lease_until: given<number>('until'),
      })
      .onConflict((conflict) =>
        conflict
          .column('event')
          .doUpdateSet((row) => ({
            holder: row.ref('excluded.holder'),
            lease_until: row.ref('excluded.lease_until'),
          }))
          .where('claim.done_at', 'is', null)
          .where(({ eb, or, ref }) =>
            or([
              eb('claim.lease_until', '<=', given<number>('now')),
              eb('claim.holder', '=', ref('excluded.holder')),
            ]),
          ),
      ),
  )
  const done = once(ask, ['now', 'event', 'holder'], (given) =>
    db
      .updateTable('claim')
      .set({ done_at: given<number>('now') })
      .where('event', '=', given<string>('event'))
      .where('holder', '=', given<string>('holder'))
      .where('done_at', 'is', null),
  )
  const giveBack = once(ask, ['event', 'holder'], (given) =>
    db
      .deleteFrom('claim')
      .where('event', '=', given<string>('event'))
      .where('holder', '=', given<string>('holder'))
      .where('done_at', 'is', null),
  )

  return {
    async claim(event, holder, now, leaseMs) {
      const { numAffectedRows = 0n } = await take([event, holder, now + leaseMs, now])
      if (numAffectedRows > 0n) return 'won'
      const held = await db
        .selectFrom('claim')
        .select('done_at')
        .where('event', '=', event)
        .executeTakeFirst()
      return held && held.done_at !== null ? 'done' : 'busy'
    },

    async finish(event, holder, now) {
      const { numAffectedRows = 0n } = await done([now, event, holder])
      return numAffectedRows > 0n
    },

    async release(event, holder) {
      await giveBack([event, holder])
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
