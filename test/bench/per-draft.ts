import { columns } from '../quality/print.ts'
import type { Contender } from './contenders.ts'
import { openDrafts } from './drafts.ts'
import { median, quantile, rotated, short } from './figures.ts'

const ROUNDS = 9
const WARM_UP_MS = 1500
/** On a busy machine the time alone would not make a contender warm. */
const WARM_UP_PASSES = 15

/**
 * Microseconds for one draft. `quiet`: each draft's fastest round, which shows what the code costs where other
 * processes disturb the rest.
 */
export interface PerDraft {
  drafts: number
  characters: number
  rounds: number
  contenders: {
    name: string
    medianUs: number
    p99Us: number
    quietMedianUs: number
    quietP99Us: number
    perSecond: number
    timesChaperone: number
  }[]
}

/** Times every draft by itself; the contenders take turns, so that a slow moment of the machine meets all. */
export function measurePerDraft(contenders: readonly Contender[]): PerDraft {
  const { drafts, characters } = openDrafts()
  for (const { check } of contenders) {
    const until = performance.now() + WARM_UP_MS
    for (let pass = 0; pass < WARM_UP_PASSES || performance.now() < until; pass++)
      for (const draft of drafts) check(draft)
  }
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, check } of rotated(contenders, round)) {
      const own = times.get(name) as number[]
      for (const draft of drafts) {
        const before = process.hrtime.bigint()
        check(draft)
        own.push(Number(process.hrtime.bigint() - before) / 1000)
      }
    }
  }
  const base = median(times.get('chaperone') ?? [])
  return {
    drafts: drafts.length,
    characters,
    rounds: ROUNDS,
    contenders: [...times].map(([name, own]) => ({
      name,
      medianUs: median(own),
      p99Us: quantile(own, 0.99),
      quietMedianUs: median(fastest(own, drafts.length)),
      quietP99Us: quantile(fastest(own, drafts.length), 0.99),
      perSecond: 1e6 / (own.reduce((sum, time) => sum + time, 0) / own.length),
      timesChaperone: median(own) / base,
    })),
  }
}

/** Of rounds over the same drafts, one behind the other: each draft's fastest. */
function fastest(times: readonly number[], drafts: number): number[] {
  return times.slice(0, drafts).map((_, draft) => {
    let best = Number.POSITIVE_INFINITY
    for (let i = draft; i < times.length; i += drafts) best = Math.min(best, times[i] as number)
    return best
  })
}

export function perDraftText({ drafts, characters, rounds, contenders }: PerDraft): string {
  return [
    `One draft: ${drafts} drafts of about ${characters} characters, ${rounds} rounds`,
    columns([
      ['', 'median µs', 'p99 µs', 'quiet median µs', 'quiet p99 µs', 'drafts/s', 'median against chaperone'],
      ...contenders.map((each) => [
        each.name,
        short(each.medianUs),
        short(each.p99Us),
        short(each.quietMedianUs),
        short(each.quietP99Us),
        short(each.perSecond),
        `${short(each.timesChaperone)} ×`,
      ]),
    ]),
  ].join('\n')
}
