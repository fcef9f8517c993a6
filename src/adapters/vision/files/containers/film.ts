import { type BoxAt, boxes, type Count } from './boxes.ts'
import { ascii, find, type Numbers, readText } from './bytes.ts'
import { addPart, type Walk } from './walk.ts'

/** QuickTime's own short names and 3GPP's, as exiftool names them. */
const ATOMS: Readonly<Record<string, string>> = {
  '\xa9xyz': 'GPSCoordinates',
  loci: 'LocationInformation',
  '\xa9mak': 'Make',
  '\xa9mod': 'Model',
  '\xa9swr': 'SoftwareVersion',
  '\xa9too': 'Encoder',
  '\xa9day': 'ContentCreateDate',
  '\xa9ART': 'Artist',
  '\xa9aut': 'Author',
  '\xa9wrt': 'Composer',
  '\xa9cpy': 'Copyright',
  cprt: 'Copyright',
  auth: 'Author',
  perf: 'Performer',
  '\xa9nam': 'Title',
  titl: 'Title',
  '\xa9cmt': 'Comment',
  '\xa9des': 'Description',
  '\xa9inf': 'Information',
  desc: 'Description',
  ldes: 'LongDescription',
  dscp: 'Description',
  kywd: 'Keywords',
  keyw: 'Keywords',
  '\xa9key': 'Keywords',
  CAME: 'SerialNumberHash',
  FIRM: 'FirmwareVersion',
  manu: 'Make',
  modl: 'Model',
  '\xa9fmt': 'Format',
}
const TELEMETRY = /^(?:GPMF|gps |GPS )$/
const CONTAINERS = /^(?:trak|mdia|minf|stbl|edts|meco|tref)$/
const DEEPEST = 10
/** Seconds between QuickTime's beginning of time and 1970. */
const TO_1970 = 2_082_844_800

/** moov and what may stand beside it: size, duration, and everything that tells where, when, who. */
export function readMoov(
  data: Numbers,
  box: BoxAt,
  walk: Walk,
  count: Count,
  damage: () => void,
  depth = 0,
): void {
  if (depth > DEEPEST) {
    damage()
    return
  }
  if (box.type === 'meta') readMeta(data, box, walk, count, damage)
  if (box.type === 'udta') readUser(data, box, walk, count, damage)
  if (box.type === 'meta' || box.type === 'udta') return
  for (const inner of boxes(data, box.start, box.end, count, damage)) {
    if (inner.type === 'mvhd') readClock(data, inner, walk, true)
    else if (inner.type === 'tkhd') readTrack(data, inner, walk)
    else if (inner.type === 'mdhd') readClock(data, inner, walk, false)
    else if (inner.type === 'stsd') readSamples(data, inner, walk)
    else if (CONTAINERS.test(inner.type) || inner.type === 'meta' || inner.type === 'udta') {
      readMoov(data, inner, walk, count, damage, depth + 1)
    }
  }
}

function readClock(data: Numbers, box: BoxAt, walk: Walk, film: boolean): void {
  const long = data.u8(box.start) === 1
  const created = long ? data.u64(box.start + 4) : data.u32(box.start + 4)
  const name = film ? 'CreateDate' : 'MediaCreateDate'
  if (created > TO_1970) addPart(walk, { kind: 'field', name, text: 'set' })
  if (!film) return
  const scale = data.u32(box.start + (long ? 20 : 12))
  const length = long ? data.u64(box.start + 24) : data.u32(box.start + 16)
  if (scale > 0) walk.duration = Math.round((1000 * length) / scale)
}

function readTrack(data: Numbers, box: BoxAt, walk: Walk): void {
  const at = box.start + (data.u8(box.start) === 1 ? 88 : 76)
  const width = data.u32(at) >>> 16
  const height = data.u32(at + 4) >>> 16
  // Turned by a quarter where the matrix swaps the axes.
  const turned = data.u32(at - 36) === 0 && data.u32(at - 32) !== 0
  if (width * height > walk.width * walk.height) {
    walk.width = turned ? height : width
    walk.height = turned ? width : height
  }
}

