import { CODE, type Vocabulary } from '../reading/lexicon.ts'
import { compilePhrases } from '../reading/pattern.ts'
import { addressing } from './addressing.ts'
import { framer, NEUTRAL, spotter } from './frames.ts'
import { HIDDEN, NEWCOMERS, PLEASANTRIES } from './hidden.ts'
import { SHAPES } from './shapes.ts'
import { topicsOf } from './topics.ts'

/** What a sentence of a reply is about, when no safe shape accounts for it. */
export interface Reckoning {
  /** Nothing personal in it: a safe shape, the practice, or everybody. */
  accounted: boolean
  /** A few words in the present that touch nobody: they may stand beside safe sentences, not alone. */
  short: boolean
  /** Something in it is about the reader, or somebody with them, and not only unexplained. */
  personal: boolean
  /** What it touches. */
  care: boolean
  visit: boolean
  pay: boolean
  record: boolean
  talk: boolean
  past: boolean
}

const NEUTRAL_CHAR = String.fromCharCode(NEUTRAL)
const STAFF_CHAR = String.fromCharCode(CODE.staff)
/** A statement of a few words in the present that touches nobody may stand between safe sentences. */
const SHORT = 10
/** Words between "is" and the form that says how something stands: "is not currently offered". */
const NEAR = 3

