import { type Day, daysBetween, plusDays } from './days.ts'
import { type Defect, defectsOf } from './form.ts'
import type { AuthorizationBody, Terms } from './model.ts'

/** From so many days before its end a form is called expiring. */
export const SOON_DAYS = 30

/** Where a form stands on a day. Only `valid` and `expiring` cover anything. */
export type Standing =
  /** `until`: the last day; null where an event ends it. */
  | { is: 'valid'; until: Day | null }
  | { is: 'expiring'; until: Day; days: number; because: 'expiry' | 'of-age' }
  /** `on`: the last day on which it stood. */
  | { is: 'expired'; on: Day }
  | { is: 'came-of-age'; on: Day }
  | { is: 'revoked'; on: Day }
  | { is: 'defective'; defects: readonly Defect[] }
  | { is: 'not-yet'; on: Day }

type Judged = Pick<AuthorizationBody, 'terms' | 'revoked'>

/**
 * @param today the practice's own day. A form stands through the day on which it expires: it is void once that
 * "has passed" (45 CFR 164.508(b)(2)(i)). On the day of an event, of coming of age or of a revocation it is over.
 */
export function standing({ terms, revoked }: Judged, today: Day): Standing {
  // A revocation counts from when it is known, whatever day stands on it.
  if (revoked !== null) return { is: 'revoked', on: revoked.on }
  const defects = defectsOf(terms)
  if (defects.length > 0) return { is: 'defective', defects }
  const { expires } = terms
  if ('on' in expires && today > expires.on) return { is: 'expired', on: expires.on }
  if ('event' in expires && expires.happened !== null) return { is: 'expired', on: expires.happened }
  const ofAge = ofAgeOn(terms)
  if (ofAge !== null && today >= ofAge) return { is: 'came-of-age', on: ofAge }
  if (today < terms.signedOn) return { is: 'not-yet', on: terms.signedOn }

  const ends = endOf(terms)
  if (ends === null) return { is: 'valid', until: null }
  const days = daysBetween(today, ends.on)
  return days <= SOON_DAYS
    ? { is: 'expiring', until: ends.on, days, because: ends.because }
    : { is: 'valid', until: ends.on }
}

/** A parent speaks for a minor only until then (45 CFR 164.502(g)(3)); a minor's own signature stays theirs. */
export function ofAgeOn({ subject, signer, comesOfAge }: Terms): Day | null {
  return subject === 'minor' && signer.role !== 'patient' ? comesOfAge : null
}

/** What is known now to end it, and the last day on which it stands. */
export function endOf(terms: Terms): { on: Day; because: 'expiry' | 'of-age' } | null {
  const expiry = 'on' in terms.expires ? terms.expires.on : null
  const ofAge = ofAgeOn(terms)
  const asMinor = ofAge === null ? null : plusDays(ofAge, -1)
  if (asMinor !== null && (expiry === null || asMinor < expiry)) return { on: asMinor, because: 'of-age' }
  return expiry === null ? null : { on: expiry, because: 'expiry' }
}

export const stands = (of: Standing): boolean => of.is === 'valid' || of.is === 'expiring'

/**
 * What an approval is bound to: another text for every other form, renewal, revocation or event. Photos and
 * publications change nothing of what may go out, and leave it as it is.
 */
export function boundTo(authorization: Judged & { number: string; earlier: readonly unknown[] }): string {
  const { number, earlier, terms, revoked } = authorization
  return JSON.stringify([number, earlier.length, revoked?.on ?? null, terms])
}
