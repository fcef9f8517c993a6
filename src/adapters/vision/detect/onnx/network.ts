import { bytes, type Chunk, float, int, join, message, text } from './wire.ts'

/** The versions of ONNX that the models are written in: old enough for every runtime of the last years. */
const IR = 7
const OPSET = 13

const FLOAT = 1
const UINT8 = 2
const INT64 = 7

/** A value that flows through the network, by name. */
export type Wire = string & { readonly wire: true }
export type Attribute = number | string | readonly number[] | { float: number }

export interface Weights {
  shape: readonly number[]
  data: Float32Array
}

/** A network under construction: pictures go in as they are decoded, rows of bytes, three a pixel. */
export class Network {
  readonly #nodes: Chunk[] = []
  readonly #constants: Chunk[] = []
  readonly #outputs: Chunk[] = []
  #count = 0
  readonly picture = 'picture' as Wire

  node(op: string, inputs: readonly Wire[], attributes: Readonly<Record<string, Attribute>> = {}): Wire {
    const out = `v${this.#count++}` as Wire
    this.#nodes.push(
      message(1, [
        ...inputs.map((input) => text(1, input)),
        text(2, out),
        text(4, op),
        ...Object.entries(attributes).map(([name, value]) => attribute(name, value)),
      ]),
    )
    return out
  }

  constant({ shape, data }: Weights): Wire {
    return this.#constant(shape, FLOAT, new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
  }

  integers(values: readonly number[]): Wire {
    const data = BigInt64Array.from(values.map(BigInt))
    return this.#constant([values.length], INT64, new Uint8Array(data.buffer))
  }

  #constant(shape: readonly number[], type: number, raw: Uint8Array): Wire {
    const name = `c${this.#count++}` as Wire
    this.#constants.push(
      message(5, [...shape.map((size) => int(1, size)), int(2, type), text(8, name), bytes(9, raw)]),
    )
    return name
  }

  /** The picture as the network was trained on it: channels first, -1 to 1. */
  signedPicture(): Wire {
    const floats = this.node('Cast', [this.picture], { to: FLOAT })
    const planes = this.node('Transpose', [floats], { perm: [0, 3, 1, 2] })
    const scaled = this.node('Mul', [planes, this.constant({ shape: [], data: Float32Array.of(1 / 127.5) })])
    return this.node('Sub', [scaled, this.constant({ shape: [], data: Float32Array.of(1) })])
  }

  clip6(x: Wire): Wire {
    const bound = (value: number) => this.constant({ shape: [], data: Float32Array.of(value) })
    return this.node('Clip', [x, bound(0), bound(6)])
  }

  output(name: string, x: Wire): void {
    this.#nodes.push(message(1, [text(1, x), text(2, name), text(4, 'Identity')]))
    this.#outputs.push(message(12, [text(1, name), tensorType(FLOAT, undefined)]))
  }

  model(): Uint8Array {
    const picture = message(11, [text(1, this.picture), tensorType(UINT8, [1, 'height', 'width', 3])])
    const graph = [...this.#nodes, text(2, 'chaperone'), ...this.#constants, picture, ...this.#outputs]
    return join([int(1, IR), message(7, graph), message(8, [text(1, ''), int(2, OPSET)])])
  }
}

function tensorType(type: number, shape: readonly (number | string)[] | undefined): Chunk {
  const size = (of: number | string) => message(1, [typeof of === 'number' ? int(1, of) : text(2, of)])
  return message(2, [message(1, [int(1, type), ...(shape ? [message(2, shape.map(size))] : [])])])
}

function attribute(name: string, value: Attribute): Chunk {
  const named = text(1, name)
  if (typeof value === 'number') return message(5, [named, int(3, value), int(20, 2)])
  if (typeof value === 'string') return message(5, [named, text(4, value), int(20, 3)])
  if ('float' in value) return message(5, [named, float(2, value.float), int(20, 1)])
  return message(5, [named, ...value.map((each) => int(8, each)), int(20, 7)])
}
