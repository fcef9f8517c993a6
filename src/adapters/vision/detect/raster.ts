import sharp from 'sharp'
import type { Box } from '../../../bot/pictures.ts'
import { within } from './boxes.ts'

/** An upright picture as plain bytes, three a pixel. */
export interface Raster {
  rgb: Uint8Array
  width: number
  height: number
}

export function size({ width, height }: { width: number; height: number }): number {
  return Math.max(width, height)
}

/** Exactly so large; the shape may change. */
export async function resized(raster: Raster, width: number, height: number): Promise<Raster> {
  if (raster.width === width && raster.height === height) return raster
  const rgb = await open(raster)
    .resize(width, height, { fit: 'fill', kernel: 'linear', fastShrinkOnLoad: false })
    .raw()
    .toBuffer()
  return { rgb, width, height }
}

/** With its longer side of `side` pixels, and both sides a multiple of `step`, as detectors want them. */
export function fitted(raster: Raster, side: number, step: number): Promise<Raster> {
  const by = side / size(raster)
  const round = (length: number) => Math.max(step, Math.round((length * by) / step) * step)
  return resized(raster, round(raster.width), round(raster.height))
}

export function cropped(raster: Raster, box: Box): Raster {
  const { x, y, width, height } = within(box, raster)
  const rgb = new Uint8Array(width * height * 3)
  for (let row = 0; row < height; row++) {
    const from = ((y + row) * raster.width + x) * 3
    rgb.set(raster.rgb.subarray(from, from + width * 3), row * width * 3)
  }
  return { rgb, width, height }
}

export type Turn = 90 | 270

/** Turned clockwise. */
export async function turned(raster: Raster, by: Turn): Promise<Raster> {
  const rgb = await open(raster).rotate(by).raw().toBuffer()
  return { rgb, width: raster.height, height: raster.width }
}

/** Where a box of the turned picture lies in the picture as it was. */
export function turnedBack(
  { x, y, width, height }: Box,
  by: Turn,
  original: { width: number; height: number },
): Box {
  return by === 90
    ? { x: y, y: original.height - x - width, width: height, height: width }
    : { x: original.width - y - height, y: x, width: height, height: width }
}

function open({ rgb, width, height }: Raster) {
  return sharp(rgb, { raw: { width, height, channels: 3 } })
}
