import type { Vocabulary } from './lexicon.ts'
import { GIVEN, GIVEN_M, GIVEN_S, GIVEN_W, type Names, ORDINARY, SURNAME, SURNAME_S } from './names.ts'
import { OWN, type Parts, PERSON, STAFF } from './reading.ts'
import { ALLCAPS, CAPITAL, EMOJI, FOREIGN, PART, SIGN, STOP, type Tokens, WORD } from './tokens.ts'

const set = (words: string) => new Set(words.split(/\s/).filter(Boolean))

/** Behind a name they say that the person works here (or somewhere like it). */
export const CREDENTIALS = set(
  'dr doctor rn lpn bsn msn md do dds dmd od dpm dc dpt pt phd psyd lcsw lmft lpc np fnp fnp-c pa pa-c cma rdh le ot otr aprn crna facs faad np-c dnp dvm vmd ms mph rdn cnm ibclc',
)
const PROVIDER = set('dr dr. doctor nurse np dra prof professor')
const TITLE = set(
  'mr mrs ms miss mister sir madam señora señor senora senor auntie aunt uncle grandma grandpa coach',
)
const GREETING = set(
  'thanks thank hi hey hello dear congrats congratulations welcome yes yep sorry aw aww awww yay hiya goodbye bye hola gracias felicidades howdy you much luck shoutout cheers birthday so okay ok happy well sure lol haha omg girl',
)
/** Words that tell that the next capitalised word is somebody. */
const INTRODUCES = set(
  "meet named introducing patient client bestie friend patients clients little baby hubby husband wife son daughter mom mama dad brother sister twins with for and tell told ask see by love met from about call ms it's is was that's name hug",
)
/** Words in front of a place, a school, a day or a business that is called like a person. */
const PLACE_BEFORE = set(
  'st saint san santa los las el la fort ft mount mt lake port new north south east west the upper lower point cape',
)
const PLACE_AFTER = set(
  'street st ave avenue road rd blvd boulevard drive dr lane ln way pkwy parkway highway hwy county city hospital clinic dental dentistry dermatology orthodontics university college school elementary academy church park beach island falls springs valley hills heights center centre square plaza mall bridge river lake creek cup day week award foundation institute fund house hall suite building stadium avenue isd high middle medical health medspa spa law act scale classification method technique procedure syndrome disease curve test formula score ratio museum library',
)
/** Verbs behind a name: somebody did or is something. */
const ACTS = set(
  "is was has had got came booked loved loves says said wanted wants went did looks looked feels felt started finished asked told chose walked trusted visited left made makes drove flew takes took gets sees saw needed 's just finally celebrated graduated cried smiled turned rang beat won brought gave will can",
)

export interface Style {
  /** No capitals to go by: all small or all large. */
  flat: boolean
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
  return { flat: capitals === 0 || (words > 3 && shouted > words * 0.7) }
}

/** Marks people and staff that the practice file does not name. */
export function markPeople(parts: Parts, names: Names, vocabulary: Vocabulary): void {
  const { tokens, marks, entries } = parts
  const { flat } = styleOf(tokens)
  let found: Map<string, number> | undefined
  for (let i = 0; i < tokens.length; i++) {
    if (marks[i] !== 0 || tokens.kind[i] !== WORD) continue
    const flags = tokens.flags[i] as number
    if (flags & PART || (!flat && !(flags & CAPITAL) && !cued(tokens, i))) continue
    if (entries[i]?.small === true) continue
    const bits = names.of(tokens.word[i] as string)
    // Most capitals only begin a sentence: a word that is known and never a name is none.
    if (
      (bits & (GIVEN | SURNAME)) === 0 &&
      (bits !== 0 || entries[i] !== undefined) &&
      (tokens.word[i] as string).length > 1
    )
      continue
    const to = personAt(parts, i, bits, names, vocabulary, flat)
    if (to < i) continue
    const mark = worksHere(tokens, i, to, vocabulary) ? STAFF : PERSON
    found ??= new Map()
    for (let k = i; k <= to; k++) {
      marks[k] = mark
      if ((tokens.word[k] as string).length > 2) found.set(tokens.word[k] as string, mark)
    }
    i = to
  }
  if (found !== undefined) everywhere(parts, found, flat)
}

/** Said once, known everywhere; said once as staff, staff everywhere. */
function everywhere({ tokens, marks }: Parts, found: ReadonlyMap<string, number>, flat: boolean): void {
  for (let i = 0; i < tokens.length; i++) {
    const mark = found.get(tokens.word[i] as string)
    if (mark === undefined || marks[i] === OWN || (tokens.flags[i] as number) & PART) continue
    if (marks[i] === PERSON && mark === STAFF) marks[i] = STAFF
    else if (marks[i] === 0 && (flat || (tokens.flags[i] as number) & CAPITAL)) marks[i] = mark
  }
}

