import { ChaperoneError } from '../../../../bot/errors.ts'
import type { Hidden, Looked } from '../../../../bot/pictures.ts'

export type Format = Looked['format']

/** A piece of a file that tells something beside the pixels. */
export type Part =
  /** A TIFF structure: the EXIF block of a picture, or a whole TIFF file. */
  | { kind: 'exif'; bytes: Uint8Array }
  | { kind: 'xmp'; bytes: Uint8Array }
  /** IPTC's IIM records. */
  | { kind: 'iptc'; bytes: Uint8Array }
  /** Photoshop's resources: "8BIM" blocks. */
  | { kind: 'resources'; bytes: Uint8Array }
  /** One named value, as exiftool names it. */
  | { kind: 'field'; name: string; text: string }
  /** A whole picture inside of the picture, to be held against it. */
  | { kind: 'picture'; bytes: Uint8Array; as: 'thumbnail' | 'second-picture' }

/** What a container says of itself. Nothing is decoded. */
export interface Walk {
  format: Format
  /** As stored: before any turning. */
  width: number
  height: number
  /** 1 for a still; of a film 0: nobody counts them. */
  frames: number
  /** Of an animation: how long each frame stands, in milliseconds. */
  delays?: number[]
  /** Of a film, in milliseconds. */
  duration?: number
  /** Turned by the container itself (HEIF's boxes): EXIF's orientation then says nothing. */
  turned?: { quarters: number }
  /** Its colours are Display P3, and the decoder does not turn them into sRGB. */
  wide?: boolean
  parts: Part[]
  hidden: Set<Hidden>
  /** Some of it could not be followed: there may be more than `parts` tells. */
  damaged: boolean
}

export function newWalk(format: Format): Walk {
  return { format, width: 0, height: 0, frames: 1, parts: [], hidden: new Set(), damaged: false }
}

/** `reason` is ours: it never holds anything out of a file. */
export function unreadable(reason: string, cause?: unknown): ChaperoneError {
  return new ChaperoneError('photo_unreadable', reason, cause === undefined ? undefined : { cause })
}

/** More pieces than this, and the file is not followed any further. */
export const MOST_PARTS = 2_000

export function addPart(walk: Walk, part: Part): void {
  if (walk.parts.length < MOST_PARTS) walk.parts.push(part)
  else walk.damaged = true
}
