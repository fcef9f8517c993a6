import { decode } from '../../../src/adapters/vision/files/decode.ts'
import { frames } from '../../../src/adapters/vision/files/frames.ts'
import { isFilm, readHeader } from '../../../src/adapters/vision/files/header.ts'
import { inspect } from '../../../src/adapters/vision/files/inspect.ts'
import { ChaperoneError } from '../../../src/bot/errors.ts'
import { hostileFiles } from './hostile.ts'

/** Opens every hostile file in a process of its own, and tells of each what came of it, how long and how much. */
const files = await hostileFiles()
const small = files['a JPEG cut at 15/16'] as Uint8Array
await decode(small, { maxSide: 100 }).catch(() => undefined)

async function attempt(work: () => unknown): Promise<string> {
  try {
    const result = await work()
    const blind = (result as { blind?: readonly string[] }).blind ?? []
    const whole = (result as { whole?: boolean }).whole ?? true
    return blind.length > 0 || !whole ? 'unchecked' : 'done'
  } catch (error) {
    return error instanceof ChaperoneError ? error.code : `NOT OURS: ${(error as Error).stack}`
  }
}

let peak = process.memoryUsage.rss()
const timer = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss())
}, 5)
for (const [name, file] of Object.entries(files)) {
  globalThis.gc?.()
  await new Promise((resolve) => setTimeout(resolve, 20))
  const before = process.memoryUsage.rss()
  peak = before
  const start = performance.now()
  const header = await attempt(() => readHeader(file))
  const outcomes = [header]
  if (header === 'done') {
    const film = isFilm(readHeader(file).format)
    outcomes.push(await attempt(() => inspect(file)))
    // Films are opened by a program that takes 130 megabytes before it has seen any: measured by itself.
    if (!film) {
      outcomes.push(await attempt(() => decode(file, { maxSide: 1280 })))
      outcomes.push(await attempt(() => frames(file, { max: 6, maxSide: 640 })))
    }
  }
  peak = Math.max(peak, process.memoryUsage.rss())
  const row = {
    name,
    outcomes,
    ms: Math.round(performance.now() - start),
    mb: Math.round((peak - before) / 1e6),
  }
  process.stdout.write(`${JSON.stringify(row)}\n`)
}
clearInterval(timer)