const at = (tokens: Tokens, i: number) => tokens.word[i] ?? ''

/** "thank you sarah", "hi jane": a small letter does not hide a name behind a greeting. */
function cued(tokens: Tokens, i: number): boolean {
  const before = at(tokens, i - 1) === ',' ? at(tokens, i - 2) : at(tokens, i - 1)
  return (
    TITLE.has(before) ||
    (GREETING.has(before) && i <= 6) ||
    (at(tokens, i - 1) === ',' && ends(tokens, i + 1))
  )
}

const ends = (tokens: Tokens, i: number) =>
  i >= tokens.length || tokens.kind[i] === STOP || tokens.kind[i] === EMOJI || at(tokens, i) === ','
const starts = (tokens: Tokens, i: number) =>
  i === 0 ||
  tokens.kind[i - 1] === STOP ||
  tokens.kind[i - 1] === EMOJI ||
  at(tokens, i - 1) === '"' ||
  at(tokens, i - 1) === ':'

/** Last token of the person's name that begins here, or -1. */
function personAt(
  parts: Parts,
  i: number,
  bits: number,
  names: Names,
  vocabulary: Vocabulary,
  flat: boolean,
): number {
  const { tokens, entries } = parts
  const word = at(tokens, i)
  const before = at(tokens, i - 1)
  const titled =
    TITLE.has(before) ||
    PROVIDER.has(before) ||
    (before === '.' && (PROVIDER.has(at(tokens, i - 2)) || TITLE.has(at(tokens, i - 2))))
  const capital = ((tokens.flags[i] as number) & CAPITAL) !== 0
  if (TITLE.has(word) || PROVIDER.has(word)) return -1
  if (word.length === 1) return initial(tokens, i, titled)
  // "Root canal", "Jan Marini": the lists know it as something else.
  if (!titled && expressionAt(tokens, i, vocabulary)) return -1
  const name = (bits & (GIVEN | SURNAME)) !== 0
  const known = (bits & ORDINARY) !== 0 || entries[i] !== undefined
  const to = extend(parts, i, names, flat)
  const somewhere = /^(?:in|near|at|around|downtown|from|of|serving|visit|explore)$/.test(before)
  const place =
    PLACE_AFTER.has(at(tokens, to + 1)) ||
    (PLACE_BEFORE.has(before === '.' ? at(tokens, i - 2) : before) && !titled)
  if (titled && (name || (!known && (capital || flat)) || (capital && !flat))) return to
  if (
    place ||
    (vocabulary.has(word, 'nation', 'brand') && !titled) ||
    (vocabulary.has(word, 'product', 'month', 'weekday') && !(bits & GIVEN_S) && to === i)
  )
    return -1
  const greeted = vocative(tokens, i, to)
  if (bits & GIVEN_S) {
    if (!flat && capital) return to
    return greeted || to > i || INTRODUCES.has(before) || ACTS.has(at(tokens, to + 1)) || flat ? to : -1
  }
  const lastBits = to > i ? names.of(at(tokens, to)) : 0
  const fuller = (lastBits & SURNAME) !== 0
  if (bits & GIVEN_M) {
    if (greeted || fuller) return to
    if (flat || !capital) return -1
    if (somewhere && to === i) return -1
    if (!starts(tokens, i))
      return (names.of(before) & ORDINARY) !== 0 || at(tokens, i - 1) === ',' || ACTS.has(at(tokens, to + 1))
        ? to
        : -1
    return ACTS.has(at(tokens, to + 1)) ? to : -1
  }
  if (
    greeted &&
    capital &&
    !flat &&
    !((tokens.flags[i] as number) & ALLCAPS) &&
    (name || !known) &&
    !vocabulary.has(word, 'staffword', 'soft', 'feedback', 'patient')
  ) {
    return known && !strongGreeting(tokens, i) ? -1 : to
  }
  if (bits & GIVEN_W && fuller && capital && !flat && lastBits & SURNAME_S) return to
  // Not a word of the language, not of the trade: a name that no list has.
  if (!known && capital && !flat && starts(tokens, i) && to > i && lastBits & SURNAME_S) return to
  if (!known && capital && !flat && !starts(tokens, i)) {
    if (fuller || ((at(tokens, to + 1) === "'s" || ACTS.has(at(tokens, to + 1))) && INTRODUCES.has(before)))
      return to
    if (bits & SURNAME_S && at(tokens, i - 1) === 'the' && /^famil/.test(at(tokens, i + 1))) return i
  }
  return -1
}

