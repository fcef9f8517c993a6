import type { CheckRecord, Ports, Remark } from '../../bot/ports.ts'
import { plusDays, startOf } from '../../bot/time/day.ts'
import { VERDICTS, type Verdict } from '../../rules/vocabulary.ts'

/** How many rows of the ledger are read at a time. */
const PAGE = 2000

export type Counts = Readonly<Record<Verdict, number>>
export interface Span {
  /** Days, both included: YYYY-MM-DD. */
  from: string
  to: string
  checks: number
  verdicts: Counts
  overrides: number
  notAProblem: number
  unanswered: number
}

/** What was counted over some local days: numbers alone, and nobody beside them. */
export async function countsOf(
  from: string,
  to: string,
  { store }: Pick<Ports, 'store'>,
  timeZone: string,
): Promise<Span> {
  const start = startOf(from, timeZone)
  const end = startOf(plusDays(to, 1), timeZone)
  const counted = await store.counts(start, end)
  const verdicts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, counted[verdict] ?? 0])) as Record<
    Verdict,
    number
  >
  const remarks = await remarksOf(start, end, store)
  const of = (sort: Remark['sort']) => remarks.filter((one) => one.sort === sort).length
  return {
    from,
    to,
    checks: Object.values(counted).reduce((sum, count) => sum + count, 0),
    verdicts,
    overrides: of('override'),
    notAProblem: of('not_a_problem'),
    unanswered: of('unanswered'),
  }
}

/** How often each rule spoke, the most frequent first. */
export async function frequentOf(
  from: string,
  to: string,
  { store }: Pick<Ports, 'store'>,
  timeZone: string,
): Promise<{ rule: string; count: number }[]> {
  const counts = new Map<string, number>()
  const start = startOf(from, timeZone)
  const end = startOf(plusDays(to, 1), timeZone)
  for await (const { rules } of paged((at, limit) => store.between(at, end, limit), start))
    for (const rule of new Set(rules)) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return [...counts]
    .map(([rule, count]) => ({ rule, count }))
    .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1))
}

async function remarksOf(start: number, end: number, store: Ports['store']): Promise<Remark[]> {
  const all: Remark[] = []
  for await (const one of paged((at, limit) => store.remarks.between(at, end, limit), start)) all.push(one)
  return all
}

/** Row after row, a page at a time; rows of one millisecond never fall between two pages. */
async function* paged<Row extends Pick<CheckRecord, 'id' | 'at'>>(
  read: (from: number, limit: number) => Promise<Row[]>,
  start: number,
): AsyncGenerator<Row> {
  let from = start
  let limit = PAGE
  const seen = new Set<string>()
  for (;;) {
    const page = await read(from, limit)
    const fresh = page.filter(({ id }) => !seen.has(id))
    for (const row of fresh) {
      seen.add(row.id)
      yield row
    }
    const last = page.at(-1)
    if (!last || page.length < limit) return
    // A page that is one millisecond through and through is read again, larger.
    if (fresh.length === 0 || last.at === from) limit *= 2
    from = last.at
  }
}

/** The month before the one of this day: its first and last day. */
export function monthBefore(day: string): { from: string; to: string } {
  const to = plusDays(`${day.slice(0, 7)}-01`, -1)
  return { from: `${to.slice(0, 7)}-01`, to }
}
