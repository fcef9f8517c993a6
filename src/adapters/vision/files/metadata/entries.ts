import type { Numbers } from '../containers/bytes.ts'

export interface Entry {
  tag: number
  type: number
  count: number
  /** Where the value stands. */
  at: number
  bytes: number
}

const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4]
const MOST_ENTRIES = 2_000

/**
 * The entries of one directory. `base`: what its offsets count from. An entry that points outside of the block is
 * told to `onDamage` and left out.
 */
export function* entries(data: Numbers, at: number, base: number, onDamage: () => void): Generator<Entry> {
  if (at < 0 || at + 2 > data.length) return onDamage()
  const many = data.u16(at)
  if (many > MOST_ENTRIES) return onDamage()
  for (let i = 0; i < many; i++) {
    const entry = at + 2 + 12 * i
    if (entry + 12 > data.length) return onDamage()
    const type = data.u16(entry + 2)
    const count = data.u32(entry + 4)
    const bytes = (SIZES[type] ?? 0) * count
    const place = bytes > 4 ? base + data.u32(entry + 8) : entry + 8
    if (place + bytes > data.length || place < 0) onDamage()
    else if (bytes > 0) yield { tag: data.u16(entry), type, count, at: place, bytes }
  }
}
