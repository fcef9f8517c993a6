import sharp, { type Sharp } from 'sharp'
import type { Walk } from '../containers/walk.ts'
import type { Raster } from '../decode.ts'
import { withPicture } from '../pixels.ts'
import { apngFrames } from './apng.ts'

export interface Moment extends Raster {
  /** In milliseconds from the start. */
  at: number
}

/** So many pixels are unpacked for the frames of one animation; of a heavier one fewer frames are looked at. */
const MOST_WORK = 1_500_000_000
const LEAST = 3

/** Frames spread over the whole length, the first and the last among them. */
export function spread(delays: readonly number[], max: number): number[] {
  const total = delays.reduce((sum, delay) => sum + delay, 0)
  if (delays.length <= max) return delays.map((_, i) => i)
  const chosen = new Set([0, delays.length - 1])
  let [time, next] = [0, 1]
  for (let i = 0; i < delays.length; i++) {
    while (next < max - 1 && time + (delays[i] as number) > (total * next) / (max - 1)) {
      chosen.add(i)
      next++
    }
    time += delays[i] as number
  }
  return [...chosen].sort((a, b) => a - b)
}

export async function sampleAnimation(
  bytes: Uint8Array,
  walk: Walk,
  options: { max: number; maxSide: number },
): Promise<{ moments: Moment[]; whole: boolean }> {
  const delays = walk.delays ?? []
  const heavy = Math.floor(MOST_WORK / Math.max(1, walk.frames * walk.width * walk.height))
  const max = Math.max(LEAST, Math.min(options.max, heavy))
  const times: number[] = []
  delays.reduce((time, delay) => {
    times.push(time)
    return time + delay
  }, 0)
  const chosen = spread(delays.slice(0, walk.frames), max)
  if (walk.format === 'png') return sampleApng(bytes, chosen, times, options.maxSide)
  const moments: Moment[] = []
  let whole = chosen.length > 0
  for (const page of chosen) {
    const taken = await withPicture(bytes, walk, (open) => small(open(), options.maxSide), { page })
    whole &&= taken.whole
    moments.push({ ...taken.result, at: Math.round(times[page] ?? 0) })
  }
  return { moments, whole }
}

async function sampleApng(
  bytes: Uint8Array,
  chosen: readonly number[],
  times: readonly number[],
  maxSide: number,
): Promise<{ moments: Moment[]; whole: boolean }> {
  const moments: Moment[] = []
  let frame = 0
  for await (const { data, width, height } of apngFrames(bytes)) {
    if (chosen.includes(frame)) {
      const picture = sharp(data, { raw: { width, height, channels: 4 } })
      moments.push({ ...(await small(picture, maxSide)), at: Math.round(times[frame] ?? 0) })
    }
    frame++
  }
  return { moments, whole: moments.length === chosen.length }
}

async function small(picture: Sharp, maxSide: number): Promise<Raster> {
  const { data, info } = await picture
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
    .removeAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return { rgb: data, width: info.width, height: info.height }
}
