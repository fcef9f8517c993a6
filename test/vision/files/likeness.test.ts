import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { decode } from '../../../src/adapters/vision/files/decode.ts'
import { fingerprint, nearness } from '../../../src/adapters/vision/files/fingerprint.ts'
import { scene } from '../pictures/scenes.ts'

const WIDTH = 800
const HEIGHT = 600
const COPIES: Readonly<Record<string, (picture: Sharp) => Sharp>> = {
  'the same': (picture) => picture,
  'packed badly': (picture) => picture.jpeg({ quality: 30 }),
  smaller: (picture) => picture.resize(320),
  larger: (picture) => picture.resize(1500),
  'its left 70 %': (picture) => picture.extract({ left: 0, top: 0, width: 560, height: HEIGHT }),
  'its middle': (picture) => picture.extract({ left: 80, top: 60, width: 640, height: 480 }),
  'its lower right': (picture) => picture.extract({ left: 200, top: 150, width: 600, height: 450 }),
  brighter: (picture) => picture.modulate({ brightness: 1.3 }),
  'without colours': (picture) => picture.greyscale(),
  mirrored: (picture) => picture.flop(),
}
async function printOf(bytes: Uint8Array): Promise<string[]> {
  const { rgb, width, height } = await decode(bytes, { maxSide: 1024 })
  return fingerprint(rgb, width, height)
}

describe('a picture is known again', async () => {
  const original = await scene(11, WIDTH, HEIGHT)
  const print = await printOf(original)
  it.each(Object.entries(COPIES))('%s', async (_, change) => {
    const copy = await change(sharp(original)).png().toBuffer()
    expect(nearness(print, await printOf(copy))).toBe('same')
    expect(nearness(await printOf(copy), print)).toBe('same')
  })

  it('in hexadecimal, and small enough to be kept', () => {
    expect(print.every((part) => /^[0-9a-f]+$/.test(part))).toBe(true)
    expect(print.join('').length).toBeLessThan(20_000)
  })
})

describe('another picture is another', () => {
  it('of twenty scenes made alike', async () => {
    const prints = await Promise.all(
      Array.from({ length: 20 }, async (_, i) => printOf(await scene(100 + i, 400, 300))),
    )
    const near = prints.flatMap((one, i) => prints.slice(i + 1).map((other) => nearness(one, other)))
    expect(near.filter((each) => each !== 'other')).toEqual([])
  })

  it('somebody else before the same wall is not the same picture', async () => {
    const wall = await scene(50, 600, 600)
    const inFront = async (seed: number): Promise<string[]> => {
      const person = await sharp(await scene(seed, 300, 480))
        .png()
        .toBuffer()
      return printOf(
        await sharp(wall)
          .composite([{ input: person, left: 150, top: 120 }])
          .png()
          .toBuffer(),
      )
    }
    expect(nearness(await inFront(51), await inFront(52))).not.toBe('same')
  })

  const broken = [[], [''], ['zz'], ['1'], Array.from({ length: 4 }, () => 'f'.repeat(700))]
  it.each(broken.map((print) => [print]))('what is no fingerprint is like nothing: %j', (print) => {
    expect(nearness(print, print)).toBe('other')
  })

  it('a wall is like a wall of the same kind at most by asking', async () => {
    const wall = (background: string): Promise<Buffer> =>
      sharp({ create: { width: 300, height: 200, channels: 3, background } })
        .png()
        .toBuffer()
    expect(nearness(await printOf(await wall('#ffffff')), await printOf(await wall('#101010')))).not.toBe(
      'same',
    )
  })
})
