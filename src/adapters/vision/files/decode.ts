import { unreadable } from './containers/walk.ts'
import { isFilm, orientation, walkOf } from './header.ts'
import { guarded, plain, withPicture } from './pixels.ts'

export interface Raster {
  /** Three bytes a pixel, row by row, upright, sRGB, no transparency. */
  rgb: Uint8Array
  width: number
  height: number
}

export interface Decoded extends Raster {
  /** Pixels here for one pixel of the upright original: at most 1. */
  scale: number
  /** Upright, in pixels. */
  original: { width: number; height: number }
  /** False: some of the pixels are damaged and show nothing. */
  whole: boolean
}

/** @throws ChaperoneError photo_unreadable */
export async function decode(bytes: Uint8Array, { maxSide }: { maxSide: number }): Promise<Decoded> {
  const walk = walkOf(bytes)
  if (isFilm(walk.format)) throw unreadable('a video is looked at frame by frame')
  const turned = orientation(walk)
  return guarded(async () => {
    const { result, whole } = await withPicture(bytes, walk, async (open) => {
      const { data, info } = await plain(open(), turned)
        .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
        .removeAlpha()
        .raw({ depth: 'uchar' })
        .toBuffer({ resolveWithObject: true })
      const stored = await open().metadata()
      return { data, info, original: turned >= 5 ? { width: stored.height, height: stored.width } : stored }
    })
    const { data, info } = result
    const original = { width: result.original.width, height: result.original.height }
    const { width, height } = info
    return {
      rgb: threeChannels(data, info.channels),
      width,
      height,
      scale: width / original.width,
      original,
      whole,
    }
  })
}

function threeChannels(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 3) return data
  const rgb = new Uint8Array((data.length / channels) * 3)
  for (let from = 0, to = 0; to < rgb.length; from += channels, to += 3) {
    const grey = channels < 3
    rgb[to] = data[from] as number
    rgb[to + 1] = data[grey ? from : from + 1] as number
    rgb[to + 2] = data[grey ? from : from + 2] as number
  }
  return rgb
}
