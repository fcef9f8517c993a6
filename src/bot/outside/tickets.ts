/** What of an incident may leave the house: no word that somebody typed, and nobody's name or id. */
export interface MirroredTicket {
  /** INC-2026-0001 */
  number: string
  /** Of this state of it: the same number and version are the same ticket, however often they are sent. */
  version: number
  status: 'open' | 'taken' | 'closed'
  /** In words of a closed list, for people. */
  title: string
  lines: readonly string[]
  /** Null: not known. */
  people: number | null
  residents: Readonly<Record<string, number | null>>
  reports: number
  /** YYYY-MM-DD; null: cannot be reckoned. */
  discovered: string | null
  clocks: readonly { what: string; state: string | null; due: string; actBy: string }[]
  openTasks: readonly string[]
  conclusion: string | null
}

/** Closed, for logs, metrics and the doctor. */
export const MIRROR_TROUBLES = [
  'unreachable',
  'too_slow',
  'limited',
  'server_error',
  'unauthorized',
  'redirected',
  'not_found',
  'rejected',
  'unreadable',
] as const
export type MirrorTrouble = (typeof MIRROR_TROUBLES)[number]

export type Put =
  | { ok: true; ref: string | null }
  /** `retryAfterMs`: what the other side asked for. */
  | { ok: false; trouble: MirrorTrouble; retryAfterMs?: number }

export const TARGETS = ['jira', 'webhook'] as const
export type Target = (typeof TARGETS)[number]

/** Where tickets are mirrored to. Never throws, follows no redirect, and ends within a bounded time. */
export interface Tickets {
  target: Target
  /**
   * Brings the copy over there to this state, or makes it. Safe to repeat.
   * @param before `ref` from an earlier `ok`; `begun`: an earlier try may have made it without our hearing of it.
   */
  put(ticket: MirroredTicket, before: { ref: string | null; begun: boolean }): Promise<Put>
}

/** How far the mirror has come with one ticket at one place. */
export interface Mirrored {
  target: Target
  number: string
  /** The version that arrived; 0: none. */
  sent: number
  ref: string | null
  begun: boolean
  /** Tries that failed since something arrived. */
  attempts: number
  /** Not to be tried before. Milliseconds since 1970. */
  next: number
  trouble: MirrorTrouble | null
}

/**
 * What has arrived where. What has to be sent still is what the register knows beyond that: nothing is lost
 * between the two, whenever the process dies.
 */
export interface Outbox {
  of(target: Target): Promise<Mirrored[]>
  save(state: Mirrored): Promise<void>
}
