import { defineRule, type Hit, type Sight } from '../kit.ts'
import { KINDS } from '../vocabulary.ts'
import { iban, luhn, routing } from './clues/checksums.ts'
import { figuresOf } from './clues/figures.ts'
import { at, digitsOf, labelled } from './clues/labelled.ts'
import { hitAt } from './clues/place.ts'
import { grave } from './clues/weight.ts'

const CARD = /(?<![\w.,#-])\d(?:[ -]?\d){11,18}(?![\d-])/g
const CARD_WORD =
  /\b(?:card|cards|cc|credit|debit|visa|master ?card|amex|american express|discover|diners)\b/i
/** First digits that card companies use. */
const ISSUER = /^(?:4|5[0-8]|6|3[4-9]|30|2[2-7]|2131|1800)/
const IBAN = /\b(?:[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?|[a-z]{2}\d{2}[a-z\d]{11,30})\b/g
/** "the card on file ending 2290", "Visa ends in 2290", "xxxx-2290" */
const ENDING =
  /\b(?:card|visa|master ?card|amex|discover|debit|credit|account|acct|checking|savings)\b[^.!?\n\d]{0,30}\b(?:end(?:s|ing|ed)?|last (?:four|4)(?: digits)?)\b[^.!?\n\d]{0,12}\d{3,4}\b|(?<![\w*])(?:[x*]{4}[ -]?){1,3}\d{4}\b/gi
const labels = labelled(
  'accounts?|acct|a/c|bank account|checking|savings|routing|aba|invoice|inv|payment plan|financing plan|customer (?:number|no\\.?|id|#)|loan|gift card|financing|carecredit',
)

const END = /\bend|last|[x*]{4}/i

function find(sight: Sight): Hit[] {
  const { text } = sight.reading.normalized
  const { row, word } = figuresOf(sight.reading)
  if (row < 3 && word < 4) return []
  const hits: Hit[] = []
  const each = (expression: RegExp, accept: (m: RegExpExecArray) => boolean) => {
    expression.lastIndex = 0
    for (let m = expression.exec(text); m !== null; m = expression.exec(text)) {
      if (accept(m)) hits.push(hitAt(sight.reading, m.index, m.index + m[0].length))
    }
  }
  if (row >= 12)
    each(CARD, (m) => {
      const digits = m[0].replace(/\D/g, '')
      const around = text.slice(Math.max(0, m.index - 60), m.index + m[0].length + 25)
      if (CARD_WORD.test(around)) return true
      return digits.length >= 13 && digits.length !== 17 && ISSUER.test(digits) && luhn(digits)
    })
  if (word >= 4 && row >= 4)
    each(
      IBAN,
      (m) => iban(m[0]) || /\biban\b[^\n]{0,20}$/i.test(text.slice(Math.max(0, m.index - 30), m.index)),
    )
  if (END.test(text)) each(ENDING, () => true)
  for (const found of labels(sight.reading)) {
    const digits = digitsOf(found.value)
    const bank = /^(?:routing|aba)/.test(found.label)
    if (bank ? routing(found.value) || digits === 9 : digits >= 4) hits.push(at(sight, found))
  }
  return hits
}

export default defineRule({
  id: 'identifier/account',
  category: 'account',
  severity: grave,
  kinds: KINDS,
  says: 'This shows a card, bank, invoice or account number.',
  why: 'The number belongs to one person and their money; even its last four digits confirm an account.',
  instead: 'Take it out. Ask the person to call the office about billing.',
  citations: [{ article: 'the-18-identifiers', source: '45 CFR 164.514(b)(2)(i)(J)' }],
  since: '0.1.0',
  redLine: true,
  match: () => find,
})
