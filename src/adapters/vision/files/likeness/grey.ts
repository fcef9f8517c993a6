/** Brightness alone, one number a pixel. */
export interface Plane {
  data: Float32Array
  width: number
  height: number
}

/** Means over fields, so that the longer side has at most `side` pixels. */
export function greyPlane(rgb: Uint8Array, width: number, height: number, side: number): Plane {
  // Whole steps first: most of a large picture is never touched twice.
  const step = Math.max(1, Math.floor(Math.max(width, height) / side))
  const w = Math.floor(width / step)
  const h = Math.floor(height / step)
  const data = new Float32Array(w * h)
  for (let y = 0; y < h; y++) {
    for (let v = 0; v < step; v++) {
      let at = 3 * (y * step + v) * width
      for (let x = 0; x < w; x++) {
        let sum = 0
        for (let u = 0; u < step; u++, at += 3) {
          sum +=
            0.299 * (rgb[at] as number) + 0.587 * (rgb[at + 1] as number) + 0.114 * (rgb[at + 2] as number)
        }
        data[y * w + x] = (data[y * w + x] as number) + sum / (step * step)
      }
    }
  }
  const scale = side / Math.max(w, h)
  return scale === 1 ? { data, width: w, height: h } : resized({ data, width: w, height: h }, scale)
}

/** Smaller by means over the fields that each pixel stands for; larger by the nearest four. */
export function resized(plane: Plane, scale: number): Plane {
  const width = Math.max(1, Math.round(plane.width * scale))
  const height = Math.max(1, Math.round(plane.height * scale))
  const across = along(plane.data, plane.width, plane.height, width)
  // The same again along the other axis, by turning rows into columns and back.
  const turned = transposed(across, width, plane.height)
  const down = along(turned, plane.height, width, height)
  return { data: transposed(down, height, width), width, height }
}

function along(data: Float32Array, width: number, height: number, to: number): Float32Array {
  const out = new Float32Array(to * height)
  const step = width / to
  for (let x = 0; x < to; x++) {
    let [from, until] = [x * step, (x + 1) * step]
    if (step < 1) {
      const middle = (from + until) / 2 - 0.5
      from = Math.max(0, Math.min(width - 1.001, middle))
      until = from + 1
    }
    const first = Math.floor(from)
    const last = Math.min(width, Math.ceil(until))
    for (let y = 0; y < height; y++) {
      let sum = 0
      for (let i = first; i < last; i++) {
        const share = Math.min(i + 1, until) - Math.max(i, from)
        sum += share * (data[y * width + i] as number)
      }
      out[y * to + x] = sum / (until - from)
    }
  }
  return out
}

function transposed(data: Float32Array, width: number, height: number): Float32Array {
  const out = new Float32Array(data.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) out[x * height + y] = data[y * width + x] as number
  return out
}

/** Sums over everything above and left: the mean of any field is then four look-ups. */
export function integral({ data, width, height }: Plane): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y++) {
    let row = 0
    for (let x = 0; x < width; x++) {
      row += data[y * width + x] as number
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] as number) + row
    }
  }
  return sums
}

export function sumOf(sums: Float64Array, width: number, x: number, y: number, w: number, h: number): number {
  const row = width + 1
  return (
    (sums[(y + h) * row + x + w] as number) -
    (sums[y * row + x + w] as number) -
    (sums[(y + h) * row + x] as number) +
    (sums[y * row + x] as number)
  )
}
