import type { Vocabulary } from '../lexicon.ts'
import { CAPITAL, EMOJI, NUMBER, STOP, type Tokens, WORD } from '../tokens.ts'

export const set = (words: string) => new Set(words.split(/\s/).filter(Boolean))

/** Behind a name they say that the person works here (or somewhere like it). */
export const CREDENTIALS = set(
  'dr doctor rn lpn bsn msn md do dds dmd od dpm dc dpt pt phd psyd lcsw lmft lpc np fnp fnp-c pa pa-c cma rdh le ot otr aprn crna facs faad np-c dnp dvm vmd ms mph rdn cnm ibclc',
)
export const PROVIDER = set('dr dr. drs doctor doc nurse np dra prof professor')
export const TITLE = set(
  'mr mrs ms miss mister sir madam señora señor senora senor sra sr don doña dona auntie aunt tia tio uncle grandma grandpa granny nana papa coach mayor judge officer deputy sheriff sergeant captain chief pastor reverend rev principal senator councilman councilwoman congressman congresswoman governor',
)
/** Titles that only are ones in front of a capital: "my nana loves it", "the judge said". */
export const LOOSE_TITLE = set(
  'sir sr don dona nana papa coach mayor judge officer deputy sheriff sergeant captain chief pastor principal senator governor uncle aunt auntie grandma grandpa granny doctor doc professor',
)
/** Words that speak to somebody; the next word may be who. */
export const GREETING = set(
  'thx ty tysm thnx thanks thank hi hey hello dear congrats congratulations welcome yes yep sorry aw aww awww yay hiya goodbye bye hola gracias felicidades howdy you much luck shoutout cheers birthday so okay ok happy well sure lol haha omg girl morning afternoon evening again bravo kudos back anytime absolutely',
)
const HELLO = set('thx ty tysm thnx sorry hi hey hello dear hiya howdy hola querida querido morning thanks')
/** Behind them a name ends the sentence: "see you soon, Will!", "great job Hope". */
const CLOSES = set(
  'thx ty tysm thnx sorry thanks thank hi hey hello dear congrats congratulations yes yep aw aww awww yay hiya goodbye bye hola gracias felicidades howdy you much luck cheers birthday job soon again tomorrow back go bravo kudos anytime best welcome well morning wow girl tuesday monday wednesday thursday friday saturday sunday',
)
/** Somebody is praised, shown or spoken of in the next word. */
const PRESENTS = set(
  'congrats congratulations meet meeting introducing hug hugs tell told miss missed missing celebrate celebrating seeing saw remember treated treating little baby sweet brave beautiful gorgeous lovely dear featuring starring winner winners champ lucky reposting big love mom mama',
)
const PRESENTS_TO = set(
  'congrats congratulations proud shoutout out thanks thank you hugs love kudos cheers hi hello happy birthday luck goes wishes hand applause round props prayers condolences',
)
/** Seasons, months and feasts; nobody knows from "hello summer" that this is somebody. */
const SEASON = set('summer autumn april may june august spring fall winter easter noel valentine christmas')
/** Verbs and nouns that only a capital in mid-sentence, or a comma, makes a name. */
const VERBISH = set(
  'hope will may mark drew chase bill pat love bless trust rob sue wade skip grant read happy buddy star art',
)
const FRIENDLY = set(
  "you your we i it thank thanks so that this please our congrats happy welcome what wow they they're",
)
/** Only somebody does these. */
const PERSONAL = set(
  'said says told cried cries drove drives flew walked walks smiled smiles laughed laughs loved loves came comes went wanted wants asked asks chose chooses trusted trusts booked finished finally celebrated graduated kept keeps thought thinks felt feels wore wears lost gained struggled decided rang crushed rocked rocks refused missed showed lives lived runs works worked teaches plays owns sings rides bakes shouted didn got gets',
)
const STATES = set('was is has had looks looked started left needed made won brought did does gave turned')
const PRONOUN = set('she he her his him herself himself')
const MODAL_SUBJECT = set("should did does can will would how's where's is was has had")
/** A place, a shop or a day that is called like a person. */
const PLACE_BEFORE = set(
  'st saint san santa los las el la fort ft mount mt lake port new north south east west the upper lower point cape',
)
const PLACE_AFTER = set(
  'street st ave avenue road rd blvd boulevard drive dr lane ln way pkwy parkway highway hwy county city hospital clinic dental dentistry dermatology orthodontics university college school elementary academy church park beach island falls springs valley hills heights center centre square plaza mall bridge river lake creek cup day week award foundation institute fund house hall suite building stadium avenue isd high middle medical health medspa spa law act scale classification method technique procedure syndrome disease palsy curve test formula score ratio museum library bakery salon photography cafe coffee pizza realty designs design studio studios gym fitness florist foods brewery boutique catering farm farms market grill deli diner restaurant hotel inn arena field marathon 5k collection palette mask masks serum peel roller rollers oil tea office offices location locations team area metro kitchen bank pharmacy orchard garden gardens theater theatre special specials sale newsletter tumbler pumpkin mills township village district campus branch metropolitan',
)
const SOMEWHERE = set(
  'in near serving around downtown visit visiting across throughout outside greater between',
)
const STATE =
  /^(?:al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|in|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy|texas|florida|california|ohio|illinois|michigan|wisconsin|arizona|colorado|oregon|tennessee|kentucky|alabama|utah|nevada|idaho|maine|iowa|kansas|missouri|oklahoma|maryland|minnesota)$/
