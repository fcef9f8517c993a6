import { ChaperoneError } from '../../bot/errors.ts'
import type { Looked, Picture, Vision } from '../../bot/pictures.ts'
import { missingParts } from './detect/parts.ts'
import { nearness } from './files/fingerprint.ts'
import { type Limits, startLooker } from './worker/process.ts'
import type { Done, Task } from './worker/protocol.ts'

/** A copy is quick work on a picture that was looked at before. */
const COPY_MS = 20_000
/** Of the time that a look has, so much goes to looking; the rest to telling. */
const SHARE = 0.85
/** More pictures than this are not kept waiting: they are unchecked at once, and nobody's memory runs full. */
const MOST_WAITING = 64

const LIMITS: Limits = { memory: 800_000_000, idleMs: 60_000 }

/** Looks at pictures in a process of its own: one at a time, the others wait. */
export function createVision(limits: Partial<Limits> = {}): Vision {
  const available = missingParts().length === 0
  const looker = startLooker({ ...LIMITS, ...limits })
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let closed = false

  const queued = <D extends Done>(deadlineMs: number, task: (leftMs: number) => Task): Promise<D> => {
    if (!available || closed) return Promise.reject(unavailable())
    if (waiting >= MOST_WAITING) return Promise.reject(slow('too many pictures are waiting'))
    const end = performance.now() + deadlineMs
    waiting++
    const turn = last.then(async () => {
      const left = end - performance.now()
      if (closed) throw unavailable()
      if (left <= 0) throw slow('other pictures took all of the time')
      return looker.run(task(left), left)
    })
    last = turn.then(
      () => waiting--,
      () => waiting--,
    )
    return within(turn as Promise<D>, deadlineMs)
  }

  return {
    available,
    look: (bytes, { deadlineMs }) =>
      queued<Looked>(deadlineMs, (left) => ({ what: 'look', bytes, enoughMs: left * SHARE })),
    clean: (bytes) => queued<Picture>(COPY_MS, () => ({ what: 'clean', bytes })),
    cover: (bytes, boxes) => queued<Picture>(COPY_MS, () => ({ what: 'cover', bytes, boxes })),
    outline: (bytes, boxes) => queued<Picture>(COPY_MS, () => ({ what: 'outline', bytes, boxes })),
    nearness,
    async close() {
      closed = true
      looker.end()
    },
  }
}

/** Whoever waits in the queue is told when the time is up, not when it is their turn. */
function within<T>(work: Promise<T>, deadlineMs: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(slow('looking at the picture took too long')), deadlineMs + 50)
  return Promise.race([work, promise]).finally(() => clearTimeout(timer))
}

function slow(message: string): ChaperoneError {
  return new ChaperoneError('photo_slow', message)
}

function unavailable(): ChaperoneError {
  return new ChaperoneError('photo_unreadable', 'the parts that look at photos are not installed')
}