/** Decides, sentence by sentence, whether a reply says something about the reader. Default: it is not accounted for. */
export function accountant(vocabulary: Vocabulary): (code: string, staffNear: boolean) => Reckoning {
  const neutralize = framer(
    SHAPES.flatMap((shape) => shape.frames),
    vocabulary,
  )
  const pleasantry = compilePhrases(PLEASANTRIES, vocabulary, '')
  const newcomer = spotter(NEWCOMERS, vocabulary)
  const hidden = spotter(HIDDEN, vocabulary)
  const topics = topicsOf(vocabulary)
  const { bit, bits: bitsOf } = topics
  const onlySaid = addressing(vocabulary, topics)
  const codes = (words: string) => new Set(words.split(', ').map((word) => vocabulary.put(word)))

  const OWNED = bit.visit | bit.pay | bit.record | bit.come
  const WHOSE = bit.youown | bit.she
  const present = codes("is, are, am, be, being, 's")
  const turning = codes('what, how, who, when, where, which, that, we, i, they, it, you')
  /** Behind one of these a past form only describes: "a written estimate", "keeps us motivated". */
  const article = codes(
    'a, an, our, any, every, each, no, all, to, fda, cdc, us, me, them, get, gets, getting, stay, feel, feels',
  )
  const ifs = codes('if, whether, whenever, unless')
  const memory = codes('remember, remembers, recall, recalls')
  const asking = codes('please, just, do')
  const coming = codes('come, come back, visit, return, stop by, stop in, swing by, drop by, drop in, pop in')
  const crowd = codes(
    'anyone, anybody, everyone, everybody, people, patients, clients, families, folks, children, kids, adults, whoever, individuals, reviewer, reviewers',
  )
  const tails = codes('here, online, by, in, on, at, under, with, through, during, to, from, about')
  const place = codes(
    'team, staff, crew, office, practice, clinic, studio, business, community, family, place, doors, home, work, worked, works, working, believed, strived, learned, grown, grew, tried, improved, made changes',
  )
  const none = codes('nobody, no one, none')
  const adverb = codes('never, nobody, no one')
  /** "Every effort was made": no more general than "much". */
  const much = codes('effort, precaution, sign, signs, attempt, opportunity, courtesy, step, minute, detail')
  const days = codes('day, morning, afternoon, evening, night')
  const [AND, OR, THE, ALL, THAT] = ['and', 'or', 'the', 'all', 'that'].map((word) => vocabulary.put(word))

  return (code, staffNear) => {
    const rest = neutralize(code)
    let all = 0
    let firm = 0
    let words = 0
    let names = 0
    let money = false
    let framed = false
    let definite = false
    let known = false
    let kin = false
    let told = false
    let maybe = false
    let isNow = false
    let comes = false
    let settles = false
    let recalls = false
    let denied = false
    let acts = false
    let crowded = false
    let placed = false
    let before = 0
    let sinceBe = NEAR + 1
    let last = 0
    let lastButOne = 0
    for (let i = 0; i < rest.length; i++) {
      const c = rest.charCodeAt(i)
      if (c === NEUTRAL) {
        framed = true
        before = 0
        last = NEUTRAL
        sinceBe = NEAR + 1
        continue
      }
      if (c === CODE.name) names++
      else if (c === CODE.money) money = true
      let bits = bitsOf[c] as number
      // "are offered", "is published" speak of now; "was offered" does not. "A written estimate" is no act at all.
      sinceBe = present.has(c) ? 0 : turning.has(c) ? NEAR + 1 : sinceBe + 1
      if (sinceBe === 0) isNow = true
      const stands = sinceBe > 0 && sinceBe <= NEAR
      // "Concerns raised online", "people seen here": it says which, not what happened.
      const which =
        (before & (bit.thing | bit.vague | bit.generic)) !== 0 &&
        (before & (bit.staff | bit.modal)) === 0 &&
        tails.has(rest.charCodeAt(i + 1))
      const joined = last === AND || last === OR || article.has(last) || (before & bit.modal) !== 0
      if (stands || which || joined) bits &= ~bit.past
      all |= bits
      // "If you have a question, …": up to the comma it is about anybody, unless it tells what happened.
      if (ifs.has(c)) maybe = true
      else if (c === CODE.comma && maybe) maybe = false
      else if ((bits & bit.you) !== 0 && !(maybe && ((bitsOf[rest.charCodeAt(i + 1)] ?? 0) & bit.past) === 0))
        told = true
      // "back", "face", "smile" mean a body only beside somebody's.
      if ((bits & bit.weak) === 0) firm |= bits
      if (c > 255 || (c >= CODE.other && c <= CODE.otherIng)) words++
      // "the mole", "that implant": one that both sides know. "your son", "her mom": somebody.
      if ((before & bit.the) !== 0 && (bits & bit.care) !== 0 && (bits & bit.weak) === 0) definite = true
      if ((before & bit.the) !== 0 && (bits & (bit.pay | bit.record | bit.visit)) !== 0) known = true
      if ((bits & bit.relative) !== 0) {
        const met = (before & bit.the) !== 0 && !(last === THE && lastButOne === ALL)
        if ((before & WHOSE) !== 0 || (met && (bits & (bit.topic | bit.staff | bit.generic)) === 0))
          kin = true
        if ((bits & bit.dear) !== 0 && !article.has(last) && (before & bit.generic) === 0) kin = true
      }
      const first = i === 0 || asking.has(last)
      if (first && coming.has(c)) comes = true
      if (memory.has(c) && !first) recalls = true
      if (none.has(c)) denied = true
      if (place.has(c)) placed = true
      if ((bits & bit.generic) !== 0 && !adverb.has(c) && !much.has(rest.charCodeAt(i + 1))) crowded = true
      // "The nurse checked": what one of the staff did, not what was passed on to them.
      if ((c === CODE.staff || (bits & bit.staff) !== 0) && (all & (bit.past | bit.you)) === 0) acts = true
      if (days.has(c) && last === THAT) recalls = true
      if ((bits & bit.settle) !== 0 && (all & bit.modal) !== 0) settles = true
      if ((bits & bit.soft) === 0) before = bits
      lastButOne = last
      last = c
    }
    const has = (mask: number) => (all & mask) !== 0
    if (comes && !has(bit.thing)) told = true
    const then = has(bit.past) || recalls
    // "We never said that" is on one person; "we never share names" is not.
    let general = then ? crowded : has(bit.generic)
    // A frame may have taken "anyone" along; what both sides know is not about anyone.
    for (let i = 0; i < code.length && !general && !definite; i++) general = crowd.has(code.charCodeAt(i))
    // "Nobody was rude" contradicts what somebody told.
    if (then && denied) general = false
    const meant =
      (!general && !has(bit.thing | bit.news) && hidden(code)) ||
      (!code.includes(STAFF_CHAR) && newcomer(code))
    if (meant) told = true
    else if (told && onlySaid(rest)) told = false
    const reader = told || (has(bit.she) && !staffNear && !has(bit.staff)) || names > 0 || kin
    const care = ((reader ? all : firm) & bit.care) !== 0 || has(bit.measure)
    const owned = ((reader ? all : firm) & OWNED) !== 0 || money
    const about = has(bit.topic | bit.vague | bit.staff)
    // What was done is on the reader, unless a public thing is named or the practice tells of itself.
    const itself = placed && !acts && !denied && !has(bit.talk | bit.glad | bit.ago)
    const practice = then ? has(bit.thing | bit.news) || itself : about
    const patient = has(bit.patient) && !general
    const person = has(bit.person) && !general && !code.includes(STAFF_CHAR)
    const own = (care || owned) && !general
    const personal =
      reader ||
      (definite && (then || settles || has(bit.glad)) && !general) ||
      patient ||
      (person && (care || owned || (then && !practice))) ||
      (own && then && (care || !practice)) ||
      (own && then && has(bit.when | bit.count) && !practice)
    // A statement about the world: no person, no care, nothing that happened.
    const harmless =
      !personal &&
      !care &&
      !then &&
      !owned &&
      (firm & (bit.pay | bit.record)) === 0 &&
      !has(bit.ago) &&
      (!has(bit.when) || has(bit.thing))
    return {
      accounted:
        !personal &&
        (words === 0 ||
          framed ||
          (general && (!then || practice || !(care || owned))) ||
          practice ||
          harmless ||
          // What a practice does, and what things cost, now and for whoever asks.
          (!care && !then && !known && words > 3 && !has(bit.when | bit.count | bit.ago) && !money) ||
          (care &&
            !then &&
            ((has(bit.modal) && !has(bit.count)) || isNow || (!has(bit.count) && words > 3))) ||
          pleasantry.test(rest.replaceAll(NEUTRAL_CHAR, ''))),
      short: harmless && words <= SHORT,
      personal: personal && (then || care || owned || has(bit.when) || names > 0 || kin),
      care,
      visit: has(bit.visit | bit.come | bit.when),
      pay: has(bit.pay) || money,
      record: has(bit.record),
      talk: has(bit.talk),
      past: then,
    }
  }
}
