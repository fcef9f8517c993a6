/** What has to be kept, and who did and saw what with it. Parts of the port `Store`. */

/** Who did or saw something: the platform's id, never a name that somebody typed. */
export interface Actor {
  surface: string
  person: string
}

/** Kinds of record, and the letters that their numbers begin with. */
export const RECORD_KINDS = {
  incident: 'INC',
  authorization: 'AUT',
  approval: 'APR',
  training: 'TRN',
} as const
export type RecordKind = keyof typeof RECORD_KINDS

export interface RegisterRecord {
  /** `INC-2026-0001`: without gaps for each kind and year, over all replicas, and never given twice. */
  number: string
  kind: RecordKind
  /** A word of the skill's own: `open`, `closed`, … */
  state: string
  /** When it was made and when it was last changed. Milliseconds since 1970. */
  at: number
  changed: number
  /** When it was last in effect; null while it still is. Retention counts from here, and only from here. */
  ended: number | null
  /** 1, and one more with every change. */
  version: number
  /** Through JSON; kept sealed and bound to all of the above. */
  body: unknown
}

/** `nobody`: a job of Chaperone itself reads, and shows it to no one. It leaves no trace in the trail. */
export type Reader = Actor | 'nobody'

/**
 * What has to be kept: incidents, authorizations and the like. Every change, and every look, is written to the
 * trail together with it: both or neither.
 */
export interface Register {
  /**
   * @param made.year the practice's own year, which the number carries.
   * @param made.origin what it came from (an event's id): the same origin gives the same record, so a retry
   *   makes no second one. Kept as a hash.
   */
  create(
    kind: RecordKind,
    made: {
      at: number
      year: number
      state: string
      body: unknown
      origin?: string | undefined
      ended?: number | null
    },
    by: Actor,
  ): Promise<RegisterRecord>
  get(number: string, reader: Reader): Promise<RegisterRecord | undefined>
  /** Oldest first, at most `limit`; `after` is the last one of the page before. */
  list(
    kind: RecordKind,
    wanted: {
      states?: readonly string[]
      /** `from <= at < to`. */
      from?: number
      to?: number
      after?: Pick<RegisterRecord, 'at' | 'number'>
      limit: number
    },
    reader: Reader,
  ): Promise<RegisterRecord[]>
  /** How many of a kind are in which state, made `from <= at < to`. Opens none of them. */
  tally(kind: RecordKind, from: number, to: number): Promise<Record<string, number>>
  /** `changed`: somebody else was quicker, and `version` is no longer the last one. Nothing was written. */
  update(
    number: string,
    version: number,
    change: { at: number; state?: string; body?: unknown; ended?: number | null },
    by: Actor,
  ): Promise<RegisterRecord | 'changed' | 'absent'>
  /** Removes records that ended, and were last changed, before `before`; returns their numbers. */
  purge(kind: RecordKind, before: number, at: number, by: Actor): Promise<string[]>
}

export const TRAIL_ACTS = [
  'created',
  'changed',
  'seen',
  'listed',
  'exported',
  'refused',
  'purged',
  'backed_up',
  'restored',
  'key_rotated',
] as const
export type TrailAct = (typeof TRAIL_ACTS)[number]

export interface TrailEntry extends Actor {
  /** 1, 2, 3 … */
  seq: number
  at: number
  act: TrailAct
  /** A record's number, or what kind of thing it was. Never typed text: other characters are refused. */
  subject: string
  /** The record's after it; 0 and '' where there is none. */
  version: number
  state: string
}

/** Who did and saw what: only ever added to, each entry tied to the one before (HMAC chain). */
export interface Trail {
  append(by: Actor, act: TrailAct, subject: string, at: number): Promise<void>
  /** Entries about one subject, or about all, from `seq` on. */
  entries(wanted: { subject?: string; from?: number; limit: number }): Promise<TrailEntry[]>
  /** How long the trail is and its last link. Kept elsewhere (log, digest), it shows a tail that was cut. */
  head(): Promise<string>
}

/** One thing that happened to an incident. Nothing is ever changed or taken out: what is corrected is added. */
export interface IncidentEntry {
  /** Of whatever led to it: the same id is written once, however often it arrives. */
  id: string
  /** Milliseconds since 1970. */
  at: number
  /** "surface:id" of whoever did it. */
  by: string
  /** A word of the incident skill's own closed list. */
  what: string
  /** Masked where people typed it, and kept sealed all the same. Survives JSON. */
  details: Readonly<Record<string, unknown>>
}

export interface Incident {
  /** INC-2026-0001: in order and without gaps within a year. */
  number: string
  /** In the order in which they were written; the first is the report. */
  entries: readonly IncidentEntry[]
}

/** The register of incidents. What was acknowledged survives everything that the disk survives. */
export interface Incidents {
  /**
   * Writes a report down and gives it its number. A report whose `id` is there already, or that is of the same
   * `post` (a keyed hash) as an earlier one, joins that incident: `isNew` is false.
   * @param year the year that the number carries.
   */
  open(report: IncidentEntry, post: string | null, year: number): Promise<{ number: string; isNew: boolean }>
  /** @param reader who looks ("surface:id"), for the trail; `nobody` for a job that shows it to no one. */
  get(number: string, reader: string): Promise<Incident | undefined>
  /** Newest number first. */
  list(reader: string): Promise<Incident[]>
  /**
   * Adds entries, all or none, if the incident has exactly `seen` entries; false: somebody was quicker, so look
   * again. Entries whose id is there already count as written.
   */
  add(number: string, seen: number, entries: readonly IncidentEntry[]): Promise<boolean>
}
