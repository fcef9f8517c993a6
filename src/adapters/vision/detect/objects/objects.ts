import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Box, Sighting } from '../../../../bot/pictures.ts'
import { layersOf, read } from '../anchors.ts'
import { covered, distinct, likeness } from '../boxes.ts'
import { answer, type Runtime } from '../onnx/runtime.ts'
import { type Raster, resized } from '../raster.ts'
import { type Group, readWeights } from '../weights.ts'
import { ANCHORS, type GraphNode, objectNetwork } from './network.ts'

export interface Objects {
  people: Sighting[]
  screens: Sighting[]
}

export interface ObjectFinder {
  find(raster: Raster): Promise<Objects>
}

/** By their numbers in COCO: person; television (monitors too), laptop, mobile phone (tablets too). */
const KINDS = [1, 72, 73, 77] as const
const THRESHOLDS = [0.3, 0.3, 0.3, 0.35] as const
/** The picture that the weights were trained on was a square of so many pixels, whatever its shape had been. */
const TRAINED = 300
const FIRST_STRIDE = 16

export async function openObjects(runtime: Runtime, folder: string): Promise<ObjectFinder> {
  const file = join(folder, 'models/coco-ssd/model.json')
  const { modelTopology, weightsManifest } = JSON.parse(await readFile(file, 'utf8')) as {
    modelTopology: { node: GraphNode[] }
    weightsManifest: Group[]
  }
  const weights = await readWeights(file, weightsManifest)
  const model = await runtime.open(objectNetwork(modelTopology.node, weights, KINDS))
  const layers = layersOf(weights('Postprocessor/ExpandDims').data, TRAINED, FIRST_STRIDE, ANCHORS)
  return {
    async find(raster) {
      const small = await resized(raster, TRAINED, TRAINED)
      const answers = await model.run('picture', small.rgb, [1, TRAINED, TRAINED, 3])
      const seen = {
        boxes: answer(answers, 'boxes').data,
        scores: answer(answers, 'scores').data,
        classes: KINDS.length,
      }
      const [across, down] = [raster.width / TRAINED, raster.height / TRAINED]
      const found = read(layers, small, seen, THRESHOLDS).map(({ box, score, kind }) => ({
        box: { x: box.x * across, y: box.y * down, width: box.width * across, height: box.height * down },
        score,
        kind,
      }))
      const of = (wanted: (kind: number) => boolean) =>
        distinct(
          found.flatMap(({ box, score, kind }) => (wanted(kind) ? [{ box, score }] : [])),
          same,
        )
      return { people: of((kind) => kind === 0), screens: of((kind) => kind > 0) }
    },
  }
}

/** One thing found twice; people in a crowd overlap and are still two. */
function same(a: Box, b: Box): boolean {
  return likeness(a, b) > 0.5 || covered(a, b) > 0.9
}
