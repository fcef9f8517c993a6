import { distance, type Feature, STEP } from './features.ts'

/** How a place of one picture is found in the other: `x * scale + dx`. */
export interface Shift {
  scale: number
  dx: number
  dy: number
  /** How many places agree with it. */
  agree: number
}

const NEAR = 64
/** The second best has to be clearly worse: what is everywhere tells nothing. */
const CLEARER = 0.82
const TOLERANCE = 0.02
const WIDEST = 3.2

interface Match {
  a: Feature
  b: Feature
}

/** The one way of laying `a` over `b` (no turning) on which most places agree. */
export function bestShift(a: readonly Feature[], b: readonly Feature[]): Shift | undefined {
  const matches = matchesOf(a, b)
  let best: Shift | undefined
  for (let i = 0; i < matches.length; i++) {
    for (let k = i + 1; k < matches.length; k++) {
      const shift = through(matches[i] as Match, matches[k] as Match)
      if (shift === undefined) continue
      const agree = agreeing(matches, shift)
      if (agree > (best?.agree ?? 0)) best = { ...shift, agree }
    }
  }
  return best
}

function matchesOf(a: readonly Feature[], b: readonly Feature[]): Match[] {
  const found: (Match & { far: number })[] = []
  for (const one of a) {
    let [near, second] = [257, 257]
    let other: Feature | undefined
    for (const each of b) {
      const far = distance(one.bits, each.bits)
      if (far < near) {
        // The same corner stands in several sizes: only another place makes it doubtful.
        if (other && apart(other, each)) second = near
        near = far
        other = each
      } else if (far < second && other && apart(other, each)) second = far
    }
    if (other && near <= NEAR && near <= CLEARER * second) found.push({ a: one, b: other, far: near })
  }
  return found.sort((one, other) => one.far - other.far).slice(0, 90)
}

function apart(a: Feature, b: Feature): boolean {
  return Math.abs(a.x - b.x) > 0.03 || Math.abs(a.y - b.y) > 0.03
}

function through(one: Match, other: Match): Omit<Shift, 'agree'> | undefined {
  const ax = other.a.x - one.a.x
  const ay = other.a.y - one.a.y
  const length = Math.hypot(ax, ay)
  if (length < 0.08) return undefined
  const bx = other.b.x - one.b.x
  const by = other.b.y - one.b.y
  const scale = Math.hypot(bx, by) / length
  if (!(scale > 1 / WIDEST && scale < WIDEST)) return undefined
  // Not turned: the way from one to the other has to point the same way.
  if (Math.hypot(bx - scale * ax, by - scale * ay) > TOLERANCE * Math.max(1, scale)) return undefined
  const told = STEP ** (one.b.level - one.a.level)
  if (scale / told > 1.6 || told / scale > 1.6) return undefined
  return { scale, dx: one.b.x - scale * one.a.x, dy: one.b.y - scale * one.a.y }
}

/** Places that stand together count once: one logo in two pictures is not the same picture. */
function agreeing(matches: readonly Match[], { scale, dx, dy }: Omit<Shift, 'agree'>): number {
  const tolerance = TOLERANCE * Math.max(1, scale)
  const places = new Set<number>()
  for (const { a, b } of matches) {
    if (Math.abs(scale * a.x + dx - b.x) > tolerance || Math.abs(scale * a.y + dy - b.y) > tolerance) continue
    places.add(Math.floor(a.x * 24) * 64 + Math.floor(a.y * 24))
  }
  return places.size
}
