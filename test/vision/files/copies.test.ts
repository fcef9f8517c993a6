import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { clean, cover, outline } from '../../../src/adapters/vision/files/copies.ts'
import { decode } from '../../../src/adapters/vision/files/decode.ts'
import { frames } from '../../../src/adapters/vision/files/frames.ts'
import { inspect } from '../../../src/adapters/vision/files/inspect.ts'
import { apng } from '../pictures/apng.ts'
import { concat, everything } from '../pictures/exif.ts'
import {
  bytes,
  chunk,
  exifSegment,
  film,
  intoGif,
  intoJpeg,
  intoPng,
  iptcSegment,
  textChunk,
  xmpSegment,
} from '../pictures/parts.ts'
import { animation, quarters, readQuarters, scene } from '../pictures/scenes.ts'

const png = await quarters()
const jpeg = await sharp(png).jpeg().toBuffer()
const thumbnail = await sharp(await scene(9))
  .resize(160, 120)
  .jpeg()
  .toBuffer()
const loaded = intoJpeg(
  jpeg,
  exifSegment(everything(thumbnail)),
  xmpSegment(),
  iptcSegment({ 80: 'Robin' }),
  [0xfe, bytes('for Dana')],
)
const FILES: Readonly<Record<string, [Uint8Array, string]>> = {
  'a JPEG with everything in it': [loaded, 'image/jpeg'],
  'a JPEG with a film behind it': [concat(loaded, film('isom')), 'image/jpeg'],
  'a JPEG with another one behind it': [concat(loaded, loaded), 'image/jpeg'],
  'a JPEG with padding': [concat(jpeg, new Uint8Array(500)), 'image/jpeg'],
  'a PNG': [intoPng(png, chunk('eXIf', everything()), textChunk('Author', 'Robin')), 'image/png'],
  'a PNG with the end of an earlier one': [
    concat(png, new Uint8Array(300).fill(3), png.subarray(-12)),
    'image/png',
  ],
  'a WebP': [
    await sharp(png)
      .withExif({ IFD0: { Artist: 'Robin' } })
      .webp()
      .toBuffer(),
    'image/webp',
  ],
  'an AVIF': [
    await sharp(png)
      .withExif({ IFD0: { Artist: 'Robin' } })
      .avif()
      .toBuffer(),
    'image/jpeg',
  ],
  'a TIFF': [
    await sharp(png)
      .withExif({ IFD0: { Artist: 'Robin' } })
      .tiff()
      .toBuffer(),
    'image/jpeg',
  ],
  'a GIF': [intoGif(await sharp(png).gif().toBuffer(), 0xfe, bytes('for Dana')), 'image/png'],
}
const MOVING: Readonly<Record<string, [Uint8Array, string]>> = {
  'a GIF': [intoGif(await animation('gif', 4), 0xfe, bytes('for Dana')), 'image/gif'],
  'a WebP': [await animation('webp', 4), 'image/webp'],
  'an APNG': [await apng(chunk('eXIf', everything()), textChunk('Author', 'Robin')), 'image/png'],
}
const NOTHING = {
  metadata: { gps: false, taken: false, device: false, person: false, fields: [], words: [] },
  hidden: [],
  blind: [],
}

