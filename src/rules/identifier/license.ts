import { compilePhrases, defineRule, type Matcher, type Sight } from '../kit.ts'
import { KINDS } from '../vocabulary.ts'
import { at, digitsOf, labelled } from './clues/labelled.ts'
import { codeAt, sentenceText } from './clues/place.ts'
import { grave } from './clues/weight.ts'

/** Papers that only a person holds. */
const PERSONAL =
  "driver'?s? licen[cs]e|drivers'? licen[cs]e|driving licen[cs]e|driver licen[cs]e|dl|passport|state id|military id|green card|id card|learner'?s permit|birth certificate|death certificate|marriage certificate|concealed carry|hunting licen[cs]e|fishing licen[cs]e|pilot'?s? licen[cs]e"
/** Papers that a practice shows on purpose: many States want its license number in every ad. */
const TRADE = 'licen[cs]e|certificate|certification|cert|permit|dea|npi'

const papers = labelled(PERSONAL)
const trade = labelled(TRADE)

const find: Matcher = (vocabulary) => {
  const somebody = compilePhrases(
    [
      '({name}|{she}|{handle}|my|(our|the|this|that|a) {soft}*2 {patient.one|person.one}|(your|ur) (license|licence|certificate|permit))',
    ],
    vocabulary,
    '',
  )
  const staffed = compilePhrases(
    ['({staff}|{staffword}|{own}|we|our (license|licence|permit))'],
    vocabulary,
    '',
  )
  return (sight: Sight) => {
    const { reading } = sight
    const found = papers(reading).filter(({ value }) => digitsOf(value) >= 4)
    const told = new Set(found.map(({ from }) => from))
    const held = trade(reading).filter(({ value, from }) => {
      if (digitsOf(value) < 4 || told.has(from)) return false
      const code = sentenceText(reading, codeAt(reading, from))
      return sight.draft.kind === 'visitor_comment' || (somebody.test(code) && !staffed.test(code))
    })
    return [...found, ...held].map((paper) => at(sight, paper))
  }
}

export default defineRule({
  id: 'identifier/license',
  category: 'license',
  severity: grave,
  kinds: KINDS,
  says: 'This shows the number of somebody’s license, passport or certificate.',
  why: 'The number belongs to one person and opens doors to the rest of their data.',
  instead:
    'Take the number out. For something that was found, write: "Lost something? Please ask at the desk."',
  citations: [{ article: 'the-18-identifiers', source: '45 CFR 164.514(b)(2)(i)(K)' }],
  since: '0.1.0',
  redLine: true,
  match: find,
})
