import sharp from 'sharp'

/** A flat drawing seen through a lens: four corners of it land on four points of the photo. */

export type Corner = readonly [number, number]
export interface Drawing {
  rgb: Uint8Array
  width: number
  height: number
}

export async function drawn(svg: string, width: number, height: number): Promise<Drawing> {
  const rgb = await sharp(Buffer.from(svg))
    .resize(width, height, { fit: 'fill' })
    .removeAlpha()
    .raw()
    .toBuffer()
  return { rgb, width, height }
}

/** Puts `inner` into `outer`, clockwise from the upper left corner. */
export function project(
  outer: Drawing,
  inner: Drawing,
  corners: readonly [Corner, Corner, Corner, Corner],
): void {
  const back = inverse(homography(inner.width, inner.height, corners))
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  const [left, right] = [
    Math.max(0, Math.floor(Math.min(...xs))),
    Math.min(outer.width - 1, Math.ceil(Math.max(...xs))),
  ]
  const [top, bottom] = [
    Math.max(0, Math.floor(Math.min(...ys))),
    Math.min(outer.height - 1, Math.ceil(Math.max(...ys))),
  ]
  for (let y = top; y <= bottom; y++)
    for (let x = left; x <= right; x++) {
      const sum = [0, 0, 0]
      let inside = 0
      for (const [dx, dy] of [
        [0.25, 0.25],
        [0.75, 0.25],
        [0.25, 0.75],
        [0.75, 0.75],
      ] as const) {
        const [u, v] = apply(back, x + dx, y + dy)
        if (u < 0 || v < 0 || u >= inner.width - 1 || v >= inner.height - 1) continue
        inside++
        const [i, j] = [Math.floor(u), Math.floor(v)]
        const [a, b] = [u - i, v - j]
        const at = (j * inner.width + i) * 3
        for (let k = 0; k < 3; k++)
          sum[k] =
            (sum[k] as number) +
            (inner.rgb[at + k] as number) * (1 - a) * (1 - b) +
            (inner.rgb[at + 3 + k] as number) * a * (1 - b) +
            (inner.rgb[at + inner.width * 3 + k] as number) * (1 - a) * b +
            (inner.rgb[at + inner.width * 3 + 3 + k] as number) * a * b
      }
      if (inside === 0) continue
      const at = (y * outer.width + x) * 3
      for (let k = 0; k < 3; k++) {
        const behind = outer.rgb[at + k] as number
        outer.rgb[at + k] = ((sum[k] as number) + behind * (4 - inside)) / 4
      }
    }
}

type Matrix = readonly number[]

/** From the unit of the drawing to the photo: the usual eight equations, solved for a rectangle by hand. */
function homography(
  width: number,
  height: number,
  corners: readonly [Corner, Corner, Corner, Corner],
): Matrix {
  const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = corners
  const [dx1, dx2, sx] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3]
  const [dy1, dy2, sy] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3]
  const whole = dx1 * dy2 - dx2 * dy1
  const g = (sx * dy2 - dx2 * sy) / whole
  const h = (dx1 * sy - sx * dy1) / whole
  const [a, b, c] = [x1 - x0 + g * x1, x3 - x0 + h * x3, x0]
  const [d, e, f] = [y1 - y0 + g * y1, y3 - y0 + h * y3, y0]
  return [a / width, b / height, c, d / width, e / height, f, g / width, h / height, 1]
}

function inverse(m: Matrix): Matrix {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = m
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ]
}

function apply(m: Matrix, x: number, y: number): [number, number] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = m
  const depth = g * x + h * y + i
  return [(a * x + b * y + c) / depth, (d * x + e * y + f) / depth]
}
