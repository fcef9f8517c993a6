import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sighting } from '../../../../bot/pictures.ts'
import { type Layers, layersOf, read } from '../anchors.ts'
import { distinct, scaled } from '../boxes.ts'
import { answer, type Model, type Runtime } from '../onnx/runtime.ts'
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
  const look = async (model: Model, used: Layers, { rgb, width, height }: Raster, threshold: number) => {
    const answers = await model.run('picture', rgb, [1, height, width, 3])
    const seen = { boxes: answer(answers, 'boxes').data, scores: answer(answers, 'scores').data, classes: 1 }
    return read(used, { width, height }, seen, [threshold])
  }
  return {
    async find(raster, side, threshold, { fine = false } = {}) {
      const picture = await fitted(raster, side, STEP)
      const found: Sighting[] = []
      for (const { part, top } of fine ? bands(picture) : [{ part: picture, top: 0 }])
        for (const { box, score } of await look(
          fine ? small : all,
          fine ? layers.slice(0, 1) : layers,
          part,
          threshold,
        ))
          found.push({ box: { ...box, y: box.y + top }, score })
      const [across, down] = [raster.width / picture.width, raster.height / picture.height]
      return distinct(found.map(({ box, score }) => ({ box: stretched(box, across, down), score })))
    },
  }
}

/** Of a large picture only a part is looked at at once: what the model notes down of all of it fills a gigabyte. */
const BAND = 640
/** Faces that are looked for in bands are lower than this. */
const SHARED = 128

function bands(picture: Raster): { part: Raster; top: number }[] {
  const parts: { part: Raster; top: number }[] = []
  for (let top = 0; top === 0 || top + SHARED < picture.height; top += BAND) {
    const height = Math.min(BAND + SHARED, picture.height - top)
    const from = top * picture.width * 3
    const rgb = picture.rgb.subarray(from, from + height * picture.width * 3)
    parts.push({ part: { rgb, width: picture.width, height }, top })
  }
  return parts
}

function stretched(box: Sighting['box'], across: number, down: number): Sighting['box'] {
  const { x, width } = scaled(box, across)
  const { y, height } = scaled(box, down)
  return { x, y, width, height }
}
