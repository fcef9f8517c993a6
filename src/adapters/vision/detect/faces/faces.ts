import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sighting } from '../../../../bot/pictures.ts'
import { layersOf, read } from '../anchors.ts'
import { distinct, scaled } from '../boxes.ts'
import { answer, type Runtime } from '../onnx/runtime.ts'
import { fitted, type Raster } from '../raster.ts'
import { type Group, readWeights } from '../weights.ts'
import { ANCHORS, faceNetwork } from './network.ts'

export interface Faces {
  /** Faces, as they are seen with the longer side of the picture made `side` pixels; `fine`: small ones alone. */
  find(raster: Raster, side: number, threshold: number, options?: { fine?: boolean }): Promise<Sighting[]>
}

/** The picture that the weights were trained on was so large, and its anchors are measured on it. */
const TRAINED = 512
const FIRST_STRIDE = 16
const STEP = 64

/** `folder`: where the package with the weights lies. */
export async function openFaces(runtime: Runtime, folder: string): Promise<Faces> {
  const manifest = join(folder, 'model/ssd_mobilenetv1_model-weights_manifest.json')
  const weights = await readWeights(manifest, JSON.parse(await readFile(manifest, 'utf8')) as Group[])
  const [all, small] = await Promise.all(
    [false, true].map((fine) => runtime.open(faceNetwork(weights, fine))),
  )
  if (!all || !small) throw new Error('the face detector could not be opened')
  const layers = layersOf(weights('Output/extra_dim').data, TRAINED, FIRST_STRIDE, ANCHORS)
  return {
    async find(raster, side, threshold, { fine = false } = {}) {
      const { rgb, width, height } = await fitted(raster, side, STEP)
      const answers = await (fine ? small : all).run('picture', rgb, [1, height, width, 3])
      const seen = {
        boxes: answer(answers, 'boxes').data,
        scores: answer(answers, 'scores').data,
        classes: 1,
      }
      const [across, down] = [raster.width / width, raster.height / height]
      return distinct(
        read(fine ? layers.slice(0, 1) : layers, { width, height }, seen, [threshold]).map(
          ({ box, score }) => ({
            box: stretched(box, across, down),
            score,
          }),
        ),
      )
    },
  }
}

function stretched(box: Sighting['box'], across: number, down: number): Sighting['box'] {
  const { x, width } = scaled(box, across)
  const { y, height } = scaled(box, down)
  return { x, y, width, height }
}
