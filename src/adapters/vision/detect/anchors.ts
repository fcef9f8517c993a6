import type { Sighting } from '../../../bot/pictures.ts'

/**
 * Single-shot detectors say of each place of a coarse grid, for some boxes of fixed size around it ("anchors"), how
 * likely it shows what they look for and how to move the box. Grids shrink by half from layer to layer.
 */

/** Width and height of each box around a place, in pixels; one list a layer. */
export type Layers = readonly (readonly (readonly [number, number])[])[]

/** Anchors that were measured on a square picture of `side` pixels: rows of top, left, bottom, right from 0 to 1. */
export function layersOf(
  anchors: Float32Array,
  side: number,
  firstStride: number,
  counts: readonly number[],
): Layers {
  const layers: [number, number][][] = []
  let at = 0
  let grid = Math.ceil(side / firstStride)
  for (const count of counts) {
    layers.push(
      Array.from({ length: count }, (_, index) => {
        const [top = 0, left = 0, bottom = 0, right = 0] = anchors.subarray(
          (at + index) * 4,
          (at + index) * 4 + 4,
        )
        return [(right - left) * side, (bottom - top) * side] as const
      }).map(([width, height]) => [width, height]),
    )
    at += grid * grid * count
    grid = Math.ceil(grid / 2)
  }
  return layers
}

/** How far apart the places of the first layer are, in pixels; the next one's are twice as far. */
const FIRST_STRIDE = 16

/** Everything that scores at least `threshold`, in pixels of the picture that went in. */
export function read(
  layers: Layers,
  size: { width: number; height: number },
  { boxes, scores, classes }: { boxes: Float32Array; scores: Float32Array; classes: number },
  threshold: readonly number[],
): (Sighting & { kind: number })[] {
  // Scores come before the logistic function: comparing there saves it for all but a few.
  const least = threshold.map((score) => Math.log(score / (1 - score)))
  const found: (Sighting & { kind: number })[] = []
  let row = 0
  let across = Math.ceil(size.width / FIRST_STRIDE)
  let down = Math.ceil(size.height / FIRST_STRIDE)
  for (const anchors of layers) {
    for (let y = 0; y < down; y++)
      for (let x = 0; x < across; x++)
        for (const [width, height] of anchors) {
          for (let kind = 0; kind < classes; kind++) {
            const score = scores[row * classes + kind] ?? Number.NEGATIVE_INFINITY
            if (score < (least[kind] ?? 0)) continue
            const [dy = 0, dx = 0, dh = 0, dw = 0] = boxes.subarray(row * 4, row * 4 + 4)
            const wide = Math.exp(dw / 5) * width
            const high = Math.exp(dh / 5) * height
            const middle = (x + 0.5) * (size.width / across) + (dx / 10) * width
            const centre = (y + 0.5) * (size.height / down) + (dy / 10) * height
            found.push({
              box: { x: middle - wide / 2, y: centre - high / 2, width: wide, height: high },
              score: 1 / (1 + Math.exp(-score)),
              kind,
            })
          }
          row++
        }
    across = Math.ceil(across / 2)
    down = Math.ceil(down / 2)
  }
  return found
}
