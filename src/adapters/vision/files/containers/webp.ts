import { ascii, Numbers } from './bytes.ts'
import { withoutHead } from './png.ts'
import { isPadding } from './trailer.ts'
import { addPart, newWalk, type Walk } from './walk.ts'

const MOST_CHUNKS = 200_000

export function walkWebp(bytes: Uint8Array): Walk {
  const walk = newWalk('webp')
  try {
    walkChunks(new Numbers(bytes, true), walk)
  } catch {
    walk.damaged = true
  }
  return walk
}

function walkChunks(data: Numbers, walk: Walk): void {
  const end = 8 + data.u32(4)
  let frames = 0
  let chunks = 0
  let at = 12
  for (; at + 8 <= Math.min(end, data.length); chunks++) {
    if (chunks > MOST_CHUNKS) {
      walk.damaged = true
      break
    }
    const type = ascii(data.bytes, at, 4)
    const size = data.u32(at + 4)
    const chunk = new Numbers(data.slice(at + 8, size), true)
    if (type === 'VP8X') {
      walk.width = 1 + chunk.u24(4)
      walk.height = 1 + chunk.u24(7)
    } else if (type === 'VP8 ' || type === 'VP8L') readStill(type, chunk, walk)
    else if (type === 'ANMF') {
      frames++
      walk.delays ??= []
      walk.delays.push(chunk.u24(12))
    } else if (type === 'EXIF') addPart(walk, { kind: 'exif', bytes: withoutHead(chunk.bytes) })
    else if (type === 'XMP ') addPart(walk, { kind: 'xmp', bytes: chunk.bytes })
    else if (type === 'C2PA') addPart(walk, { kind: 'field', name: 'JUMDType', text: 'c2pa' })
    at += 8 + size + (size % 2)
  }
  walk.frames = Math.max(1, frames)
  if (end > data.length + 1) walk.damaged = true
  if (end < data.length && !isPadding(data.bytes.subarray(end))) walk.hidden.add('trailer')
}

function readStill(type: string, chunk: Numbers, walk: Walk): void {
  if (walk.width > 0) return
  if (type === 'VP8 ') {
    walk.width = chunk.u16(6) & 0x3fff
    walk.height = chunk.u16(8) & 0x3fff
    return
  }
  const bits = chunk.u32(1)
  walk.width = 1 + (bits & 0x3fff)
  walk.height = 1 + ((bits >>> 14) & 0x3fff)
}
