import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { ascii, Numbers } from '../containers/bytes.ts'
import { unreadable } from '../containers/walk.ts'

export interface Canvas {
  /** Four bytes a pixel. */
  data: Uint8Array
  width: number
  height: number
}

interface Frame {
  x: number
  y: number
  width: number
  height: number
  dispose: number
  blend: number
  pieces: Uint8Array[]
}

const PREVIOUS = 2
const BACKGROUND = 1
const OVER = 1

/** The frames of an APNG as they are seen, one after the other: each is drawn over the ones before. */
export async function* apngFrames(bytes: Uint8Array): AsyncGenerator<Canvas> {
  const { head, frames } = take(bytes)
  const size = new Numbers(head[0] as Uint8Array)
  const [width, height] = [size.u32(8), size.u32(12)]
  const canvas: Canvas = { data: new Uint8Array(4 * width * height), width, height }
  for (const frame of frames) {
    if (frame.x + frame.width > width || frame.y + frame.height > height) {
      throw unreadable('a frame lies outside of the picture')
    }
    const before = frame.dispose === PREVIOUS ? canvas.data.slice() : undefined
    const pixels = await sharp(single(head, frame))
      .ensureAlpha()
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer()
    draw(canvas, frame, pixels)
    yield canvas
    if (before) canvas.data.set(before)
    else if (frame.dispose === BACKGROUND) erase(canvas, frame)
  }
}

/** The chunks that every frame shares, and the frames. A first picture without a frame's head is for old readers. */
function take(bytes: Uint8Array): { head: Uint8Array[]; frames: Frame[] } {
  const data = new Numbers(bytes)
  const head: Uint8Array[] = []
  const frames: Frame[] = []
  for (let at = 8; at + 12 <= bytes.length; ) {
    const size = data.u32(at)
    const type = ascii(bytes, at + 4, 4)
    const content = data.slice(at + 8, size)
    if (type === 'fcTL') frames.push(frameOf(new Numbers(content)))
    else if (type === 'IDAT') frames.at(-1)?.pieces.push(content)
    else if (type === 'fdAT') frames.at(-1)?.pieces.push(content.subarray(4))
    else if (/^(?:IHDR|PLTE|tRNS|gAMA|cHRM|sRGB|sBIT)$/.test(type)) head.push(data.slice(at, size + 12))
    else if (type === 'IEND') break
    at += 12 + size
  }
  if (head.length === 0) throw unreadable('the picture has no head')
  return { head, frames: frames.filter(({ pieces }) => pieces.length > 0) }
}

function frameOf(data: Numbers): Frame {
  return {
    width: data.u32(4),
    height: data.u32(8),
    x: data.u32(12),
    y: data.u32(16),
    dispose: data.u8(24),
    blend: data.u8(25),
    pieces: [],
  }
}

/** One frame as a PNG of its own. */
function single(head: readonly Uint8Array[], frame: Frame): Buffer {
  const [first, ...rest] = head
  const ihdr = Buffer.from((first as Uint8Array).subarray(8, 21))
  ihdr.writeUInt32BE(frame.width, 0)
  ihdr.writeUInt32BE(frame.height, 4)
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    signature,
    chunk('IHDR', ihdr),
    ...rest,
    chunk('IDAT', Buffer.concat(frame.pieces)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(content.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, check])
}

function draw(canvas: Canvas, frame: Frame, pixels: Uint8Array): void {
  for (let y = 0; y < frame.height; y++) {
    let to = 4 * ((frame.y + y) * canvas.width + frame.x)
    let from = 4 * y * frame.width
    for (let x = 0; x < frame.width; x++, to += 4, from += 4) {
      if (frame.blend === OVER) blend(canvas.data, to, pixels, from)
      else canvas.data.set(pixels.subarray(from, from + 4), to)
    }
  }
}

function blend(below: Uint8Array, to: number, above: Uint8Array, from: number): void {
  const alpha = (above[from + 3] as number) / 255
  if (alpha === 0) return
  const under = ((below[to + 3] as number) / 255) * (1 - alpha)
  const all = alpha + under
  for (let i = 0; i < 3; i++) {
    below[to + i] = Math.round(
      ((above[from + i] as number) * alpha + (below[to + i] as number) * under) / all,
    )
  }
  below[to + 3] = Math.round(255 * all)
}

function erase(canvas: Canvas, frame: Frame): void {
  for (let y = 0; y < frame.height; y++) {
    const from = 4 * ((frame.y + y) * canvas.width + frame.x)
    canvas.data.fill(0, from, from + 4 * frame.width)
  }
}
