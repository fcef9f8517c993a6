import { type BoxAt, boxes, type Count, MOST_BOXES } from './boxes.ts'
import { ascii, find, Numbers } from './bytes.ts'
import { readMoov } from './film.ts'
import { readItems } from './items.ts'
import { isPadding } from './trailer.ts'
import { addPart, type Format, newWalk, type Walk } from './walk.ts'

const XMP_ID = 'be7acfcb97a942e89c71999491e3afac'
const STILL = /^(?:mif1|msf1|heic|heix|heim|heis|hevc|hevx|avif|avis|miaf|mif2)$/
const FILLER = /^(?:free|skip|wide|mdat|ftyp|styp|pnot|sidx|moof|mfra|emsg|prft)$/

export function walkIsobmff(bytes: Uint8Array): Walk {
  const data = new Numbers(bytes)
  const walk = newWalk(formatOf(data))
  const still = walk.format === 'heic' || walk.format === 'avif'
  if (!still) walk.frames = 0
  const damage = () => {
    walk.damaged = true
  }
  const count: Count = { left: MOST_BOXES }
  try {
    let end = 0
    for (const box of boxes(data, 0, bytes.length, count, damage)) {
      end = box.end
      if (!/^[\x20-\x7e]{4}$/.test(box.type)) {
        if (!isPadding(bytes.subarray(box.start - 8))) walk.hidden.add('trailer')
        break
      }
      readTop(data, box, walk, still, count, damage)
    }
    if (bytes.length > end && !isPadding(bytes.subarray(end))) walk.hidden.add('trailer')
    if (find(bytes.subarray(-4096), 'SEFT') >= 0) {
      walk.hidden.add(find(bytes, 'MotionPhoto_Data') >= 0 ? 'video' : 'trailer')
    }
  } catch {
    walk.damaged = true
  }
  return walk
}

function formatOf(data: Numbers): Format {
  const end = Math.min(data.u32(0), data.length, 256)
  const brands: string[] = []
  for (let at = 8; at + 4 <= end; at += 4) if (at !== 12) brands.push(ascii(data.bytes, at, 4))
  if (ascii(data.bytes, 4, 4) !== 'ftyp') return 'mov'
  const major = brands[0] ?? ''
  if (STILL.test(major)) return brands.some((brand) => /^avi[fs]$/.test(brand)) ? 'avif' : 'heic'
  return major === 'qt  ' ? 'mov' : 'mp4'
}

function readTop(
  data: Numbers,
  box: BoxAt,
  walk: Walk,
  still: boolean,
  count: Count,
  damage: () => void,
): void {
  if (box.type === 'meta' && still) readItems(data, box, walk, count, damage)
  else if (box.type === 'moov') {
    // A still with a film of its own is a sequence or a live picture; its metadata counts all the same.
    const film = still ? newWalk('mp4') : walk
    readMoov(data, box, film, count, damage)
    if (still) {
      walk.hidden.add('video')
      for (const part of film.parts) addPart(walk, part)
    }
  } else if (box.type === 'mpvd') walk.hidden.add('video')
  else if (box.type === 'uuid') {
    const id = Buffer.from(data.slice(box.start, Math.min(16, box.end - box.start))).toString('hex')
    if (id === XMP_ID) {
      addPart(walk, { kind: 'xmp', bytes: data.slice(box.start + 16, box.end - box.start - 16) })
    } else addPart(walk, { kind: 'field', name: 'JUMDType', text: 'uuid' })
  } else if (box.type === 'meta' || box.type === 'udta') readMoov(data, box, walk, count, damage)
  else if (!FILLER.test(box.type) && still) walk.hidden.add('trailer')
}