const DETERMINER = set(
  'the a an this that next last every all each these those any early late mid since until by of',
)

const BEDS = /^(?:bed|room|chair|bay|suite|booth|op|operatory|table|rm)$/

export const at = (tokens: Tokens, i: number) => tokens.word[i] ?? ''
const capital = (tokens: Tokens, i: number) => ((tokens.flags[i] ?? 0) & CAPITAL) !== 0
export const stops = (tokens: Tokens, i: number) =>
  i >= tokens.length || tokens.kind[i] === STOP || tokens.kind[i] === EMOJI
export const ends = (tokens: Tokens, i: number) => stops(tokens, i) || at(tokens, i) === ','
export const starts = (tokens: Tokens, i: number) =>
  i === 0 || stops(tokens, i - 1) || at(tokens, i - 1) === '"' || at(tokens, i - 1) === ':'

export const isSeason = (word: string) => SEASON.has(word)
export const isPlaceWord = (word: string) => PLACE_AFTER.has(word)
export const isVerbish = (word: string) => VERBISH.has(word)

/** "Mr. Young", "Mrs Long", "Coach Bell". */
export function isTitled(tokens: Tokens, i: number): boolean {
  const word = at(tokens, at(tokens, i - 1) === '.' ? i - 2 : i - 1)
  return (PROVIDER.has(word) || TITLE.has(word)) && (!LOOSE_TITLE.has(word) || capital(tokens, i))
}

/** A town, a street, a shop, a month: called like somebody, and nobody. */
export function isThing(tokens: Tokens, from: number, to: number, strong: boolean): boolean {
  const before = at(tokens, from - 1) === '.' ? at(tokens, from - 2) : at(tokens, from - 1)
  const next = at(tokens, to + 1)
  if (PLACE_AFTER.has(next)) return true
  if (PLACE_BEFORE.has(before) && !(strong && /^(?:the|new|la|el)$/.test(before))) return true
  if (next === '&' && /^(?:sons?|co|company|associates|partners)$/.test(at(tokens, to + 2))) return true
  // "The Dean of", "the Latham Market"; "a Sarah" of whom there is no record is somebody.
  if (strong && /^(?:the|a)$/.test(before))
    return before === 'the' && (next === 'of' || capital(tokens, to + 1))
  if (
    /^(?:the|a)$/.test(before) &&
    !/^(?:of|named|for|called|under)$/.test(at(tokens, from - 2)) &&
    !/^(?:famil|twin|kid|boy|girl)/.test(next)
  )
    return true
  if (to === from && SOMEWHERE.has(before) && next !== "'s") return true
  if (
    next === ',' &&
    capital(tokens, to + 2) &&
    STATE.test(at(tokens, to + 2)) &&
    at(tokens, to + 3) !== "'s"
  )
    return true
  if (
    SEASON.has(at(tokens, from)) &&
    (tokens.kind[to + 1] === NUMBER || (DETERMINER.has(before) && at(tokens, from - 2) !== 'proud'))
  )
    return true
  return listedPlace(tokens, from)
}

