import { livePublications } from './changes.ts'
import { type Day, dayOf, daysBetween, plusDays } from './days.ts'
import type { Authorization } from './model.ts'
import { type Standing, standing, stands } from './standing.ts'

/** Something about a form that somebody has to see to. Holds nothing that a person typed except the code. */
export interface Attention {
  number: string
  code: string
  what:
    | 'take-down'
    | 'expiring'
    | 'comes-of-age'
    | 'came-of-age'
    | 'defective'
    | 'event-due'
    | 'copy-not-given'
    | 'not-looked-over'
  /** `take-down`: how many posts are still up. */
  count?: number
  /** The day that matters: the last one, the one of coming of age, the one since when posts have to go. */
  on?: Day
  /** Days until `on`; negative: so many days ago. */
  days?: number
}

/** Ask again so often whether the event has happened at which a form ends. */
const EVENT_DAYS = 180

/** The most pressing first: what is up and should not be, then what ends soonest, then what is left to do. */
const ORDER: readonly Attention['what'][] = [
  'take-down',
  'expiring',
  'comes-of-age',
  'came-of-age',
  'defective',
  'event-due',
  'not-looked-over',
  'copy-not-given',
]

/** The facts that reminders and the managers' digest are made of. @param today the practice's own day. */
export function needsAttention(forms: readonly Authorization[], today: Day): Attention[] {
  return forms
    .flatMap((form) => ofOne(form, today))
    .sort(
      (a, b) =>
        ORDER.indexOf(a.what) - ORDER.indexOf(b.what) ||
        (a.on ?? '').localeCompare(b.on ?? '') ||
        a.number.localeCompare(b.number),
    )
}

function ofOne(form: Authorization, today: Day): Attention[] {
  const { number, code, terms } = form
  const at = standing(form, today)
  const found: Attention[] = []
  const add = (what: Attention['what'], more: Omit<Attention, 'number' | 'code' | 'what'> = {}) =>
    found.push({ number, code, what, ...more })
  const on = (day: Day) => ({ on: day, days: daysBetween(today, day) })

  const up = livePublications(form).length
  if (!stands(at) && up > 0) {
    const since = overSince(at)
    add('take-down', { count: up, ...(since ? on(since) : {}) })
  }
  if (at.is === 'expiring') add(at.because === 'of-age' ? 'comes-of-age' : 'expiring', on(at.until))
  if (at.is === 'came-of-age') add('came-of-age', on(at.on))
  if (at.is === 'defective') add('defective')
  if (stands(at)) {
    if ('event' in terms.expires && daysBetween(terms.signedOn, today) >= EVENT_DAYS) add('event-due')
    if (form.lookedOver === null) add('not-looked-over')
    if (!terms.copyGiven && terms.subject !== 'staff') add('copy-not-given')
  }
  return found
}

/** Since when nothing may be up under it; undefined: it never stood. */
function overSince(at: Standing): Day | undefined {
  return at.is === 'expired' || at.is === 'came-of-age' || at.is === 'revoked' ? at.on : undefined
}

/** When a form was last in effect, for the years that it is kept; null: it still is, or something is still up. */
export function endedAt(form: Authorization, now: number, zone: string): number | null {
  if (livePublications(form).length > 0) return null
  const at = standing(form, dayOf(now, zone))
  if (stands(at) || at.is === 'not-yet') return null
  const over =
    at.is === 'revoked' ? (form.revoked?.at ?? now) : endOfDay(overSince(at) ?? form.terms.signedOn)
  return Math.max(over, ...form.publications.map(({ down }) => down?.at ?? 0))
}

/** A moment at which the day is over in every zone, so nothing is thrown away too early. */
const endOfDay = (day: Day) => Date.parse(`${plusDays(day, 2)}T00:00:00Z`)
