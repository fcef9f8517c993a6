import { compilePhrases, defineRule, type Finder, POSTS, spanOf } from '../kit.ts'
import { CODE, type Vocabulary } from '../reading/lexicon.ts'
import type { Reading } from '../reading/reading.ts'
import type { Figure } from './figures.ts'
import type { Lists } from './lists.ts'
import { type Portrait, portraits } from './portrait.ts'

/** Somebody of whom everybody has heard; who alone fits; who is hinted at. */
const KNOWN = [
  "(you all|everybody|everyone|half the town|we all|most of you|all of you|you|whole town|y'all) {^stop|if}? ..1 (know|knows|knew|saw|heard|read|remember|recognize|seen) ..2 (who|her|him|them|which|the (church|family|one|story|{person.one}|{story.who.one}|{story.public.one})|about (it|him|her)|this (one|guy|man|lady|story))",
  "(from|on|in|of|about) (the|last night 's|this week 's|that|those|local|our)? ..3 {story.news}",
  '(who|that) ..2 (won|survived|rescued|witnessed|caused|lost) ..4 {story.event}',
  '(made|hit|watched|saw|seen|caught|read|heard|follow) ..4 {story.news|story.event}',
  '(remember|the one|sharing|about|hurt in|injured in|in|from|after|survived) ..5 {story.event}',
  '{story.event} (on|at|off|out|over|by|near|in|outside|last|this) ',
  '(only|rarest|first (ever|case|set|one|person|baby)|second (ever|case)) ..6 (in|to|at|from|of) (the|our|this|all of)? ..2 ({story.place}|state|town|country|city|tri-state|region|area|{state}|{unknown|name})',
  '(do the math|you know who|guess which|can you guess|tell which one|hint|can not say who|never tell who|will not tell|no names|not naming|will not say who|not say who|that is all we|wink wink|starts with)',
  '(only|one of only) {number|count} (people|cases|patients|kids|families|persons|women|men) ',
  '(rarest|never seen|once in a|one in a|one of (only)? {count|number} (known|cases|in))',
]

/** Single hints say nothing; several, or one that a whole town can read, point at one person. */
const clues = (vocabulary: Vocabulary): Finder => {
  const looks = portraits(vocabulary)
  const known = compilePhrases(KNOWN, vocabulary)
  const places = placeReader(vocabulary)
  const that = new Set([vocabulary.put('that')])
  const of = new Set(['of', 'at'].map((word) => vocabulary.put(word)))
  return ({ reading, draft }) => {
    const { lists, of: lookAt } = looks()
    const portrait = lookAt(reading)
    const { figures, tie } = portrait
    if (figures.length === 0 || portrait.genre.elsewhere || portrait.genre.study) return []
    const people = figures.filter(({ as, staff }) => as !== 'handle' && as !== 'ward' && !staff)
    // A name says it all; what adds up here are the hints around somebody without one.
    if (people.length === 0 || people.some(({ as }) => as === 'name')) return []
    if (!treated(portrait, lists)) return []
    const span = (figure: Figure) => [spanOf(reading, figure.from, figure.to)]

    const office = people.find((figure) => figure.as === 'public' && beside(portrait, figure, lists))
    if (office !== undefined) return span(office)

    const figure = tie?.figure ?? people.find(({ as }) => as !== 'pronoun') ?? (people[0] as Figure)
    const { a, b } = lists
    let count = 0
    known.lastIndex = 0
    const heard = known.exec(reading.code)
    if (heard !== null && heard[0] !== '')
      count += figure.hold === 'the' || that.has(reading.code.charCodeAt(figure.from)) ? 3 : 2
    if (people.some(({ as }) => as === 'age')) count++
    if (people.some(({ from, to }) => works(reading.code, from, to, lists))) count++
    if (people.some(({ as }) => as === 'group')) count++
    if (portrait.a & a('story.close', 'month')) count++
    if (portrait.b & b('story.rare')) count++
    const where = places(reading, lists)
    count += where
    // "The owner of a certain pizza place"
    if (where > 0 && people.some(({ to, as }) => as !== 'pronoun' && of.has(reading.code.charCodeAt(to))))
      count++
    if (draft.account === 'personal') count++
    // What is shown or cheered is told with the person's wish: it takes more to make it a riddle.
    const shown = (portrait.b & b('story.cheer')) !== 0 || (portrait.a & a('outcome')) !== 0
    return count >= (shown ? 4 : 3) ? span(figure) : []
  }
}

