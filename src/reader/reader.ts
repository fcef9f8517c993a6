import { Worker } from 'node:worker_threads'
import type { Clock, Log } from '../bot/ports.ts'
import type { PracticeFacts } from '../rules/facts.ts'
import { RULES } from '../rules/registry.ts'
import { notRead, type Unreadable } from '../rules/unreadable.ts'
import type { Checker, Draft, Result } from '../rules/verdict.ts'
import { type Packed, packing } from './packed.ts'

/** Drafts that cross together: crossing costs as much for one as for some, and the first need not wait for many. */
const TOGETHER = 4
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
 * requests are acknowledged and answers go out. A draft that breaks the thread, or that it never finishes, is
 * unchecked and takes nothing else with it; a new thread takes over.
 */
export function openReader({ here, clock, log, thread = THREAD }: ReaderParts): Reader {
  const { unpack } = packing(RULES)
  let worker: Worker | undefined
  let open = false
  let closing = false
  let known: PracticeFacts | undefined
  let gathered: Asked[] = []
  /** In the order in which they were sent, which is the order in which they come back. */
  const sent: { asked: readonly Asked[]; callOff(): void }[] = []
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
    const batch = sent.shift()
    batch?.callOff()
    batch?.asked.forEach(({ draft, done }, i) => {
      done(unpack(told[i] as Packed, draft))
    })
  }

  /** What is under way may be what broke it: nobody reads that again, and nobody is told that it is fine. */
  function lost(why: Unreadable): void {
    log.warn('reader ended', { code: why === 'late' ? 'reader_slow' : 'reader_failed' })
    open = false
    const old = worker
    worker = undefined
    void old?.terminate()
    drop(why)
    if (clock.now() - opened >= REST_MS) start()
  }

  function drop(why: Unreadable): void {
    for (const { asked, callOff } of sent.splice(0)) {
      callOff()
      for (const { draft, done } of asked) done(notRead(draft, why))
    }
  }

  function send(): void {
    const all = gathered
    gathered = []
    if (!open || !worker) {
      for (const { draft, facts, done } of all) done(here.check(draft, facts))
      return
    }
    for (let from = 0; from < all.length; from += TOGETHER) {
      const asked = all.slice(from, from + TOGETHER)
      const callOff = clock.alarm?.(PATIENCE_MS, () => lost('late')) ?? (() => {})
      sent.push({ asked, callOff })
      worker.postMessage(asked.map(questionOf))
    }
  }

  function questionOf({ draft, facts }: Asked): Question {
    if (facts === known) return { draft }
    known = facts
    return { draft, facts }
  }

  /** A short draft does not wait behind somebody's book. */
  const busyWithLong = () => sent.some(({ asked }) => asked.some(({ draft }) => draft.text.length > LONG))

  start()
  return {
    async read(draft, facts) {
      if (worker === undefined && !closing && clock.now() - opened >= REST_MS) start()
      if (!open || (draft.text.length <= LONG && busyWithLong())) return here.check(draft, facts)
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
    },
  }
}

const THREAD = new URL('./thread.ts', import.meta.url)
