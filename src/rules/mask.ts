import { GIVEN, GIVEN_S, type Names, ORDINARY, SURNAME, SURNAME_S } from './reading/names.ts'
import { type Parts, PERSON, STAFF } from './reading/reading.ts'
import { CAPITAL, EMAIL, HANDLE, HASHTAG, LINK, NUMBER, WORD } from './reading/tokens.ts'
import type { Finding, Masked } from './verdict.ts'
import type { Category } from './vocabulary.ts'

/** Findings of these say who somebody is; their words go, whatever else is known of them. */
const WHO: Partial<Record<Category, string>> = {
  name: 'name',
  location: 'place',
  date: 'date',
  age: 'age',
  phone: 'number',
  email: 'address',
  ssn: 'number',
  'record-number': 'number',
  account: 'number',
  license: 'number',
  vehicle: 'number',
  device: 'number',
  url: 'link',
  ip: 'number',
  biometric: 'identifier',
  'other-identifier': 'identifier',
}
/** A digit more than what stars, prices and percentages have. */
const LONG_NUMBER = 3
/** Seldom anything but a name. */
const SELDOM_ELSE = GIVEN_S | SURNAME_S
/** Letters; shorter ones in small letters are the ends of numbers and contractions. */
const SHORTEST_NAME = 3

interface Cut {
  start: number
  end: number
  as: string
}

/**
 * The text without the words that say who: names (and every capitalised word that is in no list), numbers,
 * handles, links, dates, places and ages that a rule found. For what is kept or sent without a BAA. In doubt a
 * word goes. Not de-identification in the sense of 45 CFR 164.514: what is told can still point at somebody.
 * @param leaving for what goes to somebody else: the words of the practice's own names, which may stay. A word that is
 * in no list goes too, however it is written, since people type "megan" for Megan; so does whoever is called a doctor.
 */
export function mask(
  text: string,
  parts: Parts,
  names: Names,
  findings: readonly Finding[],
  leaving?: ReadonlySet<string>,
): Masked {
  const cuts: Cut[] = findings.flatMap(({ category, start, end }) => {
    const as = WHO[category]
    return as === undefined ? [] : [{ start, end, as }]
  })
  const { tokens, marks, normalized } = parts
  for (let i = 0; i < tokens.length; i++) {
    const as = wordAs(parts, i, names, leaving)
    const ours = leaving === undefined ? (marks[i] as number) & STAFF : leaving.has(tokens.word[i] as string)
    if (as === undefined || ours) continue
    const [from, to] = [tokens.start[i] as number, tokens.end[i] as number]
    cuts.push({ start: normalized.start(from), end: normalized.end(to), as })
  }
  if (leaving)
    for (const day of text.matchAll(DAY))
      cuts.push({ start: day.index, end: day.index + day[0].length, as: 'date' })
  return without(text, cuts)
}

const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
/** "March 3rd", "the 3rd of March", "on Tuesday": when somebody was here is nobody else's business. */
const DAY = new RegExp(
  `\\b(?:(?:${MONTH})\\.? {1,2}\\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${MONTH})|(?:last|this|next|on) (?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b`,
  'gi',
)

/** What to write in place of a token that may say who; undefined: it stays. */
function wordAs(
  { tokens, marks, entries }: Parts,
  i: number,
  names: Names,
  leaving?: ReadonlySet<string>,
): string | undefined {
  const word = tokens.word[i] as string
  switch (tokens.kind[i]) {
    case HANDLE:
    case LINK:
    case EMAIL:
      return 'address'
    case HASHTAG:
      return 'tag'
    case NUMBER:
      return word.replace(/\D/g, '').length >= (leaving ? LONG_NUMBER - 1 : LONG_NUMBER)
        ? 'number'
        : undefined
    case WORD:
      if ((marks[i] as number) & PERSON) return 'name'
      if (leaving && names.of(word) & ((marks[i] as number) & STAFF ? GIVEN | SURNAME : SELDOM_ELSE))
        return 'name'
      if (entries[i] !== undefined) return undefined
      if (!((tokens.flags[i] as number) & CAPITAL) && !(leaving && word.length >= SHORTEST_NAME))
        return undefined
      return names.of(word) & ORDINARY ? undefined : 'name'
    default:
      return undefined
  }
}

/** A stretch of the masked text and where it comes from; `cut`: other words stood there. */
interface Piece {
  from: number
  to: number
  start: number
  end: number
  cut: boolean
}

/** Overlapping cuts become one; blanks and hyphens between two of a sort go with them. */
function without(text: string, cuts: readonly Cut[]): Masked {
  const sorted = [...cuts].sort((a, b) => a.start - b.start || b.end - a.end)
  const pieces: Piece[] = []
  let out = ''
  let at = 0
  let last: string | undefined
  const put = (words: string, start: number, end: number, cut: boolean) => {
    if (words === '') return
    pieces.push({ from: out.length, to: out.length + words.length, start, end, cut })
    out += words
  }
  for (const { start, end, as } of sorted) {
    if (end <= at) continue
    const between = text.slice(at, Math.max(at, start))
    const before = pieces.at(-1)
    if (before && last === as && /^[\s()./-]{0,3}$/.test(between)) before.end = end
    else {
      put(between, at, at + between.length, false)
      put(`[${as}]`, Math.max(at, start), end, true)
    }
    at = end
    last = as
  }
  put(text.slice(at), at, text.length, false)
  return { text: out, back: (start, end) => back(pieces, start, end) }
}

function back(pieces: readonly Piece[], start: number, end: number): { start: number; end: number } {
  const first = pieces.find(({ to }) => start < to)
  const final = pieces.findLast(({ from }) => from < end)
  if (!first || !final) return { start: 0, end: 0 }
  return {
    start: first.cut ? first.start : first.start + (start - first.from),
    end: final.cut ? final.end : final.start + (end - final.from),
  }
}
