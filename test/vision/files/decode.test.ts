import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { decode } from '../../../src/adapters/vision/files/decode.ts'
import { frames } from '../../../src/adapters/vision/files/frames.ts'
import { readHeader } from '../../../src/adapters/vision/files/header.ts'
import { apng } from '../pictures/apng.ts'
import { film } from '../pictures/parts.ts'
import { animation, quarters, readQuarters, scene } from '../pictures/scenes.ts'

/** How an upright picture has to lie so that each orientation makes it upright again. */
const LYING: Readonly<Record<number, (picture: Sharp) => Sharp>> = {
  1: (picture) => picture,
  2: (picture) => picture.flop(),
  3: (picture) => picture.rotate(180),
  4: (picture) => picture.flip(),
  5: (picture) => picture.flop().rotate(270),
  6: (picture) => picture.rotate(270),
  7: (picture) => picture.flop().rotate(90),
  8: (picture) => picture.rotate(90),
}
const upright = await quarters()

async function lying(
  orientation: number,
  format: 'jpeg' | 'png' | 'webp' | 'avif' | 'tiff',
): Promise<Buffer> {
  const turned = await (LYING[orientation] as (picture: Sharp) => Sharp)(sharp(upright)).png().toBuffer()
  return sharp(turned).withMetadata({ orientation }).toFormat(format).toBuffer()
}

describe('a picture comes upright', () => {
  const formats = ['jpeg', 'png', 'webp', 'avif', 'tiff'] as const
  const rows = formats.flatMap((format) =>
    [1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => ({ format, orientation })),
  )
  it.each(rows)('$format, orientation $orientation', async ({ format, orientation }) => {
    const bytes = await lying(orientation, format)
    expect(readHeader(bytes)).toMatchObject({ format, width: 240, height: 160, frames: 1 })
    const { rgb, width, height, scale, original, whole } = await decode(bytes, { maxSide: 120 })
    expect({ width, height, scale, original, whole }).toEqual({
      width: 120,
      height: 80,
      scale: 0.5,
      original: { width: 240, height: 160 },
      whole: true,
    })
    expect(readQuarters(rgb, width, height)).toBe('RGBW')
  })
})

describe('every kind of pixel becomes three bytes', () => {
  const rows: Record<string, (picture: Sharp) => Promise<Buffer>> = {
    grey: (picture) => picture.greyscale().png().toBuffer(),
    'grey with transparency': (picture) => picture.greyscale().ensureAlpha(0.5).png().toBuffer(),
    'sixteen bits': (picture) => picture.toColourspace('rgb16').png().toBuffer(),
    'a palette': (picture) => picture.png({ palette: true }).toBuffer(),
    CMYK: (picture) => picture.toColourspace('cmyk').jpeg().toBuffer(),
    transparent: (picture) => picture.ensureAlpha(0).png().toBuffer(),
    'a GIF': (picture) => picture.gif().toBuffer(),
    'a progressive JPEG': (picture) => picture.jpeg({ progressive: true }).toBuffer(),
  }
  it.each(Object.entries(rows))('%s', async (name, make) => {
    const { rgb, width, height } = await decode(await make(sharp(upright)), { maxSide: 1000 })
    expect(rgb.length).toBe(3 * width * height)
    const corner = [...rgb.subarray(3 * width * 20 + 60, 3 * width * 20 + 63)]
    if (name === 'transparent') expect(corner).toEqual([255, 255, 255])
    else if (!name.startsWith('grey')) expect(readQuarters(rgb, width, height)).toBe('RGBW')
    else expect(new Set(corner).size).toBe(1)
  })
})

describe('a damaged picture', () => {
  it('shows what is left of it, and says that it is not whole', async () => {
    const jpeg = await sharp(await scene(1))
      .jpeg()
      .toBuffer()
    const { whole, rgb, width, height } = await decode(jpeg.subarray(0, jpeg.length >> 1), { maxSide: 400 })
    expect(whole).toBe(false)
    expect(rgb.length).toBe(3 * width * height)
  })
})

describe('moments of an animation', () => {
  const rows = [
    { says: 'all of a short GIF', make: () => animation('gif', 4), max: 8, at: [0, 100, 200, 300] },
    {
      says: 'first, last and between of a long one',
      make: () => animation('gif', 12),
      max: 4,
      at: [0, 400, 800, 1100],
    },
    { says: 'WebP', make: () => animation('webp', 3, 250), max: 8, at: [0, 250, 500] },
    { says: 'APNG', make: () => apng(), max: 8, at: [0, 100, 200] },
  ]
  it.each(rows)('$says', async ({ make, max, at }) => {
    const bytes = await make()
    const { moments, blind, scale, original } = await frames(bytes, { max, maxSide: 48 })
    expect(moments.map((moment) => moment.at)).toEqual(at)
    expect(blind).toEqual([])
    expect(scale).toBe(48 / original.width)
    for (const { rgb, width, height } of moments) expect(rgb.length).toBe(3 * width * height)
    expect(new Set(moments.map(({ rgb }) => Buffer.from(rgb).toString('hex'))).size).toBe(at.length)
  })

  it('a frame of an APNG is drawn over the ones before it', async () => {
    const { moments } = await frames(await apng(), { max: 3, maxSide: 96 })
    const seen = moments.map(({ rgb, width }) => [
      ...rgb.subarray(0, 3),
      ...rgb.subarray(3 * (20 * width + 60), 3 * (20 * width + 60) + 3),
    ])
    // Red all over; then a green field in the middle of it; then that field taken away and a blue corner.
    expect(seen).toEqual([
      [255, 0, 0, 255, 0, 0],
      [255, 0, 0, 0, 255, 0],
      [0, 0, 255, 255, 255, 255],
    ])
  })

  it('says of a film that nobody can look at that its moments were not seen', async () => {
    expect(await frames(film('isom'), { max: 4, maxSide: 100 })).toMatchObject({
      moments: [],
      duration: 5000,
      blind: ['frames'],
    })
  })
})
