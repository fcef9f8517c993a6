import { z } from 'zod'

/**
 * What can happen to a request for a second pair of eyes. Entries are kept for years and hold no word of a draft:
 * the words lie beside them, under the name that `Bound.words` says, until nobody needs them any more.
 */

/** "surface:id" of somebody. */
const Ref = z.string()

/** What exactly somebody looked at. Another text, photo, place or form has another `hash`. */
export const Bound = z.object({
  /** Keyed (HMAC-SHA-256), of everything below together with the words. */
  hash: z.string(),
  /** Where in the record the words lie. */
  words: z.string(),
  kind: z.string(),
  platform: z.string(),
  account: z.string(),
  /** Which account there, where the practice has several. */
  handle: z.string().nullable(),
  /** For each photo its fingerprints (Looked.fingerprint), or the hash of its bytes: "sha256:…". */
  photos: z.array(z.array(z.string())),
  /** A picture belongs to it that nobody could take a hash of. */
  picture: z.boolean(),
  /** Codes of the signed forms that it relies on, and what each said then, hashed. */
  forms: z.array(z.object({ code: z.string(), said: z.string() })),
  /** What the check said of it. */
  verdict: z.string(),
  rules: z.array(z.string()),
  /** Something in it could not be checked: a picture, a language. */
  blind: z.boolean(),
})
export type Bound = z.infer<typeof Bound>

export const Words = z.object({ text: z.string(), context: z.string().nullable() })
export type Words = z.infer<typeof Words>

/** Why a request or a go-ahead came to its end by itself. */
export const DEATHS = [
  /** The time for which a go-ahead holds is over. */
  'expired',
  /** Nobody decided in that time. */
  'unanswered',
  /** Other words, photos, place or form than what was looked at. */
  'changed',
  /** A form that it relies on ended, was revoked or does not cover it (any more). */
  'form',
  /** The check says stop now. */
  'stop',
  /** The check finds something now that nobody had before them who decided. */
  'found',
  /** Whoever asked has left the practice, and nobody had decided. */
  'left',
] as const
export type Death = (typeof DEATHS)[number]

const DETAILS = {
  asked: z.object({
    bound: Bound,
    note: z.string(),
    /** The practice file knew whoever asked. */
    known: z.boolean(),
    /** Until when somebody has to decide. Milliseconds since 1970, as everywhere. */
    until: z.number(),
  }),
  /** A reviewer was told of it, or could not be. */
  passed: z.object({ to: Ref, reached: z.boolean() }),
  /** Whoever had to hear of entry `about` did, on `reached`. */
  told: z.object({ about: z.string(), reached: z.array(Ref) }),
  /** Whoever asked wrote it anew. */
  reworked: z.object({ bound: Bound, until: z.number() }),
  /** A reviewer asks for a change: with words to accept, or with a note alone. */
  proposed: z.object({ bound: Bound.nullable(), note: z.string(), looked: z.boolean() }),
  /** Whoever asked takes the words that were proposed. */
  accepted: z.object({}),
  /** `looked`: they say that they looked at what could not be checked. */
  granted: z.object({
    looked: z.boolean(),
    alone: z.boolean(),
    until: z.number(),
    rules: z.array(z.string()),
  }),
  declined: z.object({ reason: z.string() }),
  withdrawn: z.object({}),
  ended: z.object({ why: z.enum(DEATHS) }),
  /** null: no time any more. */
  planned: z.object({ at: z.number().nullable() }),
  /** The time to cool off is over; the planned time has come. */
  cooled: z.object({}),
  due: z.object({}),
  published: z.object({
    url: z.string(),
    platform: z.string(),
    /** It went out without a go-ahead that held. */
    ahead: z.boolean(),
    /** What the check says of what went out, as far as it is known. */
    verdict: z.string(),
  }),
  /** The record of each form knows of it. */
  linked: z.object({}),
  /** It is not online any more. */
  down: z.object({}),
  /** The words are gone from the record. */
  forgotten: z.object({}),
} as const

export type What = keyof typeof DETAILS
export type Details<W extends What> = z.infer<(typeof DETAILS)[W]>
export type Deed = { [W in What]: { what: W; details: Details<W> } }[What]
export type Entry = { id: string; at: number; by: string } & Deed

const Line = z.object({
  id: z.string(),
  at: z.number(),
  by: Ref,
  what: z.string(),
  details: z.unknown(),
})

export const ApprovalBody = z.object({
  shape: z.literal(1),
  entries: z.array(Line).min(1),
  words: z.record(z.string(), Words),
})
export type ApprovalBody = z.infer<typeof ApprovalBody>

/** Undefined: an entry of a newer version, which is kept and not understood. */
export function readEntry(line: z.infer<typeof Line>): Entry | undefined {
  if (!Object.hasOwn(DETAILS, line.what)) return undefined
  const read = DETAILS[line.what as What].safeParse(line.details)
  return read.success ? ({ ...line, details: read.data } as Entry) : undefined
}
