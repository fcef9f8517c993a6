import type { Vocabulary } from './lexicon.ts'
import {
  GIVEN,
  GIVEN_M,
  GIVEN_S,
  GIVEN_W,
  hiddenName,
  initials,
  isFamily,
  type Names,
  ORDINARY,
  SURNAME,
  SURNAME_M,
  SURNAME_S,
  tagName,
} from './names.ts'
import { worksHere } from './persons/staff.ts'
import {
  at,
  CREDENTIALS,
  ends,
  GREETING,
  isPlaceWord,
  isSeason,
  isThing,
  isTitled,
  isVerbish,
  LOOSE_TITLE,
  PROVIDER,
  standing,
  starts,
  TITLE,
} from './persons/surroundings.ts'
import { OWN, type Parts, PERSON, STAFF } from './reading.ts'
import { ALLCAPS, CAPITAL, FOREIGN, HASHTAG, PART, SIGN, STOP, type Tokens, WORD } from './tokens.ts'
import type { Term } from './words/terms.ts'

export interface Style {
  /** No capitals to go by: all small or all large. */
  flat: boolean
  /** A headline: nearly every word has a capital, and a capital says little. */
  headline: boolean
}

export function styleOf(tokens: Tokens): Style {
  let words = 0
  let capitals = 0
  let shouted = 0
  for (let i = 0; i < tokens.length && words < 200; i++) {
    if (tokens.kind[i] !== WORD) continue
    const flags = tokens.flags[i] as number
    if (flags & (PART | FOREIGN)) continue
    words++
    if (flags & CAPITAL) capitals++
    if (flags & ALLCAPS) shouted++
  }
  const flat = capitals === 0 || (words > 2 && shouted > words * 0.7)
  return { flat, headline: !flat && words > 4 && capitals > words * 0.7 }
}

/** Marks people and staff that the practice file does not name. */
export function markPeople(parts: Parts, names: Names, vocabulary: Vocabulary): void {
  const { tokens, marks, entries } = parts
  const bitsOf = (i: number) => names.bits(tokens.term[i] as Term)
  const style = styleOf(tokens)
  let found: Map<string, number> | undefined
  for (let i = 0; i < tokens.length; i++) {
    if (marks[i] !== 0) continue
    if (tokens.kind[i] !== WORD) {
      if (tokens.kind[i] === HASHTAG && tagName(tokens.word[i] as string, names) !== undefined)
        marks[i] = PERSON
      continue
    }
    const flags = tokens.flags[i] as number
    if (flags & PART) continue
    const word = tokens.word[i] as string
    const hidden = hiddenName(tokens, i, names)
    if (hidden >= i) {
      for (let k = i; k <= hidden; k++) marks[k] = PERSON
      i = hidden
      continue
    }
    // A small letter hides a name only where nothing else could be meant.
    if (!style.flat && !(flags & CAPITAL) && !cued(tokens, i)) {
      if (entries[i]?.code || word.length < 3 || (bitsOf(i) & (GIVEN_S | ORDINARY)) !== GIVEN_S) continue
    }
    if (entries[i]?.small === true && word.length > 1 && !(word === 'will' && flags & CAPITAL)) continue
    const bits = bitsOf(i)
    // Most capitals only begin a sentence: a word that is known and never a name is none.
    if ((bits & (GIVEN | SURNAME)) === 0 && (bits !== 0 || entries[i]?.code) && word.length > 1) continue
    const skip = word.length > 1 && !isTitled(tokens, i) ? expressionAt(tokens, i, vocabulary) : 0
    if (skip > 0) {
      i += skip
      continue
    }
    const to = personAt(parts, i, bits, names, vocabulary, style)
    if (to < i) continue
    const mark = worksHere(tokens, i, to, vocabulary) ? STAFF : PERSON
    found ??= new Map()
    for (let k = i; k <= to; k++) {
      marks[k] = mark
      if ((tokens.word[k] as string).length > 2) found.set(tokens.word[k] as string, mark)
    }
    i = to
  }
  if (found !== undefined) everywhere(parts, found, style.flat)
}

/** Said once, known everywhere; said once as staff, staff everywhere. */
function everywhere({ tokens, marks }: Parts, found: ReadonlyMap<string, number>, flat: boolean): void {
  for (let i = 0; i < tokens.length; i++) {
    const mark = found.get(tokens.word[i] as string)
    if (mark === undefined || marks[i] === OWN || (tokens.flags[i] as number) & PART) continue
    if (marks[i] === PERSON && mark === STAFF) marks[i] = STAFF
    else if (marks[i] === 0 && ((flat && !isVerbish(at(tokens, i))) || (tokens.flags[i] as number) & CAPITAL))
      marks[i] = mark
  }
}

/** What a word says of the next one: a title behind which a name stands, a greeting that speaks to somebody. */
const TITLED = 1
const GREETS = 2
function cueOf(term: Term): number {
  if (term.cue < 0) {
    const { word } = term
    const titled = (TITLE.has(word) && !LOOSE_TITLE.has(word)) || /^(?:dr|nurse|dra)$/.test(word)
    term.cue = (titled ? TITLED : 0) | (GREETING.has(word) ? GREETS : 0)
  }
  return term.cue
}

