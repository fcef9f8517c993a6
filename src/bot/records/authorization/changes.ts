import type { Day } from './days.ts'
import type { Act, AuthorizationBody, Publication, Terms } from './model.ts'

/** Whoever does something, when, and the id of the event that led to it: the same id acts once. */
export interface Deed {
  id: string
  /** Milliseconds since 1970. */
  at: number
  /** "surface:id" */
  by: string
}

/** A form as it is written down first. */
export function added(code: string, terms: Terms, deed: Deed): AuthorizationBody {
  return {
    shape: 1,
    code,
    terms,
    revoked: null,
    lookedOver: null,
    photos: [],
    publications: [],
    earlier: [],
    acts: [{ ...deed, what: 'added' }],
  }
}

/** Each returns the body after it; the same body where this deed, or its effect, is there already. */
export function lookedOver(body: AuthorizationBody, deed: Deed): AuthorizationBody {
  if (body.lookedOver !== null) return body
  return once(body, deed, 'looked_over', () => ({ lookedOver: { at: deed.at, by: deed.by } }))
}

/** A new signature: new terms in place of the old, which stay readable. It lifts a revocation of the old form. */
export function renewed(body: AuthorizationBody, terms: Terms, deed: Deed): AuthorizationBody {
  return once(body, deed, 'renewed', () => ({
    terms,
    revoked: null,
    lookedOver: null,
    earlier: [...body.earlier, { terms: body.terms, revoked: body.revoked }],
  }))
}

/** @param on the day that stands on the letter, or on which it was said. The first revocation counts. */
export function revoked(body: AuthorizationBody, on: Day, deed: Deed): AuthorizationBody {
  if (body.revoked !== null) return body
  return once(body, deed, 'revoked', () => ({ revoked: { on, at: deed.at, by: deed.by } }))
}

/** The event at which the form ends has happened. */
export function eventHappened(body: AuthorizationBody, on: Day, deed: Deed): AuthorizationBody {
  const { terms } = body
  const { expires } = terms
  if (!('event' in expires) || expires.happened !== null) return body
  return once(body, deed, 'event_happened', () => ({
    terms: { ...terms, expires: { ...expires, happened: on } },
  }))
}

/** What was written down wrongly; the paper is the same. What stood there before stays readable. */
export function corrected(body: AuthorizationBody, terms: Terms, deed: Deed): AuthorizationBody {
  return once(body, deed, 'corrected', () => ({
    terms,
    lookedOver: null,
    earlier: [...body.earlier, { terms: body.terms, revoked: null }],
  }))
}

export function copyGiven(body: AuthorizationBody, deed: Deed): AuthorizationBody {
  if (body.terms.copyGiven) return body
  return once(body, deed, 'corrected', () => ({ terms: { ...body.terms, copyGiven: true } }))
}

/** Somebody was told; which reminder it was is in the deed's id, so each is made once. */
export const reminded = (body: AuthorizationBody, deed: Deed): AuthorizationBody =>
  once(body, deed, 'reminded', () => ({}))

export function photoTied(
  body: AuthorizationBody,
  fingerprint: readonly string[],
  deed: Deed,
): AuthorizationBody {
  return once(body, deed, 'photo_tied', () => ({
    photos: [...body.photos, { ...deed, fingerprint: [...fingerprint] }],
  }))
}

export function photoUntied(body: AuthorizationBody, photo: string, deed: Deed): AuthorizationBody {
  if (!body.photos.some(({ id }) => id === photo)) return body
  return once(body, deed, 'photo_untied', () => ({ photos: body.photos.filter(({ id }) => id !== photo) }))
}

/** Something went out under this form. The same link is listed once while it is up. */
export function published(
  body: AuthorizationBody,
  post: Pick<Publication, 'platform' | 'url'>,
  deed: Deed,
): AuthorizationBody {
  if (body.publications.some(({ url, down }) => url === post.url && down === null)) return body
  return once(body, deed, 'published', () => ({
    publications: [...body.publications, { ...deed, ...post, down: null }],
  }))
}

/** Somebody looked, and it is gone. */
export function takenDown(body: AuthorizationBody, publication: string, deed: Deed): AuthorizationBody {
  if (!body.publications.some(({ id, down }) => id === publication && down === null)) return body
  return once(body, deed, 'taken_down', () => ({
    publications: body.publications.map((one) =>
      one.id === publication ? { ...one, down: { at: deed.at, by: deed.by } } : one,
    ),
  }))
}

/** Everything that is still up under this form. */
export const livePublications = ({ publications }: Pick<AuthorizationBody, 'publications'>) =>
  publications.filter(({ down }) => down === null)

function once(
  body: AuthorizationBody,
  deed: Deed,
  what: Act,
  change: () => Partial<AuthorizationBody>,
): AuthorizationBody {
  if (body.acts.some(({ id }) => id === deed.id)) return body
  const { id, at, by } = deed
  return { ...body, ...change(), acts: [...body.acts, { id, at, by, what }] }
}
