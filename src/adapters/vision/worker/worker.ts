import { ChaperoneError } from '../../../bot/errors.ts'
import { type Detectors, openDetectors } from '../detect/detectors.ts'
import { clean, cover, outline } from '../files/copies.ts'
import { look } from './look.ts'
import type { Answer, Done, Failure, Task } from './protocol.ts'

/**
 * The process that looks at pictures, and does nothing else: it has no settings and no key, a file that breaks a
 * decoder breaks it alone, and its memory goes back when it ends.
 */

let opened: Promise<Detectors> | undefined
const detectors = () => {
  opened ??= openDetectors()
  return opened
}

async function work(task: Task): Promise<Done> {
  switch (task.what) {
    case 'look':
      return look(task.bytes, detectors, task.enoughMs)
    case 'clean':
      return clean(task.bytes)
    case 'cover':
      return cover(task.bytes, task.boxes)
    case 'outline':
      return outline(task.bytes, task.boxes)
  }
}

function failure(error: unknown): Failure {
  if (error instanceof ChaperoneError) return { code: error.code, message: error.message }
  return { code: 'photo_unreadable', message: 'the picture cannot be looked at' }
}

process.on('message', async (task: Task) => {
  const result = await work(task).then(
    (done) => ({ done }),
    (error: unknown) => ({ failed: failure(error) }),
  )
  process.send?.({ ...result, memory: process.memoryUsage.rss() } satisfies Answer)
})
process.on('disconnect', () => process.exit())
