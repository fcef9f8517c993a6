import { characters, defineRule, type Matcher } from '../kit.ts'
import { KINDS } from '../vocabulary.ts'
import { figuresOf } from './clues/figures.ts'
import { grave } from './clues/weight.ts'

const BYTE = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const ADDRESS = new RegExp(
  `(?<![\\w.-])(?:${BYTE}\\.){3}${BYTE}(?![\\w-]|\\.\\d)|(?<![\\w:])(?:[\\da-f]{1,4}:){7}[\\da-f]{1,4}(?![\\w:])|(?<![\\w:])(?:[\\da-f]{1,4}:){1,6}(?::[\\da-f]{1,4}){1,6}(?![\\w:])`,
  'gi',
)
/** Four numbers with dots are also what programs call their versions. */
const VERSION =
  /(?:\bv|\bver\.?|\bversion|\bfirmware|\brelease|\bbuild|\bios|\bupdate|\bsoftware|\bsection|§)[\s:]{0,2}(?:\w{1,12} )?$/i

/** Four numbers with dots, or colons between hexadecimals. */
const LIKELY = /\d\.\d{1,3}\.\d|[\da-f]:[\da-f]{0,4}:/i

function guarded(matcher: Matcher): Matcher {
  return (vocabulary) => {
    const find = matcher(vocabulary)
    return (sight) =>
      figuresOf(sight.reading).digits > 3 && LIKELY.test(sight.reading.normalized.text) ? find(sight) : []
  }
}

export default defineRule({
  id: 'identifier/ip',
  category: 'ip',
  severity: grave,
  kinds: KINDS,
  says: 'This shows the internet address of a device.',
  why: 'The address leads to a household, and says that you traced somebody.',
  instead: 'Take it out. Report a fake review to the platform instead of answering it.',
  citations: [{ article: 'the-18-identifiers', source: '45 CFR 164.514(b)(2)(i)(O)' }],
  since: '0.1.0',
  redLine: true,
  match: guarded(
    characters(ADDRESS, ({ 0: address, index }, { reading }) => {
      const { text } = reading.normalized
      if (VERSION.test(text.slice(Math.max(0, index - 24), index))) return false
      if (address.includes(':')) return /[\da-f]{3}/i.test(address)
      // 1.2.3.4 is an outline or a version unless something says that it is an address.
      return (
        address.split('.').some((part) => part.length > 1) ||
        /\bip\b/i.test(text.slice(Math.max(0, index - 40), index + 60))
      )
    }),
  ),
})
