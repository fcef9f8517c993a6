import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { decode } from '../../../src/adapters/vision/files/decode.ts'
import { pair } from '../../../src/adapters/vision/files/looks.ts'

/**
 * How often pictures that are put together are known as such, and single ones taken for a pair:
 * `node test/vision/measure/pairs.ts FOLDER…`. The second half is the first one, lit, cropped and packed otherwise.
 */
const files = process.argv.slice(2).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:jpe?g|png|webp)$/i.test(name))
    .map((name) => join(folder, name)),
)

type Join = (one: Buffer, other: Buffer) => Promise<Buffer>
function beside(bar: number, down = false): Join {
  return async (one, other) => {
    const [width, height] = [450, 450]
    const at = down ? { left: 0, top: height + bar } : { left: width + bar, top: 0 }
    const size = down ? { width, height: 2 * height + bar } : { width: 2 * width + bar, height }
    const filled = (half: Buffer): Promise<Buffer> =>
      sharp(half).resize(width, height, { fit: 'cover' }).png().toBuffer()
    return sharp({ create: { ...size, channels: 3, background: 'white' } })
      .composite([
        { input: await filled(one), left: 0, top: 0 },
        { input: await filled(other), ...at },
      ])
      .jpeg({ quality: 80 })
      .toBuffer()
  }
}

async function looks(bytes: Buffer): Promise<boolean> {
  return pair(await decode(bytes, { maxSide: 1280 }), [])
}

const tally = new Map<string, [number, number]>()
function count(name: string, yes: boolean, file: string): void {
  const row = tally.get(name) ?? [0, 0]
  row[yes ? 0 : 1]++
  tally.set(name, row)
  if (process.env.SHOW === name) console.log(yes, file)
}

const opened: { file: string; png: Buffer; later: Buffer }[] = []
for (const file of files) {
  try {
    const { data, info } = await sharp(file)
      .flatten()
      .toColourspace('srgb')
      .png()
      .toBuffer({ resolveWithObject: true })
    const later = await sharp(data)
      .extract({
        left: Math.round(info.width * 0.05),
        top: Math.round(info.height * 0.04),
        width: Math.round(info.width * 0.92),
        height: Math.round(info.height * 0.92),
      })
      .linear(1.08, 12)
      .jpeg({ quality: 70 })
      .toBuffer()
    opened.push({ file, png: data, later })
  } catch {
    console.log(`${file}: not opened`)
  }
}
for (const [i, { file, png, later }] of opened.entries()) {
  count('single', await looks(png), file)
  count('pair, side by side', await looks(await beside(0)(png, later)), file)
  count('pair with a bar', await looks(await beside(12)(png, later)), file)
  count('pair, one above the other', await looks(await beside(0, true)(png, later)), file)
  const other = opened[(i * 7 + 3) % opened.length] as { png: Buffer; file: string }
  if (other.file !== file) count('two different pictures', await looks(await beside(0)(png, other.png)), file)
}
for (const [name, [yes, no]] of tally) console.log(`${name.padEnd(28)} pair ${yes} not ${no}`)
