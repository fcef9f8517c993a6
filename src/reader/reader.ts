import { Worker } from 'node:worker_threads'
import type { Clock, Log } from '../bot/ports.ts'
import type { PracticeFacts } from '../rules/facts.ts'
import { RULES } from '../rules/registry.ts'
import { notRead, type Unreadable } from '../rules/unreadable.ts'
import type { Checker, Draft, Result } from '../rules/verdict.ts'
import { type Packed, packing } from './packed.ts'

/** Drafts that cross together. While some are read the next gather: crossing costs as much for one as for many. */
const TOGETHER = 16
/** UTF-16 units from which on reading may take as long as somebody notices. */
const LONG = 20_000
/** Milliseconds; the engine itself gives up long before, unless a single rule never ends. */
const PATIENCE_MS = 30_000
/** Between two threads that end by themselves, in milliseconds. */
const REST_MS = 60_000

/** What the thread is asked. The practice's own facts come when they change. */
export interface Question {
  draft: Draft
  facts?: PracticeFacts
}
export type FromThread = 'ready' | readonly Packed[]

export interface Reader {
  /** As the engine's `check`, and like it never fails: what could not be read is unchecked. */
  read(draft: Draft, facts: PracticeFacts): Promise<Result>
  close(): Promise<void>
}

export interface ReaderParts {
  /** Reads while the thread is not there. */
  here: Checker
  clock: Pick<Clock, 'now' | 'alarm'>
  log: Log
  /** Another one for tests. */
  thread?: URL
}

interface Asked {
  draft: Draft
  facts: PracticeFacts
  done(result: Result): void
}

/**
 * Reads drafts in a thread of its own, so that nobody's draft keeps the others from being heard: while one is read,
 * requests are acknowledged and answers go out. What the thread had in hand when it broke, or when it never finished,
 * is unchecked; the rest is read here until a new one takes over.
 */
export function openReader({ here, clock, log, thread = THREAD }: ReaderParts): Reader {
  const { unpack } = packing(RULES)
  let worker: Worker | undefined
  let open = false
  let closing = false
  let known: PracticeFacts | undefined
  const gathered: Asked[] = []
  /** What the thread reads now. */
  let sent: { asked: readonly Asked[]; callOff(): void } | undefined
  let opened = 0

  function start(): void {
    opened = clock.now()
    known = undefined
    const started = new Worker(thread)
    // Whoever forgets to close can still end the process.
    started.unref()
    started.on('message', (told: FromThread) => {
      if (started !== worker) return
      if (told === 'ready') open = true
      else take(told)
    })
    // Its error may carry words of a draft, so it goes nowhere.
    started.on('error', () => {})
    started.once('exit', () => {
      if (started === worker && !closing) lost('failed')
    })
    worker = started
  }

  function take(told: readonly Packed[]): void {
    const batch = sent
    sent = undefined
    batch?.callOff()
    batch?.asked.forEach(({ draft, done }, i) => {
      done(unpack(told[i] as Packed, draft))
    })
    send()
  }

  /** What is under way may be what broke it: nobody reads that again, and nobody is told that it is fine. */
  function lost(why: Unreadable): void {
    log.warn('reader ended', { code: why === 'late' ? 'reader_slow' : 'reader_failed' })
    open = false
    const old = worker
    worker = undefined
    void old?.terminate()
    drop(why)
    send()
    if (clock.now() - opened >= REST_MS) start()
  }

  function drop(why: Unreadable): void {
    const batch = sent
    sent = undefined
    batch?.callOff()
    for (const { draft, done } of batch?.asked ?? []) done(notRead(draft, why))
  }

  /** All that has gathered, here or there. */
  function send(): void {
    if (sent !== undefined) return
    if (!open || !worker) {
      for (const { draft, facts, done } of gathered.splice(0)) done(here.check(draft, facts))
      return
    }
    // A long one goes alone.
    const long = gathered.findIndex(isLong)
    const asked = gathered.splice(0, long < 0 ? TOGETHER : Math.min(Math.max(long, 1), TOGETHER))
    if (asked.length === 0) return
    sent = { asked, callOff: clock.alarm?.(PATIENCE_MS, () => lost('late')) ?? (() => {}) }
    worker.postMessage(asked.map(questionOf))
  }

  function questionOf({ draft, facts }: Asked): Question {
    if (facts === known) return { draft }
    known = facts
    return { draft, facts }
  }

  /** A short draft does not wait behind somebody's book. */
  const busyWithLong = () => (sent?.asked.some(isLong) ?? false) || gathered.some(isLong)

  start()
  return {
    async read(draft, facts) {
      if (worker === undefined && !closing && clock.now() - opened >= REST_MS) start()
      if (!open || (!isLong({ draft }) && busyWithLong())) return here.check(draft, facts)
      return new Promise((done) => {
        if (gathered.length === 0) setImmediate(send)
        gathered.push({ draft, facts, done })
      })
    },
    async close() {
      closing = true
      open = false
      await worker?.terminate()
      drop('failed')
      send()
    },
  }
}

const isLong = ({ draft }: { draft: Draft }) => draft.text.length > LONG
const THREAD = new URL('./thread.ts', import.meta.url)
