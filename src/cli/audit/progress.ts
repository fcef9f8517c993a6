import type { Writable } from 'node:stream'

/** Short work says nothing. */
const QUIET_MS = 1500
const ON_SCREEN_MS = 200
/** In a log each line stays, so there are few, and the first comes late. */
const IN_LOG_MS = 15_000
const CLEAR_LINE = '\r\u001b[2K'

/** Says how far a long run has come: one line that changes on a screen, a line now and then in a log. */
export function createProgress(out: Writable & { isTTY?: boolean }, now: () => number) {
  const screen = out.isTTY === true
  const started = now()
  let next = started + (screen ? QUIET_MS : IN_LOG_MS)
  let shown = false

  return {
    tell(text: () => string): void {
      const time = now()
      if (time < next) return
      next = time + (screen ? ON_SCREEN_MS : IN_LOG_MS)
      shown = screen
      out.write(screen ? `${CLEAR_LINE}${text()}` : `chaperone: ${text()}\n`)
    },
    /** Takes the line off the screen. */
    end(): void {
      if (shown) out.write(CLEAR_LINE)
      shown = false
    },
  }
}
export type Progress = ReturnType<typeof createProgress>