/** There is care in the post, or somebody was helped by whoever writes. */
function treated(portrait: Portrait, lists: Lists): boolean {
  if (portrait.tie !== undefined || (portrait.b & lists.b('story.grave')) !== 0) return true
  if (
    portrait.care.all.some(({ strong, act }) => strong && !act) ||
    (portrait.a & lists.a('visit', 'condition')) !== 0
  )
    return true
  return portrait.passages.some(
    (p) => p.told && (p.b & lists.b('story.did.past')) !== 0 && (p.a & lists.a('we', 'i')) !== 0,
  )
}

function beside({ care, tie, passages }: Portrait, figure: Figure, lists: Lists): boolean {
  const p = passages[figure.passage]
  if (p === undefined) return false
  if (tie?.figure === figure || care.between(figure.passage - 1, figure.passage + 1).some(({ act }) => !act))
    return true
  return (
    p.told && (p.b & lists.b('story.did.past', 'story.came.past')) !== 0 && (p.a & lists.a('we', 'i')) !== 0
  )
}

function works(code: string, from: number, to: number, lists: Lists): boolean {
  const [work, office] = [lists.c('work'), lists.a('job', 'story.public.one')]
  for (let i = from; i < to; i++)
    if (lists.third(code.charCodeAt(i)) & work || lists.first(code.charCodeAt(i)) & office) return true
  return false
}

/** 2 for a place with its name ("Birch Elementary", "from Bucksport"), 1 for "the high school", 0 for none. */
function placeReader(vocabulary: Vocabulary): (reading: Reading, lists: Lists) => 0 | 1 | 2 {
  const inside = new Set(
    ['in', 'from', 'at', 'near', 'outside', 'of', 'over'].map((word) => vocabulary.put(word)),
  )
  const saint = new Set(['st', 'saint', 'mt', 'fort', 'new', 'lake'].map((word) => vocabulary.put(word)))
  const the = new Set([vocabulary.put('the')])
  const state = vocabulary.codesOf('state')
  const capital = (c: number) => c === CODE.Other || c === CODE.name
  return ({ code }, lists) => {
    const PLACE = lists.b('story.place')
    let found: 0 | 1 | 2 = 0
    for (let i = 0; i < code.length; i++) {
      const c = code.charCodeAt(i)
      if (lists.second(c) & PLACE) {
        const [before, after] = [code.charCodeAt(i - 1), code.charCodeAt(i + 1)]
        if (capital(before) || after === CODE.number || capital(after)) return 2
        found = 1
      } else if (capital(c) && i > 1 && !state.has(c)) {
        // "from Bucksport", "at the Elks Lodge"
        const before = code.charCodeAt(
          saint.has(code.charCodeAt(i - 2)) ? i - 3 : saint.has(code.charCodeAt(i - 1)) ? i - 2 : i - 1,
        )
        if (inside.has(before) || (the.has(before) && inside.has(code.charCodeAt(i - 2)))) return 2
      }
    }
    return found
  }
}

export default defineRule({
  id: 'story/mosaic',
  category: 'mosaic',
  severity: 'stop',
  kinds: POSTS,
  says: 'These details together point to one person.',
  why: 'No single detail names anybody, but age, job, place, day or a story from the news add up, and in a town people put them together within minutes.',
  instead:
    'Take the story out. If the person wants it told, it needs their signed authorization; otherwise write about the topic in general.',
  citations: [{ article: 'details-add-up', source: '45 CFR 164.514(b)(2)(i)(R), (ii)' }],
  since: '0.1.0',
  redLine: true,
  match: clues,
})
