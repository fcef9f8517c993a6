import { Numbers } from './bytes.ts'
import { addPart, newWalk, type Walk } from './walk.ts'

const MOST_PAGES = 64
const WIDTH = 0x100
const HEIGHT = 0x101
/** Only raw files of cameras have these: what a TIFF reader shows of them is a preview. */
const RAW = new Set([0xc612, 0xc62f, 0x9216, 0x828d, 0xc5e0])

/** The pages of a TIFF; everything else about it is EXIF's business. */
export function walkTiff(bytes: Uint8Array): Walk {
  const walk = newWalk('tiff')
  addPart(walk, { kind: 'exif', bytes })
  try {
    const data = new Numbers(bytes, bytes[0] === 0x49)
    const seen = new Set<number>()
    let at = data.u32(4)
    while (at !== 0 && !seen.has(at) && seen.size < MOST_PAGES) {
      seen.add(at)
      const count = data.u16(at)
      for (let entry = at + 2; entry < at + 2 + 12 * count; entry += 12)
        readEntry(data, entry, walk, seen.size)
      at = data.u32(at + 2 + 12 * count)
    }
    if (at !== 0) walk.damaged = true
    if (seen.size > 1) walk.hidden.add('second-picture')
  } catch {
    walk.damaged = true
  }
  return walk
}

function readEntry(data: Numbers, entry: number, walk: Walk, page: number): void {
  const tag = data.u16(entry)
  if (RAW.has(tag)) walk.width = walk.height = 0
  if (page > 1 || (tag !== WIDTH && tag !== HEIGHT)) return
  const value = data.u16(entry + 2) === 3 ? data.u16(entry + 8) : data.u32(entry + 8)
  if (tag === WIDTH) walk.width = value
  else walk.height = value
}
