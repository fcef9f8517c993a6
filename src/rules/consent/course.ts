import { compilePhrases, type Finder, type Matcher, spanOf, triggersOf } from '../kit.ts'
import type { Reading } from '../reading/reading.ts'
import { portraits, type Tie } from '../story/portrait.ts'

/** What makes the story of somebody's care the story of a result. */
const RESULT = [
  '{outcome}',
  '({number|count}|few|couple|several) {soft|unknown}? {show.unit} {soft}? (later|after|post|out|of|on|from|with|apart|so far|start)',
  '(gone|history|vanished|cleared|calmed|faded|disappeared|goodbye|no more|erased|smoother|lighter|straighter|unedited|before|after photo|look at (her|him) now)',
  '({condition}|gummy smile|crooked|gummy|dull|tired) to {soft}? ({positive}|{unknown}|{body})',
  '(round|session|treatment|month|week) {number|count} (of|for|on)',
  '(full mouth|contouring|makeover|rehab|makeovers|veneers|braces off|tattoo removal)',
]

export const spanOfTie = (reading: Reading, { figure, care }: Tie) =>
  spanOf(reading, Math.min(figure.from, care.from), Math.max(figure.to, care.to))

/** An individual's care, with what came of it: no picture needs to be announced any more. */
export const course: Matcher = (vocabulary) => {
  const looks = portraits(vocabulary)
  const result = compilePhrases(RESULT, vocabulary, '')
  const finder: Finder = ({ reading }) => {
    if (!result.test(reading.code)) return []
    const { tie } = looks().of(reading)
    return tie === undefined || tie.care === tie.figure ? [] : [spanOfTie(reading, tie)]
  }
  const triggers = triggersOf(RESULT, vocabulary)
  if (triggers !== undefined) finder.triggers = triggers
  return finder
}
