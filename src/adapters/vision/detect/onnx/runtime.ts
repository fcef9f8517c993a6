import { createRequire } from 'node:module'

/** The native runtime, opened when the first picture comes: it is an optional part. */
export interface Runtime {
  open(model: Uint8Array | string): Promise<Model>
}

export interface Answer {
  data: Float32Array
  dims: readonly number[]
}
export interface Model {
  run(
    input: string,
    data: Float32Array | Uint8Array,
    dims: readonly number[],
  ): Promise<ReadonlyMap<string, Answer>>
}

/** As much of the package as is used here; it brings no types of its own. */
interface Native {
  env: { logLevel: string }
  Tensor: new (type: 'uint8' | 'float32', data: Float32Array | Uint8Array, dims: readonly number[]) => object
  InferenceSession: {
    create(
      model: Uint8Array | string,
      options: Readonly<Record<string, unknown>>,
    ): Promise<{ run(inputs: Readonly<Record<string, object>>): Promise<Readonly<Record<string, Answer>>> }>
  }
}

export function openRuntime(threads: number): Runtime {
  const { InferenceSession, Tensor, env } = createRequire(import.meta.url)('onnxruntime-node') as Native
  env.logLevel = 'error'
  // Without the arena memory goes back after each picture; with it the largest picture stays paid for.
  const options = {
    enableCpuMemArena: false,
    enableMemPattern: false,
    intraOpNumThreads: threads,
    logSeverityLevel: 3,
  }
  return {
    async open(model) {
      const session = await InferenceSession.create(model, options)
      return {
        async run(input, data, dims) {
          const type = data instanceof Uint8Array ? 'uint8' : 'float32'
          return new Map(Object.entries(await session.run({ [input]: new Tensor(type, data, dims) })))
        },
      }
    },
  }
}

export function answer(answers: ReadonlyMap<string, Answer>, name: string): Answer {
  const found = answers.get(name)
  if (!found) throw new Error(`the model gave no ${name}`)
  return found
}
