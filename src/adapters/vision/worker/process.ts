import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ChaperoneError } from '../../../bot/errors.ts'
import type { Answer, Done, Task } from './protocol.ts'

/** The process that looks at pictures, as the one that talks to people sees it. */
export interface Looker {
  /**
   * One task at a time.
   * @throws ChaperoneError as the task says; photo_slow or photo_unreadable if the process had to be ended.
   */
  run(task: Task, deadlineMs: number): Promise<Done>
  /** Ends it and gives all of its memory back; the next task starts another. */
  end(): void
}

export interface Limits {
  /** More memory than this, in bytes, and it starts afresh. */
  memory: number
  /** So long without a task, in milliseconds, and it is let go. */
  idleMs: number
}

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url))
/** What JavaScript may keep; pictures and models live beside that. */
const HEAP_MB = 512
/** For the system's own allocator: fewer pools, so that what is let go of goes back. */
const MEMORY = { MALLOC_ARENA_MAX: '2' }

export function startLooker({ memory, idleMs }: Limits): Looker {
  let child: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined

  const end = () => {
    clearTimeout(idle)
    child?.kill('SIGKILL')
    child = undefined
  }
  const begin = () => {
    // It may have ended by itself since, by the hand of the system for one.
    if (child && (!child.connected || child.exitCode !== null || child.signalCode !== null)) end()
    child ??= fork(WORKER, [], {
      serialization: 'advanced',
      // No settings, no key: whatever a file does to this process, it finds nothing there.
      env: MEMORY,
      execArgv: [`--max-old-space-size=${HEAP_MB}`, '--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    // A start or a stop of the whole house never waits for it.
    child.unref()
    child.channel?.unref()
    return child
  }

  return {
    async run(task, deadlineMs) {
      clearTimeout(idle)
      const answer = await ask(begin(), task, deadlineMs).catch((error: unknown) => {
        end()
        throw error
      })
      if (answer.memory > memory) end()
      else idle = setTimeout(end, idleMs).unref()
      if ('done' in answer) return answer.done
      throw new ChaperoneError(answer.failed.code, answer.failed.message)
    },
    end,
  }
}

function ask(child: ChildProcess, task: Task, deadlineMs: number): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  // While it works the house waits for it.
  child.channel?.ref()
  const broken = () => reject(new ChaperoneError('photo_unreadable', 'the picture broke what looks at it'))
  const timer = setTimeout(
    () => reject(new ChaperoneError('photo_slow', 'looking at the picture took too long')),
    deadlineMs,
  )
  child.once('message', (answer: Answer) => resolve(answer))
  child.once('error', broken)
  child.once('exit', broken)
  child.send(task, (error) => error && broken())
  return promise.finally(() => {
    clearTimeout(timer)
    child.removeAllListeners()
    // Whatever still goes wrong with it now is nobody's any more.
    child.on('error', () => {})
    child.channel?.unref()
  })
}
