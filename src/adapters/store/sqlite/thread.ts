import { parentPort, workerData } from 'node:worker_threads'
import { batchesOf } from './batch.ts'
import type { Answer, Asked, Told } from './beside.ts'
import { connect } from './connect.ts'

// Runs in a thread of its own: see beside.ts.
const { path } = workerData as { path: string }
const database = connect(path)
const { together } = batchesOf(database)
const statements: string[] = []

function sqlOf({ number, sql }: Asked): string {
  if (sql !== undefined) statements[number] = sql
  return statements[number] as string
}

function answer(batch: readonly Asked[]): Answer {
  const questions = batch.map((asked) => ({ sql: sqlOf(asked), parameters: asked.parameters }))
  try {
    return {
      outcomes: together(questions).map((one) => ('error' in one ? { told: toldOf(one.error) } : one)),
    }
  } catch (error) {
    return { told: toldOf(error) }
  }
}

function toldOf(error: unknown): Told {
  const { message, errcode, code } = error as Error & { errcode?: number; code?: string }
  return { message, errcode, code }
}

parentPort?.on('message', (asked: readonly Asked[] | 'close') => {
  if (asked !== 'close') {
    parentPort?.postMessage(answer(asked))
    return
  }
  database.close()
  parentPort?.close()
})
parentPort?.postMessage('ready')
