import { setTimeout } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { ChaperoneError } from '../../bot/errors.ts'
import type { Clock, Store } from '../../bot/ports.ts'
import { claimsOf } from './claims.ts'
import { dialogsOf, forgetExpired } from './dialogs.ts'
import type { Key } from './key.ts'
import { ledgerOf } from './ledger.ts'
import type { Ask } from './once.ts'
import { outboxOf } from './outbox/outbox.ts'
import { incidentsOn } from './register/incidents.ts'
import { marksOf } from './register/marks.ts'
import { registerOf } from './register/register.ts'
import { remarksOf } from './remarks.ts'
import type { Schema } from './schema.ts'
import { trailOf } from './trail/trail.ts'

/** Longest pause between two tries of a statement that another process holds up, in milliseconds. */
const PAUSE_MS = 25

/** What every part of the store stands on, whichever database it is. */
export interface Ground {
  db: Kysely<Schema>
  ask: Ask
  clock: Pick<Clock, 'now'>
  key: Key
  /** Names the database in messages; no secret. */
  place: string
  /** A database's own error in our words. */
  trouble: (thrown: unknown, place: string) => ChaperoneError
  /** How long to wait for another process's write, in milliseconds. */
  busyMs: number
  /** Everything, as it stands at one moment, as an SQLite file of its own. */
  copyTo: (path: string) => Promise<void>
}

export function storeOn({ db, ask, clock, key, place, trouble, busyMs }: Ground): Store {
  let closed = false
  const guard: Guard = (run) =>
    patiently(busyMs, place, trouble, () => {
      if (closed) throw new ChaperoneError('store_unavailable', `${place}: the database is closed`)
      return run()
    })
  const { sweep, ...claims } = guardAll(claimsOf(db, ask), guard)
  const register = guardAll(registerOf(db, clock, key, place), guard)
  return {
    ...claims,
    ...guardAll(ledgerOf(db, ask), guard),
    dialogs: guardAll(dialogsOf(db, ask, clock, key), guard),
    remarks: guardAll(remarksOf(db, key, place), guard),
    incidents: incidentsOn(register),
    marks: guardAll(marksOf(db), guard),
    register,
    trail: guardAll(trailOf(db, key), guard),
    outbox: guardAll(outboxOf(db), guard),
    async sweep(before) {
      await guard(() => forgetExpired(db, clock.now()))
      return sweep(before)
    },
    async close() {
      if (closed) return
      closed = true
      await patiently(0, place, trouble, () => db.destroy())
    },
  }
}

/**
 * Tries again while another process writes. "Locked" means that nothing was done, so a second try does nothing
 * twice; and the wait is here, not inside the database, where it would hold up everything else in this process.
 */
export async function patiently<T>(
  busyMs: number,
  place: string,
  trouble: Ground['trouble'],
  run: () => Promise<T> | T,
): Promise<T> {
  for (let left = busyMs, pause = 1; ; left -= pause, pause = Math.min(2 * pause, PAUSE_MS)) {
    try {
      return await run()
    } catch (error) {
      const told = trouble(error, place)
      if (told.code !== 'store_locked' || left <= 0) throw told
      await setTimeout(pause)
    }
  }
}

type Guard = <T>(run: () => Promise<T>) => Promise<T>
type Methods = Record<string, (...values: never[]) => Promise<unknown>>

/** Every method of a port behind the same guard. */
function guardAll<T extends { [K in keyof T]: (...values: never[]) => Promise<unknown> }>(
  port: T,
  guard: Guard,
): T {
  const entries = Object.entries(port as Methods)
  return Object.fromEntries(
    entries.map(([name, method]) => [name, (...values: never[]) => guard(() => method(...values))]),
  ) as unknown as T
}
