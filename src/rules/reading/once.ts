/**
 * What is worked out of a draft once, however many rules ask: they ask about the same draft one after the other. Kept
 * of the last one alone, since a map with weak keys costs more to fill and to clean than most of what is kept in it.
 */
export function once<K extends object, T>(make: (of: K) => T): (of: K) => T {
  let last: K | undefined
  let made: T | undefined
  return (of) => {
    if (of !== last) {
      made = make(of)
      last = of
    }
    return made as T
  }
}
