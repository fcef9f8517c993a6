import {
  compilePhrases,
  defineRule,
  type Hit,
  type Matcher,
  REPLIES,
  type Reading,
  type Sight,
  spanOf,
} from '../kit.ts'
import { CODE } from '../reading/lexicon.ts'
import { WORD } from '../reading/tokens.ts'
import { POSTS } from '../vocabulary.ts'
import { addressesIn } from './clues/address.ts'
import { houseOf } from './clues/house.ts'
import { sentenceOf, sentenceText } from './clues/place.ts'
import { statedNames, THING } from './clues/stated.ts'
import { tiesOf } from './clues/ties.ts'
import { withForm } from './clues/weight.ts'

const NAME = String.fromCharCode(CODE.name)
/** "Warmly, Jen" at the end is who writes, "ask for Jen" is who answers the phone. */
const WRITER = [
  '(warmly|sincerely|best|regards|cheers|gratefully|respectfully|yours|love|hugs|best wishes|signed) {comma|stop}*2 {name} ({comma|sign} ..6)?$',
  '(ask|asking|attention|attn|speak|connect|reach out|contact) ..1 (for|with|to)? ..2 {name}',
  '{name} ..2 (at the desk|at the front desk|will (call|answer|help|assist|be happy)|answers)',
]
/** Said of a patient without a word about care: "20 years in our chair", "thank you for trusting us". */
const STATUS = [
  '(in|on|from|out of|at) (our|my|the) (chair|chairs|table|care|unit|floor|treatment room|waiting room)',
  '{choose.ing|choose.past} (us|our)',
  '(our|my) {soft}*2 (girl|guy|gal|lady|babe|queen|mama|regular|regulars)',
  '(our|my|first|favorite|oldest|youngest|sweetest|newest) {soft}*2 {patient}',
  '(refunded|billed|charged|paid|owes|owed|waived|reimbursed) ..4 (deposit|fee|bill|balance|copay|her|him|us|in full)',
]
/** Names that everybody may say: of events, prizes, books, songs and days, and of those who spoke the quoted words. */
const PUBLIC = [
  '(coach|mayor|senator|governor|judge|chief|principal|pastor|reverend|captain|congressman|congresswoman|president) {name}',
  '{name} (wrote|once|famously|painted|composed|sang|invented|discovered)',
  '(novel|book|books|author|authors|writer|song|songs|album|movie|film|show|series|podcast|concert|band|singer|songwriter|musician|artist|painting|poem|poet|quote|quoted|lyrics|tribute|actor|actress|celebrity|composer|philosopher|president|senator|governor|mayor|congressman|keynote|speaker|lecture|professor|researcher|scientist|study by|invented|discovered|nobel|award|awards|scholarship|foundation|memorial|museum|exhibit|stadium|theater|library|named after|classification|method|technique|act|holiday|in honor of|honoring|remembering|ceo|founder|founders|tournament|fundraiser|sponsor|sponsored|event|conference|meeting|webinar|workshop|panel|class|congress|reporter|journalist|channel|news) ',
]
/** "…", – Jon Kabat-Zinn */
const QUOTED = /["'] {0,2}[-~] {0,2}$/
/** A town or a shop that is called like a person: "serving Augusta and Camden", "across from Trader Joe's". */
const PLACE = [
  '(in|at|near|serving|around|across from|next to|downtown|visit|behind|southern|northern) {unknown|name} ({comma}? and? {unknown|name})*4',
  '{dwell} ..2 (to|from|in|out) {name} {name}?',
  '({name} {comma}? and?)*5 {name} ..6 (streets|roads|offices|locations)',
]

/** A new machine gets a name, and so does a day: "Martin Luther King Jr. Day". */
const THINGS = [
  '(unit|machine|laser|device|robot|scanner|system|skeleton|mascot|plant|printer|chair) ..14 (named|name|call|called|meet) ..3 {name}',
  '{name} {comma|sign|stop}*1 (day|week|month|award|scholarship|foundation|park|school|library|street|avenue|boulevard|photography|studio|studios|salon|bakery|cafe|design|realty|law|insurance|construction|catering|band|trio|farms|elementary)',
]

const find: Matcher = (vocabulary) => {
  const ties = tiesOf(vocabulary)
  const stated = statedNames(vocabulary)
  const naming = compilePhrases(['{naming} ..4 {unknown}'], vocabulary, '')
  const kin = compilePhrases(['{relative.one} {comma}? {unknown}'], vocabulary, '')
  const things = compilePhrases(THINGS, vocabulary)
  const each = compilePhrases(['{name}'], vocabulary)
  const [writer, place] = [compilePhrases(WRITER, vocabulary), compilePhrases(PLACE, vocabulary)]
  const [open, status] = [PUBLIC, STATUS].map((list) => compilePhrases(list, vocabulary, '')) as [
    RegExp,
    RegExp,
  ]
  const speaks = houseOf(vocabulary)
  const past = compilePhrases(['{history}'], vocabulary, '')

  const confided = (reading: Reading, at: number) => {
    const n = sentenceOf(reading, at)
    return [n - 2, n - 1, n].some((i) => i >= 0 && ties.senseOf(reading, i).has('i', 'past'))
  }

  return (sight: Sight) => {
    const { reading, draft } = sight
    const { code } = reading
    const reply = draft.kind.endsWith('_reply')
    const named = code.includes(NAME)
    const house = reply || speaks(reading)
    if (!named && house && !naming.test(code) && !kin.test(code) && !INITIALS.test(reading.normalized.text))
      return []
    const hits: Hit[] = []
    // Neither long ago nor a dog: nobody is a patient there.
    if (!reply && (ties.pet(reading) || past.test(code) || LONG_AGO.test(reading.normalized.text)))
      return hits
    for (const { hit, code: at } of stated(reading, house)) {
      const cared = reply || ties.cared(reading, at)
      hits.push(cared ? hit : { ...hit, severity: 'caution' })
    }
    if (!named) return hits
    const ours = within(reply ? writer : place, code)
    const thing = reply ? new Set<number>() : within(things, code)
    each.lastIndex = 0
    for (let m = each.exec(code); m !== null; m = each.exec(code)) {
      const at = m.index
      // The second half of a name with a hyphen goes with the first.
      if (code[at - 1] === NAME && reading.tokens.word[reading.first[at] as number] === '-') continue
      const hit = spanOf(reading, at, at + 1)
      if (reply) {
        if (!ours.has(at)) hits.push(hit)
        continue
      }
      if (thing.has(at) || listed(reading, at) || THING.test(draft.text.slice(hit.start, hit.end))) continue
      // Who is quoted is known to everybody, unless the words are a patient's own.
      if (full(reading, at) && quoted(reading, at) && !confided(reading, at)) continue
      const around = sentenceText(reading, at)
      if (
        ties.cared(reading, at) ||
        ties.sense(reading, at).has('visit', 'patient.one') ||
        beside(reading, at).some((text) => status.test(text))
      ) {
        hits.push(hit)
        continue
      }
      // Colleagues, speakers and streets have names too: without care only what nothing else explains.
      if (draft.account === 'personal') continue
      if ((full(reading, at) || (!house && !ours.has(at))) && !open.test(around))
        hits.push({ ...hit, severity: 'caution' })
    }
    return hits
  }
}

const INITIALS = /[A-Z]\. ?[A-Z]\./
const LONG_AGO = /\b(?:in|since|born|of|from|,) 1[5-8]\d\d\b/i

/** Code units inside of what an expression finds. */
function within(expression: RegExp, code: string): Set<number> {
  const inside = new Set<number>()
  expression.lastIndex = 0
  for (let m = expression.exec(code); m !== null; m = expression.exec(code)) {
    for (let i = m.index; i < m.index + m[0].length; i++) inside.add(i)
    if (m[0] === '') expression.lastIndex++
  }
  return inside
}

/** Towns in an address are called like people, too. */
function listed(reading: Reading, at: number): boolean {
  const token = reading.first[at] as number
  return addressesIn(reading).some(({ from, to }) => token >= from && token <= to)
}

/** Its sentence and those next to it. */
function beside(reading: Reading, at: number): string[] {
  const n = sentenceOf(reading, at)
  return [n - 1, n, n + 1].flatMap((i) => {
    const sentence = reading.sentences[i]
    return sentence === undefined ? [] : [sentenceText(reading, i === n ? at : sentence.from)]
  })
}

const quoted = ({ normalized, tokens, first }: Reading, at: number) => {
  const from = tokens.start[first[at] as number] as number
  return QUOTED.test(normalized.text.slice(Math.max(0, from - 6), from))
}

/** Given name and surname: two words at least. */
function full({ tokens, first, last }: Reading, at: number): boolean {
  let words = 0
  for (let i = first[at] as number; i <= (last[at] as number); i++) if (tokens.kind[i] === WORD) words++
  return words > 1
}

export default defineRule({
  id: 'identifier/name',
  category: 'name',
  severity: withForm,
  kinds: [...POSTS, ...REPLIES],
  says: 'This names a person who does not work for the practice, as far as Chaperone knows.',
  why: 'A name is the first of the 18 identifiers: next to care it says who your patient is.',
  instead:
    'Leave the name out, initials and nicknames too. If it is a colleague, have the name added to the practice’s staff list.',
  citations: [{ article: 'names-and-tags', source: '45 CFR 164.514(b)(2)(i)(A)' }],
  since: '0.1.0',
  redLine: true,
  match: find,
})
