import { integral, type Plane, sumOf } from './grey.ts'

export interface Corner {
  x: number
  y: number
  strength: number
}

/** How far from the border a corner has to be to be described. */
export const MARGIN = 16
const FIELD = 20
const WINDOW = 2

/** The places where brightness changes in both directions: the strongest of every field, so that they spread. */
export function corners(plane: Plane): Corner[] {
  const { width, height } = plane
  if (width <= 2 * MARGIN + 2 || height <= 2 * MARGIN + 2) return []
  const { xx, yy, xy } = gradients(plane)
  const best = new Map<number, Corner>()
  const fields = Math.ceil(width / FIELD)
  const size = 2 * WINDOW + 1
  for (let y = MARGIN; y < height - MARGIN; y++) {
    for (let x = MARGIN; x < width - MARGIN; x++) {
      const a = sumOf(xx, width, x - WINDOW, y - WINDOW, size, size)
      const b = sumOf(yy, width, x - WINDOW, y - WINDOW, size, size)
      const c = sumOf(xy, width, x - WINDOW, y - WINDOW, size, size)
      const strength = (a + b - Math.sqrt((a - b) * (a - b) + 4 * c * c)) / 2
      const field = Math.floor(y / FIELD) * fields + Math.floor(x / FIELD)
      const so = best.get(field)
      if (so === undefined || strength > so.strength) best.set(field, { x, y, strength })
    }
  }
  return [...best.values()].filter(({ strength }) => strength > LEAST)
}

/** Noise of a camera stays below. */
const LEAST = 800

function gradients({ data, width, height }: Plane): Record<'xx' | 'yy' | 'xy', Float64Array> {
  const [xx, yy, xy] = [0, 1, 2].map(() => new Float32Array(width * height)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ]
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      const dx = (data[at + 1] as number) - (data[at - 1] as number)
      const dy = (data[at + width] as number) - (data[at - width] as number)
      xx[at] = dx * dx
      yy[at] = dy * dy
      xy[at] = dx * dy
    }
  }
  const summed = (plane: Float32Array): Float64Array => integral({ data: plane, width, height })
  return { xx: summed(xx), yy: summed(yy), xy: summed(xy) }
}