/** "serving Augusta, Camden and Racine": as far back as names, commas and "and" reach. */
function listedPlace(tokens: Tokens, from: number): boolean {
  let [listed, named] = [false, false]
  for (let k = from - 1; k >= Math.max(0, from - 12); k--) {
    const word = at(tokens, k)
    if (word === ',' || word === 'and' || word === '&' || word === 'or') listed = true
    else if (/^(?:serving|between|near|locations|offices|in)$/.test(word)) return listed && named
    else if (
      !capital(tokens, k) ||
      /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/.test(word)
    )
      return false
    else named = true
  }
  return false
}

/** How surely the surroundings speak of somebody: 3 no doubt, 2 likely, 1 a capital in mid-sentence, 0 nothing. */
export function standing(tokens: Tokens, from: number, to: number, vocabulary: Vocabulary): 0 | 1 | 2 | 3 {
  if (isTitled(tokens, from)) return 3
  const comma = at(tokens, from - 1) === ','
  const before = comma ? at(tokens, from - 2) : at(tokens, from - 1)
  const next = at(tokens, to + 1)
  const word = at(tokens, from)
  const closed = stops(tokens, to + 1)
  const season = SEASON.has(word) && to === from
  if (season && /^(?:hello|goodbye|bye|welcome|happy|hey)$/.test(before)) return 0
  if (spokenTo(tokens, from, to, before, comma, closed)) return 3
  if (named(tokens, from) || aged(tokens, to) || signed(tokens, from, to)) return 3
  if (season && starts(tokens, from)) return acts(tokens, from, to, vocabulary) ? 2 : 0
  if (tokens.kind[from - 1] === NUMBER && BEDS.test(at(tokens, from - 2))) return 3
  if (vocabulary.has(before, 'relative', 'patient', 'person', 'job')) {
    if (!season || (capital(tokens, from) && !capital(tokens, from - 1) && !PLACE_AFTER.has(next))) return 2
  }
  if (PRESENTS.has(before) && !(comma && !capital(tokens, from))) return 2
  if (/^(?:to|of|you|for)$/.test(before) && !comma && PRESENTS_TO.has(at(tokens, from - 2))) return 2
  if (at(tokens, from - 1) === ':' && introduced(tokens, from - 2)) return 2
  if (before === 'and' && at(tokens, from - 2) === 'you') return 2
  if (next === 'and' && /^(?:her|his|family|fam|husband|wife|hubby|baby|mom|dad)$/.test(at(tokens, to + 2)))
    return 2
  if (next === 'who' || (next === ',' && /^(?:who|whose)$/.test(at(tokens, to + 2)))) return 2
  if (
    next === ',' &&
    /^(?:a|an|our|my|mom|dad)$/.test(at(tokens, to + 2)) &&
    apposed(tokens, to + 3, vocabulary)
  )
    return 2
  if (next === "'s" && owns(tokens, to + 2, vocabulary)) return 2
  if (acts(tokens, from, to, vocabulary)) return 2
  if (next === '!' && starts(tokens, from) && /^(?:you|your|we|congrats)$/.test(at(tokens, to + 2))) return 2
  if (!capital(tokens, from) || starts(tokens, from)) return 0
  return closed && !capital(tokens, from - 1) && tokens.kind[from - 1] === WORD && addressed(tokens, from)
    ? 2
    : 1
}

function spokenTo(
  tokens: Tokens,
  from: number,
  to: number,
  before: string,
  comma: boolean,
  closed: boolean,
): boolean {
  const next = at(tokens, to + 1)
  if (HELLO.has(before) && from <= 40) {
    if (closed || next === ',' || next === '-' || comma) return true
    if (!VERBISH.has(at(tokens, from)) || capital(tokens, from)) if (FRIENDLY.has(next)) return true
  }
  if (CLOSES.has(before) && (closed || next === ',') && !starts(tokens, from)) return true
  if (comma && (closed || (next === ',' && FRIENDLY.has(at(tokens, to + 2)))) && !list(tokens, from))
    return true
  if (!starts(tokens, from) || SEASON.has(at(tokens, from))) return false
  if (next === ',' || next === '-') return FRIENDLY.has(at(tokens, to + 2))
  return false
}

/** "Your lips look amazing Georgia!" */
function addressed(tokens: Tokens, from: number): boolean {
  if (DETERMINER.has(at(tokens, from - 1)) || SOMEWHERE.has(at(tokens, from - 1))) return false
  for (let k = from - 1; k >= Math.max(0, from - 14) && !stops(tokens, k); k--)
    if (/^(?:you|your)$/.test(at(tokens, k)))
      return !/^(?:with|and|or|for|of|from|to|our|great|happy)$/.test(at(tokens, from - 1))
  return false
}

