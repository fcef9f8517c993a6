import { ChaperoneError, type ErrorCode } from '../errors.ts'
import type { Clock } from '../ports.ts'

/**
 * The work's result, or an error with this code after `ms`. The work itself cannot be stopped; its result is
 * dropped then. Whoever waits behind it must not wait for ever.
 */
export async function within<T>(ms: number, clock: Clock, code: ErrorCode, work: Promise<T>): Promise<T> {
  const late = () => new ChaperoneError(code, `took longer than ${ms} ms`)
  return clock.alarm ? ringing(clock.alarm, ms, late, work) : sleeping(clock, ms, late, work)
}

function ringing<T>(
  alarm: NonNullable<Clock['alarm']>,
  ms: number,
  late: () => Error,
  work: Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const callOff = alarm(ms, () => reject(late()))
    work.then(
      (value) => {
        callOff()
        resolve(value)
      },
      (error: unknown) => {
        callOff()
        reject(error)
      },
    )
  })
}

async function sleeping<T>(clock: Clock, ms: number, late: () => Error, work: Promise<T>): Promise<T> {
  const off = new AbortController()
  const end = clock.now() + ms
  const alarm = clock.sleep(ms, off.signal).then(() => {
    // Woken before its time: the work has ended, or a test holds the clock still.
    if (off.signal.aborted || clock.now() < end) return work
    throw late()
  })
  try {
    return await Promise.race([work, alarm])
  } finally {
    // With a reason: without one an error is made, stack and all.
    off.abort('over')
  }
}
