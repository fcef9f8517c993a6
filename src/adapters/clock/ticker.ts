import type { Clock, Platform } from '../../bot/ports.ts'
import { CLOCK_PERSON } from '../../bot/roles.ts'

export interface TickerParts {
  /** The pipeline. */
  handle(event: unknown, platform: Platform): Promise<unknown>
  clock: Clock
  /** "skill/intent" of each job. */
  jobs: readonly string[]
  /** Milliseconds between two ticks. */
  everyMs: number
}

export interface Ticker {
  start(): void
  /** No new tick, and the one that runs has ended. */
  stop(): Promise<void>
}

/** A job answers nobody; what it has to say it tells people itself. */
const NOBODY: Platform = { deliver: async () => {} }

/**
 * Hands the pipeline a tick for each job. The id of a tick is its slot in time, so that of several replicas one
 * does the work, and a start after a pause does it once and not once for every tick that was missed.
 */
export function createTicker({ handle, clock, jobs, everyMs }: TickerParts): Ticker {
  const stopped = new AbortController()
  let running: Promise<void> = Promise.resolve()

  async function tick(): Promise<void> {
    const slot = Math.floor(clock.now() / everyMs)
    for (const job of jobs) {
      const event = {
        id: `tick:${job}:${everyMs}:${slot}`,
        surface: 'terminal',
        at: new Date(clock.now()).toISOString(),
        person: { id: CLOCK_PERSON },
        place: { id: CLOCK_PERSON, private: true },
        body: { type: 'tick', job },
      }
      await handle(event, NOBODY)
    }
  }

  async function run(): Promise<void> {
    while (!stopped.signal.aborted) {
      await tick()
      await clock.sleep(everyMs, stopped.signal)
    }
  }

  return {
    start() {
      running = run()
    },
    async stop() {
      stopped.abort()
      await running
    },
  }
}
