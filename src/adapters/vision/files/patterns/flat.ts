import type { Raster } from '../decode.ts'

/** A piece of one colour, as paint or a sticker leaves it. */
export interface Patch {
  /** Its middle. */
  x: number
  y: number
  /** Along its longer way and across it. */
  length: number
  breadth: number
  /** Of the longer way, in radians from the horizontal: -π/2 to π/2. */
  angle: number
  pixels: number
  /** 1 for a rectangle or a disc, less for what is ragged. */
  solid: number
  left: number
  top: number
  right: number
  bottom: number
  colour: readonly [number, number, number]
}

const CALM = 9
const LEAST_PIXELS = 60
/** Larger than this share of the picture is wall, sky or table. */
const LARGEST = 0.25

/** The flat pieces of a picture: neighbours that hardly differ from the mean of what they belong to. */
export function patches(raster: Raster): Patch[] {
  const { rgb, width, height } = raster
  const taken = new Uint8Array(width * height)
  const stack = new Int32Array(width * height)
  const found: Patch[] = []
  for (let start = 0; start < taken.length; start++) {
    if (taken[start] === 1 || !isCalm(raster, start)) continue
    taken[start] = 1
    let depth = 0
    stack[depth++] = start
    const sums = new Moments()
    while (depth > 0) {
      const at = stack[--depth] as number
      const x = at % width
      sums.add(x, (at - x) / width, rgb, 3 * at)
      for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
        if (next < 0 || next >= taken.length || taken[next] === 1 || !sums.resembles(rgb, 3 * next)) continue
        taken[next] = 1
        stack[depth++] = next
      }
    }
    if (sums.n >= LEAST_PIXELS && sums.n < LARGEST * taken.length) found.push(sums.patch())
  }
  return found
}

/** Edges are no beginning: what they blend is neither the one colour nor the other. */
function isCalm({ rgb, width, height }: Raster, at: number): boolean {
  const x = at % width
  const y = (at - x) / width
  if (x === 0 || y === 0 || x === width - 1 || y === height - 1) return false
  for (const next of [at - 1, at + 1, at - width, at + width]) {
    for (let i = 0; i < 3; i++) {
      if (Math.abs((rgb[3 * next + i] as number) - (rgb[3 * at + i] as number)) > CALM) return false
    }
  }
  return true
}

class Moments {
  n = 0
  private readonly colour = [0, 0, 0]
  private x = 0
  private y = 0
  private xx = 0
  private yy = 0
  private xy = 0
  private left = Number.POSITIVE_INFINITY
  private top = Number.POSITIVE_INFINITY
  private right = 0
  private bottom = 0

  resembles(rgb: Uint8Array, at: number): boolean {
    for (let i = 0; i < 3; i++) {
      if (Math.abs((rgb[at + i] as number) - (this.colour[i] as number) / this.n) > CALM) return false
    }
    return true
  }

  add(x: number, y: number, rgb: Uint8Array, at: number): void {
    this.n++
    for (let i = 0; i < 3; i++) this.colour[i] = (this.colour[i] as number) + (rgb[at + i] as number)
    this.x += x
    this.y += y
    this.xx += x * x
    this.yy += y * y
    this.xy += x * y
    if (x < this.left) this.left = x
    if (y < this.top) this.top = y
    if (x > this.right) this.right = x
    if (y > this.bottom) this.bottom = y
  }

  patch(): Patch {
    const { n } = this
    const colour = this.colour.map((sum) => sum / n) as [number, number, number]
    const [x, y] = [this.x / n, this.y / n]
    const a = this.xx / n - x * x + 1 / 12
    const c = this.yy / n - y * y + 1 / 12
    const b = this.xy / n - x * y
    const root = Math.sqrt((a - c) ** 2 + 4 * b * b)
    const [long, short] = [(a + c + root) / 2, Math.max(1e-3, (a + c - root) / 2)]
    return {
      x,
      y,
      length: Math.sqrt(12 * long),
      breadth: Math.sqrt(12 * short),
      angle: Math.atan2(2 * b, a - c) / 2,
      pixels: n,
      solid: n / (12 * Math.sqrt(long * short)),
      left: this.left,
      top: this.top,
      right: this.right + 1,
      bottom: this.bottom + 1,
      colour,
    }
  }
}

/** How many levels the pixels of one row of a bar may differ. */
const EVEN = 14

interface Run {
  from: number
  to: number
  at: number
}

/**
 * Level bars alone, row by row: a black bar over the eyes touches black hair, and would be one patch with it.
 * `painted` says which colours a bar may have.
 */
export function levelBars(raster: Raster, painted: (r: number, g: number, b: number) => boolean): Patch[] {
  const { width, height } = raster
  const least = Math.max(12, Math.round(0.05 * width))
  const found: Patch[] = []
  let open: (Run & { top: number })[] = []
  for (let y = 0; y <= height; y++) {
    const runs = y < height ? runsOf(raster, y, least, painted) : []
    const next: (Run & { top: number })[] = []
    for (const run of runs) {
      const above = open.find(
        (each) => Math.abs(each.from - run.from) <= 2 && Math.abs(each.to - run.to) <= 2,
      )
      next.push({ ...run, top: above?.top ?? y })
    }
    for (const ended of open) {
      if (next.some(({ top, from }) => top === ended.top && Math.abs(from - ended.from) <= 2)) continue
      if (y - ended.top >= 5) found.push(barOf(raster, ended, y))
    }
    open = next
  }
  return found
}

function runsOf(
  { rgb, width }: Raster,
  y: number,
  least: number,
  painted: (r: number, g: number, b: number) => boolean,
): Run[] {
  const runs: Run[] = []
  let from = 0
  for (let x = 0; x <= width; x++) {
    const at = 3 * (y * width + x)
    const start = 3 * (y * width + from)
    const same =
      x < width &&
      [0, 1, 2].every((i) => Math.abs((rgb[at + i] as number) - (rgb[start + i] as number)) <= EVEN)
    if (same) continue
    const middle = 3 * (y * width + ((from + x) >> 1))
    const colour = [rgb[middle] as number, rgb[middle + 1] as number, rgb[middle + 2] as number] as const
    if (x - from >= least && x - from < 0.9 * width && painted(...colour))
      runs.push({ from, to: x, at: middle })
    from = x
  }
  return runs
}

function barOf({ rgb }: Raster, { from, to, top, at }: Run & { top: number }, bottom: number): Patch {
  const [length, breadth] = [to - from, bottom - top]
  return {
    x: (from + to) / 2,
    y: (top + bottom) / 2,
    length,
    breadth,
    angle: 0,
    pixels: length * breadth,
    solid: 1,
    left: from,
    top,
    right: to,
    bottom,
    colour: [rgb[at] as number, rgb[at + 1] as number, rgb[at + 2] as number],
  }
}
