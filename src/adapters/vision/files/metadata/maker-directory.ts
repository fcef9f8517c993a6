import type { Numbers } from '../containers/bytes.ts'
import { type Entry, entries } from './entries.ts'

/** A directory of a maker; entries that lead outside are passed over: editors move these blocks about. */
export function directoryOf(data: Numbers, at: number): Entry[] {
  return [...entries(data, at, 0, () => undefined)]
}

/** Whether a value says nothing: zeros, blanks, or the letters that stand for "not set". */
export function blank(data: Numbers, entry: Entry): boolean {
  return data
    .slice(entry.at, Math.min(entry.bytes, 256))
    .every((byte) => byte === 0 || byte === 0x20 || byte === 0xff)
}
