import type { Unread, Whereabouts } from '../../adapters/exports/published.ts'
import type { Category, Kind, Platform, Severity, Verdict } from '../../rules/vocabulary.ts'
import { VERDICTS } from '../../rules/vocabulary.ts'
import type { Excerpt } from './excerpt.ts'
import type { Mark, Outcome, Reason } from './outcome.ts'

/** A post of which something has to be said. */
export interface Found {
  verdict: Severity
  kind: Kind
  platform: Platform | null
  /** YYYY-MM-DD. */
  day: string | undefined
  url: string | undefined
  id: string | undefined
  hidden: Whereabouts['hidden']
  /** Number of the file, and the place in it. */
  file: number
  at: number
  /** Each reason once, gravest first. */
  reasons: readonly { reason: Reason; category: Category; severity: Severity }[]
  /** Places in the post, all and those of the gravest kind. */
  places: number
  grave: number
  /** Undefined: quotes are not wanted. */
  excerpt: Excerpt | undefined
}

/** Something that was there and could not be read. */
export interface Missed {
  file: number
  at: number
  why: Unread
  day: string | undefined
  platform: Platform | undefined
  url: string | undefined
}

export type Counts = Record<Verdict, number>
const none = (): Counts => ({ clear: 0, caution: 0, needs_authorization: 0, unchecked: 0, stop: 0 })

/** Missed items that are listed one by one; the rest is counted. */
const MOST_MISSED = 10_000
export const UNDATED = 'undated'
export const NOWHERE = 'unknown'

/** Everything that the report says, gathered post by post. Grows with what was found, not with what was read. */
export function createTally() {
  const tally = {
    posts: 0,
    verdicts: none(),
    months: new Map<string, Counts>(),
    platforms: new Map<string, Counts>(),
    platformMonths: new Map<string, Counts>(),
    categories: new Map<Category, number>(),
    found: [] as Found[],
    missed: [] as Missed[],
    unread: 0,
    wordless: 0,
    unanswered: 0,
    before: 0,
    twice: 0,
    undated: 0,
    first: undefined as string | undefined,
    last: undefined as string | undefined,
  }
  const counts = (map: Map<string, Counts>, key: string): Counts => {
    const known = map.get(key) ?? none()
    map.set(key, known)
    return known
  }

  return {
    tally,
    add(outcome: Outcome, day: string | undefined): void {
      const { verdict, platform } = outcome
      const month = day?.slice(0, 7) ?? UNDATED
      tally.posts++
      tally.verdicts[verdict]++
      counts(tally.months, month)[verdict]++
      counts(tally.platforms, platform ?? NOWHERE)[verdict]++
      counts(tally.platformMonths, `${platform ?? NOWHERE}\n${month}`)[verdict]++
      for (const category of new Set(outcome.marks.map((mark) => mark.category)))
        tally.categories.set(category, (tally.categories.get(category) ?? 0) + 1)
      if (day === undefined) tally.undated++
      else {
        if (tally.first === undefined || day < tally.first) tally.first = day
        if (tally.last === undefined || day > tally.last) tally.last = day
      }
    },
    miss(missed: Missed): void {
      tally.unread++
      if (tally.missed.length < MOST_MISSED) tally.missed.push(missed)
    },
  }
}
export type Tally = ReturnType<typeof createTally>['tally']

const weight = ({ severity, reason }: Mark) => 2 * VERDICTS.indexOf(severity) - (reason.fallback ? 1 : 0)

/** Each reason once, gravest first and a catch-all behind its equals; the places of the gravest. */
export function reasonsOf({ verdict, marks }: Outcome): Pick<Found, 'reasons' | 'places' | 'grave'> {
  const reasons = new Map<Reason, Found['reasons'][number]>()
  for (const { reason, category, severity } of marks.toSorted((a, b) => weight(b) - weight(a)))
    if (!reasons.has(reason)) reasons.set(reason, { reason, category, severity })
  return {
    reasons: [...reasons.values()],
    places: marks.length,
    grave: marks.filter(({ severity }) => severity === verdict).length,
  }
}

/** What a person has to see first: stop, then the forms to look for, then what nobody has read, then the doubts. */
export const ORDER: readonly Severity[] = ['stop', 'needs_authorization', 'unchecked', 'caution']

/** Within a verdict: the most places first, then the youngest; what has no date comes last. */
export function ranked(found: readonly Found[]): Found[] {
  return found.toSorted(
    (a, b) =>
      ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) ||
      b.grave - a.grave ||
      b.places - a.places ||
      (b.day ?? '').localeCompare(a.day ?? '') ||
      a.file - b.file ||
      a.at - b.at,
  )
}
