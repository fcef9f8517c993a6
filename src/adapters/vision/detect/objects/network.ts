import { conv, depthwise, normalise, perChannel, rows, stack } from '../onnx/layers.ts'
import { Network, type Wire } from '../onnx/network.ts'
import type { WeightsOf } from '../weights.ts'

/** COCO-SSD (a single-shot detector on MobileNet v2), put together from the graph that TensorFlow.js reads. */

export interface GraphNode {
  name: string
  op: string
  input?: readonly string[]
  attr?: Readonly<Record<string, { list?: { i?: readonly string[] } }>>
}

/** How many boxes a place of each layer looks for. */
export const ANCHORS = [3, 6, 6, 6, 6, 6] as const
/** What it can tell apart, with "nothing" in front. */
const CLASSES = 91

export function objectNetwork(
  nodes: readonly GraphNode[],
  weights: WeightsOf,
  kinds: readonly number[],
): Uint8Array {
  const net = new Network()
  const known = new Map(nodes.map((node) => [node.name, node]))
  const drawn = new Map<string, Wire>([['Preprocessor/sub', net.signedPicture()]])

  const nodeOf = (name: string) => {
    const node = known.get(name)
    if (!node) throw new Error(`the graph has no ${name}`)
    return node
  }
  const wire = (name: string): Wire => {
    const done = drawn.get(name)
    if (done) return done
    const made = draw(nodeOf(name))
    drawn.set(name, made)
    return made
  }
  const draw = ({ name, op, input = [], attr }: GraphNode): Wire => {
    const [x = '', y = ''] = input
    const stride = Number(attr?.strides?.list?.i?.[1] ?? 1)
    switch (op) {
      case 'Const':
        return perChannel(net, weights(name))
      case 'Conv2D':
        return conv(net, wire(x), weights(y), { stride })
      case 'DepthwiseConv2dNative':
        return depthwise(net, wire(x), weights(y), stride)
      case 'FusedBatchNorm': {
        const [scale, offset, mean, variance] = input.slice(1).map(weights)
        if (!scale || !offset || !mean || !variance) throw new Error(`${name} lacks numbers`)
        return normalise(net, wire(x), { scale, offset, mean, variance })
      }
      case 'Relu6':
        return net.clip6(wire(x))
      case 'Add':
      case 'AddN':
        return net.node('Add', [wire(x), wire(y)])
      case 'Mul':
        return net.node('Mul', [wire(x), wire(y)])
      default:
        throw new Error(`${name} is a ${op}, and nobody knows how to draw that`)
    }
  }

  const boxes: Wire[] = []
  const scores: Wire[] = []
  for (const [layer, anchors] of ANCHORS.entries()) {
    const predictor = (what: string, pick?: readonly number[]) => {
      const name = `BoxPredictor_${layer}/${what}Predictor`
      const from = nodeOf(`${name}/Conv2D`).input?.[0] ?? ''
      const bias = weights(`${name}/biases`)
      return conv(net, wire(from), weights(`${name}/weights`), { bias, ...(pick ? { pick } : {}) })
    }
    const wanted = Array.from({ length: anchors }, (_, anchor) =>
      kinds.map((kind) => anchor * CLASSES + kind),
    )
    boxes.push(rows(net, predictor('BoxEncoding'), 4))
    scores.push(rows(net, predictor('Class', wanted.flat()), kinds.length))
  }
  net.output('boxes', stack(net, boxes))
  net.output('scores', stack(net, scores))
  return net.model()
}
