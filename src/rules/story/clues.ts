import { compilePhrases, type Finder, spanOf } from '../kit.ts'
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
  '{story.event} (winner|winners|victim|victims|survivor|survivors|hero|witness)',
  '(fainted|collapsed|fell|tripped|passed out|choked|injured|hurt|broke|went down|crashed|seized) ..4 (at|during|in) ..3 ({story.place}|{story.event}|mass|game|wedding|practice|rehearsal)',
  '(missing|stranded|lost|rescued|trapped) (hiker|hikers|boy|girl|boater|boaters|climber|skier|child|kayaker|miner|fisherman|camper)',
  '(made|hit|watched|saw|seen|caught|read|heard|follow) ..4 {story.news|story.event}',
  '(remember|the one|sharing|about|hurt in|injured in|in|from|after|survived) ..5 {story.event}',
  '{story.event} (on|at|off|out|over|by|near|in|outside|last|this) ',
  '(only|rarest|first (ever|case|set|one|person|baby)|second (ever|case)) ..6 (in|to|at|from|of) (the|our|this|all of)? ..2 ({story.place}|state|town|country|city|tri-state|region|area|{state}|{unknown|name})',
  '(do the math|you know who|guess which|can you guess|tell which one|hint|can not say who|never tell who|will not tell|no names|not naming|will not say who|not say who|that is all we|wink wink|starts with|let us just say|any guesses|wonder who|you did not hear it from|rhymes with)',
  '(only|one of only) {number|count} (people|cases|patients|kids|families|persons|women|men) ',
  '(rarest|never seen|once in a|one in a|one of (only)? {count|number} (known|cases|in))',
]

/** Single hints say nothing; several, or one that a whole town can read, point at one person. */
export const clues = (vocabulary: Vocabulary): Finder => {
  const looks = portraits(vocabulary)
  const known = compilePhrases(KNOWN, vocabulary)
  const places = placeReader(vocabulary)
  const that = new Set([vocabulary.put('that')])
  const of = new Set(['of', 'at'].map((word) => vocabulary.put(word)))
  const from = vocabulary.put('from')
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

    const office = people.find(
      (figure) =>
        (figure.as === 'public' || (figure.hold === 'the' && holdsOffice(reading.code, figure, lists))) &&
        beside(portrait, figure, lists),
    )
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
    count += Math.min(where, 2)
    if (WINK.test(draft.text)) count++
    // "The owner of a certain pizza place", "the firefighter from Engine 12"
    const belongs = ({ to, as }: Figure) => {
      const next = reading.code.charCodeAt(to)
      return as !== 'pronoun' && (of.has(next) || (next === from && where > 2))
    }
    if (where > 0 && people.some(belongs)) count++
    if (draft.account === 'personal') count++
    // What is shown or cheered is told with the person's wish: it takes more to make it a riddle.
    const shown = (portrait.b & b('story.cheer')) !== 0 || (portrait.a & a('outcome')) !== 0
    return count >= (shown ? 4 : 3) ? span(figure) : []
  }
}

const WINK = /[😉🤫🤐]/u

/** "The sheriff's wife" */
function holdsOffice(code: string, { from, to }: Figure, lists: Lists): boolean {
  for (let i = from; i < to; i++)
    if (lists.first(code.charCodeAt(i)) & lists.a('story.public.one')) return true
  return false
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
  if (
    tie?.figure === figure ||
    care.near(figure.from, figure.passage - 1, figure.passage + 1).some(({ act }) => !act)
  )
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

/** 3 for "Birch Elementary", 2 for a town ("from Bucksport"), 1 for "the high school", 0 for none. */
function placeReader(vocabulary: Vocabulary): (reading: Reading, lists: Lists) => 0 | 1 | 2 | 3 {
  const inside = new Set(
    ['in', 'from', 'at', 'near', 'outside', 'of', 'over'].map((word) => vocabulary.put(word)),
  )
  const saint = new Set(['st', 'saint', 'mt', 'fort', 'new', 'lake'].map((word) => vocabulary.put(word)))
  const the = new Set([vocabulary.put('the')])
  const state = vocabulary.codesOf('state')
  const capital = (c: number) => c === CODE.Other || c === CODE.name
  return ({ code }, lists) => {
    const PLACE = lists.b('story.place')
    let found: 0 | 1 | 2 | 3 = 0
    for (let i = 0; i < code.length; i++) {
      const c = code.charCodeAt(i)
      if (lists.second(c) & PLACE) {
        const [before, after] = [code.charCodeAt(i - 1), code.charCodeAt(i + 1)]
        if (capital(before) || after === CODE.number || capital(after)) return 3
        if (found === 0) found = 1
      } else if (capital(c) && i > 1 && !state.has(c)) {
        // "from Bucksport", "at the Elks Lodge"
        const before = code.charCodeAt(
          saint.has(code.charCodeAt(i - 2)) ? i - 3 : saint.has(code.charCodeAt(i - 1)) ? i - 2 : i - 1,
        )
        if (inside.has(before) || (the.has(before) && inside.has(code.charCodeAt(i - 2)))) found = 2
      }
    }
    return found
  }
}
