import { type Classes, classesOf } from '../reading/classes.ts'
import type { Vocabulary } from '../reading/lexicon.ts'

/** Lists of words that say who, when, how; at most 31. */
export const ROLES = [
  'you',
  'youown',
  'we',
  'i',
  'she',
  'relative',
  'past',
  'when',
  'weekday',
  'month',
  'count',
  'soft',
  'positive',
  'modal',
  'felt',
  'crowd',
  'booking',
  'not',
  'prep',
  'be',
  'have',
  'hinge',
  'staffword',
  'person.one',
  'patient.one',
  'det',
] as const // prettier-ignore
/** Lists of words that say about what; at most 31. */
export const TOPICS = [
  'procedure',
  'product',
  'body',
  'condition',
  'outcome',
  'measure',
  'visit',
  'pay',
  'record',
  'sequel',
  'finding',
  'carenoun',
  'act',
  'come',
  'choose',
  'talk',
  'misdo',
  'writes',
  'champ',
  'feedback',
  'ops',
  'contact',
  'privacy',
  'value',
  'patient',
  'idiom',
] as const // prettier-ignore
/** What can be somebody's own. */
export const THINGS = [
  'procedure',
  'product',
  'body',
  'condition',
  'outcome',
  'measure',
  'visit',
  'pay',
  'record',
  'sequel',
  'finding',
  'carenoun',
] as const // prettier-ignore

/** Single words that the grammar of a sentence turns on; with _ where two of them may be one expression. */
const TURNS = {
  if: 'if whenever whether unless',
  when: 'when once before after until during at to for',
  to: 'to',
  than: 'than',
  thank: 'thank_you thank thanks appreciate',
  can: 'can could may might should',
  please: 'please',
  here: 'here misses loves adores loved adored missed sends says',
  hearing: 'hear see know have read be learn',
  ours: 'our my',
  the: 'the',
  that: 'that those this these both',
  a: 'a an another any every each no all some most many',
  her: 'her his',
  possessive: "'s",
  might: 'can may might',
  said: "is are was were look looks feel feels felt looked has have turned came healed 's keeps needs needed will",
  title: 'type types tone room rooms center company team options insurer store kit',
  alike: 'come read put let cut hurt set cost become quit fit cast run beat spread shut hit left open',
  being: "is are be am being 's get gets getting stay stays to remain",
  and: 'and or',
  whole: "that this all those 's",
} as const

export type Role = (typeof ROLES)[number]
export type Topic = (typeof TOPICS)[number]
export type Turn = keyof typeof TURNS

/** Which lists a code is in, as bits. */
export interface Lists {
  R: Classes
  T: Classes
  role(...names: Role[]): number
  topic(...names: Topic[]): number
  /** Bits of `turns`. */
  turn(name: Turn): number
  turns(code: number): number
  code(word: string): number
}

export function listsOf(vocabulary: Vocabulary): Lists {
  const R = classesOf(vocabulary, ROLES)
  const T = classesOf(vocabulary, TOPICS)
  const names = Object.keys(TURNS) as Turn[]
  const bits: number[] = []
  names.forEach((name, i) => {
    for (const word of TURNS[name].split(' ')) {
      const code = vocabulary.code(word.replace('_', ' '))
      if (code !== undefined) bits[code] = (bits[code] ?? 0) | (1 << i)
    }
  })
  return {
    R,
    T,
    role: (...list) => list.reduce((sum, name) => sum | (R.bit[name] as number), 0),
    topic: (...list) => list.reduce((sum, name) => sum | (T.bit[name] as number), 0),
    turn: (name) => 1 << names.indexOf(name),
    turns: (code) => bits[code] ?? 0,
    code: (word) => vocabulary.code(word) ?? 0,
  }
}
