/** Shorter words have too many neighbours to guess from. */
const SHORTEST = 5
const LONG = 8

export interface Spelling {
  /** The known term that a mistyped one most likely stands for. */
  nearest(term: string): string | undefined
}

/** @param known terms, and how often each occurs. */
export function createSpelling(known: ReadonlyMap<string, number>): Spelling {
  // By first letter and length: a mistake in the first letter is rare, and looking through everything is slow.
  const shelves = new Map<string, string[]>()
  for (const term of known.keys()) {
    const shelf = shelfOf(term[0], term.length)
    const there = shelves.get(shelf)
    if (there) there.push(term)
    else shelves.set(shelf, [term])
  }

  return {
    nearest(term) {
      if (term.length < SHORTEST || /\d|_/.test(term)) return undefined
      const most = term.length >= LONG ? 2 : 1
      let best: string | undefined
      let least = most + 1
      for (let length = term.length - most; length <= term.length + most; length++) {
        for (const other of shelves.get(shelfOf(term[0], length)) ?? []) {
          const far = distance(term, other, most)
          const closer = far < least
          if (closer || (far === least && often(other) > often(best))) {
            best = other
            least = far
          }
        }
      }
      return least <= most ? best : undefined
    },
  }

  function often(term: string | undefined): number {
    return term === undefined ? 0 : (known.get(term) ?? 0)
  }
}

function shelfOf(first: string | undefined, length: number): string {
  return `${first}${length}`
}

/** Letters that have to be added, left out, changed, or swapped with the next one; `most + 1` where there are more. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    before = last
    last = row
  }
  return last[b.length] ?? most + 1
}
