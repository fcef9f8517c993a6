import type { Clock } from '../../bot/ports.ts'
import type { Bot } from './bot.ts'
import type { Reference } from './origin.ts'

/** An answer that comes within this time needs no sign that it will, in milliseconds. */
const SOON_MS = 400
/** Teams takes the sign away after some seconds. */
const AGAIN_MS = 3000
const MOST = 10

/** "Chaperone is typing", for as long as the work takes. Nobody misses it when it does not show. */
export function createTyping(bot: Pick<Bot, 'send'>, clock: Pick<Clock, 'sleep'>) {
  return async (here: Reference, work: Promise<unknown>): Promise<void> => {
    const over = new AbortController()
    const end = () => over.abort()
    work.then(end, end)
    for (let shown = 0; shown < MOST; shown++) {
      await clock.sleep(shown === 0 ? SOON_MS : AGAIN_MS, over.signal)
      if (over.signal.aborted) return
      await bot.send(here, [{ type: 'typing' }]).catch(() => {})
    }
  }
}