describe('a clean copy', () => {
  it.each(Object.entries(FILES))('%s tells nothing but its pixels', async (_, [file, mime]) => {
    const copy = await clean(file)
    expect(copy).toMatchObject({ mime, width: 240, height: 160 })
    expect(await inspect(copy.bytes)).toEqual(NOTHING)
    expect(Buffer.from(copy.bytes).includes('Robin')).toBe(false)
    const { rgb, width, height } = await decode(copy.bytes, { maxSide: 240 })
    expect(readQuarters(rgb, width, height)).toBe('RGBW')
  })

  it.each(Object.entries(MOVING))('%s still moves', async (_, [file, mime]) => {
    const copy = await clean(file)
    expect(copy.mime).toBe(mime)
    expect(await inspect(copy.bytes)).toEqual(NOTHING)
    const options = { max: 8, maxSide: 96 }
    expect((await frames(copy.bytes, options)).moments).toEqual((await frames(file, options)).moments)
  })

  it('has the colours of a wide gamut in the usual one', async () => {
    const wide = await sharp(png).withIccProfile('p3').jpeg({ quality: 95 }).toBuffer()
    const [before, after] = await Promise.all(
      [wide, (await clean(wide)).bytes].map((file) => decode(file, { maxSide: 240 })),
    )
    const off = [...(before?.rgb ?? [])].map((value, i) => Math.abs(value - (after?.rgb[i] ?? 0)))
    expect(off.reduce((sum, value) => sum + value, 0) / off.length).toBeLessThan(3)
    expect((await sharp((await clean(wide)).bytes).metadata()).icc).toBeUndefined()
  })

  it('is as long as the picture is upright', async () => {
    const lying = await sharp(await sharp(png).rotate(270).png().toBuffer())
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const copy = await clean(lying)
    expect(copy).toMatchObject({ width: 240, height: 160 })
    const { rgb, width, height } = await decode(copy.bytes, { maxSide: 240 })
    expect(readQuarters(rgb, width, height)).toBe('RGBW')
  })

  const refused: Record<string, Uint8Array> = {
    'a film': film('isom'),
    'half of a picture': jpeg.subarray(0, jpeg.length >> 1),
    'no picture': bytes('hello'),
  }
  it.each(Object.entries(refused))('there is none of %s', async (_, file) => {
    await expect(clean(file)).rejects.toMatchObject({ code: 'photo_unreadable' })
  })
})

describe('a covered copy', () => {
  const BOX = { x: 20, y: 20, width: 60, height: 40 }
  it.each(Object.entries(FILES))(
    '%s is black where the boxes are, and a little around',
    async (_, [file]) => {
      const copy = await cover(file, [BOX, { x: 200, y: 120, width: 500, height: 500 }])
      const { rgb, width } = await decode(copy.bytes, { maxSide: 240 })
      const at = (x: number, y: number): number[] => [
        ...rgb.subarray(3 * (y * width + x), 3 * (y * width + x) + 3),
      ]
      for (const [x, y] of [
        [20, 20],
        [79, 59],
        [50, 40],
        [18, 40],
        [239, 159],
        [210, 130],
      ] as const) {
        expect(Math.max(...at(x, y)), `${x},${y}`).toBeLessThan(25)
      }
      expect(at(110, 10)[0]).toBeGreaterThan(180)
      expect(await inspect(copy.bytes)).toEqual(NOTHING)
    },
  )

  it.each(Object.entries(MOVING))('%s is covered in every frame', async (_, [file]) => {
    const copy = await cover(file, [BOX])
    const { moments } = await frames(copy.bytes, { max: 8, maxSide: 96 })
    expect(moments.length).toBeGreaterThan(2)
    for (const { rgb, width } of moments) {
      expect(Math.max(...rgb.subarray(3 * (40 * width + 50), 3 * (40 * width + 50) + 3))).toBeLessThan(25)
    }
  })
})

describe('an outlined copy', () => {
  it('is at most 1600 pixels and tells nothing else', async () => {
    const large = await sharp(png)
      .resize(3000, 2000)
      .withExif({ IFD0: { Artist: 'Robin' } })
      .jpeg()
      .toBuffer()
    const copy = await outline(large, [{ x: 300, y: 300, width: 900, height: 600 }])
    expect(copy).toMatchObject({ mime: 'image/jpeg', width: 1600, height: 1067 })
    expect(await inspect(copy.bytes)).toEqual(NOTHING)
    const { rgb, width } = await decode(copy.bytes, { maxSide: 1600 })
    // The frame's left side, at the scale of the copy: red, with white beside it.
    const [r, g, b] = rgb.subarray(
      3 * (320 * width + 160),
      3 * (320 * width + 160) + 3,
    ) as unknown as number[]
    expect([r, g, b].map((value) => (value as number) > 120)).toEqual([true, false, false])
  })

  const boxes = [
    { x: -50, y: -50, width: 30, height: 30 },
    { x: 5000, y: 5000, width: 10, height: 10 },
    { x: 0, y: 0, width: 0, height: 0 },
    { x: 0, y: 0, width: 240, height: 160 },
  ]
  it('takes boxes that lie anywhere', async () => {
    expect(await outline(jpeg, boxes)).toMatchObject({ width: 240, height: 160 })
    expect(await outline(await animation('gif', 3), boxes)).toMatchObject({ mime: 'image/jpeg' })
  })
})
