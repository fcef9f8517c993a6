import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { decode } from '../../../src/adapters/vision/files/decode.ts'
import { fingerprint, nearness } from '../../../src/adapters/vision/files/fingerprint.ts'

/**
 * How well copies of a photo are known again, and how often another photo is taken for a copy:
 * `node test/vision/measure/likeness.ts FOLDER…` over the pictures of those folders.
 */
const CHANGES: Readonly<Record<string, (picture: Sharp, width: number, height: number) => Sharp>> = {
  'packed again, quality 40': (picture) => picture.jpeg({ quality: 40 }),
  'half as large': (picture, width) => picture.resize(Math.round(width / 2)).jpeg(),
  '320 wide, quality 60': (picture) => picture.resize(320).jpeg({ quality: 60 }),
  'left 70 % of the width': crop(0, 0, 0.7, 1),
  'middle, 80 % each way': crop(0.1, 0.1, 0.8, 0.8),
  'corner, 80 % each way': crop(0.2, 0.2, 0.8, 0.8),
  'square from the middle': (picture, width, height) => {
    const side = Math.min(width, height)
    return picture
      .extract({
        left: (width - side) >> 1,
        top: (height - side) >> 1,
        width: side,
        height: side,
      })
      .jpeg()
  },
  brighter: (picture) => picture.modulate({ brightness: 1.3 }).jpeg(),
  'darker, more contrast': (picture) => picture.linear(1.2, -40).jpeg(),
  'warm filter': (picture) =>
    picture
      .recomb([
        [1.1, 0.1, 0],
        [0, 1, 0],
        [0, 0, 0.8],
      ])
      .jpeg(),
  'black and white': (picture) => picture.greyscale().jpeg(),
  mirrored: (picture) => picture.flop().jpeg(),
  'mirrored and cropped': (picture, width, height) => crop(0.15, 0, 0.85, 1)(picture.flop(), width, height),
  'a sticker on it': (picture, width, height) => {
    const size = Math.round(Math.min(width, height) / 6)
    const dot = `<svg width="${size}" height="${size}"><circle cx="50%" cy="50%" r="50%" fill="gold"/></svg>`
    return picture.composite([{ input: Buffer.from(dot), top: size, left: size }]).jpeg()
  },
  'bars around it': (picture, width) => {
    const bar = Math.round(width / 8)
    return picture.extend({ top: bar, bottom: bar, background: 'black' }).jpeg()
  },
}

function crop(x: number, y: number, w: number, h: number) {
  return (picture: Sharp, width: number, height: number): Sharp =>
    picture
      .extract({
        left: Math.floor(x * width),
        top: Math.floor(y * height),
        width: Math.floor(w * width),
        height: Math.floor(h * height),
      })
      .jpeg()
}

async function printOf(bytes: Uint8Array): Promise<string[]> {
  const { rgb, width, height } = await decode(bytes, { maxSide: 1024 })
  return fingerprint(rgb, width, height)
}

const files = process.argv.slice(2).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:jpe?g|png|webp)$/i.test(name))
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).size < 10_000_000),
)
const prints = new Map<string, string[]>()
const found = new Map<string, Record<'same' | 'ask' | 'other', number>>()
for (const file of files) {
  try {
    const { data, info } = await sharp(file)
      .flatten()
      .toColourspace('srgb')
      .png()
      .toBuffer({ resolveWithObject: true })
    const original = await printOf(data)
    prints.set(file, original)
    for (const [name, change] of Object.entries(CHANGES)) {
      // In two steps: what is cut out of a mirrored picture is cut out afterwards.
      const copy = await change(sharp(data), info.width, info.height).toBuffer()
      const row = found.get(name) ?? { same: 0, ask: 0, other: 0 }
      row[nearness(original, await printOf(copy))]++
      found.set(name, row)
      if (process.env.SHOW === name) console.log(file, nearness(original, await printOf(copy)))
    }
  } catch (error) {
    console.log(`${file}: ${(error as Error).message}`)
  }
}
console.log(`${prints.size} pictures`)
for (const [name, row] of found)
  console.log(`${name.padEnd(28)} same ${row.same} ask ${row.ask} other ${row.other}`)

const all = [...prints]
const mistaken = { same: 0, ask: 0, other: 0 }
for (let i = 0; i < all.length; i++) {
  for (let k = i + 1; k < all.length; k++) {
    const [one, other] = [all[i], all[k]] as [[string, string[]], [string, string[]]]
    const near = nearness(one[1], other[1])
    mistaken[near]++
    if (near !== 'other') console.log(near, one[0], other[0])
  }
}
console.log('different pictures:', mistaken)