function readSamples(data: Numbers, box: BoxAt, walk: Walk): void {
  const type = ascii(data.bytes, box.start + 12, 4)
  if (type === 'gpmd' || type === 'camm') addPart(walk, { kind: 'field', name: 'GPSTrack', text: type })
  if (type === 'mebx' && find(data.bytes.subarray(box.start, box.end), 'location') >= 0) {
    addPart(walk, { kind: 'field', name: 'GPSCoordinates', text: type })
  }
}

function readUser(data: Numbers, box: BoxAt, walk: Walk, count: Count, damage: () => void): void {
  // The list may end with four zero bytes.
  for (const atom of boxes(data, box.start, box.end, count, () => undefined)) {
    const content = data.bytes.subarray(atom.start, atom.end)
    const name = ATOMS[atom.type]
    if (atom.type === 'meta') readMeta(data, atom, walk, count, damage)
    else if (TELEMETRY.test(atom.type)) addPart(walk, { kind: 'field', name: 'GPSTrack', text: atom.type })
    else if (atom.type === 'XMP_') addPart(walk, { kind: 'xmp', bytes: content })
    else if (name !== undefined) {
      // QuickTime: two bytes of length, two of language. 3GPP: version, flags, language.
      const skip = atom.type.startsWith('\xa9') ? 4 : 6
      addPart(walk, {
        kind: 'field',
        name,
        text: readText(content.subarray(skip)) || (content.length > 8 ? 'set' : ''),
      })
    }
  }
}

/** Apple's keys ("mdta") and iTunes' list ("mdir"). */
function readMeta(data: Numbers, box: BoxAt, walk: Walk, count: Count, damage: () => void): void {
  const full = ascii(data.bytes, box.start + 4, 4) !== 'hdlr'
  const keys: string[] = []
  const inside = [...boxes(data, box.start + (full ? 4 : 0), box.end, count, damage)]
  for (const inner of inside) {
    if (inner.type !== 'keys') continue
    for (const key of boxes(data, inner.start + 8, inner.end, count, damage)) {
      keys.push(ascii(data.bytes, key.start, Math.min(120, key.end - key.start)))
    }
  }
  for (const list of inside) {
    if (list.type !== 'ilst') continue
    for (const item of boxes(data, list.start, list.end, count, damage)) {
      const key = keys[Number.parseInt(Buffer.from(item.type, 'latin1').toString('hex'), 16) - 1]
      const name = key === undefined ? ATOMS[item.type] : nameOf(key)
      if (name === undefined) continue
      for (const value of boxes(data, item.start, item.end, count, damage)) {
        if (value.type !== 'data') continue
        const text = readText(data.bytes.subarray(value.start + 8, value.end))
        addPart(walk, { kind: 'field', name, text: text || 'set' })
      }
    }
  }
}

const KEYS: readonly (readonly [RegExp, string])[] = [
  [/location\.ISO6709$/i, 'GPSCoordinates'],
  [/location/i, 'LocationName'],
  [/(?:creationdate|\.date)/i, 'CreationDate'],
  [/\.make$|manufacturer/i, 'Make'],
  [/\.model$/i, 'Model'],
  [/\.software$|android\.version/i, 'Software'],
  [/content\.identifier/i, 'ContentIdentifier'],
  [/serial/i, 'SerialNumber'],
  [/\.(?:author|artist|director|producer|creator|performer)$/i, 'Author'],
  [/\.copyright$/i, 'Copyright'],
  [/displayname|\.title$/i, 'Title'],
  [/description|information/i, 'Description'],
  [/comment/i, 'Comment'],
  [/keywords/i, 'Keywords'],
  [/face/i, 'RegionPersonDisplayName'],
]
function nameOf(key: string): string | undefined {
  return KEYS.find(([pattern]) => pattern.test(key))?.[1]
}
