/** How many pieces of work begin in one turn of the event loop. */
const A_TURN = 8

/** Where acknowledged work waits for its turn, in the order in which it came. */
export interface Lane {
  /** Resolves as the work does. */
  run<T>(work: () => Promise<T>): Promise<T>
}

/**
 * Lets new requests in between. A draft takes a moment to read, and a hundred that arrive together would be read
 * before the next request is even looked at: so a few begin, then whoever has come meanwhile is acknowledged.
 */
export function lane(later: (turn: () => void) => void = setImmediate): Lane {
  const waiting: (() => void)[] = []
  const turn = () => {
    for (const begin of waiting.splice(0, A_TURN)) begin()
    if (waiting.length > 0) later(turn)
  }
  return {
    async run(work) {
      await new Promise<void>((begin) => {
        waiting.push(begin)
        if (waiting.length === 1) later(turn)
      })
      return work()
    },
  }
}
