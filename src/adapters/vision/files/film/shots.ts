import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { Moment } from '../animation/sample.ts'
import type { Walk } from '../containers/walk.ts'

export type Shot = Moment
export interface FilmWork {
  bytes: Uint8Array
  moments: readonly number[]
  maxSide: number
  /** To the very moment, or to the key frame before it: of large films unpacking what lies between takes too long. */
  exact: boolean
  /** FFmpeg's program, where it is installed. */
  script: string
}

/** All shots of one film together. */
const DEADLINE = 25_000
const EXACT_PIXELS = 1_300_000
/** The last frame stands a little before the end. */
const BEFORE_END = 120

/** FFmpeg's WASM build, if the practice has installed it: it is large, and only films need it. */
export function ffmpegScript(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('@ffmpeg/core')
  } catch {
    return undefined
  }
}

/** Moments of a film over its whole length. `whole` is false where some or all could not be had. */
export async function sampleFilm(
  bytes: Uint8Array,
  walk: Walk,
  { max, maxSide }: { max: number; maxSide: number },
  deadline = DEADLINE,
): Promise<{ moments: Moment[]; whole: boolean }> {
  const script = ffmpegScript()
  const duration = walk.duration ?? 0
  if (script === undefined) return { moments: [], whole: false }
  const moments = timesOf(duration, max)
  const exact = walk.width * walk.height <= EXACT_PIXELS
  const shots = await shoot({ bytes, moments, maxSide, exact, script }, deadline)
  const different = shots.filter((shot, i) => i === 0 || !equal(shot.rgb, (shots[i - 1] as Shot).rgb))
  return { moments: different, whole: duration > 0 && shots.length === moments.length }
}

function timesOf(duration: number, max: number): number[] {
  const last = Math.max(0, duration - BEFORE_END)
  // Two a second are enough of a very short one.
  const many = Math.max(1, Math.min(max, Math.ceil(last / 500) + 1))
  if (many === 1) return [0]
  return Array.from({ length: many }, (_, i) => Math.round((last * i) / (many - 1)))
}

function shoot(work: FilmWork, deadline: number): Promise<Shot[]> {
  return new Promise((resolve) => {
    const shots: Shot[] = []
    const thread = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData: work,
      stdout: true,
      stderr: true,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    })
    const end = (): void => {
      clearTimeout(timer)
      void thread.terminate()
      resolve(shots)
    }
    const timer = setTimeout(end, deadline)
    thread.on('message', (message: Shot | { missing: true }) => {
      if (!('missing' in message)) shots.push(message)
    })
    // Whatever broke it: what it had found stands.
    thread.on('error', end)
    thread.on('exit', end)
  })
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0
}
