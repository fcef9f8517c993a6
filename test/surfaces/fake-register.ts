import {
  type Actor,
  RECORD_KINDS,
  type Reader,
  type Register,
  type RegisterRecord,
  type Trail,
  type TrailEntry,
} from '../../src/bot/ports.ts'

/** A register and its trail in memory. */
export function fakeRegister(now: () => number): { register: Register; trail: Trail; entries: TrailEntry[] } {
  const records = new Map<string, RegisterRecord>()
  const origins = new Map<string, string>()
  const numbering = new Map<string, number>()
  const entries: TrailEntry[] = []
  // Through JSON, as every real store does it.
  const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value))
  const note = (by: Reader, act: TrailEntry['act'], subject: string, at: number, version = 0, state = '') => {
    if (by === 'nobody') return
    const { surface, person }: Actor = by
    entries.push({ seq: entries.length + 1, at, surface, person, act, subject, version, state })
  }

  const register: Register = {
    async create(kind, { at, year, state, body, origin, ended = null }, by) {
      const key = `${kind}:${origin}`
      const there = origin === undefined ? undefined : records.get(origins.get(key) ?? '')
      if (there) return copy(there)
      const series = `${RECORD_KINDS[kind]}-${year}`
      const last = (numbering.get(series) ?? 0) + 1
      numbering.set(series, last)
      const number = `${series}-${String(last).padStart(4, '0')}`
      const record = copy({ number, kind, state, at, changed: at, ended, version: 1, body: body ?? null })
      records.set(number, record)
      if (origin !== undefined) origins.set(key, number)
      note(by, 'created', number, at, 1, state)
      return copy(record)
    },
    async get(number, reader) {
      const record = records.get(number)
      if (record) note(reader, 'seen', number, now(), record.version, record.state)
      return record && copy(record)
    },
    async list(kind, { states, from = 0, to = Number.POSITIVE_INFINITY, after, limit }, reader) {
      note(reader, 'listed', kind, now())
      return copy(
        [...records.values()]
          .filter((one) => one.kind === kind && one.at >= from && one.at < to)
          .filter(({ state }) => states?.includes(state) ?? true)
          .sort(inOrder)
          .filter((one) => after === undefined || inOrder(after, one) < 0)
          .slice(0, limit),
      )
    },
    async tally(kind, from, to) {
      const counts: Record<string, number> = {}
      for (const one of records.values())
        if (one.kind === kind && one.at >= from && one.at < to)
          counts[one.state] = (counts[one.state] ?? 0) + 1
      return counts
    },
    async update(number, version, { at, state, body, ended }, by) {
      const found = records.get(number)
      if (!found) return 'absent'
      if (found.version !== version) return 'changed'
      const record = copy({
        ...found,
        changed: at,
        version: version + 1,
        state: state ?? found.state,
        body: body === undefined ? found.body : body,
        ended: ended === undefined ? found.ended : ended,
      })
      records.set(number, record)
      note(by, 'changed', number, at, record.version, record.state)
      return copy(record)
    },
    async purge(kind, before, at, by) {
      const gone = [...records.values()]
        .filter((one) => one.kind === kind && one.changed < before)
        .filter(({ ended }) => ended !== null && ended < before)
        .sort((a, b) => (a.number < b.number ? -1 : 1))
      for (const { number, version, state } of gone) {
        records.delete(number)
        note(by, 'purged', number, at, version, state)
      }
      return gone.map(({ number }) => number)
    },
  }
  const trail: Trail = {
    append: async (by, act, subject, at) => note(by, act, subject, at),
    entries: async ({ subject, from = 1, limit }) =>
      copy(
        entries
          .filter((one) => one.seq >= from && (subject === undefined || one.subject === subject))
          .slice(0, limit),
      ),
    head: async () => `${entries.length}-${'0'.repeat(64)}`,
  }
  return { register, trail, entries }
}

function inOrder(a: Pick<RegisterRecord, 'at' | 'number'>, b: Pick<RegisterRecord, 'at' | 'number'>): number {
  return a.at - b.at || (a.number < b.number ? -1 : a.number > b.number ? 1 : 0)
}
