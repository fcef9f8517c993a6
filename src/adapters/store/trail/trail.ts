import type { Kysely } from 'kysely'
import { ChaperoneError } from '../../../bot/errors.ts'
import type { Actor, Trail, TrailAct, TrailEntry } from '../../../bot/ports.ts'
import type { Key } from '../key.ts'
import type { Schema } from '../schema.ts'

/** The only row of trail_head. */
export const HEAD_ID = 1
/** Numbers, kinds and ids of platforms. Typed words have spaces, and longer ones are nobody's id. */
const SUBJECT = /^[\w:.@/+=-]{0,200}$/

export interface Fact {
  act: TrailAct
  subject: string
  at: number
  version?: number
  state?: string
}
type Row = Schema['trail']

/** What a link vouches for: the entry, whole, and the link before it. */
export function linkedText(row: Omit<Row, 'link'>, before: string): string {
  const { seq, at, surface, person, act, subject, version, state, key } = row
  return JSON.stringify([
    before,
    Number(seq),
    Number(at),
    surface,
    person,
    act,
    subject,
    Number(version),
    state,
    key,
  ])
}

export const headText = (seq: number, link: string) => `${seq}-${link || '0'.repeat(64)}`

/**
 * Adds one entry. To be called inside the transaction of what it tells, as the last statement of it: the row of
 * the head is what writers over all replicas wait for.
 * @throws ChaperoneError key_changed: the key was rotated while this process ran.
 */
export async function append(db: Kysely<Schema>, key: Key, by: Actor, fact: Fact): Promise<void> {
  const { act, subject, at, version = 0, state = '' } = fact
  if (![subject, state, by.surface, by.person].every((text) => SUBJECT.test(text)))
    throw new ChaperoneError(
      'store_failed',
      'the trail takes ids and numbers alone, and was given something else',
    )
  // Taking the row and counting on is one statement; it also proves that the key is still the one in use.
  const head = await db
    .updateTable('trail_head')
    .set(({ eb }) => ({ seq: eb('seq', '+', 1) }))
    .where('id', '=', HEAD_ID)
    .where('key', '=', key.fingerprint)
    .returning(['seq', 'link'])
    .executeTakeFirst()
  if (!head) throw rotatedMeanwhile()
  const entry = { seq: head.seq, at, ...pick(by), act, subject, version, state, key: key.fingerprint }
  const link = key.link(key.fingerprint, linkedText(entry, head.link)) as string
  await db
    .insertInto('trail')
    .values({ ...entry, link })
    .execute()
  await db.updateTable('trail_head').set({ link }).where('id', '=', HEAD_ID).execute()
}

/** An actor may be a larger object; nothing else of it belongs here. */
const pick = ({ surface, person }: Actor): Actor => ({ surface, person })

export function rotatedMeanwhile(): ChaperoneError {
  return new ChaperoneError(
    'key_changed',
    'the key was rotated while this ran; start Chaperone again with the new key',
  )
}

export function trailOf(db: Kysely<Schema>, key: Key): Trail {
  return {
    append: (by, act, subject, at) =>
      db.transaction().execute((tx) => append(tx, key, by, { act, subject, at })),

    async entries({ subject, from = 1, limit }) {
      let query = db.selectFrom('trail').selectAll().where('seq', '>=', from)
      if (subject !== undefined) query = query.where('subject', '=', subject)
      const rows = await query.orderBy('seq').limit(limit).execute()
      return rows.map(
        ({ key: _key, link: _link, act, ...row }): TrailEntry => ({ ...row, act: act as TrailAct }),
      )
    },

    async head() {
      const { seq, link } = await db
        .selectFrom('trail_head')
        .select(['seq', 'link'])
        .where('id', '=', HEAD_ID)
        .executeTakeFirstOrThrow()
      return headText(seq, link)
    },
  }
}
