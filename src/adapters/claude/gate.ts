/** Lets so many through at once; the others wait in line, and beyond that nobody does. */
export function createGate(atOnce: number, inLine: number) {
  let inside = 0
  const line: (() => void)[] = []
  const leave = () => {
    const next = line.shift()
    if (next) next()
    else inside--
  }
  return {
    /** A function to leave by; undefined: the line is full, or `signal` ended the wait. */
    async enter(signal: AbortSignal): Promise<(() => void) | undefined> {
      if (signal.aborted) return undefined
      if (inside < atOnce) {
        inside++
        return leave
      }
      if (line.length >= inLine) return undefined
      return new Promise((resolve) => {
        const turn = () => {
          signal.removeEventListener('abort', gone)
          resolve(leave)
        }
        const gone = () => {
          line.splice(line.indexOf(turn), 1)
          resolve(undefined)
        }
        signal.addEventListener('abort', gone, { once: true })
        line.push(turn)
      })
    },
  }
}
