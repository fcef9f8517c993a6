import { ChaperoneError } from './errors.ts'
import type { Event, FileRef } from './event.ts'

/**
 * What the hall knows of photos and short videos. Bytes stay in memory, never on disk, and leave the machine only
 * for the person who sent them.
 */

/** In pixels of the upright picture (turned as its EXIF orientation says); `x`, `y` is the upper left corner. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Something that a detector took for what it looks for; `score` 0 to 1. */
export interface Sighting {
  box: Box
  score: number
  /** Of a video: where, in milliseconds from its start. */
  at?: number
}

export interface ReadText extends Sighting {
  text: string
}

/** What a file tells beside its pixels. Names of fields, never their values, may be shown in a channel. */
export interface Metadata {
  /** Where it was taken. */
  gps: boolean
  /** When. */
  taken: boolean
  /** With which camera or phone: make, model, serial number, software. */
  device: boolean
  /** Whose it is or who is in it: owner, author, copyright, tagged people. */
  person: boolean
  /** Every field that says any of this, as exiftool names it: "GPSLatitude", "OwnerName". */
  fields: readonly string[]
  /** Words that somebody typed into the file: caption, title, keywords, comment. The text rules read them. */
  words: readonly string[]
}

/** A second picture in the file: what was cropped away, or a second of film around the shot. */
export type Hidden = 'thumbnail' | 'second-picture' | 'video' | 'trailer' | 'earlier-version'

/** What could not be looked for, or not in all of the file; each makes the verdict `unchecked`. */
export type Blind = 'pixels' | 'faces' | 'people' | 'screens' | 'text' | 'metadata' | 'frames'

export interface Looked {
  format: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'heic' | 'tiff' | 'mp4' | 'mov' | 'webm'
  /** Upright, in pixels. */
  width: number
  height: number
  faces: readonly Sighting[]
  /** People, whether or not a face is to be seen. */
  people: readonly Sighting[]
  /** Monitors, laptops, tablets, phones. */
  screens: readonly Sighting[]
  text: readonly ReadText[]
  metadata: Metadata
  hidden: readonly Hidden[]
  /** Looks like two pictures side by side (or one above the other) of the same thing: a before-and-after. */
  pair: boolean
  /** Faces with a bar, an emoji or a mosaic over the eyes or over all of it. */
  barred: readonly Sighting[]
  /** Perceptual hashes, hex: of the whole and of parts, so that a crop still matches. See `nearness`. */
  fingerprint: readonly string[]
  /** Of a video or an animation: which moments were looked at, in milliseconds from the start. */
  frames?: { at: readonly number[]; duration: number }
  /** Empty: everything was looked for everywhere. */
  blind: readonly Blind[]
}

export interface Picture {
  bytes: Uint8Array
  mime: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif'
  width: number
  height: number
}

/** Looks at pictures on this machine. Calls queue; a call never takes longer than `deadlineMs`. */
export interface Vision {
  /**
   * @throws ChaperoneError photo_unreadable: not a picture that can be opened, or too large; what the detectors
   * could not do is in `blind` instead.
   */
  look(bytes: Uint8Array, options: { deadlineMs: number }): Promise<Looked>
  /** The same picture, upright, without metadata, thumbnail or second picture. */
  clean(bytes: Uint8Array): Promise<Picture>
  /** As `clean`, with opaque boxes. */
  cover(bytes: Uint8Array, boxes: readonly Box[]): Promise<Picture>
  /** A smaller copy for the person who asked, with numbered frames: the first box is 1. */
  outline(bytes: Uint8Array, boxes: readonly Box[]): Promise<Picture>
  /** How alike two fingerprints are: `same` (a re-encoded, smaller, slightly cropped copy), `ask`, or `other`. */
  nearness(a: readonly string[], b: readonly string[]): 'same' | 'ask' | 'other'
  /** Whether pictures can be looked at here: the optional parts are installed. */
  readonly available: boolean
  close(): Promise<void>
}

/** Fetches what was sent with an event, from the surface that it came from. */
export interface Files {
  /**
   * @throws ChaperoneError file_refused: from another place than the surface's own, too large, of a wrong type;
   * file_unreachable: gone, or the surface did not answer.
   */
  read(file: FileRef, from: Event, limits: { maxBytes: number }): Promise<Uint8Array>
}

/** Where the optional parts are not installed: every photo is unchecked. */
export const NO_VISION: Vision = {
  available: false,
  look: blindly,
  clean: blindly,
  cover: blindly,
  outline: blindly,
  nearness: () => 'other',
  close: async () => {},
}

/** Where no surface keeps files. */
export const NO_FILES: Files = {
  read: async () => {
    throw new ChaperoneError('file_unreachable', 'nobody keeps this file')
  },
}

async function blindly(): Promise<never> {
  throw new ChaperoneError('photo_unreadable', 'the parts that look at photos are not installed')
}