/** "sunscreen, hats, shade": a comma further back, none of them an address. */
function list(tokens: Tokens, from: number): boolean {
  for (let k = from - 2; k >= Math.max(0, from - 5); k--) {
    if (stops(tokens, k)) return false
    if (at(tokens, k) === ',') return true
  }
  return false
}

function named(tokens: Tokens, from: number): boolean {
  const before = at(tokens, from - 1)
  if (/^(?:named|nicknamed)$/.test(before)) return true
  if (/^(?:is|'s|of)$/.test(before)) return /^names?$/.test(at(tokens, from - 2))
  return before === ':' && /^names?$/.test(at(tokens, from - 2))
}

/** "Rose, 34," · "Max (7)" · "April (age 7)" · "Jo, 41 and a nurse". */
function aged(tokens: Tokens, to: number): boolean {
  const next = at(tokens, to + 1)
  if (next !== ',' && next !== '(') return false
  if (/^aged?$/.test(at(tokens, to + 2))) return true
  if (tokens.kind[to + 2] !== NUMBER || !/^\d{1,2}$/.test(at(tokens, to + 2))) return false
  return next === '(' || /^(?:[,.!-]|years?|yrs?|yo|and|months?|weeks?|is|was|from)$/.test(at(tokens, to + 3))
}

/** Who is quoted: '"I love it" - Grace'. */
function signed(tokens: Tokens, from: number, to: number): boolean {
  const sign = at(tokens, from - 1)
  if ((sign !== '-' && sign !== '~') || !(stops(tokens, to + 1) || at(tokens, to + 1) === ',')) return false
  return at(tokens, from - 2) === '"' || tokens.kind[from - 2] === STOP || at(tokens, from - 2) === '-'
}

const introduced = (tokens: Tokens, i: number) =>
  /^(?:month|week|day|winner|star|patient|client|name|featuring|kiddo|kid|smile|hero)$/.test(at(tokens, i)) ||
  tokens.kind[i] === NUMBER

const apposed = (tokens: Tokens, i: number, vocabulary: Vocabulary) =>
  [i, i + 1, i + 2].some((k) => vocabulary.has(at(tokens, k), 'person', 'job', 'relative', 'patient'))

/** "Grace's new smile": what belongs to somebody. */
function owns(tokens: Tokens, i: number, vocabulary: Vocabulary): boolean {
  for (let k = i; k <= i + 3 && tokens.kind[k] === WORD; k++) {
    if (
      vocabulary.has(
        at(tokens, k),
        'procedure',
        'body',
        'condition',
        'outcome',
        'visit',
        'relative',
        'patient',
        'life',
      )
    )
      return true
    if (
      /^(?:journey|story|results?|transformation|smile|wire|brackets?|chart|file|review|confidence|progress|turn|testimonial|dance|reaction|face|first)$/.test(
        at(tokens, k),
      )
    )
      return true
  }
  return false
}

/** Somebody did something: "Rose drove two hours for her filler", "how is Hope doing". */
function acts(tokens: Tokens, from: number, to: number, vocabulary: Vocabulary): boolean {
  const next = at(tokens, to + 1)
  const season = SEASON.has(at(tokens, from))
  if (capital(tokens, to + 1) && !capital(tokens, to + 2)) return false
  if (PERSONAL.has(next) && !season) return true
  if (
    MODAL_SUBJECT.has(at(tokens, from - 1)) &&
    capital(tokens, from) &&
    vocabulary.has(next, 'ing', 'person')
  )
    return true
  if (
    !STATES.has(next) &&
    !PERSONAL.has(next) &&
    !vocabulary.has(next, 'past') &&
    !MODAL_SUBJECT.has(at(tokens, from - 1))
  )
    return false
  if (/^(?:was|is)$/.test(next) && tokens.kind[to + 2] === NUMBER) return true
  if (
    /^(?:was|is|did|has)$/.test(next) &&
    /^(?:so|such|terrified|scared|nervous|brave|amazing|great|awesome|doing|feeling|always|one|over|due|here|sixty|fifty)$/.test(
      at(tokens, to + 2),
    )
  )
    return !season && (capital(tokens, from) || !VERBISH.has(at(tokens, from)))
  for (let k = to + 2; k < Math.min(tokens.length, to + 22) && tokens.kind[k] !== STOP; k++)
    if (PRONOUN.has(at(tokens, k))) return true
  return false
}
