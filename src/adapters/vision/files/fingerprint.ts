import { type Feature, features, mirrored } from './likeness/features.ts'
import { greyPlane } from './likeness/grey.ts'
import { bestShift } from './likeness/match.ts'
import { agreement, mirroredRelief, type Relief, relief, SIDE } from './likeness/relief.ts'

/** Every picture is looked at in this size: what a copy was resized to does not matter. */
const LOOK = 512
/** Changes when stored fingerprints can no longer be held against new ones. */
const VERSION = '1'

/** Thresholds from measured distances: see test/vision/measure. */
export const LIKE = {
  same: { agree: 10, mean: 0.8, worst: 0.6 },
  ask: { agree: 6, mean: 0.68 },
  /** Without places to hold on to, all of it has to be alike. */
  flat: { places: 24, same: 0.95, ask: 0.9 },
  shared: 0.5,
} as const

/**
 * What a picture looks like, in hexadecimal: first a coarse map of light and dark, then some two hundred places and
 * what stands around each. Crops keep most of the places, whatever their size.
 */
export function fingerprint(rgb: Uint8Array, width: number, height: number): string[] {
  const plane = greyPlane(rgb, width, height, LOOK)
  const map = relief(plane)
  return [writeRelief(map), ...features(plane).map(writeFeature)]
}

/** How alike two pictures are, mirrored copies too. */
export function nearness(a: readonly string[], b: readonly string[]): 'same' | 'ask' | 'other' {
  const [one, other] = [read(a), read(b)]
  if (one === undefined || other === undefined) return 'other'
  const straight = judge(one, other)
  if (straight === 'same') return straight
  const turned = judge({ map: mirroredRelief(one.map), places: mirrored(one.places, one.map.width) }, other)
  return turned === 'other' ? straight : turned === 'same' ? turned : 'ask'
}

interface Print {
  map: Relief
  places: Feature[]
}

function judge(a: Print, b: Print): 'same' | 'ask' | 'other' {
  const shift = bestShift(a.places, b.places)
  if (shift !== undefined) {
    const { mean, worst, shared } = agreement(a.map, b.map, shift)
    if (shared >= LIKE.shared) {
      if (shift.agree >= LIKE.same.agree && mean >= LIKE.same.mean && worst >= LIKE.same.worst) return 'same'
      if (shift.agree >= LIKE.ask.agree && mean >= LIKE.ask.mean) return 'ask'
    }
  }
  if (Math.max(a.places.length, b.places.length) > LIKE.flat.places) return 'other'
  if (isBlank(a.map) || isBlank(b.map)) return 'other'
  const shape = (a.map.width * b.map.height) / (a.map.height * b.map.width)
  if (shape < 0.95 || shape > 1.05) return 'other'
  const { mean, worst } = agreement(a.map, b.map, { scale: 1, dx: 0, dy: 0 })
  if (mean < LIKE.flat.ask) return 'other'
  return mean >= LIKE.flat.same && worst >= LIKE.flat.ask ? 'same' : 'ask'
}

/** A wall is like every wall. */
function isBlank({ bits, width, height }: Relief): boolean {
  const light = bits.reduce((sum, bit) => sum + bit, 0) / (bits.length * width * height)
  return light < 0.1 || light > 0.9
}

function writeRelief({ bits, width, height }: Relief): string {
  let hex = ''
  for (let i = 0; i < bits.length; i += 4) {
    const nibble = [0, 1, 2, 3].reduce((sum, k) => sum * 2 + (bits[i + k] as number), 0)
    hex += nibble.toString(16)
  }
  return VERSION + number(width, 1024, 3) + number(height, 1024, 3) + hex
}

function writeFeature({ x, y, level, bits }: Feature): string {
  const words = [...bits].map((word) => word.toString(16).padStart(8, '0'))
  return number(x, 4095, 3) + number(y, 4095, 3) + level.toString(16) + words.join('')
}

function number(value: number, scale: number, digits: number): string {
  return Math.round(Math.min(1, Math.max(0, value)) * scale)
    .toString(16)
    .padStart(digits, '0')
}

function read(print: readonly string[]): Print | undefined {
  const [first = '', ...rest] = print
  if (first[0] !== VERSION || first.length !== 7 + (SIDE * SIDE) / 4) return undefined
  const bits = new Uint8Array(SIDE * SIDE)
  for (let i = 0; i < bits.length / 4; i++) {
    const nibble = Number.parseInt(first[7 + i] as string, 16)
    for (let k = 0; k < 4; k++) bits[4 * i + k] = (nibble >>> (3 - k)) & 1
  }
  const part = (text: string, from: number, to: number): number => Number.parseInt(text.slice(from, to), 16)
  return {
    map: { bits, width: part(first, 1, 4) / 1024, height: part(first, 4, 7) / 1024 },
    places: rest.map((text) => ({
      x: part(text, 0, 3) / 4095,
      y: part(text, 3, 6) / 4095,
      level: part(text, 6, 7),
      bits: Uint32Array.from({ length: 8 }, (_, i) => part(text, 7 + 8 * i, 15 + 8 * i)),
    })),
  }
}
