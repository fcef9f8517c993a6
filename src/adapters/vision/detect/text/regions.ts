import { around, type Point, type Rectangle } from './rectangle.ts'

/** Where the detector sees writing, from its map of how likely each pixel belongs to the heart of a line. */
export interface Region {
  rectangle: Rectangle
  score: number
}

const LEAST = 0.3
const LEAST_MEAN = 0.5
/** The map shows the heart of a line only; this much is put around it. */
const UNCLIP = 1.6
const LEAST_SIDE = 3

export function regions(map: Float32Array, width: number, height: number): Region[] {
  const seen = new Uint8Array(width * height)
  const found: Region[] = []
  const stack: number[] = []
  for (let start = 0; start < map.length; start++) {
    if (seen[start] || (map[start] ?? 0) < LEAST) continue
    seen[start] = 1
    stack.push(start)
    const rows = new Map<number, [number, number]>()
    let sum = 0
    let count = 0
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % width
      const y = (at - x) / width
      sum += map[at] ?? 0
      count++
      const row = rows.get(y)
      if (!row) rows.set(y, [x, x])
      else if (x < row[0]) row[0] = x
      else if (x > row[1]) row[1] = x
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          const nx = x + dx
          const ny = y + dy
          if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue
          const next = ny * width + nx
          if (seen[next] || (map[next] ?? 0) < LEAST) continue
          seen[next] = 1
          stack.push(next)
        }
    }
    const score = sum / count
    if (score < LEAST_MEAN) continue
    const rectangle = around(outline(rows))
    if (Math.min(rectangle.width, rectangle.height) < LEAST_SIDE) continue
    found.push({ rectangle: widened(rectangle), score })
  }
  return found
}

/** Pixels are squares: their outer corners, at both ends of each row. */
function outline(rows: ReadonlyMap<number, readonly [number, number]>): Point[] {
  const points: Point[] = []
  for (const [y, [left, right]] of rows)
    points.push([left, y], [right + 1, y], [left, y + 1], [right + 1, y + 1])
  return points
}

function widened(rectangle: Rectangle): Rectangle {
  const { width, height } = rectangle
  const margin = ((width * height) / (2 * (width + height))) * UNCLIP
  return { ...rectangle, width: width + 2 * margin, height: height + 2 * margin }
}
