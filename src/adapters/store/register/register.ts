import type { Kysely } from 'kysely'
import { ChaperoneError } from '../../../bot/errors.ts'
import type { Clock, Reader, RecordKind, Register, RegisterRecord } from '../../../bot/ports.ts'
import type { Key } from '../key.ts'
import type { Schema } from '../schema.ts'
import { append, type Fact } from '../trail/trail.ts'
import { nextNumber } from './numbers.ts'

type Row = Schema['register']

/** A body opens only beside the plain columns that it was written with. */
export function boundRecord({
  number,
  kind,
  state,
  at,
  changed,
  ended,
  version,
}: Omit<Row, 'body' | 'origin'>): string {
  return `register:${JSON.stringify([number, kind, state, at, changed, ended, version])}`
}

/** @param place of the data, for messages. */
export function registerOf(db: Kysely<Schema>, clock: Pick<Clock, 'now'>, key: Key, place: string): Register {
  const sealed = ({ body, ...record }: RegisterRecord) => ({
    ...record,
    body: key.seal(JSON.stringify(body) ?? 'null', boundRecord(record)),
  })
  const opened = ({ origin: _origin, body, ...row }: Row): RegisterRecord => {
    const json = key.open(body, boundRecord(row))
    if (json === undefined)
      throw new ChaperoneError(
        'store_corrupt',
        `${place}: record ${row.number} was changed outside of Chaperone`,
      )
    return { ...row, kind: row.kind as RecordKind, body: JSON.parse(json) as unknown }
  }
  const byOrigin = (tx: Kysely<Schema>, origin: string) =>
    tx.selectFrom('register').selectAll().where('origin', '=', origin).executeTakeFirst()

  return {
    async create(kind, { at, year, state, body, origin, ended = null }, by) {
      const from = origin === undefined ? null : key.hash(`register:${kind}:${origin}`)
      // The row that counts is taken first: of two that come from one event the second waits here, and then
      // finds what the first made.
      return db.transaction().execute(async (tx) => {
        const number = await nextNumber(tx, kind, year)
        const there = from === null ? undefined : await byOrigin(tx, from)
        if (there) {
          await number.giveBack()
          return opened(there)
        }
        const fresh = { number: number.text, kind, state, at, changed: at, ended, version: 1 }
        const record: RegisterRecord = { ...fresh, body: JSON.parse(JSON.stringify(body) ?? 'null') }
        await tx
          .insertInto('register')
          .values({ ...sealed(record), origin: from })
          .execute()
        await append(tx, key, by, { act: 'created', subject: record.number, at, version: 1, state })
        return record
      })
    },

    async get(number, reader) {
      return db.transaction().execute(async (tx) => {
        const row = await tx
          .selectFrom('register')
          .selectAll()
          .where('number', '=', number)
          .executeTakeFirst()
        if (!row) return undefined
        const record = opened(row)
        await look(tx, reader, { act: 'seen', subject: number, version: record.version, state: record.state })
        return record
      })
    },

    async list(kind, { states, from, to, after, limit }, reader) {
      return db.transaction().execute(async (tx) => {
        let query = tx.selectFrom('register').selectAll().where('kind', '=', kind)
        if (states && states.length > 0) query = query.where('state', 'in', [...states])
        if (from !== undefined) query = query.where('at', '>=', from)
        if (to !== undefined) query = query.where('at', '<', to)
        if (after)
          query = query.where(({ eb, and, or }) =>
            or([eb('at', '>', after.at), and([eb('at', '=', after.at), eb('number', '>', after.number)])]),
          )
        // PostgreSQL knows no empty list of values.
        const none = states?.length === 0
        const rows = none ? [] : await query.orderBy('at').orderBy('number').limit(limit).execute()
        await look(tx, reader, { act: 'listed', subject: kind })
        return rows.map(opened)
      })
    },

    async tally(kind, from, to) {
      const rows = await db
        .selectFrom('register')
        .select(['state', ({ fn }) => fn.countAll().as('count')])
        .where('kind', '=', kind)
        .where('at', '>=', from)
        .where('at', '<', to)
        .groupBy('state')
        .orderBy('state')
        .execute()
      return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
    },

    async update(number, version, { at, state, body, ended }, by) {
      return db.transaction().execute(async (tx) => {
        const found = await tx
          .selectFrom('register')
          .selectAll()
          .where('number', '=', number)
          .executeTakeFirst()
        if (!found) return 'absent'
        if (found.version !== version) return 'changed'
        const before = opened(found)
        const record: RegisterRecord = {
          ...before,
          state: state ?? before.state,
          ended: ended === undefined ? before.ended : ended,
          body: body === undefined ? before.body : JSON.parse(JSON.stringify(body)),
          changed: at,
          version: version + 1,
        }
        // Whoever comes second waits for the row, and then finds another version in it.
        const { numUpdatedRows } = await tx
          .updateTable('register')
          .set(sealed(record))
          .where('number', '=', number)
          .where('version', '=', version)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return 'changed'
        const fact = {
          act: 'changed',
          subject: number,
          at,
          version: record.version,
          state: record.state,
        } as const
        await append(tx, key, by, fact)
        return record
      })
    },

    async purge(kind, before, at, by) {
      return db.transaction().execute(async (tx) => {
        const gone = await tx
          .deleteFrom('register')
          .where('kind', '=', kind)
          .where('ended', '<', before)
          .where('changed', '<', before)
          .returning(['number', 'version', 'state'])
          .execute()
        gone.sort((a, b) => (a.number < b.number ? -1 : 1))
        for (const { number: subject, version, state } of gone)
          await append(tx, key, by, { act: 'purged', subject, at, version, state })
        return gone.map(({ number }) => number)
      })
    },
  }

  async function look(tx: Kysely<Schema>, reader: Reader, fact: Omit<Fact, 'at'>): Promise<void> {
    if (reader !== 'nobody') await append(tx, key, reader, { ...fact, at: clock.now() })
  }
}
