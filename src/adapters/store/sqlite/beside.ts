import { Worker } from 'node:worker_threads'
import type { Sealing } from '../seal.ts'
import type { Outcome, Question, Result } from './batch.ts'
import type { Beside } from './group.ts'

/** Statements that are known by their numbers; then all are told anew. */
const MOST_KNOWN = 500

/** Statements that are new, by their numbers; then each that is asked, by its number, and its parameters. */
export type Asked = [news: [number, string][], asked: (number | readonly unknown[])[]]
export interface Given {
  path: string
  /** For values that come unsealed. */
  sealing: Sealing | undefined
}
/** SQLite's error as far as it is looked at; an error of its own class does not cross threads whole. */
export interface Told {
  message: string
  errcode: number | undefined
  code: string | undefined
}
/** Of each statement, in order; or of the whole batch. */
export type Answer = readonly (Result | { told: Told })[] | { told: Told }

/**
 * Batches written by a connection in a thread of its own. A disk takes its time to confirm, and here nobody waits
 * for it but whoever asked: requests that come meanwhile are acknowledged. Until the thread is there, and if it
 * ever ends, `together` says so and the batch is written without it.
 */
export function openBeside(path: string, sealing?: Sealing): Beside {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: { path, sealing } satisfies Given,
  })
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

  /** One text for all of it: a thread reads that twice as fast as objects. */
  function written(batch: readonly Question[]): string {
    if (numbers.size > MOST_KNOWN) numbers.clear()
    const news: [number, string][] = []
    const asked: Asked[1] = []
    for (const { sql, parameters } of batch) {
      const number = numbers.get(sql) ?? numbers.size
      if (number === numbers.size) {
        numbers.set(sql, number)
        news.push([number, sql])
      }
      asked.push(number, parameters)
    }
    return JSON.stringify([news, asked] satisfies Asked)
  }

  async function send(batch: readonly Question[]): Promise<Outcome[]> {
    try {
      const text = written(batch)
      const answer = await new Promise<Answer>((done, failed) => {
        waiting = { done, failed }
        worker.postMessage(text)
      })
      if ('told' in answer) throw errorOf(answer.told)
      return answer.map((one) => (isTold(one) ? { error: errorOf(one.told) } : one))
    } catch (error) {
      // Perhaps the words of new statements have not arrived.
      numbers.clear()
      throw error
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

const isTold = (one: Result | { told: Told }): one is { told: Told } =>
  typeof one === 'object' && 'told' in one

function errorOf({ message, errcode, code }: Told): Error {
  return Object.assign(new Error(message), { errcode, code })
}
