import { compilePhrases, type Reading, type Sight, type Vocabulary } from '../../kit.ts'
import { classesOf } from '../../reading/classes.ts'
import { CODE } from '../../reading/lexicon.ts'
import { once } from '../../reading/once.ts'
import { sentenceOf, sentenceText } from './place.ts'

const LISTS = [
  'you',
  'youown',
  'she',
  'i',
  'relative.one',
  'relative',
  'person.one',
  'patient.one',
  'job',
  'history',
  'procedure',
  'product',
  'body',
  'condition',
  'outcome',
  'visit',
  'come',
  'past',
  'bepast',
  'record',
  'pay',
  'talk',
  'crowd',
  'life',
  'modal',
  'notice',
  'hint',
  'animal',
] as const

/** What a sentence holds. */
export interface Sense {
  has(...lists: (typeof LISTS)[number][]): boolean
  names: number
  handles: number
  staff: boolean
  /** Somebody who works here is spoken of: "our new hygienist". */
  colleague: boolean
}

export interface Ties {
  /** What stands in the sentence around a code unit. */
  sense(reading: Reading, code: number): Sense
  /** What stands in a sentence by its number. */
  senseOf(reading: Reading, sentence: number): Sense
  /**
   * Is what stands at a code unit tied to one person's care? In posts: an individual with care nearby. In replies:
   * the reader, or whoever came with them, in the same sentence.
   */
  personal(sight: Sight, code: number): boolean
  /** Words about care in the sentence or beside it. */
  cared(reading: Reading, code: number, reach?: number): boolean
  /** The practice, or another business, speaks of hours, events and offers in this sentence. */
  business(reading: Reading, code: number): boolean
  /** Whoever is spoken of works here: "Meet Rose. She grew up in …" */
  insider(reading: Reading, code: number): boolean
  /** The draft is about an animal: no patient under the law. */
  pet(reading: Reading): boolean
}

const PET =
  '{pet} !(bite|bites|bit|scratch|allergy|allergies|hair|dander|walker|groomer|owner|owners|sitter|trainer|{job}|{person.one})'
const COLLEAGUE = [
  '(our|my|meet|new|head|lead|senior|favorite|welcome) {soft}*2 {staffword} !(shook|took|saw|told|treated|found|fixed|removed)',
  '{staffword} of the',
]

/** Both are asked again and again for one draft, and must not cost more than one look at each sentence. */
const kept = once((_: Reading): { senses: Sense[]; pet?: boolean } => ({ senses: [] }))

export function tiesOf(vocabulary: Vocabulary): Ties {
  const { bit, of } = classesOf(vocabulary, LISTS)
  const pet = compilePhrases([PET], vocabulary, '')
  const colleague = compilePhrases(COLLEAGUE, vocabulary, '')

  const make = (reading: Reading, sentence: number): Sense => {
    const stretch = reading.sentences[sentence]
    let mask = 0
    let names = 0
    let handles = 0
    let staff = false
    for (let i = stretch?.from ?? 0; i < (stretch?.to ?? 0); i++) {
      const c = reading.code.charCodeAt(i)
      mask |= of(c)
      if (c === CODE.name) names++
      else if (c === CODE.handle) handles++
      else if (c === CODE.staff) staff = true
    }
    return {
      names,
      handles,
      staff,
      colleague: stretch !== undefined && colleague.test(sentenceText(reading, stretch.from)),
      has: (...lists) => lists.some((list) => (mask & (bit[list] as number)) !== 0),
    }
  }
  const senseOf = (reading: Reading, sentence: number): Sense => {
    const { senses } = kept(reading)
    let sense = senses[sentence]
    if (sense === undefined) {
      sense = make(reading, sentence)
      senses[sentence] = sense
    }
    return sense
  }
  const isPet = (reading: Reading) => {
    const draft = kept(reading)
    draft.pet ??= pet.test(reading.code)
    return draft.pet
  }
  const cared = (reading: Reading, at: number, reach = 1) => {
    for (let i = Math.max(0, at - reach); i <= at + reach; i++)
      if (senseOf(reading, i).has('procedure', 'product', 'body', 'condition', 'outcome', 'life')) return true
    return false
  }
  const insider = (reading: Reading, at: number): boolean => {
    const here = senseOf(reading, at)
    if (here.staff || here.colleague) return true
    for (let i = at; i > at - 4 && i >= 0; i--) {
      const sense = senseOf(reading, i)
      if (sense.names + sense.handles > 0 || sense.has('patient.one')) return false
      // "her grandfather's store in Duluth": her kin, not whom the sentence is about.
      if (i < at && sense.has('relative.one', 'person.one')) return false
      if (i < at && (sense.staff || sense.colleague)) return !sense.has('procedure', 'condition', 'body')
      if (!sense.has('she')) return false
    }
    return false
  }
  /** Where no portrait was made out: "he goes to …, third break on the same arm", "our patient in bed 7". */
  const alone = (reading: Reading, at: number, here: Sense) => {
    if (here.has('history') || isPet(reading) || insider(reading, at)) return false
    if (here.has('you') && here.has('relative') && here.names === 0) return false
    const weak = here.has('patient.one', 'person.one', 'relative.one', 'job') && !here.has('crowd')
    if (here.has('patient.one') && weak && here.has('she', 'past', 'bepast')) return true
    if (!cared(reading, at)) return false
    if (weak) return true
    return [at - 1, at, at + 1].some((i) => i >= 0 && strong(senseOf(reading, i)))
  }

  return {
    senseOf,
    sense: (reading, code) => senseOf(reading, sentenceOf(reading, code)),
    cared: (reading, code, reach) => cared(reading, sentenceOf(reading, code), reach),
    business: (reading, code) => {
      const here = senseOf(reading, sentenceOf(reading, code))
      if (here.has('notice')) return true
      // "You were here for half an hour on Tuesday" is no opening hour.
      const told = here.has('you', 'she', 'relative.one', 'patient.one') || here.names > 0
      return here.has('hint') && !(told && here.has('past', 'bepast'))
    },
    insider: (reading, code) => insider(reading, sentenceOf(reading, code)),
    pet: isPet,
    personal({ reading, draft }, code) {
      const at = sentenceOf(reading, code)
      const here = senseOf(reading, at)
      if (draft.kind.endsWith('_reply')) return answered(here)
      return alone(reading, at, here)
    },
  }
}

const strong = (sense: Sense) =>
  (sense.has('she') && !sense.staff && !sense.has('you')) || sense.names + sense.handles > 0

/** In a reply somebody is the reader, or whoever came with them. */
function answered(here: Sense): boolean {
  const somebody =
    here.has('you', 'she', 'relative.one', 'patient.one') ||
    here.names + here.handles > 0 ||
    (here.has('person.one') && !here.has('crowd'))
  // "The refund for the session was issued on …": in a reply that is the reader's.
  if (!somebody)
    return (
      here.has('pay', 'record', 'procedure', 'visit', 'condition') &&
      (here.has('past') || (here.has('record') && here.has('visit'))) &&
      !here.has('crowd')
    )
  return here.has(
    'procedure',
    'product',
    'body',
    'condition',
    'outcome',
    'visit',
    'come',
    'past',
    'bepast',
    'record',
    'pay',
    'talk',
    'life',
  )
}
