import sharp from 'sharp'
import { concat, number } from './exif.ts'
import { chunk } from './parts.ts'

const WIDTH = 96
const HEIGHT = 64

/**
 * Three frames of a tenth of a second: red all over; a green field in the middle, erased after it was shown; a blue
 * field in the corner, drawn over what is left. `more`: chunks to put before the pixels.
 */
export async function apng(...more: readonly Uint8Array[]): Promise<Uint8Array> {
  const red = await pixels(WIDTH, HEIGHT, '#ff0000')
  const green = await pixels(32, 32, '#00ff00')
  const blue = await pixels(16, 16, '#0000ff')
  return concat(
    red.subarray(0, 33),
    chunk('acTL', concat(number(3, 4), number(0, 4))),
    ...more,
    control(0, WIDTH, HEIGHT, 0, 0, 0),
    ...data(red).map((piece) => chunk('IDAT', piece)),
    control(1, 32, 32, 48, 16, 1),
    ...data(green).map((piece) => chunk('fdAT', concat(number(2, 4), piece))),
    control(3, 16, 16, 0, 0, 0),
    ...data(blue).map((piece) => chunk('fdAT', concat(number(4, 4), piece))),
    chunk('IEND', new Uint8Array()),
  )
}

function control(order: number, w: number, h: number, x: number, y: number, dispose: number): Uint8Array {
  const numbers = [order, w, h, x, y].map((value) => number(value, 4))
  return chunk('fcTL', concat(...numbers, number(1, 2), number(10, 2), Uint8Array.of(dispose, 1)))
}

function pixels(width: number, height: number, background: string): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 4, background } })
    .png({ palette: false })
    .toBuffer()
}

/** The packed pixels of a PNG. */
function data(png: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = []
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  for (let at = 8; at < png.length; at += 12 + view.getUint32(at)) {
    if (Buffer.from(png.subarray(at + 4, at + 8)).toString() === 'IDAT') {
      found.push(png.subarray(at + 8, at + 8 + view.getUint32(at)))
    }
  }
  return found
}
