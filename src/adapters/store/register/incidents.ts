import { randomUUID } from 'node:crypto'
import type {
  Actor,
  Incident,
  IncidentEntry,
  Incidents,
  Reader,
  Register,
  RegisterRecord,
} from '../../../bot/ports.ts'

/** An incident's record. `made` tells whoever opened it that it was they who did. */
export interface IncidentBody {
  made: string
  entries: readonly IncidentEntry[]
}

const PAGE = 200

/** Incidents are records of the register: same numbers, same trail, same retention. */
export function incidentsOn(register: Register): Incidents {
  async function join(number: string, entries: readonly IncidentEntry[], seen?: number): Promise<boolean> {
    for (;;) {
      const record = await register.get(number, 'nobody')
      if (!record || entries.length === 0) return false
      const there = bodyOf(record).entries
      const known = entries.filter(({ id }) => there.some((entry) => entry.id === id))
      if (known.length === entries.length) return true
      if (known.length > 0 || (seen !== undefined && seen !== there.length)) return false
      const all = [...there, ...entries]
      const change = {
        at: Math.max(record.changed, ...entries.map(({ at }) => at)),
        ...standing(all),
        body: { ...bodyOf(record), entries: all },
      }
      const by = actorOf((entries[0] as IncidentEntry).by)
      if ((await register.update(number, record.version, change, by)) !== 'changed') return true
    }
  }

  return {
    async open(report, post, year) {
      const made = randomUUID()
      const record = await register.create(
        'incident',
        {
          at: report.at,
          year,
          ...standing([report]),
          body: { made, entries: [report] } satisfies IncidentBody,
          origin: originOf(report.id, post),
        },
        actorOf(report.by),
      )
      const isNew = bodyOf(record).made === made
      if (!isNew) await join(record.number, [report])
      return { number: record.number, isNew }
    },

    async get(number, reader) {
      const record = await register.get(number, readerOf(reader))
      return record?.kind === 'incident' ? incidentOf(record) : undefined
    },

    async list(reader) {
      const all: RegisterRecord[] = []
      for (let after: RegisterRecord | undefined; ; ) {
        const wanted = { limit: PAGE, ...(after ? { after } : {}) }
        const page = await register.list('incident', wanted, after ? 'nobody' : readerOf(reader))
        all.push(...page)
        after = page.at(-1)
        if (page.length < PAGE) break
      }
      return all.sort(newestFirst).map(incidentOf)
    },

    add: (number, seen, entries) => join(number, entries, seen),
  }
}

/** By the post where it is known, so that two reports of one post meet; otherwise by the report. */
export const originOf = (id: string, post: string | null) => (post === null ? `id:${id}` : `post:${post}`)

/** What closes a ticket, and what opens it again: a second report, and facts that change, do so too. */
const TURNS = ['closed', 'reopened', 'reported', 'facts']

/** Where it stands, in the register's plain columns. Retention counts from when it was closed. */
export function standing(entries: readonly IncidentEntry[]): { state: string; ended: number | null } {
  const last = entries.findLast(({ what }) => TURNS.includes(what))
  return last?.what === 'closed' ? { state: 'closed', ended: last.at } : { state: 'open', ended: null }
}

/** "slack:U1" apart again: a surface has no colon in its name, an id may have. */
export function actorOf(ref: string): Actor {
  const colon = ref.indexOf(':')
  return { surface: ref.slice(0, colon), person: ref.slice(colon + 1) }
}

const readerOf = (reader: string): Reader => (reader === 'nobody' ? reader : actorOf(reader))

const bodyOf = (record: RegisterRecord) => record.body as IncidentBody

const incidentOf = (record: RegisterRecord): Incident => ({
  number: record.number,
  entries: bodyOf(record).entries,
})

/** By year and then by serial: the ten-thousandth of a year has a digit more. */
function newestFirst(a: RegisterRecord, b: RegisterRecord): number {
  const order = ({ number }: RegisterRecord) => number.split('-').slice(1).map(Number) as [number, number]
  const [yearA, serialA] = order(a)
  const [yearB, serialB] = order(b)
  return yearB - yearA || serialB - serialA
}
