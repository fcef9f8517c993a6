import { defineRule, type Hit, type Matcher, type Sight } from '../kit.ts'
import { digits } from '../reading/own.ts'
import { KINDS } from '../vocabulary.ts'
import { contactOf } from './clues/contact.ts'
import { figuresOf } from './clues/figures.ts'
import { codeAt, hitAt } from './clues/place.ts'
import { spokenNumbers } from './clues/spoken.ts'
import { grave } from './clues/weight.ts'

/** (602) 555-0147 · 602.555.0147 · +1 602 555 0147 · 6025550147 */
const NATIONAL =
  /(?<![\d$#.\w-])(?:\+?1[-. ]?)?\(?[2-9]\d\d\)?[-. /]{0,2}[0-9]\d\d[-. ]{0,2}\d{4}(?![\d-]{0,2}\d)/gi
/** +46 (0)8 928 571 38 */
const ABROAD = /(?<![\d\w])\+\d{1,3}[ .-]?(?:\(0\) ?)?\d(?:[ .-]?\d){6,13}(?!\d)/g
/** 555-0147, and rows of figures that only a word before or behind makes a number to call. */
const SHORT = /(?<![\d$#.\w/-])\(?\d{2,5}\)?(?:[ .-]{1,2}\d{2,7}){1,5}(?![\w/%]|-\d)/g
/** "the number ending in 4418" */
const ENDING =
  /\b(?:number|phone|cell|mobile|landline|voicemail)\b[^.!?\n\d]{0,25}\bend(?:s|ing) (?:in|with)? ?\d{2,4}\b/gi

/** No area code, no country: a cue has to say that somebody answers there. */
const CUE_BEFORE =
  /(?:\b(?:phone|tel|telephone|mobile|cell|cellphone|fax|desk|direct|call|called|text|texted|dial|ring|reach|whatsapp|registered|answering|number|contact|messages?|sms|voicemail)\b|[📞☎📱])[^\d\n]{0,24}\n?\s{0,4}$/iu
const CUE_BEHIND = /^\W{0,4}(?:office|fax|mobile|cell|phone|tel|home|work)\b/i
/** Three, two, four: another rule says what that is. */
const SOCIAL = /^\d{3}.\d\d.\d{4}$/
/** A row of figures that is something else. */
const OTHER =
  /\b(?:mrn|chart|id|account|acct|member|policy|claim|group|npi|order|invoice|reference|ref|case|serial|lot|routing|upc|isbn|card|iban|ssn|license|licence|zip)\b[^\n]{0,12}$/i
/** Digits of numbers that are written out: without an area code, with it, with a 1 before. */
const LENGTHS: ReadonlySet<number> = new Set([7, 10, 11])
/** Toll-free lines and hotlines belong to businesses and help lines. */
const PUBLIC = /^(?:800|888|877|866|855|844|833|822|900)/

function find(vocabulary: Parameters<Matcher>[0]): (sight: Sight) => Hit[] {
  const whose = contactOf(vocabulary)
  return (sight) => {
    const { reading, practice, draft } = sight
    const { text } = reading.normalized
    const hits: Hit[] = []
    const known = practice.phones?.map(digits)
    let behind = 0
    /** Characters of numbers that were found already. */
    let taken: Uint8Array | undefined
    const judge = (from: number, to: number, figures: string) => {
      if (from < behind) return
      const number = digits(figures)
      const ours = known?.some(
        (phone) => phone.length >= 7 && (phone.endsWith(number) || number.startsWith(phone)),
      )
      if (ours === true && number.length >= 7) return
      const who = whose(sight, codeAt(reading, from), practice.phones, codeAt(reading, to))
      if (who === 'ours' || (PUBLIC.test(number) && (who !== 'theirs' || draft.kind === 'visitor_comment')))
        return
      if (PUBLIC.test(number) && known !== undefined && number.length === 10) return
      behind = to
      taken ??= new Uint8Array(text.length + 1)
      taken.fill(1, from, to + 1)
      // Named as the practice's way to be reached, only not in its facts: perhaps a line nobody entered.
      const forgotten = who === 'unclear' && known !== undefined && known.length > 0
      hits.push({ ...hitAt(reading, from, to), ...(forgotten && { severity: 'caution' as const }) })
    }
    const { digits: count, row } = figuresOf(reading)
    if (row >= 7) {
      for (const [expression, plain] of [
        [ABROAD, true],
        [NATIONAL, true],
        [SHORT, false],
      ] as const) {
        behind = 0
        expression.lastIndex = 0
        for (let m = expression.exec(text); m !== null; m = expression.exec(text)) {
          const [from, to] = [m.index, m.index + m[0].length]
          if (taken?.[to] === 1 || taken?.[from] === 1) continue
          const before = text.slice(Math.max(0, from - 45), from)
          const figures = m[0]
          const length = figures.replace(/\D/g, '').length
          if (OTHER.test(before) || SOCIAL.test(figures)) continue
          const cued =
            (/^\d{3}[-.]\d{4}$/.test(m[0]) && /\bat:? $/i.test(before)) ||
            CUE_BEFORE.test(before) ||
            CUE_BEHIND.test(text.slice(to, to + 14))
          if (
            plain
              ? !/\D/.test(figures) &&
                !cued &&
                draft.kind !== 'visitor_comment' &&
                !/^[2-9]\d\d[2-9]/.test(figures)
              : !cued || length < 7 || length > 13
          )
            continue
          judge(from, to, figures)
        }
      }
    }
    if (count > 1 && text.includes(' end')) {
      ENDING.lastIndex = 0
      for (let m = ENDING.exec(text); m !== null; m = ENDING.exec(text))
        if (whose(sight, codeAt(reading, m.index), undefined) !== 'ours')
          hits.push(hitAt(reading, m.index, m.index + m[0].length))
    }
    behind = 0
    for (const { from, to, figures } of spokenNumbers(reading))
      if (LENGTHS.has(figures.length)) judge(from, to, figures)
    return hits
  }
}

export default defineRule({
  id: 'identifier/phone',
  category: 'phone',
  severity: grave,
  kinds: KINDS,
  says: 'This shows a phone or fax number that is not the practice’s own.',
  why: 'A number leads straight to one person, and no post or reply needs it.',
  instead: 'Take the number out. Write "Please call our office" with the practice’s own number.',
  citations: [{ article: 'the-18-identifiers', source: '45 CFR 164.514(b)(2)(i)(D), (E)' }],
  since: '0.1.0',
  redLine: true,
  match: find,
})
