import { corners, MARGIN } from './corners.ts'
import { integral, type Plane, resized, sumOf } from './grey.ts'

/** A place of a picture and what it looks like there. */
export interface Feature {
  /** Of the longer side: 0 to 1. */
  x: number
  y: number
  level: number
  /** 256 comparisons of brightness around the place. */
  bits: Uint32Array
}

export const STEP = 1.25
const LEVELS = 7
const MOST = 200
const WORDS = 8
/** What is compared is a mean over so many pixels each way. */
const BLUR = 2
const REACH = MARGIN - BLUR - 1

/**
 * 128 pairs of places around a corner, then the same pairs mirrored: a mirrored picture has the two halves of its
 * bits swapped. Drawn by a fixed rule, the same on every machine for ever: stored fingerprints depend on it.
 */
const PAIRS: readonly (readonly [number, number, number, number])[] = (() => {
  let state = 0x2545f491
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  // Nearer places more often than far ones.
  const place = (): number => Math.round(((next() + next() + next()) / 1.5 - 1) * REACH)
  const pairs = Array.from({ length: 128 }, () => [place(), place(), place(), place()] as const)
  return [...pairs, ...pairs.map(([ax, ay, bx, by]) => [-ax, ay, -bx, by] as const)]
})()

/** The strongest places of all sizes, spread over the picture. */
export function features(plane: Plane): Feature[] {
  const longest = Math.max(plane.width, plane.height)
  const found: (Feature & { strength: number })[] = []
  const share = Array.from({ length: LEVELS }, (_, level) => STEP ** -level)
  const total = share.reduce((sum, each) => sum + each, 0)
  for (let level = 0; level < LEVELS; level++) {
    const small = level === 0 ? plane : resized(plane, STEP ** -level)
    const sums = integral(small)
    const strongest = corners(small)
      .sort((a, b) => b.strength - a.strength)
      .slice(0, Math.round((MOST * (share[level] as number)) / total))
    const scale = STEP ** level / longest
    for (const { x, y, strength } of strongest) {
      const bits = describe(sums, small, x, y)
      found.push({ x: (x + 0.5) * scale, y: (y + 0.5) * scale, level, bits, strength })
    }
  }
  return found
}

function describe(sums: Float64Array, { width }: Plane, x: number, y: number): Uint32Array {
  const bits = new Uint32Array(WORDS)
  const size = 2 * BLUR + 1
  const mean = (dx: number, dy: number): number =>
    sumOf(sums, width, x + dx - BLUR, y + dy - BLUR, size, size)
  PAIRS.forEach(([ax, ay, bx, by], i) => {
    if (mean(ax, ay) < mean(bx, by)) bits[i >>> 5] = ((bits[i >>> 5] as number) | (1 << (i & 31))) >>> 0
  })
  return bits
}

export function mirrored(all: readonly Feature[], width: number): Feature[] {
  return all.map(({ x, y, level, bits }) => ({
    x: width - x,
    y,
    level,
    bits: Uint32Array.of(...bits.subarray(4), ...bits.subarray(0, 4)),
  }))
}

export function distance(a: Uint32Array, b: Uint32Array): number {
  let sum = 0
  for (let i = 0; i < WORDS; i++) {
    let bits = ((a[i] as number) ^ (b[i] as number)) >>> 0
    bits -= (bits >>> 1) & 0x55555555
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
    sum += (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
  }
  return sum
}
