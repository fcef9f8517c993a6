import { Worker } from 'node:worker_threads'
import type { Outcome, Question } from './batch.ts'
import type { Beside } from './group.ts'

/** Statements that are known by their numbers; then all are told anew. */
const MOST_KNOWN = 500

/** A statement by its number; its words only the first time. */
export interface Asked {
  number: number
  sql?: string
  parameters: readonly unknown[]
}
/** SQLite's error as far as it is looked at; an error of its own class does not cross threads whole. */
export interface Told {
  message: string
  errcode: number | undefined
  code: string | undefined
}
export type Answer = { outcomes: readonly (Outcome | { told: Told })[] } | { told: Told }

/**
 * Batches written by a connection in a thread of its own. A disk takes its time to confirm, and here nobody waits
 * for it but whoever asked: requests that come meanwhile are acknowledged. Until the thread is there, and if it
 * ever ends, `together` says so and the batch is written without it.
 */
export function openBeside(path: string): Beside {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: { path } })
  // Whoever forgets to close the store can still end the process.
  worker.unref()
  const numbers = new Map<string, number>()
  let state: 'starting' | 'open' | 'over' = 'starting'
  let waiting: { done(answer: Answer): void; failed(error: Error): void } | undefined
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))

  worker.on('message', (answer: Answer | 'ready') => {
    if (answer === 'ready') state = 'open'
    else waiting?.done(answer)
  })
  const over = () => {
    state = 'over'
    waiting?.failed(new Error('the thread that writes has ended'))
  }
  worker.on('error', over)
  worker.once('exit', over)

  function asked({ sql, parameters }: Question): Asked {
    const known = numbers.get(sql)
    if (known !== undefined) return { number: known, parameters }
    if (numbers.size >= MOST_KNOWN) numbers.clear()
    const number = numbers.size
    numbers.set(sql, number)
    return { number, sql, parameters }
  }

  async function send(batch: readonly Question[]): Promise<Outcome[]> {
    try {
      const answer = await new Promise<Answer>((done, failed) => {
        waiting = { done, failed }
        worker.postMessage(batch.map(asked))
      })
      if ('told' in answer) throw errorOf(answer.told)
      return answer.outcomes.map((one) => ('told' in one ? { error: errorOf(one.told) } : one))
    } finally {
      waiting = undefined
    }
  }

  return {
    together: (batch) => (state === 'open' && waiting === undefined ? send(batch) : undefined),
    async close() {
      if (state !== 'over') worker.postMessage('close')
      worker.ref()
      await ended
    },
  }
}

function errorOf({ message, errcode, code }: Told): Error {
  return Object.assign(new Error(message), { errcode, code })
}
