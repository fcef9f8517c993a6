import type { Event, Surface } from './event.ts'
import type { Outbox } from './outside/tickets.ts'
import type { Files, Vision } from './pictures.ts'
import type { Incidents, Register, Trail } from './register.ts'
import type { Reply } from './reply.ts'

export * from './register.ts'

/**
 * What the hall needs from outside. Each port has one folder per adapter under src/adapters and one suite
 * under test/contracts that every adapter of it passes.
 */

/** Time, ids and randomness are ports too: nothing else in bot, skills or rules may read them. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number
  /** Waits; resolves early when `signal` aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /**
   * Before work that takes a while: resolves when others have had their turn. Absent where nobody else waits.
   */
  turn?(): Promise<void>
  /**
   * Rings once, after `ms`, unless it is called off with what comes back. For waits that nearly always are: each
   * event has two, and calling off a `sleep` costs ten times as much. Absent where time is played.
   */
  alarm?(ms: number, ring: () => void): () => void
}

export interface Ids {
  /** A new id, unique over all replicas, sortable by time (ULID). */
  next(): string
}

/** One event acts once. A claim is atomic: of any number of racers exactly one wins. */
export interface Claims {
  /**
   * Take the event for `leaseMs`. `won`: run it. `busy`: another run holds it. `done`: it has acted already.
   * A lease that ran out (its run died) can be won again, so a retry is answered. The holder itself wins
   * again as long as nobody took the event from it, and its lease starts anew.
   */
  claim(eventId: string, holder: string, now: number, leaseMs: number): Promise<'won' | 'busy' | 'done'>
  /** The event has acted. No-op if `holder` lost the lease meanwhile: returns false. */
  finish(eventId: string, holder: string, now: number): Promise<boolean>
  /** Give it back at once so that a retry runs. */
  release(eventId: string, holder: string): Promise<void>
  /** Forget claims that finished, or whose lease ended, before `before`; returns how many. */
  sweep(before: number): Promise<number>
}

/** One row of the ledger of checks. No words of the draft, ever. */
export interface CheckRecord {
  id: string
  /** Milliseconds since 1970. */
  at: number
  surface: string
  /** Who asked: the platform's id. */
  person: string
  /** HMAC-SHA-256 of the draft under the installation's key: the same draft is recognised, nothing is readable. */
  draftHash: string
  verdict: string
  kind: string
  platform: string | null
  rules: readonly string[]
}

export interface Ledger {
  record(check: CheckRecord): Promise<void>
  /** Checks with `from <= at < to`, oldest first, at most `limit`. */
  between(from: number, to: number, limit: number): Promise<CheckRecord[]>
  counts(from: number, to: number): Promise<Record<string, number>>
  /** One person's checks with `from <= at`, newest first, at most `limit`. */
  latest(surface: string, person: string, from: number, limit: number): Promise<CheckRecord[]>
}

/** What somebody said about a finding, for whoever tends the rules and for the managers. */
export interface Remark {
  id: string
  /** Milliseconds since 1970. */
  at: number
  surface: string
  person: string
  /**
   * `not_a_problem`: the finding is mistaken. `override`: posted all the same. `unanswered`: a question without
   * an article, in `example`. `not_helpful`: an answer that did not help; `rules` names its article. `asked`: a
   * question that was answered; `rules` names the article, and neither who asked nor any word of it is kept.
   */
  sort: 'not_a_problem' | 'override' | 'unanswered' | 'not_helpful' | 'asked'
  draftHash: string
  verdict: string
  platform: string | null
  rules: readonly string[]
  /** The draft, masked; kept sealed all the same. Empty where nothing is to be learned from it. */
  example: string
  /** In their words, masked. */
  reason: string
}

export interface Remarks {
  add(remark: Remark): Promise<void>
  /** Remarks with `from <= at < to`, oldest first, at most `limit`. */
  between(from: number, to: number, limit: number): Promise<Remark[]>
}

/** Where a half-finished dialog waits. May be lost; never holds what was acknowledged. */
export interface Dialogs {
  get(key: string): Promise<unknown>
  set(key: string, value: unknown, ttlMs: number): Promise<void>
  delete(key: string): Promise<void>
}

/** How far a job has come. Must not be lost, and holds no words. */
export interface Marks {
  get(name: string): Promise<string | undefined>
  /** Writes it if it still is what was `seen`; false: somebody was quicker, and nothing was written. */
  set(name: string, seen: string | undefined, value: string): Promise<boolean>
  /** All whose names begin like this, by name. */
  all(prefix: string): Promise<{ name: string; value: string }[]>
}

export interface Store extends Claims, Ledger {
  marks: Marks
  dialogs: Dialogs
  remarks: Remarks
  incidents: Incidents
  register: Register
  trail: Trail
  outbox: Outbox
  close(): Promise<void>
}

/** Keyed hash of what people typed (HMAC-SHA-256, hex). The key stays in the adapter. */
export interface Hasher {
  hash(text: string): string
}

/** Logs carry fields of a closed list and nothing else; no field can hold text that a person typed. */
export interface LogFields {
  event?: string
  surface?: string
  skill?: string
  intent?: string
  outcome?: string
  code?: string
  verdict?: string
  kind?: string
  platform?: string
  rules?: number
  ms?: number
  count?: number
  port?: number
  attempt?: number
  /** Of the trail: see Trail.head. */
  head?: string
}
export interface Log {
  debug(message: LogMessage, fields?: LogFields): void
  info(message: LogMessage, fields?: LogFields): void
  warn(message: LogMessage, fields?: LogFields): void
  error(message: LogMessage, fields?: LogFields): void
}
/** LOG_LEVEL. `trace` says no more than `debug`: there is no level at which typed text is shown. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Messages are written in the source, never built from data: adapters refuse any other. */
export const LOG_MESSAGES = [
  'started',
  'stopping',
  'stopped',
  'listening',
  'event handled',
  'event repeated',
  'event refused',
  'event failed',
  'delivery failed',
  'store migrated',
  'claims swept',
  'incident opened',
  'person told',
  'ticket mirrored',
  'ticket not mirrored',
  'trail head',
  'records purged',
  'config warning',
  'model unavailable',
  'reader ended',
  'log message refused',
] as const
export type LogMessage = (typeof LOG_MESSAGES)[number]

/** Speaks to people. Only the pipeline calls it. */
export interface Platform {
  deliver(reply: Reply, to: Event): Promise<void>
  /** For an answer that is read while it is still being made. Absent, or undefined: it comes whole here. */
  open?(to: Event): Growing | undefined
}

/** A reply of which the first words are shown before it is known how it ends. */
export interface Growing {
  /** Shown as soon as may be, and never taken back. Never throws; later than `end` it does nothing. */
  add(words: string): void
  /**
   * The reply itself. Where it begins with the words that were added it goes on behind them, else it stands below
   * them. False, also the second time: it is to be delivered as any other.
   */
  end(reply: Reply): Promise<boolean>
}

/**
 * Speaks first, in private, to somebody who did not just ask: a privacy officer, say. False: that person cannot
 * be reached there. Never throws.
 * @param once names what is said, where saying it twice would be a nuisance. `again`: an earlier try may have said
 *   it before it was cut short; a surface that can look does so, and counts what it finds as said.
 */
export type Tell = (
  to: { surface: Surface; id: string },
  reply: Reply,
  once?: { key: string; again: boolean },
) => Promise<boolean>

export interface Ports {
  clock: Clock
  ids: Ids
  store: Store
  hasher: Hasher
  log: Log
  tell: Tell
  vision: Vision
  files: Files
}
