import type { Network, Weights, Wire } from './network.ts'

/** Layers as TensorFlow keeps them, weights in its order, drawn into a network that wants channels first. */

/** `weights` are [height, width, channels in, channels out]; `pick` keeps some of the channels out, in this order. */
export function conv(
  net: Network,
  x: Wire,
  weights: Weights,
  { stride = 1, bias, pick }: { stride?: number; bias?: Weights; pick?: readonly number[] } = {},
): Wire {
  const [high = 1, wide = 1, from = 1, all = 1] = weights.shape
  const out = pick ?? Array.from({ length: all }, (_, index) => index)
  const data = new Float32Array(out.length * from * high * wide)
  let at = 0
  for (const channel of out)
    for (let source = 0; source < from; source++)
      for (let cell = 0; cell < high * wide; cell++)
        data[at++] = weights.data[(cell * from + source) * all + channel] ?? 0
  const inputs = [x, net.constant({ shape: [out.length, from, high, wide], data })]
  if (bias) {
    const picked = Float32Array.from(out, (channel) => bias.data[channel] ?? 0)
    inputs.push(net.constant({ shape: [out.length], data: picked }))
  }
  return net.node('Conv', inputs, window(high, wide, stride))
}

/** One filter a channel; `weights` are [height, width, channels, 1]. */
export function depthwise(net: Network, x: Wire, weights: Weights, stride: number): Wire {
  const [high = 1, wide = 1, channels = 1] = weights.shape
  const data = new Float32Array(weights.data.length)
  for (let channel = 0; channel < channels; channel++)
    for (let cell = 0; cell < high * wide; cell++)
      data[channel * high * wide + cell] = weights.data[cell * channels + channel] ?? 0
  const filter = net.constant({ shape: [channels, 1, high, wide], data })
  return net.node('Conv', [x, filter], { ...window(high, wide, stride), group: channels })
}

function window(high: number, wide: number, stride: number) {
  return { kernel_shape: [high, wide], strides: [stride, stride], auto_pad: 'SAME_UPPER' }
}

/** What was learned a channel, ready to be added to or multiplied with planes. */
export function perChannel(net: Network, { data }: Weights): Wire {
  return net.constant({ shape: [data.length, 1, 1], data })
}

export interface Norm {
  mean: Weights
  variance: Weights
  scale: Weights
  offset: Weights
}

export function normalise(net: Network, x: Wire, { mean, variance, scale, offset }: Norm): Wire {
  const flat = ({ data }: Weights) => net.constant({ shape: [data.length], data })
  return net.node('BatchNormalization', [x, flat(scale), flat(offset), flat(mean), flat(variance)], {
    epsilon: { float: 0.001 },
  })
}

/** Planes with `each` channels an anchor, as rows of `each` numbers. */
export function rows(net: Network, x: Wire, each: number): Wire {
  const last = net.node('Transpose', [x], { perm: [0, 2, 3, 1] })
  return net.node('Reshape', [last, net.integers([-1, each])])
}

export function stack(net: Network, parts: readonly Wire[]): Wire {
  return net.node('Concat', parts, { axis: 0 })
}
