import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Weights } from './onnx/network.ts'

/** Weights as TensorFlow.js keeps them: a manifest that names and measures them, and files of plain numbers. */

interface Entry {
  name: string
  shape: number[]
  dtype: 'float32' | 'int32' | string
  quantization?: { scale: number; min: number; dtype: 'uint8' | 'uint16' }
}
export interface Group {
  weights: Entry[]
  paths: string[]
}

export type WeightsOf = (name: string) => Weights

/** `manifest` is the file whose folder holds the files of numbers. */
export async function readWeights(manifest: string, groups: readonly Group[]): Promise<WeightsOf> {
  const found = new Map<string, Weights>()
  for (const { weights, paths } of groups) {
    const parts = await Promise.all(paths.map((path) => readFile(join(dirname(manifest), path))))
    const bytes = Buffer.concat(parts)
    let at = bytes.byteOffset
    for (const entry of weights) {
      const count = entry.shape.reduce((product, size) => product * size, 1)
      const { data, size } = numbers(entry, bytes.buffer as ArrayBuffer, at, count)
      found.set(entry.name, { shape: entry.shape, data })
      at += size
    }
  }
  return (name) => {
    const weights = found.get(name)
    if (!weights) throw new Error(`${manifest} has no ${name}`)
    return weights
  }
}

function numbers({ quantization, dtype }: Entry, buffer: ArrayBuffer, at: number, count: number) {
  const each = quantization ? (quantization.dtype === 'uint8' ? 1 : 2) : 4
  const raw = buffer.slice(at, at + count * each)
  const size = count * each
  if (quantization) {
    const { scale, min } = quantization
    const steps = each === 1 ? new Uint8Array(raw) : new Uint16Array(raw)
    return { data: Float32Array.from(steps, (step) => step * scale + min), size }
  }
  const data = dtype === 'int32' ? Float32Array.from(new Int32Array(raw)) : new Float32Array(raw)
  return { data, size }
}
