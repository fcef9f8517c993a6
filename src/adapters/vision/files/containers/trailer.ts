import { find, startsWith } from './bytes.ts'
import { addPart, type Walk } from './walk.ts'

/** So much padding behind a picture is nothing that anybody hid. */
const PADDING = 64
/** More pictures than this behind one are not looked at one by one. */
const MOST_PICTURES = 8

/**
 * What stands behind the end of a JPEG: a film around the shot, the second picture of an MPO, what an editor
 * left of an earlier and longer file.
 */
export function readTrailer(
  bytes: Uint8Array,
  end: number,
  walk: Walk,
  walkPicture: (bytes: Uint8Array) => Walk,
): void {
  const rest = bytes.subarray(end)
  if (isPadding(rest)) return
  if (isFilm(rest)) walk.hidden.add('video')
  let at = 0
  let pictures = 0
  for (; pictures < MOST_PICTURES; pictures++) {
    at = find(rest, '\xff\xd8\xff', at)
    if (at < 0) break
    const piece = rest.subarray(at)
    const inner = walkPicture(piece)
    if (inner.width === 0) {
      at += 3
      continue
    }
    for (const part of inner.parts) addPart(walk, part)
    addPart(walk, { kind: 'picture', as: 'second-picture', bytes: piece })
    at += 3 + skipOf(inner, piece)
  }
  if (walk.hidden.has('video') || pictures > 0) return
  // An editor that wrote a smaller picture over a larger one leaves the end of the old one standing.
  const tail = rest.subarray(-PADDING)
  walk.hidden.add(find(tail, '\xff\xd9') >= 0 ? 'earlier-version' : 'trailer')
}

/** To the end of the picture found, so that its own thumbnail is not taken for another one. */
function skipOf(inner: Walk, piece: Uint8Array): number {
  if (inner.damaged) return 0
  let at = 0
  for (const part of inner.parts) {
    if (part.kind !== 'exif') continue
    at = Math.max(at, part.bytes.byteOffset + part.bytes.byteLength - piece.byteOffset)
  }
  return at
}

export function isPadding(rest: Uint8Array): boolean {
  if (rest.length === 0) return true
  const first = rest[0] as number
  if (rest.length <= PADDING && !startsWith(rest, '\xff\xd8')) return true
  return (first === 0 || first === 0xff || first === 0x20) && rest.every((byte) => byte === first)
}

function isFilm(rest: Uint8Array): boolean {
  if (find(rest.subarray(-4096), 'SEFT') >= 0 && find(rest, 'MotionPhoto_Data') >= 0) return true
  for (
    let at = find(rest, 'ftyp'), tries = 0;
    at >= 0 && tries < 16;
    at = find(rest, 'ftyp', at + 4), tries++
  ) {
    if (at >= 4 && rest[at - 4] === 0 && rest[at - 3] === 0) return true
  }
  return false
}
