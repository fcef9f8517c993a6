import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ffmpegScript, sampleFilm } from '../../../src/adapters/vision/files/film/shots.ts'
import { frames } from '../../../src/adapters/vision/files/frames.ts'
import { readHeader, walkOf } from '../../../src/adapters/vision/files/header.ts'
import { concat } from '../pictures/exif.ts'
import { film } from '../pictures/parts.ts'

interface Maker {
  FS: { readFile(path: string): Uint8Array }
  ret: number
  exec(...options: string[]): void
  reset(): void
  setLogger(logger: () => void): void
}

/** Three seconds: red, green, blue; with its tables at the end, as phones write them, or as WebM. */
async function colours(): Promise<{ mp4: Uint8Array; webm: Uint8Array; upright: Uint8Array }> {
  const script = ffmpegScript() as string
  Object.assign(globalThis, { self: { location: { href: '' } } })
  const core: Maker = await createRequire(import.meta.url)(script)({
    wasmBinary: readFileSync(join(dirname(script), 'ffmpeg-core.wasm')),
    mainScriptUrlOrBlob: `#${btoa(JSON.stringify({ wasmURL: '', workerURL: '' }))}`,
  })
  core.setLogger(() => undefined)
  const second = (colour: string): string[] => [
    '-f',
    'lavfi',
    '-i',
    `color=${colour}:size=320x180:rate=10:duration=1`,
  ]
  const make = (name: string, ...how: string[]): Uint8Array => {
    core.exec(
      ...second('red'),
      ...second('lime'),
      ...second('blue'),
      '-filter_complex',
      'concat=n=3',
      ...how,
      name,
    )
    core.reset()
    return Uint8Array.from(core.FS.readFile(name))
  }
  const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '10']
  const mp4 = make('/a.mp4', ...h264)
  core.exec('-i', '/a.mp4', '-c', 'copy', '-metadata:s:v', 'rotate=90', '/b.mp4')
  core.reset()
  return {
    mp4,
    upright: Uint8Array.from(core.FS.readFile('/b.mp4')),
    webm: make('/a.webm', '-c:v', 'libvpx', '-deadline', 'realtime', '-g', '10'),
  }
}

const colourOf = ({ rgb }: { rgb: Uint8Array }): string => {
  const [r, g, b] = rgb.subarray(0, 3) as unknown as [number, number, number]
  return r > 150 ? 'red' : g > 150 ? 'green' : b > 150 ? 'blue' : 'none'
}

describe.skipIf(ffmpegScript() === undefined)(
  'moments of a film, where FFmpeg’s WASM build is installed',
  async () => {
    const made = ffmpegScript() === undefined ? undefined : await colours()
    const { mp4, webm, upright } = made ?? { mp4: film('isom'), webm: film('isom'), upright: film('isom') }

    it.each([
      ['MP4', mp4, { format: 'mp4', width: 320, height: 180, duration: 3000 }],
      ['WebM', webm, { format: 'webm', width: 320, height: 180, duration: 3000 }],
    ] as const)('%s: from the start to the end', async (_, bytes, header) => {
      expect(readHeader(bytes)).toMatchObject(header)
      const { moments, blind, duration, scale } = await frames(bytes, { max: 3, maxSide: 160 })
      expect(moments.map(colourOf)).toEqual(['red', 'green', 'blue'])
      expect(moments.map(({ at, width, height }) => [at, width, height])).toEqual([
        [0, 160, 90],
        [1440, 160, 90],
        [2880, 160, 90],
      ])
      expect({ blind, duration, scale }).toEqual({ blind: [], duration: 3000, scale: 0.5 })
    })

    it('comes upright', async () => {
      expect(readHeader(upright)).toMatchObject({ width: 180, height: 320 })
      const { moments } = await frames(upright, { max: 2, maxSide: 160 })
      expect(moments.map(({ width, height }) => [width, height])).toEqual([
        [90, 160],
        [90, 160],
      ])
    })

    it('a film cut in half shows what there is, and says that it is not all', async () => {
      const { blind } = await frames(webm.subarray(0, webm.length >> 1), { max: 4, maxSide: 160 })
      expect(blind).toEqual(['frames'])
    })

    it('one that takes too long is ended', async () => {
      expect(await sampleFilm(mp4, walkOf(mp4), { max: 3, maxSide: 160 }, 1)).toEqual({
        moments: [],
        whole: false,
      })
    })
  },
)

describe('films that show nothing', () => {
  const rows = {
    'tables without pictures': film('isom'),
    'tables and noise': concat(film('qt  '), new Uint8Array(9000).fill(77)),
  }
  it.each(Object.entries(rows))('%s: its moments were not seen', async (_, bytes) => {
    expect(await frames(bytes, { max: 4, maxSide: 100 })).toMatchObject({
      moments: [],
      duration: 5000,
      blind: ['frames'],
    })
  })
})
