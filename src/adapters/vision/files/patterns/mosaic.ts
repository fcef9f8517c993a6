import type { Box } from '../../../../bot/pictures.ts'
import type { Plane } from '../likeness/grey.ts'

/** What a mosaic does: calm inside of its blocks, steps between them, at the same distance both ways. */
const LEAST_STEP = 5
const CALM = 0.22
const SMALLEST_BLOCK = 5
const LEAST_BLOCKS = 4

/** Whether a field of the picture is made of square blocks of one colour each. */
export function isMosaic(plane: Plane, box: Box): boolean {
  const x = Math.max(0, Math.round(box.x))
  const y = Math.max(0, Math.round(box.y))
  const w = Math.min(plane.width - 1, Math.round(box.x + box.width)) - x
  const h = Math.min(plane.height - 1, Math.round(box.y + box.height)) - y
  const largest = Math.floor(Math.min(w, h) / LEAST_BLOCKS)
  if (largest < SMALLEST_BLOCK) return false
  const across = steps(plane, x, y, w, h, true)
  const down = steps(plane, x, y, w, h, false)
  for (let size = SMALLEST_BLOCK; size <= largest; size++) {
    if (onGrid(across, size) && onGrid(down, size)) return true
  }
  return false
}

/** The mean step from each column (or row) of the field to the next. */
function steps(
  { data, width }: Plane,
  x: number,
  y: number,
  w: number,
  h: number,
  across: boolean,
): Float64Array {
  const out = new Float64Array(across ? w : h)
  for (let j = 0; j < h; j++) {
    for (let i = 0; i < w; i++) {
      const at = (y + j) * width + x + i
      const step = Math.abs((data[at + (across ? 1 : width)] as number) - (data[at] as number))
      const place = across ? i : j
      out[place] = (out[place] as number) + step / (across ? h : w)
    }
  }
  return out
}

function onGrid(steps: Float64Array, size: number): boolean {
  for (let offset = 0; offset < size; offset++) {
    let [grid, gridCount, calm, calmCount] = [0, 0, 0, 0]
    for (let i = 0; i < steps.length; i++) {
      const value = steps[i] as number
      const place = (i - offset + size) % size
      if (place === 0) {
        grid += value
        gridCount++
        // Packing smears a step over the pixel beside it.
      } else if (place !== 1 && place !== size - 1) {
        calm += value
        calmCount++
      }
    }
    if (gridCount < LEAST_BLOCKS - 1 || calmCount === 0) continue
    if (grid / gridCount >= LEAST_STEP && calm / calmCount <= CALM * (grid / gridCount)) return true
  }
  return false
}
