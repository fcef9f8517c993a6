import { startsWith } from './bytes.ts'
import { walkEbml } from './ebml.ts'
import { walkGif } from './gif.ts'
import { walkIsobmff } from './isobmff.ts'
import { walkJpeg } from './jpeg.ts'
import { walkPng } from './png.ts'
import { walkTiff } from './tiff.ts'
import { unreadable, type Walk } from './walk.ts'
import { walkWebp } from './webp.ts'

/** By the first bytes alone: names and types that a sender gave a file are not asked. */
const KINDS: readonly (readonly [(bytes: Uint8Array) => boolean, (bytes: Uint8Array) => Walk])[] = [
  [(bytes) => startsWith(bytes, '\xff\xd8\xff'), walkJpeg],
  [(bytes) => startsWith(bytes, '\x89PNG\r\n\x1a\n'), walkPng],
  [(bytes) => startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8), walkWebp],
  [(bytes) => startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a'), walkGif],
  [(bytes) => /^(?:ftyp|moov|wide|mdat)$/.test(String.fromCharCode(...bytes.subarray(4, 8))), walkIsobmff],
  [(bytes) => startsWith(bytes, 'II*\0') || startsWith(bytes, 'MM\0*'), walkTiff],
  [(bytes) => startsWith(bytes, '\x1a\x45\xdf\xa3'), walkEbml],
]

/** @throws ChaperoneError photo_unreadable: not a kind of file that can be opened. */
export function openFile(bytes: Uint8Array): Walk {
  if (bytes.length === 0) throw unreadable('the file is empty')
  const kind = KINDS.find(([is]) => is(bytes))
  if (kind === undefined) throw unreadable('not a kind of picture or video that can be opened')
  try {
    return kind[1](bytes)
  } catch (error) {
    throw unreadable('the file is damaged', error)
  }
}
