import type { Sighting } from '../../../../bot/pictures.ts'
import type { Raster } from '../decode.ts'
import { greyPlane, type Plane, resized } from '../likeness/grey.ts'

/** A line from edge to edge in the middle of the picture, where two pictures meet. */
interface Seam {
  /** Where the first half ends and the second begins: a bar may stand between them. */
  from: number
  to: number
}

const LOOK = 640
/** How far from the middle a seam may be: pictures of slightly different shape are put together too. */
const REACH = 0.04
const WIDEST_BAR = 0.04
/** Of the rows, so many have to show the line at the very same place. */
const ROWS = 0.72
const STEP = 7
/** Halves that show the same thing are this much alike; unrelated ones hardly ever are. */
const ALIKE = 0.5
const FIELDS = 24

/** Whether the picture is two pictures of the same thing side by side, or one above the other. */
export function isPair(raster: Raster, faces: readonly Sighting[]): boolean {
  const plane = greyPlane(raster.rgb, raster.width, raster.height, LOOK)
  const scale = plane.width / raster.width
  const boxes = faces.map(({ box }) => ({
    x: (box.x + box.width / 2) * scale,
    y: (box.y + box.height / 2) * scale,
    size: Math.sqrt(box.width * box.height) * scale,
  }))
  if (sideBySide(plane, boxes)) return true
  const turned = transposed(plane)
  return sideBySide(
    turned,
    boxes.map(({ x, y, size }) => ({ x: y, y: x, size })),
  )
}

interface Face {
  x: number
  y: number
  size: number
}

function sideBySide(plane: Plane, faces: readonly Face[]): boolean {
  const seam = seamOf(plane)
  if (seam === undefined) return false
  const left = part(plane, 0, seam.from)
  const right = part(plane, seam.to, plane.width - seam.to)
  return alike(left, right) >= ALIKE || facesMatch(faces, seam, plane)
}

/** The clearest line near the middle, if it runs from top to bottom and nothing beside it is as clear. */
function seamOf(plane: Plane): Seam | undefined {
  const { width } = plane
  const middle = width / 2
  const strength = Array.from({ length: width - 1 }, (_, x) => stepShare(plane, x))
  const near: number[] = []
  for (let x = Math.ceil(middle * (1 - 2 * REACH)); x < middle * (1 + 2 * REACH); x++) {
    if ((strength[x] ?? 0) >= ROWS) near.push(x)
  }
  if (near.length === 0) return barOf(plane)
  const first = near[0] as number
  const last = near.at(-1) as number
  if (last - first > WIDEST_BAR * width) return undefined
  // Shutters, shelves and brick have such lines everywhere.
  const others = strength.filter((share, x) => share >= ROWS && (x < first - 2 || x > last + 2)).length
  return others > 6 ? undefined : { from: first, to: last + 1 }
}

function stepShare({ data, width, height }: Plane, x: number): number {
  let steps = 0
  for (let y = 0; y < height; y++) {
    const at = y * width + x
    const here = Math.abs((data[at + 1] as number) - (data[at] as number))
    const before = x > 1 ? Math.abs((data[at - 1] as number) - (data[at - 2] as number)) : 0
    const after = x + 3 < width ? Math.abs((data[at + 3] as number) - (data[at + 2] as number)) : 0
    if (here >= STEP && here > before && here > after) steps++
  }
  return steps / height
}

/** A bar of one colour between the halves, where the pictures beside it have that colour too in places. */
function barOf(plane: Plane): Seam | undefined {
  const { data, width, height } = plane
  const flat = (x: number): number | undefined => {
    let [sum, squares] = [0, 0]
    for (let y = 0; y < height; y++) {
      const value = data[y * width + x] as number
      sum += value
      squares += value * value
    }
    const mean = sum / height
    return squares / height - mean * mean < 20 ? mean : undefined
  }
  const middle = Math.round(width / 2)
  const reach = Math.round(width * REACH)
  for (let x = middle - reach; x <= middle + reach; x++) {
    const colour = flat(x)
    if (colour === undefined) continue
    let [from, to] = [x, x]
    while (from > 0 && near(flat(from - 1), colour)) from--
    while (to < width - 1 && near(flat(to + 1), colour)) to++
    // A plain wall is flat for much longer than a bar is wide.
    if (to - from > WIDEST_BAR * width || to - from < 1) return undefined
    const sides = [from - 2, to + 2].map((side) => flat(side))
    return sides.every((side) => side === undefined || Math.abs(side - colour) > 30)
      ? { from, to }
      : undefined
  }
  return undefined
}

function near(value: number | undefined, colour: number): boolean {
  return value !== undefined && Math.abs(value - colour) < 6
}

/** The best correlation of coarse maps, one pushed about a little over the other. */
function alike(a: Plane, b: Plane): number {
  const [one, other] = [a, b].map((half) => resized(half, FIELDS / Math.max(half.width, half.height))) as [
    Plane,
    Plane,
  ]
  let best = -1
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -2; dx <= 2; dx++) best = Math.max(best, correlation(one, other, dx, dy))
  }
  return best
}

function correlation(a: Plane, b: Plane, dx: number, dy: number): number {
  const width = Math.min(a.width, b.width)
  const height = Math.min(a.height, b.height)
  const pairs: [number, number][] = []
  for (let y = Math.max(0, -dy); y < Math.min(height, height - dy); y++) {
    for (let x = Math.max(0, -dx); x < Math.min(width, width - dx); x++) {
      pairs.push([a.data[y * a.width + x] as number, b.data[(y + dy) * b.width + x + dx] as number])
    }
  }
  const meanA = pairs.reduce((sum, [value]) => sum + value, 0) / pairs.length
  const meanB = pairs.reduce((sum, [, value]) => sum + value, 0) / pairs.length
  let [both, ofA, ofB] = [0, 60 * pairs.length, 60 * pairs.length]
  for (const [one, other] of pairs) {
    both += (one - meanA) * (other - meanB)
    ofA += (one - meanA) ** 2
    ofB += (other - meanB) ** 2
  }
  return both / Math.sqrt(ofA * ofB)
}

/** One face in each half, of the same size at the same height. */
function facesMatch(faces: readonly Face[], seam: Seam, { width, height }: Plane): boolean {
  const left = faces.filter(({ x }) => x < seam.from)
  const right = faces.filter(({ x }) => x > seam.to)
  if (left.length !== 1 || right.length !== 1) return false
  const [one, other] = [left[0] as Face, right[0] as Face]
  const size = Math.max(one.size, other.size)
  const sameSize = Math.min(one.size, other.size) / size > 0.7
  const sameHeight = Math.abs(one.y - other.y) < 0.12 * height
  const samePlace = Math.abs(one.x / seam.from - (other.x - seam.to) / (width - seam.to)) < 0.2
  return sameSize && sameHeight && samePlace
}

function part({ data, width, height }: Plane, x: number, w: number): Plane {
  const out = new Float32Array(w * height)
  for (let y = 0; y < height; y++) out.set(data.subarray(y * width + x, y * width + x + w), y * w)
  return { data: out, width: w, height }
}

function transposed({ data, width, height }: Plane): Plane {
  const out = new Float32Array(data.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) out[x * height + y] = data[y * width + x] as number
  return { data: out, width: height, height: width }
}
