import type { Vocabulary } from '../reading/lexicon.ts'

/**
 * What the words of a reply are about, as bits; several lists may mean the same here. A list with a sign before it
 * takes its words out again: "offered" is an act and no value, "at that time" says nothing about what happened then.
 */
const GROUPS = {
  you: ['you'],
  youown: ['youown'],
  she: ['she'],
  relative: ['relative'],
  dear: ['dear'],
  person: ['person.one'],
  patient: ['patient.one'],
  care: ['procedure', 'product', 'body', 'condition', 'outcome'],
  visit: ['visit'],
  come: ['come'],
  pay: ['pay'],
  record: ['record'],
  past: ['past', '-same'],
  when: ['when'],
  ago: ['ago'],
  measure: ['measure'],
  topic: ['feedback', 'contact', 'ops', 'privacy', 'value', '-glad', '-past', '-vague', 'standing'],
  /** What a sentence about the past may be on. */
  thing: ['feedback', 'contact', 'ops', 'privacy', '-past', '-vague', 'standing'],
  /** What it may be on as long as nobody said it. */
  vague: ['vague', 'value', 'feedback', 'contact', 'privacy', 'ops', '-glad'],
  staff: ['staffword'],
  news: ['news'],
  generic: ['generic'],
  modal: ['modal'],
  talk: ['talk'],
  soft: ['soft'],
  the: ['the'],
  count: ['count'],
  weak: ['weak'],
  glad: ['glad'],
  settle: ['settle'],
  yours: ['yours', 'feedback'],
  said: ['said', 'feedback', 'privacy', 'generic', 'hinge', 'det', 'modal', 'soft', 'not', '-past', '-count'],
} as const satisfies Record<string, readonly string[]>
export type Topic = keyof typeof GROUPS

export interface Topics {
  readonly bit: Readonly<Record<Topic, number>>
  /** All bits of each code unit. */
  readonly bits: Int32Array
}

export function topicsOf(vocabulary: Vocabulary): Topics {
  const bits = new Int32Array(0x10000)
  const names = Object.keys(GROUPS) as Topic[]
  const bit = Object.fromEntries(names.map((name, i) => [name, 1 << i])) as Record<Topic, number>
  for (const name of names) {
    for (const list of GROUPS[name]) {
      const out = list.startsWith('-')
      for (const code of vocabulary.codesOf(out ? list.slice(1) : list))
        bits[code] = out ? (bits[code] as number) & ~bit[name] : (bits[code] as number) | bit[name]
    }
  }
  return { bit, bits }
}
