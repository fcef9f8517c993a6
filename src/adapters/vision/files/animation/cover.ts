import sharp from 'sharp'
import type { Box } from '../../../../bot/pictures.ts'
import { unreadable, type Walk } from '../containers/walk.ts'
import { withPicture } from '../pixels.ts'
import { apngFrames } from './apng.ts'

/** All frames together: they stand in memory side by side while they are packed again. */
const MOST_PIXELS = 40_000_000

/** Every frame gets every box: what moves is covered where it was found, in every frame. */
export async function coverAnimation(
  bytes: Uint8Array,
  walk: Walk,
  boxes: readonly Box[],
): Promise<Uint8Array> {
  const { width, height, frames } = walk
  if (width * height * frames > MOST_PIXELS) throw unreadable('the animation is too large to be covered')
  const data = walk.format === 'png' ? await allOfApng(bytes, walk) : await allOf(bytes, walk)
  for (let frame = 0; frame * height * width * 4 < data.length; frame++) {
    const page = data.subarray(4 * width * height * frame, 4 * width * height * (frame + 1))
    for (const box of boxes) fill(page, { width, height, channels: 4 }, box)
  }
  const stack = sharp(data, {
    raw: { width, height: data.length / (4 * width), channels: 4, pageHeight: height },
    limitInputPixels: MOST_PIXELS,
  })
  const delay = (walk.delays ?? []).map(Math.round)
  if (walk.format === 'gif') return stack.gif({ delay, loop: 0 }).toBuffer()
  return stack.webp({ delay, loop: 0, quality: 90 }).toBuffer()
}

async function allOf(bytes: Uint8Array, walk: Walk): Promise<Uint8Array> {
  const { result, whole } = await withPicture(
    bytes,
    walk,
    (open) => open().ensureAlpha().toColourspace('srgb').raw({ depth: 'uchar' }).toBuffer(),
    { pages: -1 },
  )
  if (!whole) throw unreadable('the pixels are damaged')
  return result
}

async function allOfApng(bytes: Uint8Array, { width, height, frames }: Walk): Promise<Uint8Array> {
  const all = new Uint8Array(4 * width * height * frames)
  let at = 0
  for await (const { data } of apngFrames(bytes)) {
    if (at + data.length > all.length) throw unreadable('there are more frames than announced')
    all.set(data, at)
    at += data.length
  }
  return all.subarray(0, at)
}

/** Black and opaque, whatever was there. */
export function fill(
  data: Uint8Array,
  { width, height, channels }: { width: number; height: number; channels: number },
  box: Box,
): void {
  const left = Math.max(0, Math.floor(box.x))
  const right = Math.min(width, Math.ceil(box.x + box.width))
  const alpha = channels === 2 || channels === 4 ? channels - 1 : -1
  for (let y = Math.max(0, Math.floor(box.y)); y < Math.min(height, Math.ceil(box.y + box.height)); y++) {
    for (let x = left; x < right; x++) {
      const at = channels * (y * width + x)
      for (let i = 0; i < channels; i++) data[at + i] = i === alpha ? 255 : 0
    }
  }
}
