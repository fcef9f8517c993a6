import { openFile } from './containers/open.ts'
import { type Format, unreadable, type Walk } from './containers/walk.ts'
import { orientationOf } from './metadata/exif.ts'

export interface Header {
  format: Format
  /** Upright, in pixels. */
  width: number
  height: number
  /** 1 for a still; 0 for a film, whose frames nobody counts beforehand. */
  frames: number
  /** Of a film or an animation, in milliseconds. */
  duration: number
}

export const LIMITS = {
  bytes: 10_000_000,
  filmBytes: 100_000_000,
  filmMinutes: 10,
  pixels: 40_000_000,
  side: 30_000,
  frames: 2_000,
  /** All frames of an animation together: what has to be unpacked to see the last one. */
  framePixels: 400_000_000,
} as const

/**
 * Size and kind of a file, by its first bytes and its own tables: nothing is decoded, so that what is too large
 * costs nothing.
 * @throws ChaperoneError photo_unreadable
 */
export function readHeader(bytes: Uint8Array): Header {
  return headerOf(walkOf(bytes))
}

export function isFilm(format: Format): boolean {
  return format === 'mp4' || format === 'mov' || format === 'webm'
}

/** The file's own tables, if it is within the limits. */
export function walkOf(bytes: Uint8Array): Walk {
  if (bytes.length > LIMITS.filmBytes) throw unreadable('the file is too large')
  const walk = openFile(bytes)
  if (!isFilm(walk.format) && bytes.length > LIMITS.bytes) throw unreadable('the picture has too many bytes')
  headerOf(walk)
  return walk
}

function headerOf(walk: Walk): Header {
  const { width, height, frames, format } = walk
  if (!(width > 0 && height > 0)) throw unreadable('the file does not say how large the picture is')
  if (width > LIMITS.side || height > LIMITS.side || width * height > LIMITS.pixels) {
    throw unreadable('the picture has too many pixels')
  }
  if (frames > LIMITS.frames || frames * width * height > Math.max(LIMITS.framePixels, LIMITS.pixels)) {
    throw unreadable('the animation has too many frames')
  }
  const played = frames > 1 ? (walk.delays ?? []).reduce((sum, delay) => sum + delay, 0) : 0
  const duration = walk.duration ?? played
  if (isFilm(format) && duration > LIMITS.filmMinutes * 60_000) throw unreadable('the video is too long')
  const sideways = isSideways(walk)
  return { format, width: sideways ? height : width, height: sideways ? width : height, frames, duration }
}

/** Which of EXIF's eight ways a picture lies in; 1 where the container has turned it already. */
export function orientation(walk: Walk): number {
  if (walk.turned !== undefined || isFilm(walk.format) || walk.frames > 1) return 1
  for (const part of walk.parts) if (part.kind === 'exif') return orientationOf(part.bytes)
  return 1
}

function isSideways(walk: Walk): boolean {
  if (walk.turned !== undefined) return walk.turned.quarters % 2 === 1
  return orientation(walk) >= 5
}
