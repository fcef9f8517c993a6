import type { Box } from '../../../../bot/pictures.ts'
import { area, covered, overlap, within } from '../boxes.ts'
import { type Raster, size } from '../raster.ts'

/** Which places of a picture are worth a closer look, because writing there is too small for the overview. */

/** A place is looked at with its longer side at most so large, … */
export const CLOSE = 1280
/** … at most so many of them, and none that would gain less than this. */
const CLOSE_UPS = 4
const GAIN = 1.3
/** A larger one than this is looked at in two or four parts, which overlap by some words. */
const WIDEST = 2300
const SHARED = 200
/** Writing stands together that is no further apart than this, in pixels of the overview. */
const APART = 56

export interface Hints {
  /** Writing that is small, or so dense that the overview could not tell the lines apart. */
  small: readonly Box[]
  screens: readonly Box[]
}

/** `scale`: how much smaller the overview is than the picture. */
export function closeUps(raster: Raster, { small, screens }: Hints, scale: number): Box[] {
  const boxes = [
    ...small.map((box) => grown(box, APART / scale)),
    ...screens.map((box) => grown(box, Math.max(box.width, box.height) * 0.04)),
  ]
  return joined(boxes)
    .flatMap((box) => parts(within(box, raster)))
    .filter((box) => Math.min(2, CLOSE / size(box)) / scale >= GAIN)
    .map((box) => ({ box, weight: weight(box, { small, screens }) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, CLOSE_UPS)
    .map(({ box }) => box)
}

function weight(box: Box, { small, screens }: Hints): number {
  const lines = small.filter((line) => covered(line, box) > 0.5).length
  return lines + (screens.some((screen) => covered(screen, box) > 0.5) ? 20 : 0)
}

function parts(box: Box): Box[] {
  const halves = (start: number, length: number): [number, number][] =>
    length <= WIDEST
      ? [[start, length]]
      : [
          [start, length / 2 + SHARED],
          [start + length / 2 - SHARED, length / 2 + SHARED],
        ]
  return halves(box.y, box.height).flatMap(([y, height]) =>
    halves(box.x, box.width).map(([x, width]) => ({ x, y, width, height })),
  )
}

function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by }
}

/** Boxes that touch become one. */
function joined(boxes: readonly Box[]): Box[] {
  const left = [...boxes]
  for (let a = 0; a < left.length; a++)
    for (let b = a + 1; b < left.length; b++) {
      const [one, other] = [left[a] as Box, left[b] as Box]
      if (overlap(one, other) === 0) continue
      left.splice(b, 1)
      left[a] = union(one, other)
      // The larger box may touch what the smaller one did not.
      b = a
    }
  return left.sort((a, b) => area(b) - area(a))
}

function union(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  const right = Math.max(a.x + a.width, b.x + b.width)
  const bottom = Math.max(a.y + a.height, b.y + b.height)
  return { x, y, width: right - x, height: bottom - y }
}
