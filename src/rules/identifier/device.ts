import { compilePhrases, defineRule, type Matcher, type Sight } from '../kit.ts'
import { KINDS } from '../vocabulary.ts'
import { luhn } from './clues/checksums.ts'
import { at, digitsOf, labelled } from './clues/labelled.ts'
import { codeAt, sentenceOf, sentenceText } from './clues/place.ts'
import { grave } from './clues/weight.ts'

const numbers = labelled(
  'serials?|s/n|sn|lots?|batch|udi|gtin|ref|reference|device|model|imei|meid|mac address|tray|implants?|lens|iol|pacemaker|aligners?',
)
/** A serial number of one of these sits in or on one person. */
const WORN =
  '(implant|implants|aligner|aligners|lens|lenses|iol|pacemaker|defibrillator|hearing aid|hearing aids|iud|pump|insulin pump|stent|mesh|prosthesis|prosthetic|denture|dentures|crown|retainer|cpap|stimulator|valve|shunt|screw|screws|plate|expander|brace|orthotic|monitor|glucose monitor|wheelchair|walker|scooter|udi|phone|watch)'

const find: Matcher = (vocabulary) => {
  const somebody = compilePhrases(
    ['({name}|{she}|{handle}|my|your|ur|{patient.one}|{relative.one}|somebody|whose|belongs)'],
    vocabulary,
    '',
  )
  const named = compilePhrases(['({name}|{handle})'], vocabulary, '')
  const worn = compilePhrases([WORN], vocabulary, '')
  const recall = compilePhrases(
    ['(recall|recalled|recalls|fda|manufacturer|warning letter|in stock|restock|stock)'],
    vocabulary,
    '',
  )
  return (sight: Sight) => {
    const { reading } = sight
    return numbers(reading)
      .filter(({ value, from, label }) => {
        const digits = digitsOf(value)
        if (label === 'imei' || label === 'udi' || label === 'mac address')
          return label !== 'imei' || luhn(value.replace(/\D/g, ''))
        if (digits < 4) return false
        const index = sentenceOf(reading, codeAt(reading, from))
        const code = [index - 1, index, index + 1]
          .map((i) => reading.sentences[i])
          .map((s) => (s === undefined ? '' : sentenceText(reading, s.from)))
          .join('\u0001')
        if (!somebody.test(code))
          return worn.test(code) && !recall.test(code) && /^(?:serial|s\/n|sn|udi|device)/.test(label)
        // A recall speaks to everybody until it names or addresses somebody.
        return (
          !recall.test(code) ||
          named.test(code) ||
          sight.draft.kind.endsWith('_reply') ||
          sight.draft.kind === 'visitor_comment'
        )
      })
      .map((found) => at(sight, found))
  }
}

export default defineRule({
  id: 'identifier/device',
  category: 'device',
  severity: grave,
  kinds: KINDS,
  says: 'This shows the serial or lot number of somebody’s device.',
  why: 'The number of an implant, a lens or an aligner is registered to the one person who has it.',
  instead: 'Take the number out and reach that person by phone.',
  citations: [{ article: 'the-18-identifiers', source: '45 CFR 164.514(b)(2)(i)(M)' }],
  since: '0.1.0',
  redLine: true,
  match: find,
})
