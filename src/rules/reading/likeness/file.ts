/**
 * How much a text as a whole sounds like labelled ones: a linear model over words and pairs of words. It knows no
 * sentence by heart and holds none: its file has numbers alone (scripts/learn.ts makes it from test/corpus).
 */
export interface Likeness {
  /** By the hash of a feature. */
  readonly weights: Int8Array
  /**
   * One bit for eight weights: whether any of them is something. Most are nothing, and this table is small enough to
   * stay near the processor where the weights are not.
   */
  readonly something: Uint8Array
  readonly bias: number
  /** What one step of a weight is worth. */
  readonly unit: number
}

/** Features are told apart by as many bits of their hash. */
export const BITS = 20
/** A row of the base64 text. */
const WIDTH = 120
/** Weights smaller than this share of the largest are left out. */
const NOTHING = 1 / 127

/**
 * A model as text: bias and unit in the first line, then each weight that is not nothing, as the distance from the
 * one before and the weight itself, base64.
 */
export function packed(weights: Float32Array, bias: number): string {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6)
  const unit = largest * NOTHING
  const bytes: number[] = []
  let last = -1
  weights.forEach((weight, index) => {
    const step = Math.round(weight / unit)
    if (step === 0) return
    for (let gap = index - last; ; gap >>>= 7) {
      bytes.push((gap & 127) | (gap > 127 ? 128 : 0))
      if (gap <= 127) break
    }
    bytes.push(step & 255)
    last = index
  })
  const rows = base64(bytes)
  const lines = rows.match(new RegExp(`.{1,${WIDTH}}`, 'g')) ?? []
  return `${bias.toPrecision(6)} ${unit.toPrecision(6)}\n${lines.join('\n')}\n`
}

function base64(bytes: readonly number[]): string {
  let out = ''
  for (let i = 0; i < bytes.length; i += 3000) out += btoa(String.fromCharCode(...bytes.slice(i, i + 3000)))
  return out
}

/** @throws when the text is no model. */
export function unpacked(text: string): Likeness {
  const end = text.indexOf('\n')
  const [bias = Number.NaN, unit = Number.NaN] = text.slice(0, end).split(' ').map(Number)
  const bytes = atob(text.slice(end).replaceAll('\n', ''))
  const weights = new Int8Array(1 << BITS)
  const something = new Uint8Array(1 << (BITS - 6))
  let index = -1
  for (let i = 0; i < bytes.length; ) {
    let gap = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes.charCodeAt(i++)
      gap |= (byte & 127) << shift
      if (byte < 128 || shift > 21) break
    }
    index += gap
    weights[index] = bytes.charCodeAt(i++)
    something[index >>> 6] = (something[index >>> 6] as number) | (1 << ((index >>> 3) & 7))
  }
  if (!(unit > 0) || Number.isNaN(bias) || index >= weights.length) throw new Error('this is no model')
  return { weights, something, bias, unit }
}
