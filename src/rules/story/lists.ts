import type { Vocabulary } from '../reading/lexicon.ts'

/** Words about care. */
export const CARE = [
  'procedure',
  'product',
  'body',
  'condition',
  'outcome',
  'measure',
  'act.past',
  'visit',
  'record',
  'pay',
  'story.care',
] as const // prettier-ignore
/** Nouns for one person. */
export const HEADS = [
  'patient.one',
  'person.one',
  'relative.one',
  'job',
  'story.who.one',
  'story.public.one',
] as const // prettier-ignore
/** At most 31 lists in each of the two. */
export const FIRST = [
  ...CARE,
  ...HEADS,
  'she',
  'i',
  'we',
  'you',
  'staffword',
  'animal',
  'history',
  'when',
  'story.close',
  'weekday',
  'month',
  'past',
  'det',
  'if',
] as const // prettier-ignore
export const SECOND = [
  'modal',
  'be',
  'have',
  'soft',
  'hinge',
  'prep',
  'story.group',
  'story.place',
  'story.event',
  'story.news',
  'story.rare',
  'story.odd',
  'story.grave',
  'story.tears',
  'story.pic',
  'story.gaze',
  'story.craft',
  'story.device',
  'story.unreal',
  'story.study',
  'story.offer',
  'story.cheer',
  'story.came.past',
  'story.did.past',
  'story.loose',
  'count',
  'story.pitch',
  'story.case',
  'story.struggle',
  'story.family',
  'story.base',
] as const // prettier-ignore
/** Single words that steer the reading of a noun, by what they do; a "_" stands for a space. */
const WORDS = {
  the: 'the',
  my: 'my',
  ours: 'our us my',
  of: 'of',
  possessive: "'s",
  upon: 'on',
  about: 'about within every for until after least most to around approximately',
  inside: 'in at near',
  from: 'from',
  at: 'of at from',
  is: "is 's was turned turns",
  also: 'also becomes became as is was',
  whose: 'from who in that whose with at on of',
  pairs: 'couple pair',
  pt: 'pt',
  ward: 'room bed bay rm hall pod hallway station rooms stall',
  ageUnit: 'year yr yrs month mo week wk day years months',
  old: 'old',
  sex: 'male female m f yo',
  yearOld: 'year_old yr_old',
  hour: "am pm a p o_clock o'clock",
} as const
/** Lists that no bit of the first two is left for. */
const FURTHER = {
  hold: ['story.hold'],
  any: ['story.any'],
  one: ['story.one'],
  // biome-ignore lint/suspicious/noThenProperty: a name of a list, never awaited
  then: ['story.then'],
  adjective: ['story.adjective'],
  brand: ['brand'],
  stars: ['story.public.many'],
  many: ['patient.many', 'person.many', 'relative.many', 'story.who.many', 'story.public.many'],
  near: ['story.near.one'],
  work: ['story.work.one'],
} as const

export type First = (typeof FIRST)[number]
export type Second = (typeof SECOND)[number]
export type Third = keyof typeof WORDS | keyof typeof FURTHER

/** Which of some ninety lists a word is in: three look-ups. */
export interface Lists {
  first(code: number): number
  second(code: number): number
  third(code: number): number
  a(...names: First[]): number
  b(...names: Second[]): number
  c(...names: Third[]): number
  /** Codes of single words. */
  words(text: string): ReadonlySet<number>
}

/** Credentials in small letters that are words of every sentence: "do", "pa", "le". */
const NO_STAFF = ['do', 'le', 'pa', 'od', 'ot', 'md', 'pt', 'dc']

export function listsOf(vocabulary: Vocabulary): Lists {
  const words = (text: string) =>
    new Set(text.split(' ').map((word) => vocabulary.code(word.replaceAll('_', ' ')) ?? 0))
  const first = bitsOf(FIRST.map((name) => vocabulary.codesOf(name)))
  const second = bitsOf(SECOND.map((name) => vocabulary.codesOf(name)))
  const names = [...Object.keys(WORDS), ...Object.keys(FURTHER)]
  const third = bitsOf([
    ...Object.values(WORDS).map(words),
    ...Object.values(FURTHER).map((all) => new Set(all.flatMap((name) => [...vocabulary.codesOf(name)]))),
  ])
  const a = (...all: First[]) => all.reduce((sum, name) => sum | (1 << FIRST.indexOf(name)), 0)
  const b = (...all: Second[]) => all.reduce((sum, name) => sum | (1 << SECOND.indexOf(name)), 0)
  const c = (...all: Third[]) => all.reduce((sum, name) => sum | (1 << names.indexOf(name)), 0)
  for (const word of NO_STAFF) {
    const code = vocabulary.code(word)
    if (code !== undefined) first[code] = (first[code] ?? 0) & ~a('staffword')
  }
  for (const code of owners(vocabulary)) first[code] = (first[code] ?? 0) | a('patient.one')
  return {
    first: (code) => first[code] ?? 0,
    second: (code) => second[code] ?? 0,
    third: (code) => third[code] ?? 0,
    a,
    b,
    c,
    words,
  }
}

/** "Patient's", "client's": where some phrase has one, the lists know it as a word of its own. */
export function owners(vocabulary: Vocabulary): ReadonlySet<number> {
  const all = ['patient', 'client', 'customer', 'guest', 'individual'].map((noun) =>
    vocabulary.code(`${noun} 's`),
  )
  return new Set(all.filter((code) => code !== undefined))
}

function bitsOf(sets: readonly ReadonlySet<number>[]): Int32Array {
  // A code is one unit of a string.
  const bits = new Int32Array(1 << 16)
  sets.forEach((set, i) => {
    for (const code of set) bits[code] = (bits[code] as number) | (1 << i)
  })
  bits[0] = 0
  return bits
}
