import { characters, defineRule, type Matcher, type Reading } from '../kit.ts'
import { once } from '../reading/once.ts'
import { KINDS } from '../vocabulary.ts'
import { vin } from './clues/checksums.ts'
import { figuresOf } from './clues/figures.ts'
import { grave } from './clues/weight.ts'

const LABEL =
  '(?:[Ll][Ii][Cc][Ee][Nn][CcSs][Ee] )?(?:[Pp]lates?|PLATES?)|[Ll]icen[cs]e tag|LICENSE TAG|[Tt]ag number'
/** Capitals and digits; in small letters it has to look like a plate: "plates and 14" does not. */
const VALUE =
  '[A-Z\\d]{1,8}(?:[ -][A-Z\\d]{1,5})?|[a-z]{2,3}[ -]?\\d{3,4}|\\d[a-z]{3}\\d{3}|\\d{3}[ -]?[a-z]{3}'
const PLATE = new RegExp(
  `\\b(?:${LABEL})\\b[\\s:#(]{0,3}(?:(?:number|no\\.?|is|reads|says|starts with|starting|ending in|ends in|with)[\\s:#]{1,2}){0,2}["']?(${VALUE})(?!\\w)|(?<!\\w)[A-HJ-NPR-Z\\d]{17}(?!\\w)`,
  'g',
)
const OF_A_CAR =
  /\b(?:car|truck|van|suv|vehicle|parked|parking|lot|lights|tahoe|jeep|honda|toyota|ford|tesla|civic|camry|subaru|chevy|bmw|audi|mercedes|prius|minivan|pickup|sedan|f-?150|silverado|corolla|kia|hyundai|nissan|lexus|driver)\b/i

const LIKELY = /plate|\btag\b/i

/** What the whole draft says; asked once, however many numbers it has. */
interface Around {
  car: boolean
  vin: boolean
  shouted: boolean
}
const around = once(({ normalized: { text } }: Reading): Around => {
  return { car: OF_A_CAR.test(text), vin: /\bvin\b/i.test(text), shouted: text === text.toUpperCase() }
})

function guarded(matcher: Matcher): Matcher {
  return (vocabulary) => {
    const find = matcher(vocabulary)
    return (sight) =>
      figuresOf(sight.reading).word >= 17 || LIKELY.test(sight.reading.normalized.text) ? find(sight) : []
  }
}

export default defineRule({
  id: 'identifier/vehicle',
  category: 'vehicle',
  severity: grave,
  kinds: KINDS,
  says: 'This shows a license plate or the number of a vehicle.',
  why: 'A plate leads to its owner, and says that they were at your office.',
  instead:
    'Describe nothing but the car ("white SUV, lights are on") inside the office, and leave it out of posts.',
  citations: [{ article: 'the-18-identifiers', source: '45 CFR 164.514(b)(2)(i)(L)' }],
  since: '0.1.0',
  redLine: true,
  match: guarded(
    characters(PLATE, ([whole, plate], { reading }) => {
      if (plate === undefined)
        return vin(whole) || (around(reading).vin && /\d/.test(whole) && /[A-Z]/i.test(whole))
      const compact = plate.replace(/[ -]/g, '')
      if (compact.length < 4 || compact.length > 8) return false
      const mixed = /\d/.test(compact) && /[A-Z]/i.test(compact)
      const named = /licen[cs]e|tag/i.test(whole)
      // "plates 3500" may be bone plates; only a car's plate is all digits or, in capitals, a word.
      if (mixed) return (/\d.?\d/.test(compact) && /[A-Z]{2}/i.test(compact)) || named
      return (
        (named || around(reading).car) &&
        (/^\d{4,8}$/.test(compact) ? named : plate === plate.toUpperCase() && !around(reading).shouted)
      )
    }),
  ),
})
