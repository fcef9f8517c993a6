import { defineRule, phrases } from '../kit.ts'
import { KINDS } from '../vocabulary.ts'
import { grave } from './clues/weight.ts'

const PRINT = '{printing}'
const WHOSE =
  "({name} 's|her|his|my|your|ur|patient's|client's|{patient.one} 's|{relative.one} 's|somebody 's|someone 's)"

export default defineRule({
  id: 'identifier/biometric',
  category: 'biometric',
  severity: grave,
  kinds: KINDS,
  says: 'This shows or describes a fingerprint, face scan or voice print of one person.',
  why: 'A print is a person’s for life and cannot be changed like a password.',
  instead: 'Leave the print out. Say in general how check-in works.',
  citations: [{ article: 'the-18-identifiers', source: '45 CFR 164.514(b)(2)(i)(P)' }],
  since: '0.1.0',
  redLine: true,
  match: phrases(
    [
      `${WHOSE} {soft}*3 {body}*1 ${PRINT}`,
      `${PRINT} ..6 (belongs to|belong to|from|of) {soft}*2 (her|him|{name}|{title}|our {patient.one}|one of our|this {patient.one})`,
      `{name} ..4 ${PRINT}`,
      `(this|that|the) {soft}*1 {patient.one|person.one} 's {soft}*2 ${PRINT}`,
      `(here is|see|look at|check out|posting) {soft}*1 (her|his|{name} 's|the) {soft}*2 ${PRINT} (of|from) `,
      `${PRINT} ..3 (on file|in our system) ..4 ({name}|{she}|{title}|you|yours)`,
      'first ({printing}|print|prints|scan) ..4 (belongs|belong|is|was|from) ..3 ({name}|{title}|her|him|{patient.one})',
    ],
    {
      unless: [
        '({staff}|(craft|art|free|printable|card|keepsake) template|craft|crafts|ink kit|{animal}|carbon|ecological)',
        '(your|the) (fingerprint|face id|face) ..3 (unlock|phone|app|login)',
      ],
    },
  ),
})
