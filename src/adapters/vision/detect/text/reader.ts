import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answer, type Model, type Runtime } from '../onnx/runtime.ts'
import type { Raster } from '../raster.ts'
import { fitted } from '../raster.ts'
import { type Alphabet, alphabet, type Words } from './alphabet.ts'
import { STRIP_HEIGHT, type Strip, strip, type Way } from './line.ts'
import type { Rectangle } from './rectangle.ts'
import { type Region, regions } from './regions.ts'

/** PP-OCRv4: one model finds lines of text, another reads them. */
export interface Reader {
  /** Lines of text, in pixels of the picture; `side` is how large the longer side is made for looking. */
  regions(raster: Raster, side: number): Promise<Region[]>
  /** What stands in each rectangle. */
  read(raster: Raster, lines: readonly Rectangle[]): Promise<Words[]>
}

const MEAN = [0.485, 0.456, 0.406] as const
const SPREAD = [0.229, 0.224, 0.225] as const
const STEP = 32
/** This many lines at once, of about the same length. */
const BATCH = 8
/** A line that is read worse than this is tried upside down as well. */
const DOUBTFUL = 0.8

export async function openReader(runtime: Runtime, folder: string): Promise<Reader> {
  const file = (name: string) => join(folder, 'assets', name)
  const [finder, letters, keys] = await Promise.all([
    runtime.open(file('ch_PP-OCRv4_det_infer.onnx')),
    runtime.open(file('ch_PP-OCRv4_rec_infer.onnx')),
    readFile(file('ppocr_keys_v1.txt'), 'utf8'),
  ])
  const signs = alphabet(keys.split('\n').map((key) => key.replace('\r', '')))
  return {
    async regions(raster, side) {
      const small = await fitted(raster, side, STEP)
      const map = await run(finder, planes(small), [1, 3, small.height, small.width])
      const [across, down] = [raster.width / small.width, raster.height / small.height]
      return regions(map.data, small.width, small.height).map(({ rectangle, score }) => ({
        rectangle: enlarged(rectangle, across, down),
        score,
      }))
    },
    async read(raster, lines) {
      const readAs = async (tries: readonly Try[]) => {
        const strips = tries.map(({ index, way }) => strip(raster, lines[index] as Rectangle, way))
        const words = await readAll(letters, signs, strips)
        return tries.map((one, at) => ({ ...one, words: words[at] as Words, width: strips[at]?.width ?? 0 }))
      }
      const best = await readAs(
        lines.map((line, index) => ({ index, way: { turns: tall(line) ? 3 : 0, stretch: 1 } })),
      )
      const doubtful = best.filter(({ words }) => words.score < DOUBTFUL)
      const around = ({ index, way }: Try) => ({ index, way: { ...way, turns: (way.turns + 2) % 4 } })
      for (const other of await readAs(doubtful.map(around)))
        if (weight(other.words) > weight(best[other.index]?.words)) best[other.index] = other
      const dense = best.filter(({ words, width }) => width < words.text.length * ROOM)
      const wider = ({ index, way, words, width }: (typeof best)[number]) => ({
        index,
        way: { ...way, stretch: Math.min(MOST_STRETCH, (words.text.length * ROOM * 1.3) / width) },
      })
      for (const other of await readAs(dense.map(wider)))
        if (fuller(other.words, best[other.index]?.words)) best[other.index] = other
      return best.map(({ words }) => words)
    },
  }
}

interface Try {
  index: number
  way: Way
}

/** A letter wants so many pixels of width; where there are fewer, letters that are alike become one. */
const ROOM = 16
const MOST_STRETCH = 2

/** More letters, and hardly less certain of them. */
function fuller(words: Words, before: Words | undefined): boolean {
  if (before === undefined) return true
  return words.text.length >= before.text.length && words.score >= before.score - 0.1
}

/** Writing that runs up or down the picture. */
function tall({ width, height }: Rectangle): boolean {
  return height > width * 1.5
}

/** One sure letter is worth less than a sure word. */
function weight(words: Words | undefined): number {
  return words ? words.score * Math.min(1, words.text.length / 3) : 0
}

async function readAll(letters: Model, signs: Alphabet, strips: readonly Strip[]): Promise<Words[]> {
  const order = strips
    .map((_, index) => index)
    .sort((a, b) => (strips[a]?.width ?? 0) - (strips[b]?.width ?? 0))
  const read: Words[] = strips.map(() => ({ text: '', score: 0 }))
  for (let start = 0; start < order.length; start += BATCH) {
    const batch = order.slice(start, start + BATCH)
    const widest = Math.max(...batch.map((index) => strips[index]?.width ?? 0))
    const wide = Math.ceil(widest / STEP) * STEP
    const data = new Float32Array(batch.length * 3 * STRIP_HEIGHT * wide)
    for (const [row, index] of batch.entries()) place(strips[index] as Strip, data, row, wide)
    const answers = signs.words(await run(letters, data, [batch.length, 3, STRIP_HEIGHT, wide]))
    for (const [row, index] of batch.entries()) read[index] = answers[row] ?? { text: '', score: 0 }
  }
  return read
}

function place({ width, planes }: Strip, data: Float32Array, line: number, wide: number): void {
  for (let row = 0; row < 3 * STRIP_HEIGHT; row++)
    data.set(planes.subarray(row * width, (row + 1) * width), (line * 3 * STRIP_HEIGHT + row) * wide)
}

async function run(model: Model, data: Float32Array, dims: readonly number[]) {
  const answers = await model.run('x', data, dims)
  return answer(answers, [...answers.keys()][0] ?? '')
}

/** Blue first, as the finder was trained. */
function planes({ rgb, width, height }: Raster): Float32Array {
  const plane = width * height
  const data = new Float32Array(3 * plane)
  for (const [channel, colour] of [2, 1, 0].entries()) {
    const mean = MEAN[channel] as number
    const by = 1 / (SPREAD[channel] as number)
    for (let at = 0; at < plane; at++)
      data[channel * plane + at] = ((rgb[at * 3 + colour] as number) / 255 - mean) * by
  }
  return data
}

/** Fitting rounds each side to the finder's step; the shape gives by a per cent, the angle with it. */
function enlarged({ x, y, width, height, angle }: Rectangle, across: number, down: number): Rectangle {
  const by = Math.sqrt(across * down)
  return { x: x * across, y: y * down, width: width * by, height: height * by, angle }
}
