import { type Classes, classesOf } from '../reading/classes.ts'
import { CODE, type Vocabulary } from '../reading/lexicon.ts'
import type { Reading } from '../reading/reading.ts'

// biome-ignore format: the list reads better in rows
const LISTS = [
  'you', 'i', 'we', 'she', 'relative', 'generic', 'staffword', 'past', 'when', 'act', 'procedure', 'product', 'body',
  'condition', 'outcome', 'measure', 'record', 'pay', 'visit', 'come', 'advice.symptom', 'advice.remedy', 'feedback',
  'contact', 'ops', 'weekday', 'claim.asks', 'animal',
] as const
export type Topic = (typeof LISTS)[number]
/** Words that are told of somebody, or of care. */
const TELLING =
  'you she relative staffword when act procedure product body condition outcome measure record pay visit'

/** One sentence of a message or a comment: who and what stands in it. */
export interface Said {
  from: number
  to: number
  /** Where the first and the last word stand that tell of somebody or of care; -1: none. */
  first: number
  last: number
  /** The lists that its words are in, as bits. */
  topics: number
  /** Somebody is named who does not work here. */
  named: boolean
  /** The reader, not only in "thank you", "if you", "you can". */
  reader: boolean
  /** A relative, not children in general. */
  kin: boolean
  /** A part of the body that is somebody's own; `yours`: the reader's. */
  bodily: boolean
  yours: boolean
  money: boolean
  /** Begins as a question does. */
  asks: boolean
  /** Tells what happened. */
  told: boolean
}

export interface Listener {
  hear(reading: Reading): Said[]
  mask(topics: string): number
}

/** Splits a reading into sentences with what they speak about. */
export function listener(vocabulary: Vocabulary): Listener {
  const classes: Classes = classesOf(vocabulary, LISTS)
  const mask = (topics: string) =>
    topics.split(' ').reduce((sum, topic) => sum | (classes.bit[topic] ?? 0), 0)
  const words = (list: string) => new Set(list.split(' ').map((word) => vocabulary.put(word)))
  const lists = {
    you: mask('you'),
    body: mask('body'),
    kin: mask('relative'),
    generic: mask('generic'),
    past: mask('past'),
    asks: mask('claim.asks'),
    telling: mask(TELLING),
    // What a form, a note or a page is called is no record of somebody's care.
    plain: mask('feedback contact ops'),
    paper: mask('record pay'),
  }
  const courtesy = words('thank thanks if appreciate can may could when letting let wish')
  const open = words('can may could')
  const your = words('your ur')
  const own = words("my her his their our the that this 's mine upper lower left right front other")

  function sentence(code: string, from: number, to: number): Said {
    const said: Said = { from, to, first: -1, last: -1, topics: 0, named: false, reader: false, kin: false, bodily: false, yours: false, asks: false, money: false, told: false } // biome-ignore format: one row
    let before = 0
    let owned = 0
    let yours = 0
    for (let i = from; i < to; i++) {
      const c = code.charCodeAt(i)
      let bits = classes.of(c)
      if (bits & lists.plain) bits &= ~lists.paper
      const person = c === CODE.name || c === CODE.handle
      said.named ||= person
      said.money ||= c === CODE.money
      said.reader ||= (bits & lists.you) !== 0 && !courtesy.has(before) && !open.has(code.charCodeAt(i + 1))
      said.kin ||= (bits & lists.kin) !== 0 && !(bits & lists.generic)
      said.told ||= (bits & lists.past) !== 0 || c === CODE.otherEd
      owned = own.has(c) ? 3 : owned - 1
      yours = your.has(c) ? 3 : yours - 1
      if (bits & lists.body) {
        said.bodily ||= owned > 0
        said.yours ||= yours > 0
      }
      said.topics |= bits
      if (i === from) said.asks = (bits & lists.asks) !== 0
      if (bits & lists.telling || person || c === CODE.money) {
        if (said.first < 0) said.first = i
        said.last = i
      }
      before = c
    }
    if (said.first < 0) [said.first, said.last] = [from, to - 1]
    return said
  }
  return { mask, hear: ({ code, sentences }) => sentences.map(({ from, to }) => sentence(code, from, to)) }
}
