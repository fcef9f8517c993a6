import sharp, { type Sharp, type SharpOptions } from 'sharp'
import { ChaperoneError } from '../../../bot/errors.ts'
import { pixelsOfPng } from './animation/strip.ts'
import { unreadable, type Walk } from './containers/walk.ts'
import { LIMITS } from './header.ts'
import { decodeHeic, type Raw } from './heic.ts'
import { toSrgb } from './wide.ts'

// Pictures are looked at once: what libvips would keep for the next time is only memory.
sharp.cache(false)

const WHITE = '#ffffff'
/** Which turn and which mirror make each of EXIF's eight orientations upright; the mirror comes first, as in sharp. */
const UPRIGHT: readonly { quarters: number; mirror: boolean }[] = [
  { quarters: 0, mirror: false },
  { quarters: 0, mirror: false },
  { quarters: 0, mirror: true },
  { quarters: 2, mirror: false },
  { quarters: 2, mirror: true },
  { quarters: 3, mirror: true },
  { quarters: 1, mirror: false },
  { quarters: 1, mirror: true },
  { quarters: 3, mirror: false },
]

export interface Opening {
  /** Frames of an animation: the first, and how many; all of them where `pages` is -1. */
  page?: number
  pages?: number
}

/** Opens the picture as it is stored: not yet upright. May be called more than once. */
export type Open = () => Sharp

/**
 * Does something with the pixels of a picture. `whole` is false where they are damaged, and what was worked with
 * is only what could be saved of them.
 */
export async function withPicture<T>(
  bytes: Uint8Array,
  walk: Walk,
  work: (open: Open) => Promise<T>,
  opening: Opening = {},
): Promise<{ result: T; whole: boolean }> {
  if (walk.format === 'heic') {
    const raw = decodeHeic(bytes)
    if (walk.wide) toSrgb(raw.data, raw.channels)
    return { result: await work(() => ofRaw(raw)), whole: true }
  }
  const options = (failOn: 'warning' | 'none'): SharpOptions => ({
    failOn,
    autoOrient: false,
    limitInputPixels: opening.pages === -1 ? LIMITS.framePixels : LIMITS.pixels,
    page: opening.page ?? 0,
    pages: opening.pages ?? 1,
  })
  const pixels = walk.format === 'png' ? pixelsOfPng(bytes) : bytes
  try {
    return { result: await work(() => sharp(pixels, options('warning'))), whole: true }
  } catch {
    return { result: await work(() => sharp(pixels, options('none'))), whole: false }
  }
}

export function ofRaw({ data, width, height, channels }: Raw): Sharp {
  return sharp(data, { raw: { width, height, channels }, limitInputPixels: LIMITS.framePixels })
}

/** Upright, without transparency, in sRGB. */
export function plain(picture: Sharp, orientation: number): Sharp {
  return upright(picture, orientation).flatten({ background: WHITE }).toColourspace('srgb')
}

export function upright(picture: Sharp, orientation: number): Sharp {
  const turn = UPRIGHT[orientation] ?? { quarters: 0, mirror: false }
  const turned = turn.quarters > 0 ? picture.rotate(90 * turn.quarters) : picture
  return turn.mirror ? turned.flop() : turned
}

/** Whatever a library throws becomes one error that holds nothing of the file. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ChaperoneError) throw error
    throw unreadable('the picture cannot be decoded')
  }
}
