import { conv, depthwise, normalise, rows, stack } from '../onnx/layers.ts'
import { Network, type Wire } from '../onnx/network.ts'
import type { WeightsOf } from '../weights.ts'

/**
 * The face detector of face-api (a single-shot detector on MobileNet v1), put together from its weights. Without
 * the fixed size of the original it runs over a picture of any size: larger pictures show smaller faces.
 */

/** What one place of each layer looks for: this many sizes. */
export const ANCHORS = [3, 6, 6, 6, 6, 6]
/** Of background, face and a class that was never trained. */
const CLASSES = 3
const FACE = 1
/** Layers that halve the picture. */
const HALVE = new Set([2, 4, 6, 12])

/** `fine`: with the first layer alone, which sees faces of 25 to 100 pixels and is cheap on a large picture. */
export function faceNetwork(weights: WeightsOf, fine: boolean): Uint8Array {
  const net = new Network()
  const pointwise = (x: Wire, name: string, stride: number) =>
    net.clip6(
      conv(net, x, weights(`${name}/weights`), { stride, bias: weights(`${name}/convolution_bn_offset`) }),
    )
  const separate = (x: Wire, name: string, stride: number) =>
    net.clip6(
      normalise(net, depthwise(net, x, weights(`${name}/depthwise_weights`), stride), {
        mean: weights(`${name}/BatchNorm/moving_mean`),
        variance: weights(`${name}/BatchNorm/moving_variance`),
        scale: weights(`${name}/BatchNorm/gamma`),
        offset: weights(`${name}/BatchNorm/beta`),
      }),
    )

  let x = pointwise(net.signedPicture(), 'MobilenetV1/Conv2d_0_pointwise', 2)
  const layers: Wire[] = []
  for (let layer = 1; layer <= (fine ? 11 : 13); layer++) {
    x = separate(x, `MobilenetV1/Conv2d_${layer}_depthwise`, HALVE.has(layer) ? 2 : 1)
    x = pointwise(x, `MobilenetV1/Conv2d_${layer}_pointwise`, 1)
    if (layer === 11) layers.push(x)
  }
  if (!fine) layers.push(x)
  for (let layer = 0; layer < (fine ? 0 : 8); layer++) {
    x = pointwise(x, `Prediction/Conv2d_${layer}_pointwise`, layer % 2 === 1 ? 2 : 1)
    if (layer % 2 === 1) layers.push(x)
  }

  const boxes: Wire[] = []
  const scores: Wire[] = []
  for (const [index, layer] of layers.entries()) {
    const name = `Prediction/BoxPredictor_${index}`
    const faces = Array.from({ length: ANCHORS[index] ?? 0 }, (_, anchor) => anchor * CLASSES + FACE)
    const place = conv(net, layer, weights(`${name}/BoxEncodingPredictor/weights`), {
      bias: weights(`${name}/BoxEncodingPredictor/biases`),
    })
    const face = conv(net, layer, weights(`${name}/ClassPredictor/weights`), {
      bias: weights(`${name}/ClassPredictor/biases`),
      pick: faces,
    })
    boxes.push(rows(net, place, 4))
    scores.push(rows(net, face, 1))
  }
  net.output('boxes', stack(net, boxes))
  net.output('scores', stack(net, scores))
  return net.model()
}
