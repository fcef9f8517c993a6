import { defineRule } from '../kit.ts'
import { KINDS } from '../vocabulary.ts'
import { at, digitsOf, labelled } from './clues/labelled.ts'
import { grave } from './clues/weight.ts'

/** Nobody calls anything else so. */
const CLEAR =
  'mrns?|m\\.r\\.n\\.?|medical record|health record|charts?|accession|specimen|encounter|patient id|pt id|patient number|patient no|beneficiary|member id|member|subscriber id|subscriber|mbi|hicn|medicare|medicaid|health plan|insurance id|insurance policy|prior auth(?:orization)?|rx|claim|policy|wristbands?|armband|id bracelet'
/** These need "number", "#" or "ID" behind them: "case 3 of the week" is no record. */
const COMMON =
  'patient|pt|client|case|file|visit|admission|referral|authorization|group|(?<!payment )plan|insurance|confirmation|prescription|study|appointment'
const MARKED = `(?:${COMMON})(?:[\\s-]{1,2}(?:numbers?|num|no\\.?|nr|id)\\b|\\s{0,2}#)`

const find = labelled(`${CLEAR}|${MARKED}`)

export default defineRule({
  id: 'identifier/record-number',
  category: 'record-number',
  severity: grave,
  kinds: KINDS,
  says: 'This shows the number of a chart, a claim or a health plan.',
  why: 'The number belongs to one person: with it, their record or their plan can be looked up.',
  instead: 'Take the number out and talk about it by phone, or through the patient portal.',
  citations: [{ article: 'the-18-identifiers', source: '45 CFR 164.514(b)(2)(i)(H), (I)' }],
  since: '0.1.0',
  redLine: true,
  match: () => (sight) =>
    find(sight.reading)
      .filter(
        ({ value, label }) =>
          digitsOf(value) >=
            (/^(?:patient|pt|client|visit|rx|plan|group|policy|case)\b/.test(label) ? 4 : 3) &&
          !/^\d{1,3}(?:st|nd|rd|th)$/i.test(value),
      )
      .filter(
        ({ value, label }) =>
          !/^(?:rx|claim|medicare|medicaid|plan|policy|member)$/.test(label) ||
          digitsOf(value) >= 5 ||
          (/[A-Z]\d|\d[A-Z]/i.test(value) && digitsOf(value) >= 4),
      )
      .map((found) => at(sight, found)),
})
