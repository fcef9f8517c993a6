import type { Raster } from '../raster.ts'
import type { Rectangle } from './rectangle.ts'

/** A line of text cut out level, as the reader wants it: planes of blue, green and red from -1 to 1. */
export interface Strip {
  width: number
  planes: Float32Array
}

export const STRIP_HEIGHT = 48
const WIDEST = 1600
const NARROWEST = 16
/** No more samples a pixel than this in each direction, however large the line is. */
const MOST_SAMPLES = 4

export interface Way {
  /** A quarter each, clockwise: which way the writing may also run in its rectangle. */
  turns: number
  /** How much wider than it is: writing seen from the side stands too close together to be read. */
  stretch: number
}

export function strip(
  { rgb, width, height }: Raster,
  { x, y, angle, ...line }: Rectangle,
  { turns, stretch }: Way,
): Strip {
  const lies = turns % 2 === 0
  const long = lies ? line.width : line.height
  const high = lies ? line.height : line.width
  const wide = Math.min(
    WIDEST,
    Math.max(NARROWEST, Math.round((STRIP_HEIGHT * long * stretch) / Math.max(1, high))),
  )
  const planes = new Float32Array(3 * STRIP_HEIGHT * wide)
  const plane = STRIP_HEIGHT * wide
  const lean = angle + (turns * Math.PI) / 2
  const [cos, sin] = [Math.cos(lean), Math.sin(lean)]
  const [stepX, stepY] = [long / wide, high / STRIP_HEIGHT]
  const samples = Math.min(MOST_SAMPLES, Math.max(1, Math.round(Math.min(stepX, stepY))))
  const share = 1 / (samples * samples)
  for (let row = 0; row < STRIP_HEIGHT; row++)
    for (let column = 0; column < wide; column++) {
      let red = 0
      let green = 0
      let blue = 0
      for (let i = 0; i < samples; i++)
        for (let j = 0; j < samples; j++) {
          const along = (column + (i + 0.5) / samples) * stepX - long / 2
          const across = (row + (j + 0.5) / samples) * stepY - high / 2
          const px = Math.min(width - 1.001, Math.max(0, x + along * cos - across * sin - 0.5))
          const py = Math.min(height - 1.001, Math.max(0, y + along * sin + across * cos - 0.5))
          const left = Math.floor(px)
          const top = Math.floor(py)
          const right = px - left
          const down = py - top
          const at = (top * width + left) * 3
          const below = at + (top + 1 < height ? width * 3 : 0)
          const step = left + 1 < width ? 3 : 0
          const a = (1 - right) * (1 - down)
          const b = right * (1 - down)
          const c = (1 - right) * down
          const d = right * down
          const e = at + step
          const f = below
          const g = below + step
          red += pixel(rgb, at) * a + pixel(rgb, e) * b + pixel(rgb, f) * c + pixel(rgb, g) * d
          green +=
            pixel(rgb, at + 1) * a + pixel(rgb, e + 1) * b + pixel(rgb, f + 1) * c + pixel(rgb, g + 1) * d
          blue +=
            pixel(rgb, at + 2) * a + pixel(rgb, e + 2) * b + pixel(rgb, f + 2) * c + pixel(rgb, g + 2) * d
        }
      const at = row * wide + column
      planes[at] = (blue * share) / 127.5 - 1
      planes[plane + at] = (green * share) / 127.5 - 1
      planes[2 * plane + at] = (red * share) / 127.5 - 1
    }
  return { width: wide, planes }
}

function pixel(rgb: Uint8Array, at: number): number {
  return rgb[at] as number
}
