import { CODE, type Vocabulary } from '../reading/lexicon.ts'
import { once } from '../reading/once.ts'
import type { Reading } from '../reading/reading.ts'
import { accountant, type Reckoning } from './accounting.ts'

export interface Reckoned extends Reckoning {
  from: number
  to: number
}

const STAFF = String.fromCharCode(CODE.staff)
type Reckoner = (reading: Reading) => readonly Reckoned[]
const reckoners = new WeakMap<Vocabulary, Reckoner>()

/** Sentences of a reply that no safe shape accounts for; worked out once for all rules of the group. */
export function reckoner(vocabulary: Vocabulary): Reckoner {
  // All rules of the group ask the same; a vocabulary that still learns has to be asked anew.
  const made = (!vocabulary.learning && reckoners.get(vocabulary)) || build(vocabulary)
  if (!vocabulary.learning) reckoners.set(vocabulary, made)
  return made
}

function build(vocabulary: Vocabulary): Reckoner {
  const reckon = accountant(vocabulary)
  return once((reading: Reading) => {
    let staffNear = false
    const all = reading.sentences.map(({ from, to }): Reckoned => {
      const code = reading.code.slice(from, to)
      staffNear ||= code.includes(STAFF)
      return { from, to, ...reckon(code, staffNear) }
    })
    const safe = all.some(({ accounted }) => accounted)
    return all.filter(({ accounted, short }) => !accounted && !(short && safe))
  })
}
