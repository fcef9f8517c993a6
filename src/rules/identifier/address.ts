import { compilePhrases, defineRule, type Hit, type Matcher, type Sight } from '../kit.ts'
import { KINDS } from '../vocabulary.ts'
import { addressesIn, isOwn, spanned } from './clues/address.ts'
import { contactOf } from './clues/contact.ts'
import { figuresOf } from './clues/figures.ts'
import { codeAt, hitAt, sentenceText } from './clues/place.ts'
import { grave } from './clues/weight.ts'

const ZIP =
  /\b(?:zip(?: ?codes?)?|postal code|postcode)\b[\s:#]{0,4}(?:(?:is|was)\s)?(?=[A-Z]{0,2}\d)[A-Z\d]{2,5}(?:[ -][A-Z\d]{2,4})?\b/gi
/** "the corner of Elm and 5th" */
const CORNER = /\b(?:corner|intersection) of (?:the )?[^\n,!?]{2,60} and (?:[A-Z\d][\w'.]{0,24} ?){1,4}/g
const COORDINATES = /(?<![\d.])-?\d{1,2}\.\d{4,8}[, ]{1,3}-?\d{1,3}\.\d{4,8}(?!\d)/g

const find: Matcher = (vocabulary) => {
  const whose = contactOf(vocabulary)
  const serving = compilePhrases(
    ['(serving|serve|serves|we|our|us|deliver|covers|cover|areas|area|enter|near you)'],
    vocabulary,
    '',
  )
  return (sight: Sight) => {
    const { reading, draft, practice } = sight
    const { text } = reading.normalized
    const { digits, row } = figuresOf(reading)
    if (digits === 0 && !/\b(?:corner|intersection) of /.test(text)) return []
    const hits: Hit[] = []
    for (const address of addressesIn(reading)) {
      if (isOwn(reading, address)) continue
      const at = codeAt(reading, reading.tokens.start[address.from] as number)
      const end = codeAt(reading, reading.tokens.end[address.to] as number)
      const who = whose(sight, at, practice.addresses, end)
      // Events are often held somewhere else.
      if (who !== 'ours' && !(who === 'unclear' && (practice.addresses?.length ?? 0) > 0))
        hits.push(spanned(reading, address))
    }
    const each = (expression: RegExp, accept: (at: number) => boolean) => {
      expression.lastIndex = 0
      for (let m = expression.exec(text); m !== null; m = expression.exec(text))
        if (accept(codeAt(reading, m.index))) hits.push(hitAt(reading, m.index, m.index + m[0].length))
    }
    if (/\bzip|post(?:al )?code/i.test(text))
      each(ZIP, (at) => draft.kind === 'visitor_comment' || !serving.test(sentenceText(reading, at)))
    if (/ of .{2,60} and /.test(text))
      each(CORNER, (at) => whose(sight, at, practice.addresses, at + 1) !== 'ours')
    if (row >= 8 && text.includes('.')) each(COORDINATES, (at) => whose(sight, at, undefined) !== 'ours')
    return hits
  }
}

export default defineRule({
  id: 'identifier/address',
  category: 'location',
  severity: grave,
  kinds: KINDS,
  says: 'This shows a street address or ZIP code that is not the practice’s own.',
  why: 'An address leads to somebody’s door.',
  instead: 'Take the address out. Only the State may stay, and your own address of course.',
  citations: [{ article: 'the-18-identifiers', source: '45 CFR 164.514(b)(2)(i)(B)' }],
  since: '0.1.0',
  redLine: true,
  match: find,
})
