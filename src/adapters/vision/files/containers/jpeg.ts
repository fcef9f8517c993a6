import { ascii, find, Numbers, readText, startsWith } from './bytes.ts'
import { readTrailer } from './trailer.ts'
import { addPart, newWalk, type Walk } from './walk.ts'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const COMMENT = 0xfe
const EXIF = 'Exif\0'
const XMP = 'http://ns.adobe.com/xap/1.0/\0'
const MORE_XMP = 'http://ns.adobe.com/xmp/extension/\0'
const PHOTOSHOP = 'Photoshop 3.0\0'

/** `nested`: a picture that stands behind another one; what follows it is not asked for again. */
export function walkJpeg(bytes: Uint8Array, nested = false): Walk {
  const walk = newWalk('jpeg')
  try {
    const end = walkSegments(bytes, walk)
    if (end === undefined) walk.damaged = true
    else if (!nested) readTrailer(bytes, end, walk, (rest) => walkJpeg(rest, true))
  } catch {
    walk.damaged = true
  }
  return walk
}

/** How many bytes a JPEG at the start of `bytes` takes, if it has an end. */
export function jpegLength(bytes: Uint8Array): number | undefined {
  try {
    return walkSegments(bytes, newWalk('jpeg'))
  } catch {
    return undefined
  }
}

/** @returns where the picture ends: behind its EOI. */
function walkSegments(bytes: Uint8Array, walk: Walk): number | undefined {
  const data = new Numbers(bytes)
  const more: { at: number; bytes: Uint8Array }[] = []
  let at = 2
  while (at < bytes.length) {
    if (data.u8(at) !== 0xff) {
      at = bytes.indexOf(0xff, at)
      if (at < 0) break
    }
    while (data.u8(at) === 0xff) at++
    const marker = data.u8(at++)
    if (marker === EOI) {
      joinXmp(more, walk)
      return at
    }
    if (marker === SOI || marker === 0x01 || marker === 0 || (marker >= 0xd0 && marker <= 0xd7)) continue
    const size = data.u16(at)
    if (size < 2) {
      walk.damaged = true
      continue
    }
    readSegment(marker, data.slice(at + 2, size - 2), walk, more)
    at += size
    if (marker === SOS) at = afterScan(bytes, at)
  }
  joinXmp(more, walk)
  return undefined
}

/** The coded pixels run to the next marker that is no restart and no stuffed zero. */
function afterScan(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    at = bytes.indexOf(0xff, at)
    if (at < 0 || at + 1 >= bytes.length) return bytes.length
    const next = bytes[at + 1] as number
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
    at += next === 0xff ? 1 : 2
  }
}

function readSegment(
  marker: number,
  segment: Uint8Array,
  walk: Walk,
  more: { at: number; bytes: Uint8Array }[],
): void {
  const data = new Numbers(segment)
  if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
    if (walk.width > 0) return
    walk.height = data.u16(1)
    walk.width = data.u16(3)
  } else if (marker === COMMENT) {
    addPart(walk, { kind: 'field', name: 'Comment', text: readText(segment) })
  } else if (marker === 0xe1 && startsWith(segment, EXIF)) {
    addPart(walk, { kind: 'exif', bytes: segment.subarray(6) })
  } else if (marker === 0xe1 && startsWith(segment, XMP)) {
    addPart(walk, { kind: 'xmp', bytes: segment.subarray(XMP.length) })
  } else if (marker === 0xe1 && startsWith(segment, MORE_XMP)) {
    const start = MORE_XMP.length + 40
    more.push({ at: data.u32(start - 4), bytes: segment.subarray(start) })
  } else if (marker === 0xe1 && find(segment.subarray(0, 200), '<x:xmpmeta') >= 0) {
    addPart(walk, { kind: 'xmp', bytes: segment })
  } else if (marker === 0xed && startsWith(segment, PHOTOSHOP)) {
    addPart(walk, { kind: 'resources', bytes: segment.subarray(PHOTOSHOP.length) })
  } else if (marker === 0xeb && find(segment.subarray(0, 64), 'jumb') >= 0) {
    addPart(walk, { kind: 'field', name: 'JUMDType', text: 'c2pa' })
  } else if (marker === 0xe0 && startsWith(segment, 'JFIF\0')) {
    if ((segment[12] ?? 0) * (segment[13] ?? 0) > 0) walk.hidden.add('thumbnail')
  } else if (marker === 0xe0 && startsWith(segment, 'JFXX\0\x10')) {
    addPart(walk, { kind: 'picture', as: 'thumbnail', bytes: segment.subarray(6) })
  } else if (marker === 0xec && startsWith(segment, 'Ducky')) {
    readDucky(data, walk)
  } else if (marker >= 0xe2 && marker <= 0xef) readVendor(segment, walk)
}

/** Photoshop's "save for web": blocks of number and size; 2 and 3 are what somebody typed. */
function readDucky(data: Numbers, walk: Walk): void {
  for (let at = 5; at + 4 <= data.length; ) {
    const kind = data.u16(at)
    if (kind === 0) return
    const size = data.u16(at + 2)
    const text = data.slice(at + 4, size).subarray(4)
    if (kind === 2 || kind === 3) {
      addPart(walk, { kind: 'field', name: 'Comment', text: new TextDecoder('utf-16be').decode(text) })
    }
    at += 4 + size
  }
}

function readVendor(segment: Uint8Array, walk: Walk): void {
  const head = ascii(segment, 0, 24)
  if (/^(?:ICC_PROFILE|Adobe|MPF\0|FPXR|AMPF|AROT|HDR_RI|JPS|urn:)/.test(head)) return
  const own = /^\s*\[?(?:picture info|SERIAL|Type|PIC)/i.test(head)
  if (own) {
    const text = ascii(segment, 0, 1024)
    if (/serial|SN=/i.test(text)) addPart(walk, { kind: 'field', name: 'SerialNumber', text: 'vendor' })
    addPart(walk, { kind: 'field', name: 'CameraType', text: 'vendor' })
  }
}

/** What did not fit one segment goes on in others, each with its place. */
function joinXmp(more: { at: number; bytes: Uint8Array }[], walk: Walk): void {
  if (more.length === 0) return
  const sorted = more.toSorted((a, b) => a.at - b.at)
  addPart(walk, { kind: 'xmp', bytes: Buffer.concat(sorted.map((piece) => piece.bytes)) })
  more.length = 0
}
