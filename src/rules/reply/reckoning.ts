import { CODE, type Vocabulary } from '../reading/lexicon.ts'
import type { Reading } from '../reading/reading.ts'
import { accountant, type Reckoning } from './accounting.ts'

export interface Reckoned extends Reckoning {
  from: number
  to: number
}

const STAFF = String.fromCharCode(CODE.staff)
const made = new WeakMap<Reading, readonly Reckoned[]>()
const accountants = new WeakMap<Vocabulary, ReturnType<typeof accountant>>()

/** Sentences of a reply that no safe shape accounts for; worked out once for all rules of the group. */
export function reckoner(vocabulary: Vocabulary): (reading: Reading) => readonly Reckoned[] {
  // Both rules of the group ask the same; a vocabulary that still learns has to be asked anew.
  const reckon = (!vocabulary.learning && accountants.get(vocabulary)) || accountant(vocabulary)
  if (!vocabulary.learning) accountants.set(vocabulary, reckon)
  return (reading) => {
    const before = made.get(reading)
    if (before !== undefined) return before
    let staffNear = false
    const all = reading.sentences.map(({ from, to }): Reckoned => {
      const code = reading.code.slice(from, to)
      staffNear ||= code.includes(STAFF)
      return { from, to, ...reckon(code, staffNear) }
    })
    const safe = all.some(({ accounted }) => accounted)
    const open = all.filter(({ accounted, short }) => !accounted && !(short && safe))
    made.set(reading, open)
    return open
  }
}
