import sharp, { type Sharp } from 'sharp'

const SIDE = 32
/** What an embedded picture shows of the same scene, however small and badly packed, is this much alike. */
const SAME = 0.9
/** Bars beside a picture of another shape than its thumbnail are at most this dark. */
const DARK = 14

/**
 * Whether a picture inside of a file shows what the main one shows. A thumbnail may have black bars, because it is
 * always 4:3; what was cropped or painted over since then shows as another shape or another picture.
 */
export async function showsSame(main: Grey, inner: Uint8Array): Promise<boolean | undefined> {
  const small = await greyOf(() => sharp(inner, { failOn: 'none', limitInputPixels: 50_000_000 })).catch(
    () => undefined,
  )
  if (small === undefined) return undefined
  const bare = withoutBars(small, main)
  const ratio = (bare.width / bare.height) * (main.height / main.width)
  if (ratio < 0.9 || ratio > 1.11) return false
  return likeness(shrink(main), shrink(bare)) >= SAME
}

export interface Grey {
  data: Uint8Array
  width: number
  height: number
}

/** At most 320 pixels wide or high, as stored: thumbnails are not turned either. */
export async function greyOf(open: () => Sharp): Promise<Grey> {
  const { data, info } = await open()
    .resize({ width: 320, height: 320, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .greyscale()
    .extractChannel(0)
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** Bars are taken off only where they make up for another shape. */
function withoutBars(small: Grey, main: Grey): Grey {
  const wanted = main.width / main.height
  const shape = small.width / small.height
  if (Math.abs(shape / wanted - 1) < 0.02) return small
  const across = wanted > shape
  const lines = across ? small.height : small.width
  const keep = Math.round(across ? small.width / wanted : small.height * wanted)
  const bar = Math.floor((lines - keep) / 2)
  if (bar < 1) return small
  for (const line of [0, Math.max(0, bar - 2), lines - 1 - Math.max(0, bar - 2), lines - 1]) {
    if (brightness(small, line, across) > DARK) return small
  }
  return across
    ? crop(small, 0, bar, small.width, lines - 2 * bar)
    : crop(small, bar, 0, lines - 2 * bar, small.height)
}

function brightness({ data, width, height }: Grey, line: number, across: boolean): number {
  let sum = 0
  const length = across ? width : height
  for (let i = 0; i < length; i++) sum += data[across ? line * width + i : i * width + line] as number
  return sum / length
}

function crop(grey: Grey, left: number, top: number, width: number, height: number): Grey {
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const from = (top + y) * grey.width + left
    data.set(grey.data.subarray(from, from + width), y * width)
  }
  return { data, width, height }
}

/** Means of 32 by 32 fields. */
function shrink({ data, width, height }: Grey): Float64Array {
  const sums = new Float64Array(SIDE * SIDE)
  const counts = new Float64Array(SIDE * SIDE)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const field = Math.floor((y * SIDE) / height) * SIDE + Math.floor((x * SIDE) / width)
      sums[field] = (sums[field] as number) + (data[y * width + x] as number)
      counts[field] = (counts[field] as number) + 1
    }
  }
  return sums.map((sum, i) => sum / Math.max(1, counts[i] as number))
}

/** Correlation, with small fluctuations of flat pictures counting as none. */
function likeness(a: Float64Array, b: Float64Array): number {
  const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanA, meanB] = [mean(a), mean(b)]
  let [both, ofA, ofB] = [40 * a.length, 40 * a.length, 40 * a.length]
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [(a[i] as number) - meanA, (b[i] as number) - meanB]
    both += x * y
    ofA += x * x
    ofB += y * y
  }
  return both / Math.sqrt(ofA * ofB)
}
