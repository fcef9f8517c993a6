import type { Kysely } from 'kysely'
import { ChaperoneError } from '../../../bot/errors.ts'
import type { IncidentEntry, RegisterRecord } from '../../../bot/ports.ts'
import type { Key } from '../key.ts'
import type { Schema } from '../schema.ts'
import { append } from '../trail/trail.ts'
import { actorOf, type IncidentBody, originOf, standing } from './incidents.ts'
import { boundRecord } from './register.ts'

type Row = Schema['incident_entry']

/**
 * Incidents lay in a table of their own before there was a register. What still lies there moves over, all of it
 * or nothing, with its numbers; it cannot be a migration, since that has no key.
 * @throws ChaperoneError store_corrupt: a row does not open, or one is missing; nothing was moved.
 */
export async function carryOver(db: Kysely<Schema>, key: Key, place: string): Promise<void> {
  const old = () => db.selectFrom('incident_entry').selectAll().orderBy('number').orderBy('seq').execute()
  if ((await old()).length === 0) return
  await db.transaction().execute(async (tx) => {
    const rows = await tx.selectFrom('incident_entry').selectAll().orderBy('number').orderBy('seq').execute()
    for (const [number, all] of Map.groupBy(rows, (row) => row.number)) {
      const entries = all.map((row, index) => opened(row, index, key, place))
      const first = entries[0] as IncidentEntry
      const at = first.at
      const changed = Math.max(...entries.map((entry) => entry.at))
      const record: Omit<RegisterRecord, 'body'> = {
        number,
        kind: 'incident',
        ...standing(entries),
        at,
        changed,
        version: entries.length,
      }
      const body = { made: first.id, entries } satisfies IncidentBody
      const origin = key.hash(`register:incident:${originOf(first.id, all[0]?.post ?? null)}`)
      await tx
        .insertInto('register')
        .values({ ...record, origin, body: key.seal(JSON.stringify(body), boundRecord(record)) })
        .execute()
      const [year = 0, last = 0] = number.split('-').slice(1).map(Number)
      await tx
        .insertInto('numbering')
        .values({ kind: 'incident', year, last })
        .onConflict((conflict) =>
          conflict.columns(['kind', 'year']).doUpdateSet({ last }).where('numbering.last', '<', last),
        )
        .execute()
      const fact = {
        act: 'created',
        subject: number,
        at,
        version: entries.length,
        state: record.state,
      } as const
      await append(tx, key, actorOf(first.by), fact)
    }
    await tx.deleteFrom('incident_entry').execute()
  })
}

function opened(row: Row, index: number, key: Key, place: string): IncidentEntry {
  const { number, id } = row
  const at = Number(row.at)
  if (Number(row.seq) !== index + 1)
    throw new ChaperoneError('store_corrupt', `${place}: a part of ${number} is missing`)
  const json = key.open(row.body, `incident:${number}:${Number(row.seq)}:${id}:${at}`)
  if (json === undefined)
    throw new ChaperoneError('store_corrupt', `${place}: ${number} was changed outside of Chaperone`)
  return { id, at, ...(JSON.parse(json) as Omit<IncidentEntry, 'id' | 'at'>) }
}
