import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { decode } from '../../../src/adapters/vision/files/decode.ts'
import { barred, pair } from '../../../src/adapters/vision/files/looks.ts'
import { scene } from '../pictures/scenes.ts'

async function together(one: Buffer, other: Buffer, { down = false, bar = 0 } = {}): Promise<Buffer> {
  const half = (picture: Buffer): Promise<Buffer> =>
    sharp(picture).resize(400, 400, { fit: 'cover' }).png().toBuffer()
  const size = down ? { width: 400, height: 800 + bar } : { width: 800 + bar, height: 400 }
  return sharp({ create: { ...size, channels: 3, background: '#ffffff' } })
    .composite([
      { input: await half(one), left: 0, top: 0 },
      { input: await half(other), left: down ? 0 : 400 + bar, top: down ? 400 + bar : 0 },
    ])
    .jpeg({ quality: 85 })
    .toBuffer()
}
/** The same scene later: nearer, lit otherwise, a spot gone. */
async function later(picture: Buffer): Promise<Buffer> {
  const spot = '<svg width="60" height="60"><circle cx="30" cy="30" r="30" fill="#caa18a"/></svg>'
  const changed = await sharp(picture)
    .composite([{ input: Buffer.from(spot), left: 150, top: 100 }])
    .linear(1.1, 8)
    .png()
    .toBuffer()
  return sharp(changed).extract({ left: 12, top: 8, width: 450, height: 338 }).png().toBuffer()
}
const face = (x: number, y: number, size = 90) => ({ box: { x, y, width: size, height: size }, score: 0.9 })

describe('two pictures of the same thing', () => {
  const rows = [
    {
      says: 'side by side',
      make: async () => together(await scene(1), await later(await scene(1))),
      is: true,
    },
    {
      says: 'with a bar between them',
      make: async () => together(await scene(2), await later(await scene(2)), { bar: 14 }),
      is: true,
    },
    {
      says: 'one above the other',
      make: async () => together(await scene(3), await later(await scene(3)), { down: true }),
      is: true,
    },
    { says: 'not one picture', make: async () => scene(4, 800, 400), is: false },
    {
      says: 'not two of different things',
      make: async () => together(await scene(5), await scene(6)),
      is: false,
    },
    {
      says: 'but if both have a face at the same place',
      make: async () => together(await scene(5), await scene(6)),
      faces: [face(150, 150), face(560, 140)],
      is: true,
    },
    {
      says: 'not if the faces are elsewhere',
      make: async () => together(await scene(5), await scene(6)),
      faces: [face(20, 20), face(700, 300)],
      is: false,
    },
    {
      says: 'not a plain wall',
      make: () =>
        sharp({ create: { width: 400, height: 300, channels: 3, background: '#eeeeee' } })
          .png()
          .toBuffer(),
      is: false,
    },
  ]
  it.each(rows)('$says', async ({ make, faces = [], is }) => {
    expect(pair(await decode(await make(), { maxSide: 800 }), faces)).toBe(is)
  })
})

const SKIN = '#d9a68a'
/** A head before a patterned wall, with something drawn over it. */
async function portrait(over: string, skin = SKIN): Promise<Buffer> {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">
    <rect x="220" y="330" width="200" height="150" rx="40" fill="#3b5f8a"/><rect x="285" y="280" width="70" height="70" fill="${skin}"/>
    <ellipse cx="320" cy="200" rx="88" ry="115" fill="${skin}"/><ellipse cx="320" cy="110" rx="92" ry="50" fill="#4a3222"/>
    <circle cx="285" cy="185" r="10" fill="#332211"/><circle cx="355" cy="185" r="10" fill="#332211"/>
    <path d="M290 255 Q320 275 350 255" stroke="#a04848" stroke-width="8" fill="none"/>${over}</svg>`
  const noise = await sharp({
    create: {
      width: 640,
      height: 480,
      channels: 3,
      background: '#000000',
      noise: { type: 'gaussian', mean: 128, sigma: 10 },
    },
  })
    .png()
    .toBuffer()
  const drawn = await sharp(await scene(21, 640, 480))
    .composite([{ input: Buffer.from(head) }])
    .png()
    .toBuffer()
  return sharp(drawn)
    .composite([
      { input: noise, blend: 'soft-light' },
      {
        input: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">${over}</svg>`),
      },
    ])
    .jpeg({ quality: 85 })
    .toBuffer()
}
const FACE = { box: { x: 232, y: 95, width: 176, height: 220 }, score: 0.9 }
const PERSON = { box: { x: 200, y: 70, width: 240, height: 410 }, score: 0.9 }
const rect = (fill: string, more = ''): string =>
  `<rect x="225" y="165" width="190" height="42" fill="${fill}" ${more}/>`
const DRAWN: readonly { says: string; over: string; skin?: string; found: boolean; alone?: boolean }[] = [
  { says: 'nothing', over: '', found: false, alone: false },
  { says: 'a black bar', over: rect('#000000'), found: true, alone: true },
  { says: 'a white bar', over: rect('#ffffff'), found: true, alone: true },
  { says: 'a black bar on dark skin', over: rect('#000000'), skin: '#7a4a32', found: true, alone: true },
  { says: 'a tilted bar', over: rect('#000000', 'transform="rotate(14 320 186)"'), found: true, alone: true },
  {
    says: 'an emoji',
    over: '<circle cx="320" cy="200" r="105" fill="#ffcc22"/><circle cx="285" cy="175" r="12" fill="#553300"/><circle cx="355" cy="175" r="12" fill="#553300"/>',
    found: true,
  },
  {
    says: 'a bar under the chin is no mask for the eyes',
    over: '<rect x="225" y="420" width="190" height="42" fill="#000000"/>',
    found: false,
    alone: false,
  },
]

describe('something over a face', () => {
  it.each(DRAWN)('$says', async ({ over, skin, found, alone }) => {
    const raster = await decode(await portrait(over, skin), { maxSide: 640 })
    const boxes = barred(raster, { faces: [FACE], people: [PERSON] })
    expect(boxes.length).toBe(found ? 1 : 0)
    for (const { box } of boxes) {
      expect(box.x + box.width / 2).toBeGreaterThan(260)
      expect(box.x + box.width / 2).toBeLessThan(380)
    }
    if (alone !== undefined) expect(barred(raster, { faces: [], people: [] }).length > 0).toBe(alone)
  })

  it.each([12, 18, 28])('a mosaic of %i pixels', async (size) => {
    const picture = await portrait('')
    const part = { left: 232, top: 95, width: 168, height: 224 }
    const coarse = await sharp(await sharp(picture).extract(part).toBuffer())
      .resize(Math.round(part.width / size), Math.round(part.height / size))
      .png()
      .toBuffer()
    const blocks = await sharp(coarse)
      .resize(part.width, part.height, { kernel: 'nearest', fit: 'fill' })
      .png()
      .toBuffer()
    const bytes = await sharp(picture)
      .composite([{ input: blocks, left: part.left, top: part.top }])
      .jpeg()
      .toBuffer()
    const raster = await decode(bytes, { maxSide: 640 })
    expect(barred(raster, { faces: [], people: [PERSON] })).toHaveLength(1)
    expect(barred(await decode(picture, { maxSide: 640 }), { faces: [FACE], people: [PERSON] })).toEqual([])
  })
})
