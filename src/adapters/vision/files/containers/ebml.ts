import { Numbers, readText } from './bytes.ts'
import { addPart, newWalk, unreadable, type Walk } from './walk.ts'

/** Matroska's elements that are entered, and those that are read. */
const INSIDE = new Set([
  0x18538067, 0x1549a966, 0x1654ae6b, 0xae, 0xe0, 0x1254c367, 0x7373, 0x67c8, 0x1941a469,
])
const TEXTS: Readonly<Record<number, string>> = { 31657: 'Title', 22337: 'WritingApp', 19840: 'MuxingApp' }
const CLUSTER = 0x1f43b675
const DATE = 0x4461
const DURATION = 0x4489
const SCALE = 0x2ad7b1
const WIDTH = 0xb0
const HEIGHT = 0xba
const ATTACHED = 0x61a7
const TAG_NAME = 0x45a3
const TAG_VALUE = 0x4487
const MOST = 20_000

const TAGS: readonly (readonly [RegExp, string])[] = [
  [/LOCATION|LATITUDE|LONGITUDE|GPS/i, 'GPSCoordinates'],
  [/DATE|CREATION_TIME/i, 'DateTimeOriginal'],
  [/ARTIST|AUTHOR|DIRECTOR|COPYRIGHT|PRODUCER|ACTOR/i, 'Artist'],
  [/MAKE|MODEL|MANUFACTURER|SERIAL/i, 'Model'],
  [/TITLE|COMMENT|DESCRIPTION|KEYWORDS|SUBJECT|SUMMARY|SYNOPSIS/i, 'Comment'],
]

export function walkEbml(bytes: Uint8Array): Walk {
  const walk = newWalk('webm')
  walk.frames = 0
  try {
    walkElements(new Numbers(bytes), walk)
  } catch {
    walk.damaged = true
  }
  return walk
}

function walkElements(data: Numbers, walk: Walk): void {
  let scale = 1_000_000
  let ticks = 0
  let tag = ''
  let at = 0
  for (let count = 0; at < data.length; count++) {
    if (count > MOST) {
      walk.damaged = true
      break
    }
    const [id, afterId] = variable(data, at, true)
    const [size, start] = variable(data, afterId, false)
    if (INSIDE.has(id)) {
      at = start
      continue
    }
    // A live recording does not know the length of its clusters: what it tells stands before them.
    if (id === CLUSTER && size < 0) break
    const end = Math.min(data.length, size < 0 ? data.length : start + size)
    const value = data.slice(start, end - start)
    if (id === SCALE) scale = whole(value)
    else if (id === DURATION) ticks = real(value)
    else if (id === WIDTH) walk.width = Math.max(walk.width, whole(value))
    else if (id === HEIGHT) walk.height = Math.max(walk.height, whole(value))
    else if (id === DATE) addPart(walk, { kind: 'field', name: 'DateTimeOriginal', text: 'set' })
    else if (id === ATTACHED) walk.hidden.add('trailer')
    else if (id === TAG_NAME) tag = readText(value)
    else if (id === TAG_VALUE) addTag(tag, readText(value), walk)
    else if (TEXTS[id] !== undefined) {
      addPart(walk, { kind: 'field', name: TEXTS[id], text: readText(value) })
    }
    at = end
  }
  if (ticks > 0) walk.duration = Math.round((ticks * scale) / 1_000_000)
}

function addTag(tag: string, text: string, walk: Walk): void {
  const name = TAGS.find(([pattern]) => pattern.test(tag))?.[1]
  if (name !== undefined) addPart(walk, { kind: 'field', name, text })
}

/** A number whose first byte tells its length; unknown sizes (all ones) are -1. */
function variable(data: Numbers, at: number, keepMark: boolean): [number, number] {
  const first = data.u8(at)
  const length = Math.clz32(first) - 23
  if (length > 8) throw unreadable('a length is missing')
  let value = keepMark ? first : first & (0xff >> length)
  let ones = !keepMark && value === 0xff >> length
  for (let i = 1; i < length; i++) {
    const byte = data.u8(at + i)
    if (byte !== 0xff) ones = false
    value = value * 256 + byte
  }
  return [ones ? -1 : value, at + length]
}

function whole(bytes: Uint8Array): number {
  return bytes.subarray(0, 6).reduce((sum, byte) => sum * 256 + byte, 0)
}

function real(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return bytes.length === 4 ? view.getFloat32(0) : bytes.length === 8 ? view.getFloat64(0) : 0
}
