import { ascii, type Numbers } from './bytes.ts'

/** One box of an ISO base media file (HEIC, AVIF, MP4, MOV). */
export interface BoxAt {
  type: string
  /** Where its content starts and ends. */
  start: number
  end: number
}

/** A file of more boxes than this, all levels together, is not followed any further. */
export const MOST_BOXES = 20_000

export interface Count {
  left: number
}

/**
 * The boxes between two places, in order. A box that reaches beyond its parent ends with it and is told to
 * `onDamage`, as is what cannot be a box.
 */
export function* boxes(
  data: Numbers,
  from: number,
  to: number,
  count: Count,
  onDamage: () => void,
): Generator<BoxAt> {
  let at = from
  while (at + 8 <= to) {
    if (count.left-- <= 0) return onDamage()
    let size = data.u32(at)
    const type = ascii(data.bytes, at + 4, 4)
    let start = at + 8
    if (size === 1) {
      if (at + 16 > to) return onDamage()
      size = data.u64(at + 8)
      start = at + 16
    } else if (size === 0) size = to - at
    if (size < start - at) return onDamage()
    const end = at + size
    if (end > to) onDamage()
    yield { type, start, end: Math.min(end, to) }
    if (end > to) return
    at = end
  }
}
