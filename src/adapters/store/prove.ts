import type { Kysely } from 'kysely'
import { ChaperoneError } from '../../bot/errors.ts'
import { createKey, type Key } from './key.ts'
import type { Schema } from './schema.ts'
import { HEAD_ID, rotatedMeanwhile } from './trail/trail.ts'

/**
 * The first start writes down which key it is; any other key later on is refused.
 * @param masters more than one where a rotation was cut short: any of them may be the one.
 */
export async function proveKey(db: Kysely<Schema>, masters: readonly Uint8Array[]): Promise<Key> {
  const known = await factOf(db, 'key')
  const master = masters.find((one) => createKey(one).fingerprint === known) ?? (masters[0] as Uint8Array)
  const { fingerprint } = createKey(master)
  await db
    .insertInto('installation')
    .values({ name: 'key', value: fingerprint })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  if ((await factOf(db, 'key')) !== fingerprint)
    throw new ChaperoneError(
      'key_changed',
      'the key is not the one that the data was written with; set CHAPERONE_KEY back to what it was',
    )
  await db
    .insertInto('trail_head')
    .values({ id: HEAD_ID, seq: 0, link: '', key: fingerprint })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return createKey(master, await factOf(db, 'inherited'))
}

/** A fact about the installation. */
export async function factOf(db: Kysely<Schema>, name: 'key' | 'inherited'): Promise<string | undefined> {
  const row = await db.selectFrom('installation').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value
}

/**
 * For a transaction that writes something sealed and adds nothing to the trail: until it ends nobody rotates
 * the key, so no row can be left behind under the old one.
 */
export async function holdKey(tx: Kysely<Schema>, key: Key): Promise<void> {
  const held = await tx
    .updateTable('installation')
    .set({ value: key.fingerprint })
    .where('name', '=', 'key')
    .where('value', '=', key.fingerprint)
    .returning('name')
    .executeTakeFirst()
  if (!held) throw rotatedMeanwhile()
}
