import { integral, type Plane, sumOf } from './grey.ts'
import type { Shift } from './match.ts'

/** A coarse map of where a picture is brighter than around: one bit a field, too little to be recognised by. */
export interface Relief {
  bits: Uint8Array
  /** Of the longer side: 0 to 1. */
  width: number
  height: number
}

export const SIDE = 48
const AROUND = 6

export function relief(plane: Plane): Relief {
  const longest = Math.max(plane.width, plane.height)
  const [width, height] = [plane.width / longest, plane.height / longest]
  const sums = integral(plane)
  const mean = (left: number, top: number, right: number, bottom: number): number => {
    const x = Math.max(0, Math.floor(left))
    const y = Math.max(0, Math.floor(top))
    const w = Math.max(1, Math.min(plane.width, Math.ceil(right)) - x)
    const h = Math.max(1, Math.min(plane.height, Math.ceil(bottom)) - y)
    return sumOf(sums, plane.width, x, y, w, h) / (w * h)
  }
  const bits = new Uint8Array(SIDE * SIDE)
  const field = longest / SIDE
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const [x, y] = [column * field, row * field]
      if (x + field > plane.width + 0.5 || y + field > plane.height + 0.5) continue
      const here = mean(x, y, x + field, y + field)
      const far = AROUND * field
      const around = mean(x - far, y - far, x + field + far, y + field + far)
      bits[row * SIDE + column] = here > around ? 1 : 0
    }
  }
  return { bits, width, height }
}

export interface Agreement {
  /**
   * Of the fields that both pictures have: which share is equal, in the worst but one of the nine parts that they
   * share. A sticker spoils one part; another person on the same background spoils several.
   */
  worst: number
  mean: number
  /** Which share of the smaller picture is in the other. */
  shared: number
}

/** Holds `a`, laid over `b`, against it. */
export function agreement(a: Relief, b: Relief, { scale, dx, dy }: Omit<Shift, 'agree'>): Agreement {
  const left = Math.max(0, dx)
  const top = Math.max(0, dy)
  const right = Math.min(b.width, scale * a.width + dx)
  const bottom = Math.min(b.height, scale * a.height + dy)
  if (right <= left || bottom <= top) return { worst: 0, mean: 0, shared: 0 }
  const equal = new Float64Array(9)
  const all = new Float64Array(9)
  const steps = SIDE
  for (let i = 0; i < steps * steps; i++) {
    const u = ((i % steps) + 0.5) / steps
    const v = (Math.floor(i / steps) + 0.5) / steps
    const [x, y] = [left + u * (right - left), top + v * (bottom - top)]
    const part = Math.floor(v * 3) * 3 + Math.floor(u * 3)
    const one = at(a, (x - dx) / scale, (y - dy) / scale)
    const other = at(b, x, y)
    if (one === undefined || other === undefined) continue
    all[part] = (all[part] as number) + 1
    if (one === other) equal[part] = (equal[part] as number) + 1
  }
  const parts = [...equal].map((sum, part) => sum / Math.max(1, all[part] as number))
  const covered = (right - left) * (bottom - top)
  const smaller = Math.min(b.width * b.height, scale * scale * a.width * a.height)
  return {
    worst: parts.toSorted((a, b) => a - b)[1] ?? 0,
    mean: parts.reduce((sum, part) => sum + part, 0) / parts.length,
    shared: covered / smaller,
  }
}

function at({ bits }: Relief, x: number, y: number): number | undefined {
  const column = Math.floor(x * SIDE)
  const row = Math.floor(y * SIDE)
  if (column < 0 || row < 0 || column >= SIDE || row >= SIDE) return undefined
  return bits[row * SIDE + column]
}

export function mirroredRelief({ bits, width, height }: Relief): Relief {
  const columns = Math.round(width * SIDE)
  const out = new Uint8Array(bits.length)
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < columns; column++) {
      out[row * SIDE + column] = bits[row * SIDE + columns - 1 - column] as number
    }
  }
  return { bits: out, width, height }
}
