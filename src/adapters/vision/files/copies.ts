import sharp from 'sharp'
import type { Box, Picture } from '../../../bot/pictures.ts'

export async function clean(bytes: Uint8Array): Promise<Picture> {
  return cover(bytes, [])
}

export async function cover(bytes: Uint8Array, boxes: readonly Box[]): Promise<Picture> {
  const upright = await sharp(bytes).rotate().jpeg().toBuffer()
  const covers = boxes.map(({ x, y, width, height }) => ({
    input: { create: { width, height, channels: 3 as const, background: '#000' } },
    left: x,
    top: y,
  }))
  const { data, info } = await sharp(upright).composite(covers).jpeg().toBuffer({ resolveWithObject: true })
  return { bytes: data, mime: 'image/jpeg', width: info.width, height: info.height }
}

export async function outline(bytes: Uint8Array, boxes: readonly Box[]): Promise<Picture> {
  return cover(bytes, boxes)
}
