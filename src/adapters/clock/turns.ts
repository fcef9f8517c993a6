/** How long work may go on before whoever waits outside is let in, in milliseconds. */
const TURN_MS = 5

/**
 * Takes turns with the outside. What many wait for together (a disk, say) sets all of them going at once, and a
 * hundred drafts would be read before the next request is even looked at. So work that takes a while asks first:
 * it begins when what was begun before it has done its part, and after some milliseconds the event loop comes first.
 */
export function createTurns(now: () => number = () => performance.now()): () => Promise<void> {
  const waiting: (() => void)[] = []
  let running = false
  let began = 0

  // A tick that a microtask asks for comes when all microtasks are done: with them the work that was let go.
  const afterwards = () => queueMicrotask(() => process.nextTick(next))

  function next(): void {
    const go = waiting[0]
    if (go === undefined) {
      running = false
    } else if (now() - began >= TURN_MS) {
      setImmediate(begin)
    } else {
      waiting.shift()
      go()
      afterwards()
    }
  }

  function begin(): void {
    began = now()
    next()
  }

  return async () => {
    const turn = new Promise<void>((go) => waiting.push(go))
    if (!running) {
      running = true
      began = now()
      afterwards()
    }
    await turn
  }
}
