import { ascii, Numbers, readText } from './bytes.ts'
import { isPadding } from './trailer.ts'
import { addPart, newWalk, type Walk } from './walk.ts'

const MOST_COMMENT = 20_000
/** A way out for readers that take XMP for blocks, wherever in it they are. */
const XMP_TAIL = 258

export function walkGif(bytes: Uint8Array): Walk {
  const walk = newWalk('gif')
  try {
    walkBlocks(new Numbers(bytes, true), walk)
  } catch {
    walk.damaged = true
  }
  return walk
}

function walkBlocks(data: Numbers, walk: Walk): void {
  walk.width = data.u16(6)
  walk.height = data.u16(8)
  walk.frames = 0
  let at = 13 + colours(data.u8(10))
  let delay = 0
  for (;;) {
    const kind = data.u8(at++)
    if (kind === 0x3b) break
    if (kind === 0x2c) {
      walk.frames++
      walk.delays ??= []
      // What is quicker than a fiftieth of a second is shown at a tenth.
      walk.delays.push(delay < 20 ? 100 : delay)
      at = afterBlocks(data, at + 10 + colours(data.u8(at + 8)))
      delay = 0
    } else if (kind === 0x21) {
      const label = data.u8(at++)
      if (label === 0xf9) delay = 10 * data.u16(at + 2)
      else if (label === 0xfe) {
        addPart(walk, { kind: 'field', name: 'Comment', text: readText(joined(data, at)) })
      } else if (label === 0xff && ascii(data.bytes, at + 1, 11) === 'XMP DataXMP') {
        // XMP stands there as it is, not cut into blocks; what follows it leads every reader to the end.
        const end = afterBlocks(data, at)
        addPart(walk, { kind: 'xmp', bytes: data.slice(at + 12, Math.max(0, end - at - 12 - XMP_TAIL)) })
      } else if (label === 0x01) {
        addPart(walk, { kind: 'field', name: 'Comment', text: readText(joined(data, afterOne(data, at))) })
      }
      at = afterBlocks(data, at)
    } else if (kind !== 0) {
      walk.damaged = true
      return
    }
  }
  if (!isPadding(data.bytes.subarray(at))) walk.hidden.add('trailer')
}

function colours(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

function afterOne(data: Numbers, at: number): number {
  return at + 1 + data.u8(at)
}

function afterBlocks(data: Numbers, from: number): number {
  let at = from
  for (;;) {
    const size = data.u8(at)
    at += 1 + size
    if (size === 0) return at
  }
}

function joined(data: Numbers, from: number): Uint8Array {
  const pieces: Uint8Array[] = []
  let length = 0
  for (let at = from; data.u8(at) > 0 && length < MOST_COMMENT; at = afterOne(data, at)) {
    pieces.push(data.slice(at + 1, data.u8(at)))
    length += data.u8(at)
  }
  return Buffer.concat(pieces)
}
