import { characters, defineRule, type Matcher } from '../kit.ts'
import { KINDS } from '../vocabulary.ts'
import { figuresOf } from './clues/figures.ts'
import { hitAt } from './clues/place.ts'
import { spokenNumbers } from './clues/spoken.ts'
import { grave } from './clues/weight.ts'

const NUMBER =
  /(?<![\d.-])\d{3}([- .]?)\d{2}\1\d{4}(?![\d-])|\b(?:last (?:four|4)|ending|ends)\b[^.!?\n\d]{0,40}\b\d{4}\b/gi
const CONTEXT = /\b(?:ssn|ss ?#|social(?:'s)?|soc(?:ial)? sec(?:urity)?|social security|tax ?id|itin|tin)\b/i
/** Three, two and four, however they are written. */
const GROUPED = /^(?:\w{1,5}[ .]?){3} ?[-,.–—] ?(?:\w{1,5}[ .]?){2} ?[-,.–—] ?(?:\w{1,5}[ .]?){4}$/
/** Other numbers of nine digits. */
const OTHER =
  /\b(?:routing|aba|order|invoice|zip|tracking|part|model|item|sku|case|serial|lot)\b[^\n]{0,15}$/i

/** Never given out: 000, 666 and from 900 on as area, 00 as group, 0000 as serial. 9xx-5x and up are tax numbers. */
export function issued(digits: string): boolean {
  const area = digits.slice(0, 3)
  if (area === '000' || area === '666' || digits.slice(3, 5) === '00' || digits.slice(5) === '0000')
    return false
  return area < '900' || digits.slice(3, 5) >= '50'
}

function guarded(matcher: Matcher): Matcher {
  return (vocabulary) => {
    const find = matcher(vocabulary)
    return (sight) => {
      const hits = figuresOf(sight.reading).row > 3 ? find(sight) : []
      const { text } = sight.reading.normalized
      for (const { from, to, figures } of spokenNumbers(sight.reading))
        if (
          figures.length === 9 &&
          (GROUPED.test(text.slice(from, to)) || CONTEXT.test(text.slice(Math.max(0, from - 45), from)))
        )
          hits.push(hitAt(sight.reading, from, to))
      return hits
    }
  }
}

export default defineRule({
  id: 'identifier/ssn',
  category: 'ssn',
  severity: grave,
  kinds: KINDS,
  says: 'This looks like a Social Security number.',
  why: 'It is the key to a person’s accounts, and once posted it cannot be taken back.',
  instead: 'Take the number out, and tell your privacy officer if it is already online.',
  citations: [{ article: 'the-18-identifiers', source: '45 CFR 164.514(b)(2)(i)(G)' }],
  since: '0.1.0',
  redLine: true,
  match: guarded(
    characters(NUMBER, (match, { reading }) => {
      const { text } = reading.normalized
      const [whole, between] = match
      const before = text.slice(Math.max(0, match.index - 45), match.index)
      const named =
        CONTEXT.test(before) ||
        CONTEXT.test(whole) ||
        /^[^\n\d]{0,12}\b(?:ssn|social)\b/i.test(text.slice(match.index + whole.length))
      if (!/^\d/.test(whole)) return named
      if (named) return true
      // Without a word for it only the usual spelling counts, and only numbers that exist.
      return between === '-' && issued(whole.replace(/\D/g, '')) && !OTHER.test(before)
    }),
  ),
})
