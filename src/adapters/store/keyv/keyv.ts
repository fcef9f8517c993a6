import { EventEmitter } from 'node:events'
import { Keyv, type KeyvStoreAdapter } from 'keyv'
import { sql } from 'kysely'
import { type Ground, patiently } from '../assemble.ts'
import { dialogsOf } from '../dialogs.ts'

/** How long a value is kept that was given no time of its own: 30 days, in milliseconds. */
const KEPT_MS = 30 * 86_400_000

/**
 * For SDKs that keep the state of a dialog in a Keyv: the table of the dialogs, sealed as all of it is, on
 * whichever database there is. Nothing here is atomic: what must happen once takes a claim.
 * @param namespace keeps users of it apart: letters.
 * @throws from each method, ChaperoneError store_…: by itself Keyv takes a dead store for an empty one.
 */
export function keyvOn(ground: Ground, namespace: string): Keyv {
  const { db, ask, clock, key, place, trouble, busyMs } = ground
  const dialogs = dialogsOf(db, ask, clock, key)
  const guarded = <T>(run: () => Promise<T>) => patiently(busyMs, place, trouble, run)
  const prefix = `${namespace}:`
  const adapter = {
    opts: {},
    get: (name: string) => guarded(() => dialogs.get(name)),
    set: (name: string, value: unknown, ttl = KEPT_MS) => guarded(() => dialogs.set(name, value, ttl)),
    delete: (name: string) =>
      guarded(async () => {
        const was = (await dialogs.get(name)) !== undefined
        await dialogs.delete(name)
        return was
      }),
    clear: () =>
      guarded(async () => {
        const own = sql<boolean>`substr(key, 1, ${sql.lit(prefix.length)}) = ${prefix}`
        await db.deleteFrom('dialog').where(own).execute()
      }),
  }
  // Keyv asks for an emitter; this store tells its troubles by throwing.
  const store = Object.assign(new EventEmitter(), adapter) as unknown as KeyvStoreAdapter
  return new Keyv({ store, namespace, throwOnErrors: true, emitErrors: false })
}
