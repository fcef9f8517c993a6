import type { Vocabulary } from '../reading/lexicon.ts'
import type { Reading } from '../reading/reading.ts'

type Needs = ReadonlySet<number> | undefined

/** Tells for every rule at once which of its phrases can fit a post, by the words that they cannot do without. */
export interface Switchboard {
  /**
   * One rule's phrases. `key` is the same each time the rule is made, so that a later round takes the place of an
   * earlier one; `undefined` needs are always asked. What comes back gives places in `needs`.
   */
  join(key: object, needs: readonly Needs[]): (reading: Reading) => readonly number[]
}

const made = new WeakMap<Vocabulary, Switchboard>()

export function switchboards(vocabulary: Vocabulary): Switchboard {
  let found = made.get(vocabulary)
  if (found === undefined) {
    found = build()
    made.set(vocabulary, found)
  }
  return found
}

const NONE: readonly number[] = []

function build(): Switchboard {
  const joined = new Map<object, readonly Needs[]>()
  let board: Board | undefined
  let last: Reading | undefined
  let lit: ReadonlyMap<object, readonly number[]> = new Map()
  return {
    join(key, needs) {
      joined.set(key, needs)
      board = undefined
      last = undefined
      return (reading) => {
        board ??= wire(joined)
        if (last !== reading) {
          last = reading
          lit = board(reading.code)
        }
        return lit.get(key) ?? NONE
      }
    },
  }
}

type Board = (code: string) => ReadonlyMap<object, readonly number[]>

/** One bit for each phrase of all rules, one row of bits for each word. */
function wire(joined: ReadonlyMap<object, readonly Needs[]>): Board {
  const lines: { key: object; at: number }[] = []
  for (const [key, needs] of joined) for (const at of needs.keys()) lines.push({ key, at })
  const rows = Math.ceil(lines.length / 31)
  const always = new Int32Array(rows)
  const byCode: (Int32Array | undefined)[] = []
  const all = [...joined.values()].flat()
  all.forEach((codes, i) => {
    const [row, bit] = [Math.floor(i / 31), 1 << (i % 31)]
    if (codes === undefined) always[row] = (always[row] as number) | bit
    for (const code of codes ?? []) {
      const bits = byCode[code] ?? new Int32Array(rows)
      bits[row] = (bits[row] as number) | bit
      byCode[code] = bits
    }
  })
  const found = new Int32Array(rows)
  return (code) => {
    found.set(always)
    for (let i = 0; i < code.length; i++) {
      const bits = byCode[code.charCodeAt(i)]
      if (bits === undefined) continue
      for (let row = 0; row < rows; row++) found[row] = (found[row] as number) | (bits[row] as number)
    }
    const out = new Map<object, number[]>()
    for (let row = 0; row < rows; row++) {
      for (let bits = found[row] as number; bits !== 0; bits &= bits - 1) {
        const line = lines[row * 31 + 31 - Math.clz32(bits & -bits)] as (typeof lines)[number]
        const list = out.get(line.key)
        if (list === undefined) out.set(line.key, [line.at])
        else list.push(line.at)
      }
    }
    return out
  }
}
