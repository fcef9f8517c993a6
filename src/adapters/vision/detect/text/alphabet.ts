import type { Answer } from '../onnx/runtime.ts'

/** Turns what the reader says of each sliver of a line into words. */
export interface Alphabet {
  /** Of a batch, one a line. */
  words(answer: Answer): Words[]
}

export interface Words {
  text: string
  /** How sure of its letters, 0 to 1. */
  score: number
}

/** The reader drops most spaces; where it gave one at least this much of a chance there is one. */
const SPACE = 0.02
const LATIN = /^[\u0020-\u007e\u00a1-\u024f°–—‘’“”•…€™]$/u

/** `keys`: the signs that the reader knows, in its order. It knows Chinese as well; here nobody writes it. */
export function alphabet(keys: readonly string[]): Alphabet {
  const signs = ['', ...keys, ' ']
  const space = signs.length - 1
  const own = signs.flatMap((sign, index) => {
    const plain = sign.normalize('NFKC')
    return index !== 0 && index !== space && LATIN.test(plain) ? [{ index, sign: plain }] : []
  })
  const line = (slivers: Float32Array, count: number): Words => {
    let text = ''
    let sum = 0
    let last = 0
    let gap = 0
    for (let sliver = 0; sliver < count; sliver++) {
      const chances = slivers.subarray(sliver * signs.length, (sliver + 1) * signs.length)
      const blank = chances[0] as number
      const apart = chances[space] as number
      let best = { index: 0, sign: '' }
      let chance = Math.max(blank, apart)
      for (const each of own) {
        const here = chances[each.index] as number
        if (here > chance) [best, chance] = [each, here]
      }
      gap = Math.max(gap, apart)
      if (best.index !== 0 && best.index !== last) {
        if (text !== '' && gap > SPACE) text += ' '
        text += best.sign
        sum += chance
        gap = 0
      }
      last = best.index
    }
    const letters = text.replaceAll(' ', '').length
    return { text, score: letters === 0 ? 0 : sum / letters }
  }
  return {
    words({ data, dims: [lines = 0, slivers = 0] }) {
      const each = slivers * signs.length
      return Array.from({ length: lines }, (_, index) =>
        line(data.subarray(index * each, (index + 1) * each), slivers),
      )
    },
  }
}
