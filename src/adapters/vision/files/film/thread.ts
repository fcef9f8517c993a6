import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { FilmWork, Shot } from './shots.ts'

/** What of FFmpeg's WASM build is used here: one program, and a file system that is only memory. */
interface Core {
  FS: {
    writeFile(path: string, bytes: Uint8Array): void
    readFile(path: string): Uint8Array
    unlink(path: string): void
  }
  ret: number
  exec(...options: string[]): void
  reset(): void
  setLogger(logger: () => void): void
}
type CreateCore = (options: { wasmBinary: Uint8Array; mainScriptUrlOrBlob: string }) => Promise<Core>

/**
 * Takes single frames out of a film. A thread of its own: a film that keeps the decoder busy for ever is ended with
 * it, and its memory is given back.
 */
async function run({ bytes, moments, maxSide, exact, script }: FilmWork): Promise<void> {
  // The build expects a browser's worker and asks it where it is.
  Object.assign(globalThis, { self: { location: { href: '' } } })
  const create = createRequire(import.meta.url)(script) as CreateCore
  const core = await create({
    wasmBinary: readFileSync(join(dirname(script), 'ffmpeg-core.wasm')),
    mainScriptUrlOrBlob: `#${btoa(JSON.stringify({ wasmURL: '', workerURL: '' }))}`,
  })
  core.setLogger(() => undefined)
  core.FS.writeFile('/film', bytes)
  for (const at of moments) {
    const shot = take(core, at, maxSide, exact)
    parentPort?.postMessage(shot ?? { at, missing: true })
  }
}

function take(core: Core, at: number, maxSide: number, exact: boolean): Shot | undefined {
  const fit = `scale=w='min(${maxSide},iw)':h='min(${maxSide},ih)':force_original_aspect_ratio=decrease`
  const seek = exact ? [] : ['-noaccurate_seek']
  const before = ['-hide_banner', '-threads', '1', ...seek, '-ss', (at / 1000).toFixed(3), '-i', '/film']
  core.exec(
    ...before,
    '-map',
    '0:v:0',
    '-frames:v',
    '1',
    '-vf',
    fit,
    '-c:v',
    'ppm',
    '-f',
    'image2pipe',
    '/shot',
  )
  const failed = core.ret !== 0
  core.reset()
  if (failed) return undefined
  const ppm = core.FS.readFile('/shot')
  core.FS.unlink('/shot')
  const [head, width, height] =
    /^P6\s(\d+)\s(\d+)\s255\s/.exec(String.fromCharCode(...ppm.subarray(0, 32))) ?? []
  if (head === undefined) return undefined
  const rgb = ppm.slice(head.length, head.length + 3 * Number(width) * Number(height))
  return { at, rgb, width: Number(width), height: Number(height) }
}

await run(workerData as FilmWork)
