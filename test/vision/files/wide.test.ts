import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { toSrgb } from '../../../src/adapters/vision/files/wide.ts'

describe('Display P3 becomes sRGB', () => {
  const rows = ['#808080', '#ffffff', '#c08060', '#406080', '#6a9a50'].map((colour) => [colour])
  it.each(rows)('%s is where it was, by another library’s sums', async (background) => {
    const square = sharp({ create: { width: 8, height: 8, channels: 3, background } })
    // What is made anew has no profile to turn from: packed first, it is sRGB.
    const wide = await sharp(await square.png().toBuffer())
      .withIccProfile('p3')
      .png()
      .toBuffer()
    // The numbers that stand in the file, as a decoder that knows no profiles would give them.
    const numbers = Uint8Array.from(await sharp(wide, { ignoreIcc: true }).removeAlpha().raw().toBuffer())
    toSrgb(numbers, 3)
    const wanted = await square.removeAlpha().raw().toBuffer()
    for (let i = 0; i < 3; i++) expect(Math.abs((numbers[i] ?? 0) - (wanted[i] ?? 0))).toBeLessThanOrEqual(3)
  })

  it('keeps transparency, and what sRGB does not have becomes its nearest', () => {
    const pixels = Uint8Array.of(0, 255, 0, 77)
    toSrgb(pixels, 4)
    expect([...pixels]).toEqual([0, 255, 0, 77])
  })
})
