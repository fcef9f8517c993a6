import { AsyncLocalStorage } from 'node:async_hooks'

const inside = new AsyncLocalStorage<true>()
let silenced = false

/**
 * Runs botbuilder without its voice: it prints errors on the console, with whatever they quote. Everybody else's
 * console stays as it is.
 */
export function quietly<T>(run: () => Promise<T>): Promise<T> {
  if (!silenced) silence()
  return inside.run(true, run)
}

function silence(): void {
  silenced = true
  const theirs = globalThis.console
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) {
    const own = theirs[name]
    theirs[name] = (...all: unknown[]) => {
      if (!inside.getStore()) own.apply(theirs, all)
    }
  }
}
