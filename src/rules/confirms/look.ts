import {
  compilePhrases,
  eachOf,
  type Finder,
  type Hit,
  type Matcher,
  type Sight,
  spanOf,
  triggersOf,
} from '../kit.ts'
import type { Category } from '../vocabulary.ts'
import { type Gist, type Gister, gister, type Sentence } from './gist.ts'
import { ROLES, type Role, type THINGS, type Topic } from './lists.ts'
import type { Thing } from './thing.ts'

type Kinds = readonly Category[]

export interface Asked {
  sentence: Sentence
  gist: Gist
  sight: Sight
  /** Whether one of these lists has a word in the sentence. */
  has(...names: (Role | Topic)[]): boolean
  /** Whether one of these words stands in the sentence. */
  said(words: readonly string[]): boolean
  /** What the phrase speaks of, where it is a thing that somebody can own. */
  thing: Thing | undefined
  /** The bit of a list, to ask about one thing. */
  topic(...names: Topic[]): number
}

interface SayOptions {
  /** Says something else in a sentence in which one of these stands. */
  unless?: readonly string[]
  /** Further things to ask of the sentence. */
  where?: (asked: Asked) => boolean
  /** Where it is not the rule's own: one finding for each. */
  as?: Kinds
  severity?: Hit['severity']
}

/** A draft without a full stop is one sentence: what stands further off than this says nothing about a place. */
const NEAR = 80

const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name)

/** Turns of phrase in a reply, with what the sentence around them is about. */
export function says(list: readonly string[], options: SayOptions = {}): Matcher {
  return (vocabulary) => {
    const turns = eachOf(list, vocabulary)
    const unless = options.unless && compilePhrases(options.unless, vocabulary, '')
    const gists = gister(vocabulary)
    const finder: Finder = (sight) => {
      const { code } = sight.reading
      const hits: Hit[] = []
      turns.find(code, (at, end) => {
        const g = gists()
        const gist = g.of(sight.reading, sight.context)
        const sentence = firstBeyond(gist.sentences, at)
        if (sentence === undefined) return
        const near = code.slice(Math.max(sentence.from, at - NEAR), Math.min(sentence.to, end + NEAR))
        if (unless?.test(near) === true) return
        if (options.where !== undefined && !options.where(asked(g, gist, sight, sentence, at, end))) return
        push(hits, spanOf(sight.reading, at, end), options.as, options.severity)
      })
      return hits
    }
    return withTriggers(finder, triggersOf(list, vocabulary))
  }
}

function withTriggers(finder: Finder, triggers: ReadonlySet<number> | undefined): Finder {
  if (triggers !== undefined) finder.triggers = triggers
  return finder
}

/** Things of these lists that are tied to the reader; see `tied`. */
export function things(
  topics: readonly (typeof THINGS)[number][],
  options: { where?: (thing: Thing, asked: Asked) => boolean; as?: Kinds } = {},
): Matcher {
  return (vocabulary) => {
    const gists = gister(vocabulary)
    const triggers = new Set(topics.flatMap((name) => [...vocabulary.codesOf(name)]))
    return withTriggers((sight) => {
      const g = gists()
      const gist = g.of(sight.reading, sight.context)
      const mask = g.topic(...topics)
      if ((gist.topics & mask) === 0) return []
      const hits: Hit[] = []
      for (const sentence of gist.sentences) {
        for (const thing of sentence.things) {
          if ((thing.topics & mask) === 0) continue
          if (!(options.where ?? tied)(thing, asked(g, gist, sight, sentence, thing.from, thing.to))) continue
          push(hits, spanOf(sight.reading, thing.from, thing.to), options.as)
        }
      }
      return hits
    }, triggers)
  }
}

/** Whether a thing is the reader's own (or of somebody with them), and not everybody's. */
export function tied({ hold, open, loose, title }: Thing, { sentence }: Asked): boolean {
  const { told, felt, someone, crowd } = sentence
  if (open || title) return false
  if (crowd && !(told && someone)) return false
  switch (hold) {
    case 'yours':
    case 'theirs':
      return true
    case 'that':
      return told || felt || someone
    case 'the':
      return (told || felt) && (someone || !loose)
    case 'ours':
    case 'a':
      return told && someone
    case 'counted':
      return (told || felt) && someone
    case 'bare':
      return (told || felt) && someone
  }
}

/** Of stretches in a row the first that ends behind a place. */
function firstBeyond<T extends { to: number }>(row: readonly T[], at: number): T | undefined {
  let low = 0
  let high = row.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((row[middle] as T).to <= at) low = middle + 1
    else high = middle
  }
  return row[low]
}

function asked(g: Gister, gist: Gist, sight: Sight, sentence: Sentence, at: number, end: number): Asked {
  const thing = firstBeyond(sentence.things, at)
  return {
    sentence,
    gist,
    sight,
    thing: thing !== undefined && thing.from < end ? thing : undefined,
    topic: g.topic,
    said: (words) => {
      const { from, to } = sentence
      return g.said(sight.reading.code.slice(Math.max(from, at - NEAR), Math.min(to, end + NEAR)), words)
    },
    has: (...names) =>
      names.some(
        (name) =>
          (isRole(name) ? sentence.roles & g.role(name) : sentence.topics & g.topic(name as Topic)) !== 0,
      ),
  }
}

function push(
  hits: Hit[],
  span: { start: number; end: number },
  as: Kinds | undefined,
  severity?: Hit['severity'],
) {
  const weight = severity === undefined ? {} : { severity }
  if (as === undefined) hits.push({ ...span, ...weight })
  else for (const category of as) hits.push({ ...span, category, ...weight })
}

export type { Thing }