function expressionAt(tokens: Tokens, i: number, vocabulary: Vocabulary): boolean {
  return (
    vocabulary
      .expressions(at(tokens, i))
      ?.some(({ rest }) => rest.every((word, k) => at(tokens, i + 1 + k) === word)) === true
  )
}

/** "Yes R!", "Mrs. K", "J. D." */
function initial(tokens: Tokens, i: number, titled: boolean): number {
  const word = at(tokens, i)
  if (word === 'i' || word === 'a' || !((tokens.flags[i] as number) & CAPITAL)) return -1
  if (titled) return i
  return at(tokens, i - 1) === ',' && i + 1 < tokens.length && tokens.kind[i + 1] === STOP ? i : -1
}

/** Spoken to: "Thank you, Sarah!", "…, Sarah." */
function vocative(tokens: Tokens, from: number, to: number): boolean {
  const comma = at(tokens, from - 1) === ','
  const before = comma ? at(tokens, from - 2) : at(tokens, from - 1)
  if (GREETING.has(before))
    return (
      ends(tokens, to + 1) ||
      comma ||
      before === 'hi' ||
      before === 'hey' ||
      before === 'dear' ||
      before === 'thanks'
    )
  if (comma && ends(tokens, to + 1) && at(tokens, to + 1) !== ',') return true
  return (
    starts(tokens, from) &&
    at(tokens, to + 1) === ',' &&
    /^(?:you|your|we|i|it|thank|thanks|so|that|this)$/.test(at(tokens, to + 2))
  )
}

function strongGreeting(tokens: Tokens, i: number): boolean {
  return (
    /^(?:hi|hey|hello|dear|thanks|you)$/.test(
      at(tokens, i - 1) === ',' ? at(tokens, i - 2) : at(tokens, i - 1),
    ) && ends(tokens, i + 1)
  )
}

/** Further parts of the name: "Mary Ann", "J. Smith-Jones", "de la Cruz". */
function extend({ tokens, marks }: Parts, i: number, names: Names, flat: boolean): number {
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
    const fits = flat
      ? (bits & SURNAME_S) !== 0 && !(bits & ORDINARY)
      : capital && ((bits & (SURNAME | GIVEN)) !== 0 || word.length === 1 || !(bits & ORDINARY))
    if (!fits || (PLACE_AFTER.has(word) && !(bits & GIVEN_S))) break
    to = k
  }
  return to
}

const STAFF_NEAR =
  /^(?:team|staff|hygienist|receptionist|injector|esthetician|aesthetician|hired|intern|assistant|coordinator|manager|provider|surgeon|practitioner|hygienists|joins|joined|dentist|orthodontist|dermatologist|therapist|technician|employee|coworker|colleague|retires|retirement|retiring|anniversary|promoted|promotion|crew|nurses|credentials|certified|residency|doctor|physician|optometrist|chiropractor|podiatrist|psychologist|counselor|pediatrician|founder|owner|director)$/

/** "Dr. Rivera", "Bella, RN", "our hygienist Lucy", "meet Ana, our new injector". */
function worksHere(tokens: Tokens, from: number, to: number, vocabulary: Vocabulary): boolean {
  const before = at(tokens, from - 1) === '.' ? at(tokens, from - 2) : at(tokens, from - 1)
  if (PROVIDER.has(before)) return true
  const staffed = (i: number) =>
    vocabulary.has(at(tokens, i), 'staffword') && !vocabulary.has(at(tokens, i), 'patient')
  if (staffed(from - 1) || (at(tokens, from - 1) === ',' && staffed(from - 2))) return true
  const next = at(tokens, to + 1)
  if ((next === ',' || next === '(') && (CREDENTIALS.has(at(tokens, to + 2)) || staffed(to + 2))) return true
  if (CREDENTIALS.has(next) && ((tokens.flags[to + 1] as number) & ALLCAPS) !== 0) return true
  if (next === ',' && /^(?:our|my|the|a|an|your)$/.test(at(tokens, to + 2))) {
    for (let k = to + 3; k <= to + 7; k++) if (staffed(k)) return true
  }
  if (next === 'at' && at(tokens, to + 2) === 'the' && /^(?:front|desk)$/.test(at(tokens, to + 3)))
    return true
  // A whole sentence about somebody at work here, with nobody treated in it.
  let near = false
  for (let k = from - 1; k >= Math.max(0, from - 25) && tokens.kind[k] !== STOP; k--)
    near ||= STAFF_NEAR.test(at(tokens, k))
  for (let k = to + 1; k < Math.min(tokens.length, to + 26) && tokens.kind[k] !== STOP; k++) {
    near ||= STAFF_NEAR.test(at(tokens, k))
    if (vocabulary.has(at(tokens, k), 'patient')) return false
  }
  return near
}
