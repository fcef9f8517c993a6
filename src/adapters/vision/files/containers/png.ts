import { inflateSync } from 'node:zlib'
import { ascii, Numbers, readText } from './bytes.ts'
import { isPadding } from './trailer.ts'
import { addPart, newWalk, type Walk } from './walk.ts'

/** Text in a PNG may be packed; more than this of one piece is not unpacked. */
const MOST_TEXT = 4_000_000
/** All the pieces of one file together. */
const MOST_UNPACKED = 8_000_000
/** Fireworks writes its layers beside the picture. */
const LAYERS = /^(?:mkB[FST]|mkTS|prVW)$/
const ILLUSTRATED = { 'XML:com.adobe.xmp': 'xmp' } as const

export function walkPng(bytes: Uint8Array): Walk {
  const walk = newWalk('png')
  try {
    walkChunks(new Numbers(bytes), walk)
  } catch {
    walk.damaged = true
  }
  return walk
}

interface Budget {
  left: number
}

function walkChunks(data: Numbers, walk: Walk): void {
  const budget = { left: MOST_UNPACKED }
  for (let at = 8; at < data.length; ) {
    const size = data.u32(at)
    const type = ascii(data.bytes, at + 4, 4)
    const chunk = data.slice(at + 8, size)
    if (type === 'IHDR') {
      walk.width = new Numbers(chunk).u32(0)
      walk.height = new Numbers(chunk).u32(4)
    } else if (type === 'acTL') walk.frames = Math.max(1, new Numbers(chunk).u32(0))
    else if (type === 'fcTL') addDelay(new Numbers(chunk), walk)
    else if (LAYERS.test(type)) walk.hidden.add('earlier-version')
    else readChunk(type, chunk, walk, budget)
    at += 12 + size
    if (type === 'IEND') {
      readRest(data.bytes.subarray(at), walk)
      return
    }
  }
  walk.damaged = true
}

function addDelay(frame: Numbers, walk: Walk): void {
  walk.delays ??= []
  walk.delays.push((1000 * frame.u16(20)) / (frame.u16(22) || 100))
  walk.frames = Math.max(walk.frames, walk.delays.length)
}

function readRest(rest: Uint8Array, walk: Walk): void {
  if (isPadding(rest)) return
  // Screenshot tools that cropped in place left the end of the larger picture behind the smaller one.
  const earlier = ascii(rest, Math.max(0, rest.length - 8), 4) === 'IEND'
  walk.hidden.add(earlier ? 'earlier-version' : 'trailer')
}

function readChunk(type: string, chunk: Uint8Array, walk: Walk, budget: Budget): void {
  if (type === 'eXIf') addPart(walk, { kind: 'exif', bytes: withoutHead(chunk) })
  else if (type === 'zxIf') {
    addPart(walk, { kind: 'exif', bytes: withoutHead(unpack(chunk.subarray(5), budget, walk)) })
  } else if (type === 'tIME') addPart(walk, { kind: 'field', name: 'ModifyDate', text: 'tIME' })
  else if (type === 'caBX') addPart(walk, { kind: 'field', name: 'JUMDType', text: 'c2pa' })
  else if (type === 'tEXt' || type === 'zTXt' || type === 'iTXt') {
    const [keyword, rest] = cut(chunk)
    const value = textBytes(type, rest, walk, budget)
    if (ILLUSTRATED[keyword as keyof typeof ILLUSTRATED]) addPart(walk, { kind: 'xmp', bytes: value })
    else if (/^Raw profile type /i.test(keyword)) readRaw(keyword.slice(17).trim(), value, walk)
    else addPart(walk, { kind: 'field', name: `PNG-${keyword}`, text: readText(value) })
  }
}

function textBytes(type: string, rest: Uint8Array, walk: Walk, budget: Budget): Uint8Array {
  if (type === 'tEXt') return rest
  if (type === 'zTXt') return unpack(rest.subarray(1), budget, walk)
  const packed = rest[0] === 1
  const [, afterLanguage] = cut(rest.subarray(2))
  const [, text] = cut(afterLanguage)
  return packed ? unpack(text, budget, walk) : text
}

function cut(bytes: Uint8Array): [string, Uint8Array] {
  const end = bytes.indexOf(0)
  if (end < 0) return [ascii(bytes, 0, 80), new Uint8Array()]
  return [ascii(bytes, 0, Math.min(end, 80)), bytes.subarray(end + 1)]
}

function unpack(bytes: Uint8Array, budget: Budget, walk: Walk): Uint8Array {
  try {
    if (budget.left <= 0) throw new RangeError('enough was unpacked')
    const plain = inflateSync(bytes, { maxOutputLength: Math.min(MOST_TEXT, budget.left) })
    budget.left -= plain.length
    return plain
  } catch {
    // What did not fit is no text of a caption: whatever follows it is not tried either.
    budget.left = 0
    walk.damaged = true
    return new Uint8Array()
  }
}

/** ImageMagick's way of keeping a profile: its name, its length, then hexadecimal lines. */
function readRaw(name: string, value: Uint8Array, walk: Walk): void {
  const [, , , ...lines] = Buffer.from(value).toString('latin1').split('\n')
  const bytes = Buffer.from(lines.join('').replace(/\s/g, ''), 'hex')
  if (bytes.length === 0) walk.damaged = true
  else if (/^(?:exif|APP1)$/i.test(name)) {
    const xmp = bytes.subarray(0, 28).toString('latin1').startsWith('http://ns.adobe.com/xap/1.0/')
    if (xmp) addPart(walk, { kind: 'xmp', bytes: bytes.subarray(29) })
    else addPart(walk, { kind: 'exif', bytes: withoutHead(bytes) })
  } else if (/^xmp$/i.test(name)) addPart(walk, { kind: 'xmp', bytes })
  else if (/^(?:iptc|8bim)$/i.test(name)) addPart(walk, { kind: 'resources', bytes })
}

/** Some writers put JPEG's "Exif\0\0" before the block. */
export function withoutHead(bytes: Uint8Array): Uint8Array {
  return ascii(bytes, 0, 4) === 'Exif' ? bytes.subarray(6) : bytes
}
