import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { clean } from '../../../src/adapters/vision/files/copies.ts'
import { decode } from '../../../src/adapters/vision/files/decode.ts'
import { frames } from '../../../src/adapters/vision/files/frames.ts'
import { readHeader } from '../../../src/adapters/vision/files/header.ts'
import { inspect } from '../../../src/adapters/vision/files/inspect.ts'
import { ChaperoneError } from '../../../src/bot/errors.ts'
import { apng } from '../pictures/apng.ts'
import { everything } from '../pictures/exif.ts'
import { exifSegment, film, intoJpeg, iptcSegment, keys, xmpSegment } from '../pictures/parts.ts'
import { animation, scene } from '../pictures/scenes.ts'

interface Endured {
  name: string
  outcomes: string[]
  ms: number
  mb: number
}
const SCRIPT = fileURLToPath(new URL('../pictures/endure.ts', import.meta.url))

function endure(): Promise<Endured[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--expose-gc', SCRIPT], { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.on('data', (piece) => {
      text += piece
    })
    child.on('error', reject)
    child.on('close', () =>
      resolve(
        text
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line)),
      ),
    )
  })
}

describe('files that want to break whoever opens them', async () => {
  const rows = await endure()

  it('there are many, and the process outlived them', () => {
    expect(rows.length).toBeGreaterThan(70)
    expect(rows.at(-1)?.name).toBe('a PNG cut at 15/16')
  })
  it.each(rows)('$name: refused or looked at, in time and within bounds', ({ outcomes, ms, mb }) => {
    for (const outcome of outcomes) expect(outcome).toMatch(/^(?:done|unchecked|photo_unreadable)$/)
    expect(ms).toBeLessThan(10_000)
    expect(mb).toBeLessThan(150)
  })

  const refused =
    /2\^3[12]|65,535$|16 million|14,000|100,000 (?:frames|boxes)|4 billion|eleven|empty|SVG|page$|PDF|a ZIP$/
  it.each(rows.filter(({ name }) => refused.test(name)))('$name: refused by its head', ({ outcomes }) => {
    expect(outcomes).toEqual(['photo_unreadable'])
  })
  it.each(rows.filter(({ name }) => / cut at /.test(name)))('$name: never looks whole', ({ outcomes }) => {
    expect(outcomes.some((outcome) => outcome !== 'done')).toBe(true)
  })
})

const png = await scene(1, 64, 48)
const jpeg = await sharp(png).jpeg().toBuffer()
const SEEDS: readonly Uint8Array[] = [
  png,
  intoJpeg(jpeg, exifSegment(everything(jpeg)), xmpSegment(), iptcSegment({ 80: 'Robin', 120: 'Knee' })),
  await sharp(png)
    .withExif({ IFD0: { Artist: 'Robin' } })
    .webp()
    .toBuffer(),
  await sharp(png)
    .withExif({ IFD0: { Artist: 'Robin' } })
    .avif()
    .toBuffer(),
  await sharp(png).tiff().toBuffer(),
  await animation('gif', 2),
  await animation('webp', 2),
  await apng(),
  film('qt  ', keys({ 'com.apple.quicktime.make': 'Apple' })),
  Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3, 0x80, 0x18, 0x53, 0x80, 0x67, 0x80, 0x15, 0x49, 0xa9, 0x66, 0x80),
]

async function everyWay(bytes: Uint8Array): Promise<void> {
  const ways = [
    () => Promise.resolve().then(() => readHeader(bytes)),
    () => inspect(bytes),
    () => decode(bytes, { maxSide: 64 }),
    () => frames(bytes, { max: 3, maxSide: 64 }),
    () => clean(bytes),
  ]
  for (const way of ways) {
    await way().catch((error: unknown) => {
      expect(error).toBeInstanceOf(ChaperoneError)
      expect((error as ChaperoneError).code).toBe('photo_unreadable')
    })
  }
}

describe('whatever the bytes', () => {
  it('nothing is thrown but our own error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.nat(SEEDS.length - 1), async (noise, seed) => {
        const head = (SEEDS[seed] as Uint8Array).subarray(0, 16)
        await everyWay(noise)
        await everyWay(Uint8Array.from([...head, ...noise]))
      }),
      { numRuns: 60 },
    )
  })

  const edits = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 12 })
  it('nor by files that were changed in places, or cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(SEEDS.length - 1),
        edits,
        fc.double({ min: 0.3, max: 1, noNaN: true }),
        async (seed, changes, keep) => {
          const bytes = Uint8Array.from(SEEDS[seed] as Uint8Array)
          // Most of what breaks a reader stands near the start.
          for (const [place, value] of changes) bytes[Math.floor(place * place * bytes.length)] = value
          await everyWay(bytes.subarray(0, Math.ceil(keep * bytes.length)))
        },
      ),
      { numRuns: 80 },
    )
  })

  it('the error holds nothing of the file', () => {
    const secret = 'Robin Example'
    const bytes = Buffer.from(`GIF89a${secret}`)
    try {
      readHeader(bytes)
      expect.unreachable()
    } catch (error) {
      expect(JSON.stringify([(error as Error).message, (error as Error).cause])).not.toContain('Robin')
    }
  })
})
