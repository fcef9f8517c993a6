import { parentPort, workerData } from 'node:worker_threads'
import { sealsOf } from '../seal.ts'
import { batchesOf, type Question } from './batch.ts'
import type { Answer, Asked, Given, Told } from './beside.ts'
import { connect } from './connect.ts'

// Runs in a thread of its own: see beside.ts.
const { path, sealing } = workerData as Given
const database = connect(path)
const { together } = batchesOf(database, sealing && sealsOf(sealing).seal)
const statements: string[] = []

function read(text: string): Question[] {
  const [news, asked] = JSON.parse(text) as Asked
  for (const [number, sql] of news) statements[number] = sql
  const batch: Question[] = []
  for (let i = 0; i < asked.length; i += 2)
    batch.push({ sql: statements[asked[i] as number] as string, parameters: asked[i + 1] as unknown[] })
  return batch
}

function answer(text: string): Answer {
  try {
    return together(read(text)).map((one) =>
      typeof one === 'object' && 'error' in one ? { told: toldOf(one.error) } : one,
    )
  } catch (error) {
    return { told: toldOf(error) }
  }
}

function toldOf(error: unknown): Told {
  const { message, errcode, code } = error as Error & { errcode?: number; code?: string }
  return { message, errcode, code }
}

parentPort?.on('message', (text: string) => {
  if (text !== 'close') {
    parentPort?.postMessage(answer(text))
    return
  }
  database.close()
  parentPort?.close()
})
parentPort?.postMessage('ready')
