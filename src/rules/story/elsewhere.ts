import { CODE } from '../reading/lexicon.ts'
import type { Reading } from '../reading/reading.ts'
import { HEADS, type Lists } from './lists.ts'

/** What kind of post it is, where the kind decides who can be in it. */
export interface Genre {
  /** No patients under HIPAA: animals, history, pictures of nobody. */
  elsewhere: boolean
  /** "Case study:": one patient, whatever the tense. */
  study: boolean
  /** What researchers found about a crowd. */
  research: boolean
  /** "Our new laser is here": she has a plug. */
  machine: boolean
}

/** Tells the genre of a post by the lists that its words are in (`one`, `two`; see lists.ts). */
export function genreReader({
  first,
  a,
  b,
  words,
}: Lists): (reading: Reading, one: number, two: number) => Genre {
  const [ANIMAL, HISTORY, HEAD, PATIENT] = [a('animal'), a('history'), a(...HEADS), a('patient.one')] as const
  const [UNREAL, CASE, DEVICE, STUDY] = [
    b('story.unreal'),
    b('story.case'),
    b('story.device'),
    b('story.study'),
  ] as const
  const drawn = words('stock illustration animation cartoon simulated mannequin')
  const model = words('model models actor actors')
  const not = words('not')
  const shown = words('shown photo pictured featured not')
  const whose = words('her his my your their therapy office service emotional')
  const bite = words('bite bites scratch scratches attack kick hair dander allergy allergies')
  const by = words('by off from with of about on had has have got')
  const cases = words('case')
  const kinds = words(
    'interesting cool tough difficult complex challenging fun rare recent favorite real rewarding clinical unusual great wild crazy',
  )
  const studies = words('study presentation review spotlight report log in')
  const fresh = words('new newest latest arrived installed named unboxing upgrade')

  /** The animals of a post are who is treated, not what bit somebody. */
  const animals = (code: string, i: number) =>
    (first(code.charCodeAt(i)) & ANIMAL) !== 0 &&
    !(bite.has(code.charCodeAt(i + 1)) || first(code.charCodeAt(i + 1)) & HEAD) &&
    !(whose.has(code.charCodeAt(i - 1)) || whose.has(code.charCodeAt(i - 2))) &&
    !(by.has(code.charCodeAt(i - 1)) || by.has(code.charCodeAt(i - 2)))
  /** "Stock photo", "model, not a patient". */
  const unreal = (code: string, i: number) => {
    const unit = code.charCodeAt(i)
    return (
      drawn.has(unit) ||
      (model.has(unit) && (shown.has(code.charCodeAt(i + 1)) || not.has(code.charCodeAt(i + 2))))
    )
  }
  /** "Case study:", "Interesting case". */
  const study = (code: string, i: number) =>
    cases.has(code.charCodeAt(i)) &&
    (code.charCodeAt(i + 1) === CODE.colon ||
      kinds.has(code.charCodeAt(i - 1)) ||
      studies.has(code.charCodeAt(i + 1)))
  const isNew = (code: string, i: number) => fresh.has(code.charCodeAt(i))

  return (reading, one, two) => {
    const { code } = reading
    const isStudy = (two & CASE) !== 0 && some(code, study)
    const elsewhere =
      (one & HISTORY) !== 0 ||
      ((two & UNREAL) !== 0 && some(code, unreal)) ||
      ((one & ANIMAL) !== 0 && some(code, animals)) ||
      longAgo(reading)
    return {
      elsewhere,
      study: isStudy,
      research: (two & STUDY) !== 0 && !isStudy,
      machine: (two & DEVICE) !== 0 && !(one & PATIENT) && some(code, isNew),
    }
  }
}

function some(code: string, is: (code: string, i: number) => boolean): boolean {
  for (let i = 0; i < code.length; i++) if (is(code, i)) return true
  return false
}

/** A year in which no patient of today was one. */
function longAgo({ tokens, first, code }: Reading): boolean {
  for (let i = 0; i < code.length; i++) {
    if (code.charCodeAt(i) !== CODE.number) continue
    const at = first[i] as number
    // "In 1912", not "our 1000th patient".
    if (!/^1[0-8]\d\d$|^19[0-4]\d$/.test(tokens.word[at] as string)) continue
    if (
      /^(?:in|since|of|from|until|by|circa|around|year|early|late|before|after|the)$/.test(
        tokens.word[at - 1] ?? '',
      )
    )
      return true
  }
  return false
}
