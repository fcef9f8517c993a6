import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createVision } from '../../../src/adapters/vision/vision.ts'
import { drawnPhotos } from './drawn.ts'
import { type Photo, packagedPhotos, readPhotos } from './labels.ts'
import { count, countCopy, emptyScore, type PhotoScore } from './score.ts'

export interface PhotoResult {
  name: string
  photos: number
  score: PhotoScore
  /** Milliseconds: the first look, which starts everything, and the others. */
  first: number
  each: readonly number[]
  /** Photos of which something could not be looked for. */
  blind: readonly string[]
  /** The longest time that nothing else could be done meanwhile, in milliseconds. */
  held: number
  /** The most memory that looking took, in megabytes; undefined where the system does not tell. */
  memory: number | undefined
}

const DEADLINE_MS = 60_000

/** The project's own pictures, and those of a folder. */
export async function measurePhotos(folder: string | undefined): Promise<PhotoResult[]> {
  const sets: [string, Photo[]][] = [
    ['drawn by the project', drawnPhotos()],
    ['that come in packages', packagedPhotos()],
    ...(folder ? [[folder, readPhotos(folder)] as [string, Photo[]]] : []),
  ]
  const results: PhotoResult[] = []
  for (const [name, photos] of sets) results.push(await measure(name, photos))
  return results
}

async function measure(name: string, photos: readonly Photo[]): Promise<PhotoResult> {
  const vision = createVision()
  const score = emptyScore()
  const times: number[] = []
  const blind: string[] = []
  let held = 0
  let memory: number | undefined
  try {
    for (const photo of photos) {
      const bytes = await photo.bytes()
      const labels = { ...photo, ...(await photo.printed?.()) }
      const begun = performance.now()
      const [looked, lag] = await watched(vision.look(bytes, { deadlineMs: DEADLINE_MS }))
      times.push(performance.now() - begun)
      held = Math.max(held, lag)
      count(score, labels, looked)
      if (looked.blind.length > 0) blind.push(`${photo.name}: ${looked.blind.join(', ')}`)
      if (looked.frames === undefined) {
        const copy = await vision.clean(bytes)
        countCopy(score, await vision.look(copy.bytes, { deadlineMs: DEADLINE_MS }))
      }
      memory = most(memory, memoryOfChildren())
    }
  } finally {
    await vision.close()
  }
  const [first = 0, ...each] = times
  return { name, photos: photos.length, score, first, each, blind, held, memory }
}

/** With the longest time that this thread was held up meanwhile. */
async function watched<T>(work: Promise<T>): Promise<[T, number]> {
  let longest = 0
  let last = performance.now()
  const every = 5
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last - every)
    last = now
  }, every)
  try {
    return [await work, longest]
  } finally {
    clearInterval(timer)
  }
}

/** The most that each process started by this one has ever held, in megabytes. */
function memoryOfChildren(): number | undefined {
  const tasks = `/proc/${process.pid}/task`
  if (!existsSync(tasks)) return undefined
  const children = readdirSync(tasks).flatMap((task) => {
    const list = `${tasks}/${task}/children`
    return existsSync(list) ? readFileSync(list, 'utf8').split(' ').filter(Boolean) : []
  })
  const peaks = children.flatMap((pid) => {
    const status = `/proc/${pid}/status`
    return existsSync(status)
      ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0) / 1024
      : []
  })
  return most(undefined, ...peaks)
}

function most(...values: (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined)
  return known.length === 0 ? undefined : Math.max(...known)
}