/** "thank you sarah", "hi jane", "dr maria": a small letter does not hide a name behind a greeting. */
function cued(tokens: Tokens, i: number): boolean {
  const comma = at(tokens, i - 1) === ','
  const before = tokens.term[comma ? i - 2 : i - 1]
  const cue = before === undefined ? 0 : cueOf(before)
  return (cue & TITLED) !== 0 || ((cue & GREETS) !== 0 && i <= 6) || (comma && ends(tokens, i + 1))
}

/** Last token of the person's name that begins here, or -1. */
function personAt(
  parts: Parts,
  i: number,
  bits: number,
  names: Names,
  vocabulary: Vocabulary,
  { flat, headline }: Style,
): number {
  const { tokens, entries } = parts
  const word = at(tokens, i)
  const titled = isTitled(tokens, i) && !(at(tokens, i - 1) === 'sir' && bits === 0)
  const flags = tokens.flags[i] as number
  const capital = (flags & CAPITAL) !== 0
  if (
    TITLE.has(word) ||
    PROVIDER.has(word) ||
    GREETING.has(word) ||
    INTERJECTION.test(word) ||
    (flags & ALLCAPS && CREDENTIALS.has(word))
  )
    return -1
  if (word.length === 1) return initials(tokens, i, titled)
  const name = (bits & (GIVEN | SURNAME)) !== 0
  const known = (bits & ORDINARY) !== 0 || Boolean(entries[i]?.code)
  const to = extend(parts, i, names, vocabulary, flat)
  if (titled && (name || (!known && (capital || flat)) || (capital && !flat))) return to
  if (isFamily(tokens, i, names, known)) return i
  if (capital && bits & SURNAME && FAMILY.test(at(tokens, to + 1)) && !known) return to
  if (isThing(tokens, i, to, (bits & GIVEN_S) !== 0)) return -1

  const sure = standing(tokens, i, to, vocabulary)
  if (isPlaceWord(word) && !(bits & GIVEN_S) && (sure < 2 || (tokens.flags[i - 1] ?? 0) & CAPITAL)) return -1
  // A brand, a people, a weekday that somebody is called like.
  if (vocabulary.has(word, 'nation', 'brand', 'product', 'month') && to === i && sure < 2) return -1
  if (vocabulary.has(word, 'weekday')) return -1
  if (
    to === i &&
    !(bits & GIVEN_S) &&
    vocabulary.has(word, 'person', 'relative', 'patient', 'staffword', 'generic')
  )
    return -1
  if (bits & GIVEN_S) return capital || flat || sure > 1 ? to : -1
  // "Read Priscilla's story", "Hope Kim is well": a verb, and then the name.
  if (to > i && isVerbish(word) && starts(tokens, i) && names.of(at(tokens, i + 1)) & GIVEN_S) return -1
  const lastBits = to > i ? names.of(at(tokens, to)) : 0
  const fuller = (lastBits & SURNAME) !== 0 && !vocabulary.has(at(tokens, to), 'relative', 'person')
  // "Grace L.": a letter behind it makes a given name of it.
  const lettered = to > i && at(tokens, to).length === 1 && at(tokens, to - 1) !== '-'
  // "You rock": what the reader does.
  if (at(tokens, i - 1) === 'you' && (word === 'rock' || isVerbish(word)) && !capital && !greeted(tokens, i))
    return -1
  if (flat || !capital) {
    if (!flat && (sure < 3 || isVerbish(word) || !greeted(tokens, i))) return -1
    if (bits & (GIVEN_M | GIVEN_W | SURNAME_S))
      return sure === 3 || (sure === 2 && !isVerbish(word) && !isSeason(word) && !(bits & GIVEN_W) && flat)
        ? to
        : -1
    return !known && sure === 3 && unheard(tokens, i, to) ? to : -1
  }
  // "ADA", "AL": letters as often as a name.
  if (flags & ALLCAPS && word.length < 5 && sure < 2) return -1
  if (bits & GIVEN_M) {
    if (sure > 1 || (lettered && !headline) || (fuller && (lastBits & (SURNAME_S | SURNAME_M)) !== 0))
      return to
    return sure === 1 && !headline && loneCapital(parts, i, names) ? to : -1
  }
  if (bits & GIVEN_W || (bits & SURNAME && known)) {
    if (
      bits & GIVEN_W &&
      (lettered || (fuller && (!starts(tokens, i) || (lastBits & SURNAME_S && !(lastBits & GIVEN_S)))))
    )
      return to
    if (sure < 2 || headline) return -1
    const opens = starts(tokens, i) && at(tokens, i - 1) !== ':'
    if (!opens || (sure > 2 && /^(?:you|your)$/.test(at(tokens, to + 2)))) return to
    return bits & GIVEN_W && sure === 2 ? to : -1
  }
  if (known || headline || flags & ALLCAPS || /.ing$/.test(word)) return -1
  // Not a word of the language, not of the trade: a name that no list has.
  if (sure > 1) return /[^aeious]s$/.test(word) && sure === 3 && !titled ? -1 : to
  return fuller && lastBits & SURNAME_S ? to : -1
}

