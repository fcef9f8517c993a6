import type { Incident, IncidentEntry, Incidents } from '../../src/bot/ports.ts'

/** A register in memory, through JSON as every real one does it. */
export function fakeIncidents(): Incidents {
  const kept: { number: string; post: string | null; entries: IncidentEntry[] }[] = []
  const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
  const ofEntry = (id: string) => kept.find(({ entries }) => entries.some((entry) => entry.id === id))
  const shown = ({ number, entries }: (typeof kept)[number]): Incident => copy({ number, entries })
  return {
    async open(report, post, year) {
      const same = ofEntry(report.id)
      if (same) return { number: same.number, isNew: false }
      const joins = post === null ? undefined : kept.find((one) => one.post === post)
      if (joins) {
        joins.entries.push(copy(report))
        return { number: joins.number, isNew: false }
      }
      const count = kept.filter(({ number }) => number.startsWith(`INC-${year}-`)).length
      const number = `INC-${year}-${String(count + 1).padStart(4, '0')}`
      kept.push({ number, post, entries: [copy(report)] })
      return { number, isNew: true }
    },
    async get(number) {
      const found = kept.find((one) => one.number === number)
      return found && shown(found)
    },
    list: async () => kept.map(shown).sort((a, b) => (a.number < b.number ? 1 : -1)),
    async add(number, seen, entries) {
      const found = kept.find((one) => one.number === number)
      if (!found) return false
      if (entries.length > 0 && entries.every(({ id }) => ofEntry(id) === found)) return true
      if (entries.some(({ id }) => ofEntry(id)) || found.entries.length !== seen) return false
      found.entries.push(...copy([...entries]))
      return true
    },
  }
}
