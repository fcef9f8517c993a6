import { classesOf } from '../reading/classes.ts'
import { CODE, type Vocabulary } from '../reading/lexicon.ts'
import { compilePhrases } from '../reading/pattern.ts'
import { SHAPES } from './shapes.ts'

/** What a sentence of a reply is about, when no safe shape accounts for it. */
export interface Reckoning {
  /** Nothing personal in it: a safe shape, the practice, or everybody. */
  accounted: boolean
  /** A few words in the present that touch nobody: they may stand beside safe sentences, not alone. */
  short: boolean
  /** A safe turn of phrase stands in it. */
  framed: boolean
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

const LISTS = [
  'you',
  'youown',
  'she',
  'relative',
  'person.one',
  'procedure',
  'product',
  'body',
  'condition',
  'outcome',
  'visit',
  'come',
  'pay',
  'record',
  'past',
  'when',
  'measure',
  'feedback',
  'contact',
  'ops',
  'privacy',
  'generic',
  'staffword',
  'value',
  'modal',
  'talk',
  'soft',
  'patient.one',
  'the',
  'count',
  'weak',
  'glad',
] as const
type List = (typeof LISTS)[number]
/** Private-use code that stands for "accounted for by a frame". */
const NEUTRAL = 0xf8ff
const NEUTRAL_CHAR = String.fromCharCode(NEUTRAL)
const STAFF_CHAR = String.fromCharCode(CODE.staff)
/** A statement of a few words in the present that touches nobody may stand between safe sentences. */
const SHORT = 10

const PLEASANTRY = [
  '^ ({soft}|{positive}|{emoji}|{comma}|{sign}|{glad}|{feedback}|{tag}|{number}|love|this|it|that|wow|yay|oh|ha|and|to|be|is|a|the|you|we|our|of|from|us|all|team|ok|okay|amen|cheers|hooray|same|agreed|absolutely|exactly|welcome|aww|aw|haha|lol)*9 $',
]

/** Decides, sentence by sentence, whether a reply says something about the reader. Default: it is not accounted for. */
export function accountant(vocabulary: Vocabulary): (code: string, staffNear: boolean) => Reckoning {
  const frames = compilePhrases(
    SHAPES.flatMap((shape) => shape.frames),
    vocabulary,
  )
  const pleasantry = compilePhrases(PLEASANTRY, vocabulary, '')
  const { bit, of } = classesOf(vocabulary, LISTS)
  const mask = (...names: List[]) => names.reduce((sum, name) => sum | (bit[name] as number), 0)
  const CARE = mask('procedure', 'product', 'body', 'condition', 'outcome')
  const OWNED = mask('visit', 'pay', 'record', 'come')
  const PRACTICE = mask('feedback', 'contact', 'ops', 'privacy', 'staffword', 'value')
  const one = mask('patient.one')
  const person = mask('person.one')
  const WHOSE = mask('youown', 'she')
  const {
    glad,
    staffword,
    you,
    she,
    relative,
    past,
    when,
    measure,
    generic,
    modal,
    talk,
    soft,
    the,
    count,
    weak,
    pay,
    record,
    visit,
    come,
  } = bit as Record<List, number>
  const present = new Set(['is', 'are', 'am', 'be', "'s"].map((word) => vocabulary.put(word)))

  const AND = vocabulary.put('and')
  const IF = new Set(['if', 'whether', 'whenever', 'unless'].map((word) => vocabulary.put(word)))

  return (code, staffNear) => {
    frames.lastIndex = 0
    const rest = code.replace(frames, NEUTRAL_CHAR)
    let all = 0
    let firm = 0
    let words = 0
    let names = 0
    let money = false
    let framed = false
    let definite = false
    let kin = false
    let told = false
    let maybe = false
    let before = 0
    let sinceBe = 9
    let beforeCode = 0
    let isNow = false
    for (let i = 0; i < rest.length; i++) {
      const c = rest.charCodeAt(i)
      if (c === NEUTRAL) {
        framed = true
        before = 0
        sinceBe = 9
        continue
      }
      if (c === CODE.name || c === CODE.handle) names++
      else if (c === CODE.money) money = true
      let bits = of(c)
      // "are offered", "is published" speak of now; "was offered" does not.
      sinceBe = present.has(c) ? 0 : sinceBe + 1
      if (sinceBe === 0) isNow = true
      if ((sinceBe > 0 && sinceBe <= 3) || beforeCode === AND) bits &= ~past
      beforeCode = c
      all |= bits
      // "If you have a question, …": up to the comma it is about anybody, unless it tells what happened.
      if (IF.has(c)) maybe = true
      else if (c === CODE.comma && maybe) maybe = false
      else if ((bits & you) !== 0 && !(maybe && (of(rest.charCodeAt(i + 1)) & past) === 0)) told = true
      // "back", "face", "smile" mean a body only beside somebody's.
      if ((bits & weak) === 0) firm |= bits
      if (c > 255 || (c >= CODE.other && c <= CODE.otherIng)) words++
      // "the mole", "that implant": one that both sides know. "your son", "her mom": somebody.
      if ((before & the) !== 0 && (bits & CARE) !== 0 && (bits & weak) === 0) definite = true
      if (
        (before & (WHOSE | the)) !== 0 &&
        (bits & relative) !== 0 &&
        ((before & the) === 0 || (bits & (PRACTICE | generic)) === 0)
      )
        kin = true
      if ((bits & soft) === 0) before = bits
    }
    const reader = told || ((all & she) !== 0 && !staffNear && (all & staffword) === 0) || names > 0 || kin
    const care = ((reader ? all : firm) & CARE) !== 0 || (all & measure) !== 0
    const general = (all & generic) !== 0
    const then = (all & past) !== 0
    const felt = (all & glad) !== 0
    const owned = ((reader ? all : firm) & OWNED) !== 0 || money
    const practice = (all & PRACTICE) !== 0
    const patient = (all & one) !== 0 && !general
    const someone = patient || ((all & person) !== 0 && !general && !code.includes(STAFF_CHAR))
    const own = (care || owned) && !general
    const personal =
      reader ||
      (definite && (then || felt) && !general) ||
      patient ||
      (someone && (care || then || owned)) ||
      (own && then && (care || !practice)) ||
      (own && then && (all & (when | count)) !== 0 && !practice)
    // A statement about the world: no person, no care, nothing that happened.
    const harmless = !personal && !care && !then && !owned && (all & (pay | record)) === 0
    return {
      accounted:
        !personal &&
        (words === 0 ||
          framed ||
          (general && (!then || practice || !(care || owned))) ||
          practice ||
          harmless ||
          (care &&
            !then &&
            ((all & (modal | count)) === modal || isNow || ((all & count) === 0 && words > 5))) ||
          pleasantry.test(rest.replaceAll(NEUTRAL_CHAR, ''))),
      short: harmless && words <= SHORT,
      framed,
      personal: personal && (then || care || owned || (all & when) !== 0 || names > 0 || kin),
      care,
      visit: (all & (visit | come | when)) !== 0,
      pay: (all & pay) !== 0 || money,
      record: (all & record) !== 0,
      talk: (all & talk) !== 0,
      past: then,
    }
  }
}
