import type { Clock } from '../../bot/ports.ts'
import type { Bot } from './bot.ts'
import type { Reference } from './origin.ts'

/** How often somebody looks who waits, in milliseconds. An answer that comes sooner needs no sign that it will. */
const LOOK_MS = 400
/** Teams takes the sign away after some seconds: it is shown at every so many looks. */
const EVERY = 8
const MOST = 10

/** "Chaperone is typing", for as long as the work takes. Nobody misses it when it does not show. */
export function createTyping(bot: Pick<Bot, 'send'>, clock: Pick<Clock, 'sleep'>) {
  const waiting = new Set<{ here: Reference; looks: number }>()
  let over: AbortController | undefined

  /** One for all who wait: a timer for each message would cost more than most answers. */
  async function watch({ signal }: AbortController): Promise<void> {
    for (;;) {
      await clock.sleep(LOOK_MS, signal)
      if (signal.aborted) return
      for (const one of waiting) {
        // Whoever came just before this look has hardly waited.
        const due = one.looks % EVERY === 1 && one.looks < MOST * EVERY
        one.looks++
        if (due) void bot.send(one.here, [{ type: 'typing' }]).catch(() => {})
      }
    }
  }

  return (here: Reference, work: Promise<unknown>): void => {
    const one = { here, looks: 0 }
    waiting.add(one)
    if (!over) {
      over = new AbortController()
      void watch(over)
    }
    const end = () => {
      waiting.delete(one)
      if (waiting.size > 0) return
      over?.abort()
      over = undefined
    }
    work.then(end, end)
  }
}
