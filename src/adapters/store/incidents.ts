import type { Kysely } from 'kysely'
import { ChaperoneError } from '../../bot/errors.ts'
import type { Incident, IncidentEntry, Incidents } from '../../bot/ports.ts'
import type { Key } from './key.ts'
import type { Schema } from './schema.ts'

type Row = Schema['incident_entry']

/**
 * Every entry lies sealed as one piece of JSON, bound to its incident, its place in it, its id and its time.
 * Each write is one statement: a transaction that waits between two would hold up every other connection. Who
 * comes second finds the place taken, looks again, and takes the next.
 */
export function incidentsOf(db: Kysely<Schema>, key: Key, path: string): Incidents {
  const bound = ({ number, seq, id, at }: Pick<Row, 'number' | 'seq' | 'id' | 'at'>) =>
    `incident:${number}:${seq}:${id}:${Number(at)}`

  function sealed(number: string, seq: number, entry: IncidentEntry, post: string | null): Row {
    const { id, at, by, what, details } = entry
    const row = { number, seq, id, at }
    return { ...row, post, body: key.seal(JSON.stringify({ by, what, details }), bound(row)) }
  }

  function opened(row: Row): IncidentEntry {
    const json = key.open(row.body, bound({ ...row, seq: Number(row.seq) }))
    if (json === undefined)
      throw new ChaperoneError('store_corrupt', `${path}: ${row.number} was changed outside of Chaperone`)
    return { id: row.id, at: Number(row.at), ...(JSON.parse(json) as Omit<IncidentEntry, 'id' | 'at'>) }
  }

  /** Places have no holes, so a row that was taken out of the middle shows. */
  function incidentOf(number: string, rows: readonly Row[]): Incident {
    if (rows.some(({ seq }, index) => Number(seq) !== index + 1))
      throw new ChaperoneError('store_corrupt', `${path}: a part of ${number} is missing`)
    return { number, entries: rows.map(opened) }
  }

  async function known(ids: readonly string[]): Promise<string[]> {
    const rows = await db.selectFrom('incident_entry').select('id').where('id', 'in', ids).execute()
    return rows.map(({ id }) => id)
  }

  const numberOf = async (column: 'id' | 'post', value: string) =>
    (await db.selectFrom('incident_entry').select('number').where(column, '=', value).executeTakeFirst())
      ?.number

  async function count(number: string): Promise<number> {
    const row = await db
      .selectFrom('incident_entry')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    return Number(row.count)
  }

  async function nextNumber(year: number): Promise<string> {
    const { count } = await db
      .selectFrom('incident_entry')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('seq', '=', 1)
      .where('number', 'like', `INC-${year}-%`)
      .executeTakeFirstOrThrow()
    return `INC-${year}-${String(Number(count) + 1).padStart(4, '0')}`
  }

  /** False: the place, the id or the post is taken, and nothing was written. */
  async function inserted(rows: readonly Row[], taken: () => Promise<boolean>): Promise<boolean> {
    try {
      await db.insertInto('incident_entry').values(rows).execute()
      return true
    } catch (error) {
      // Whatever the database calls it: it is no trouble if somebody else was quicker.
      if (await taken()) return false
      throw error
    }
  }

  async function add(number: string, seen: number, entries: readonly IncidentEntry[]): Promise<boolean> {
    if (seen < 1 || entries.length === 0 || (await count(number)) < seen) return false
    const rows = entries.map((entry, index) => sealed(number, seen + index + 1, entry, null))
    const ids = entries.map(({ id }) => id)
    const taken = async () => (await count(number)) > seen || (await known(ids)).length > 0
    if (await inserted(rows, taken)) return true
    return (await known(ids)).length === ids.length
  }

  return {
    async open(report, post, year) {
      for (;;) {
        const same = await numberOf('id', report.id)
        if (same) return { number: same, isNew: false }
        const joins = post === null ? undefined : await numberOf('post', post)
        if (joins) {
          if (await add(joins, await count(joins), [report])) return { number: joins, isNew: false }
          continue
        }
        const number = await nextNumber(year)
        const taken = async () =>
          (await count(number)) > 0 ||
          (await numberOf('id', report.id)) !== undefined ||
          (post !== null && (await numberOf('post', post)) !== undefined)
        if (await inserted([sealed(number, 1, report, post)], taken)) return { number, isNew: true }
      }
    },

    async get(number) {
      const rows = await db
        .selectFrom('incident_entry')
        .selectAll()
        .where('number', '=', number)
        .orderBy('seq')
        .execute()
      return rows.length > 0 ? incidentOf(number, rows) : undefined
    },

    async list() {
      const rows = await db
        .selectFrom('incident_entry')
        .selectAll()
        .orderBy('number')
        .orderBy('seq')
        .execute()
      // By year and then by serial: the ten-thousandth of a year has a digit more.
      const order = (number: string) => number.split('-').slice(1).map(Number) as [number, number]
      return [...Map.groupBy(rows, ({ number }) => number)]
        .map(([number, all]) => ({ at: order(number), incident: incidentOf(number, all) }))
        .sort((a, b) => b.at[0] - a.at[0] || b.at[1] - a.at[1])
        .map(({ incident }) => incident)
    },

    add,
  }
}
