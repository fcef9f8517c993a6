import sharp, { type Sharp } from 'sharp'
import type { Box, Picture } from '../../../bot/pictures.ts'
import { coverAnimation, fill } from './animation/cover.ts'
import { stripAnimation } from './animation/strip.ts'
import { unreadable, type Walk } from './containers/walk.ts'
import { isFilm, orientation, readHeader, walkOf } from './header.ts'
import { inspect } from './inspect.ts'
import { numbered } from './outline.ts'
import { guarded, plain, upright, withPicture } from './pixels.ts'

/** Opaque boxes reach a little further than what was found: an ear tells as much as a face. */
const PADDING = 0.06
const LEAST_PADDING = 3
/** What a phone shows without being scrolled about. */
const OUTLINE_SIDE = 1600
const QUALITY = 92

/** The same picture, upright, in sRGB, with nothing beside its pixels. Animations stay animated. */
export async function clean(bytes: Uint8Array): Promise<Picture> {
  const walk = pictureOf(bytes)
  return guarded(async () => {
    if (walk.frames > 1) return checked(stripAnimation(bytes, walk))
    return checked(await still(bytes, walk, []))
  })
}

/** As `clean`, with opaque boxes on it: on every frame of an animation. */
export async function cover(bytes: Uint8Array, boxes: readonly Box[]): Promise<Picture> {
  const walk = pictureOf(bytes)
  return guarded(async () => {
    if (walk.frames > 1) return checked(await coverAnimation(bytes, walk, boxes.map(padded)))
    return checked(await still(bytes, walk, boxes.map(padded)))
  })
}

/** A smaller copy with numbered frames, for the person who asked. */
export async function outline(bytes: Uint8Array, boxes: readonly Box[]): Promise<Picture> {
  const walk = pictureOf(bytes)
  return guarded(async () => {
    const { result } = await withPicture(bytes, walk, (open) =>
      plain(open(), orientation(walk))
        .resize({ width: OUTLINE_SIDE, height: OUTLINE_SIDE, fit: 'inside', withoutEnlargement: true })
        .removeAlpha()
        .raw({ depth: 'uchar' })
        .toBuffer({ resolveWithObject: true }),
    )
    const { width, height, channels } = result.info
    const full = readHeader(bytes)
    const overlay = numbered(boxes, width / full.width, { width, height })
    const drawn = await sharp(result.data, { raw: { width, height, channels } })
      .toColourspace('srgb')
      .composite([{ input: Buffer.from(overlay) }])
      .jpeg({ quality: 82 })
      .toBuffer()
    return checked(drawn)
  })
}

function pictureOf(bytes: Uint8Array): Walk {
  const walk = walkOf(bytes)
  if (isFilm(walk.format)) throw unreadable('there is no copy of a video')
  return walk
}

/** Loss only where the original had some already. */
async function still(bytes: Uint8Array, walk: Walk, boxes: readonly Box[]): Promise<Uint8Array> {
  const seeThrough = walk.format === 'png' || walk.format === 'webp' || walk.format === 'gif'
  const { result, whole } = await withPicture(bytes, walk, async (open) => {
    const turned = upright(open(), orientation(walk))
    const picture = (seeThrough ? turned : turned.flatten({ background: '#ffffff' })).toColourspace('srgb')
    if (boxes.length === 0) return encode(picture, walk)
    // Drawn into the bytes themselves: laying one picture over another takes five times the memory.
    const { data, info } = await picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
    for (const box of boxes) fill(data, info, box)
    return encode(
      sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } }),
      walk,
    )
  })
  if (!whole) throw unreadable('the pixels are damaged')
  return result
}

function encode(picture: Sharp, walk: Walk): Promise<Uint8Array> {
  if (walk.format === 'png' || walk.format === 'gif') return picture.png({ compressionLevel: 7 }).toBuffer()
  if (walk.format === 'webp') return picture.webp({ quality: QUALITY }).toBuffer()
  return picture.jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' }).toBuffer()
}

function padded({ x, y, width, height }: Box): Box {
  const across = Math.max(LEAST_PADDING, width * PADDING)
  const down = Math.max(LEAST_PADDING, height * PADDING)
  return { x: x - across, y: y - down, width: width + 2 * across, height: height + 2 * down }
}

const MIME = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', gif: 'image/gif' } as const

/** No copy leaves that still tells anything: looked at with the same eyes as the original. */
async function checked(bytes: Uint8Array): Promise<Picture> {
  const { format, width, height } = readHeader(bytes)
  const { metadata, hidden, blind } = await inspect(bytes)
  const { gps, taken, device, person, words } = metadata
  const mime = MIME[format as keyof typeof MIME]
  if (
    mime === undefined ||
    gps ||
    taken ||
    device ||
    person ||
    words.length + hidden.length + blind.length > 0
  ) {
    throw unreadable('the copy would still tell more than its pixels')
  }
  return { bytes, mime, width, height }
}