const FAMILY = /^(?:family|families|fam|clan|household|twins|boys|girls|kids|crew|siblings|sisters|brothers)$/

const INTERJECTION =
  /^(?:ouch|nope|yeah|yup|yay|wow|oops|ugh|hooray|hurray|woohoo|voila|amen|welp|phew|whew|golly|merci|namaste|aloha|ciao|salud|ole|ever|free|ok|pls|dang|boo|eek|yum|mmm|mwah|morning|evening|team|class|patience|noel|lovely|beautiful|sunshine|sweet|sweetheart|sweetie|gorgeous|honey|darling|sugar|boss|champ|precious|babe|babes|love|dear|channel)$/

/** A capital in mid-sentence stands alone: "Bright Arch" and "the Amber" are no people. */
function loneCapital({ tokens, marks }: Parts, i: number, names: Names): boolean {
  if (isSeason(at(tokens, i))) return false
  // "Rose, Violet and Ivy" are what the first of them is.
  if (/^(?:,|and|or|&)$/.test(at(tokens, i - 1)) && (tokens.flags[i - 2] ?? 0) & CAPITAL)
    return marks[i - 2] !== 0
  if (/^(?:a|an|the|this|these|great|happy|go|in|at|explore)$/.test(at(tokens, i - 1))) return false
  const capital = ((tokens.flags[i - 1] ?? 0) & CAPITAL) !== 0
  return !capital || starts(tokens, i - 1) || (names.of(at(tokens, i - 1)) & ORDINARY) === 0
}

const NOBODY =
  /^(?:so{1,5}|yall|guys?|hunny|babes?|boo{1,5}|luv|xo|xoxo|bestie|besties|peeps|folx|girlie|queen|very|kindly|lots|tons|oodles|again|kids?|wonderful|sweetie|hunnie|girly|gals|fellas|docs?|merci|mucho|muchas|loads|heaps)$/
/** "thanks nkechi!": small letters, in no list; only where nothing else fits. */
const unheard = (tokens: Tokens, i: number, to: number) =>
  to === i &&
  /^[a-z]{4,14}$/.test(at(tokens, i)) &&
  !NOBODY.test(at(tokens, i)) &&
  greeted(tokens, i) &&
  ends(tokens, i + 1)

/** Directly behind a greeting, or behind "thank you": who stands there is spoken to. */
function greeted(tokens: Tokens, i: number): boolean {
  const k = at(tokens, i - 1) === ',' ? i - 2 : i - 1
  const before = at(tokens, k)
  if (before === 'you') return /^(?:thank|love|miss|appreciate|see|bless)$/.test(at(tokens, k - 1))
  return /^(?:hi|hey|hello|dear|thanks|congrats|congratulations|birthday|hola|gracias|again|much)$/.test(
    before,
  )
}

/** Tokens behind the first of an expression that the lists have: "Jan Marini", "Martin Luther King"; 0: there is none. */
function expressionAt(tokens: Tokens, i: number, vocabulary: Vocabulary): number {
  const longer = vocabulary.expressions(at(tokens, i))
  if (longer === undefined) return 0
  for (const { rest } of longer)
    if (rest.every((word, k) => at(tokens, i + 1 + k) === word)) return rest.length
  return 0
}

/** Further parts of the name: "Mary Ann", "J. Smith-Jones", "de la Cruz". */
function extend(
  { tokens, marks, entries }: Parts,
  i: number,
  names: Names,
  vocabulary: Vocabulary,
  flat: boolean,
): number {
  let to = i
  for (let k = i + 1; k < tokens.length && k <= i + 6; k++) {
    if (marks[k] !== 0) break
    const word = at(tokens, k)
    if (tokens.kind[k] === SIGN && word === '-' && tokens.end[k - 1] === tokens.start[k]) continue
    if (tokens.kind[k] === STOP && word === '.' && at(tokens, k - 1).length === 1 && k - 1 > i) continue
    if (tokens.kind[k] !== WORD || (tokens.flags[k] as number) & PART) break
    if (
      /^(?:de|la|del|van|von|der|bin|al|da|dos|santos)$/.test(word) &&
      (names.of(at(tokens, k + 1)) & SURNAME) !== 0
    )
      continue
    const capital = ((tokens.flags[k] as number) & CAPITAL) !== 0
    const bits = names.of(word)
    const named = (bits & (SURNAME | GIVEN)) !== 0
    const fits = flat
      ? (bits & SURNAME_S) !== 0 && !(bits & ORDINARY)
      : capital && (named || word.length === 1 || !((bits & ORDINARY) !== 0 || entries[k]?.code))
    if (!fits || word === 'i' || vocabulary.has(word, 'relative') || (isPlaceWord(word) && !(bits & GIVEN_S)))
      break
    to = k
  }
  return to
}
