import { inflateSync } from 'node:zlib'
import { ascii, Numbers } from '../containers/bytes.ts'
import { unreadable, type Walk } from '../containers/walk.ts'

/** What of an APNG its frames need; everything else is left out. */
const PNG_KEPT = /^(?:IHDR|PLTE|tRNS|gAMA|cHRM|sRGB|sBIT|bKGD|pHYs|acTL|fcTL|IDAT|fdAT|IEND)$/
const WEBP_KEPT = /^(?:VP8X|ANIM|ANMF)$/
const FRAME_KEPT = /^(?:ALPH|VP8 |VP8L)$/
/** VP8X's flags for transparency and animation; profile, EXIF and XMP go. */
const FLAGS_KEPT = 0x12

/** The same frames, byte for byte, and nothing else: an animation packed anew would lose quality and time. */
export function stripAnimation(bytes: Uint8Array, walk: Walk): Uint8Array {
  if (walk.format === 'gif') return stripGif(bytes)
  if (walk.format === 'webp') return stripWebp(bytes)
  if (walk.format === 'png') return stripPng(bytes)
  throw unreadable('there is no copy of this kind of animation')
}

function stripPng(bytes: Uint8Array): Uint8Array {
  return keepChunks(bytes, (type) => PNG_KEPT.test(type))
}

/**
 * A PNG for the decoder: pixels and what their colours mean. Decoders unpack every text that stands in one, however
 * long and however many, each time that it is opened.
 */
export function pixelsOfPng(bytes: Uint8Array): Uint8Array {
  return keepChunks(bytes, (type, chunk) => PNG_KEPT.test(type) || (type === 'iCCP' && isProfile(chunk)))
}

const LARGEST_PROFILE = 4_000_000
function isProfile(chunk: Uint8Array): boolean {
  try {
    inflateSync(chunk.subarray(chunk.indexOf(0) + 2), { maxOutputLength: LARGEST_PROFILE })
    return true
  } catch {
    return false
  }
}

function keepChunks(bytes: Uint8Array, keep: (type: string, content: Uint8Array) => boolean): Uint8Array {
  const data = new Numbers(bytes)
  const kept = [bytes.subarray(0, 8)]
  for (let at = 8; at + 8 <= bytes.length; ) {
    const size = 12 + data.u32(at)
    const type = ascii(bytes, at + 4, 4)
    // What ends too early is left as it is: the decoder shows what there is of it.
    if (at + size > bytes.length) {
      kept.push(bytes.subarray(at))
      break
    }
    if (keep(type, bytes.subarray(at + 8, at + size - 4))) kept.push(data.slice(at, size))
    at += size
    if (type === 'IEND') break
  }
  return Buffer.concat(kept)
}

function stripWebp(bytes: Uint8Array): Uint8Array {
  const data = new Numbers(bytes, true)
  const kept: Uint8Array[] = []
  const end = Math.min(bytes.length, 8 + data.u32(4))
  for (let at = 12; at + 8 <= end; ) {
    const type = ascii(bytes, at, 4)
    const size = data.u32(at + 4)
    const chunk = Uint8Array.from(data.slice(at + 8, size))
    if (type === 'VP8X') chunk[0] = (chunk[0] ?? 0) & FLAGS_KEPT
    if (WEBP_KEPT.test(type)) kept.push(riff(type, type === 'ANMF' ? stripFrame(chunk) : chunk))
    at += 8 + size + (size % 2)
  }
  return riff('RIFF', Buffer.concat([Buffer.from('WEBP'), ...kept]))
}

function stripFrame(frame: Uint8Array): Uint8Array {
  const data = new Numbers(frame, true)
  const kept = [frame.subarray(0, 16)]
  for (let at = 16; at + 8 <= frame.length; ) {
    const type = ascii(frame, at, 4)
    const size = data.u32(at + 4)
    if (FRAME_KEPT.test(type)) kept.push(riff(type, data.slice(at + 8, size)))
    at += 8 + size + (size % 2)
  }
  return Buffer.concat(kept)
}

function riff(type: string, content: Uint8Array): Uint8Array {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32LE(content.length, 4)
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
}

/** Frames, how long each stands, and how often all of it is shown. */
function stripGif(bytes: Uint8Array): Uint8Array {
  const data = new Numbers(bytes, true)
  let at = 13 + palette(data.u8(10))
  const kept = [bytes.subarray(0, at)]
  for (;;) {
    const start = at
    const kind = data.u8(at++)
    if (kind === 0x3b) break
    let keep = false
    if (kind === 0x2c) {
      at = afterBlocks(data, at + 10 + palette(data.u8(at + 8)))
      keep = true
    } else if (kind === 0x21) {
      const label = data.u8(at)
      keep = label === 0xf9 || (label === 0xff && ascii(bytes, at + 2, 11) === 'NETSCAPE2.0')
      at = afterBlocks(data, at + 1)
    }
    if (keep) kept.push(bytes.subarray(start, at))
  }
  return Buffer.concat([...kept, Uint8Array.of(0x3b)])
}

function palette(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

function afterBlocks(data: Numbers, from: number): number {
  let at = from
  for (let size = data.u8(at); size > 0; size = data.u8(at)) at += 1 + size
  return at + 1
}
