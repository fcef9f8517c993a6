import {
  compilePhrases,
  defineRule,
  type Hit,
  type Matcher,
  phrases,
  REPLIES,
  type Reading,
  type Sight,
  spanOf,
} from '../kit.ts'
import { CODE } from '../reading/lexicon.ts'
import { WORD } from '../reading/tokens.ts'
import { POSTS } from '../vocabulary.ts'
import { addressesIn } from './clues/address.ts'
import { figuresOf } from './clues/figures.ts'
import { houseOf } from './clues/house.ts'
import { sentenceOf, sentenceText } from './clues/place.ts'
import { statedNames, THING } from './clues/stated.ts'
import { STATUS } from './clues/status.ts'
import { tiesOf } from './clues/ties.ts'
import { withForm } from './clues/weight.ts'

const NAME = String.fromCharCode(CODE.name)
/** "Warmly, Jen" at the end is who writes, "ask for Jen" is who answers the phone. */
const WRITER = [
  '^ (warmly|sincerely|best|all the best|regards|kind regards|warm regards|cheers|gratefully|respectfully|yours|love|hugs|best wishes|signed|with gratitude|in health) {comma|stop}*2 {name} ({comma|sign} ..6)?$',
  '^ {comma} {name} ({comma|sign} ..6)?$',
  '(ask|asking|attention|attn|speak|connect|contact|reach out) ..1 (for|with|to)? {name}',
  '{name} ..2 (at the desk|at the front desk|will (call|answer|help|assist|be (so|very)? (happy|glad|thrilled|delighted|touched))|answers)',
  '(share|pass|relay|forward) ..3 (to|with) {name}',
  '(artist|potter|painter|musician|photographer|baker|designer|carpenter|florist|author|singer|sculptor|muralist) {comma|sign}*1 {name}',
  // Who is no patient: the office dog.
  '(dog|cat|pup|puppy|kitty|fish|goldfish|parrot|turtle|tortoise|bunny|rabbit|mascot|gecko|doodle|retriever|skeleton|robot) {^stop|you|past}*4 (named|called|name is)? {comma}? {name}',
  "(my|our {staffword} {staffword|soft}*2 's) name is {name}",
  '^ ((hi|hello) {comma|stop}?)? (this is|my name is|i am) {name} ..1 ({sign|comma}|from|with|at|and|here|the|$)',
]
/** No name is written, but one can be read: on a label, a screen, a sheet in the picture. */
const VISIBLE = [
  '(ignore|excuse|pardon|never mind|(forgot|forget|forgetting) to (blur|hide|crop|cover)|not (blur|hide|crop|cover|mind)) ..2 (name|names)',
  '(name|names) ..4 (in the corner|up top|at the top|on the (screen|board|label|chart|monitor|wristband|bag|tube|envelope|form|sheet|x ray|xray|file)|(is|are|still|clearly|totally) (visible|showing|readable))',
  '(recognize|recognise|spot|see|read|know) ..1 (any|the|your|those|these) names',
  '(schedule|schedule board|whiteboard|board|appointment book|sign in sheet|chart|charts|screen) ..6 (behind (us|me|her|him)|in the background|zoom in|in view|in frame)',
]
/** Names that everybody may say: of events, prizes, books, songs and days, and of those who spoke the quoted words. */
const PUBLIC = [
  '(coach|mayor|senator|governor|judge|chief|principal|pastor|reverend|captain|congressman|congresswoman|president) {name}',
  '{name} (wrote|once|famously|painted|composed|sang|invented|discovered|speaks|speak|will speak|is speaking|presents|performs|lectures|teaches)',
  '(novel|book|books|author|authors|writer|song|songs|album|movie|film|show|series|podcast|concert|band|singer|songwriter|musician|playlist|artist|painting|poem|poet|quote|quoted|lyrics|tribute|actor|actress|celebrity|celebrities|composer|philosopher|president|senator|governor|mayor|congressman|keynote|speaker|lecture|professor|researcher|scientist|study by|invented|discovered|nobel|award|awards|scholarship|foundation|memorial|museum|exhibit|stadium|theater|library|named after|classification|method|technique|act|holiday|in honor of|honoring|remembering|ceo|founder|founders|tournament|fundraiser|sponsor|sponsored|event|conference|meeting|webinar|workshop|panel|class|congress|reporter|journalist|channel|news|photo by|photos by|photography by|video by|music|mural|catering|catered|food truck|open house|ribbon cutting|wellness night|said it best|class of|plumbing|plumber|electrician|roofing|hvac|landscaping|locksmith|for (decorating|hosting|organizing|planning|speaking|volunteering|donating|baking|teaching|sponsoring)|health dept|health department)',
]
/** Whom history names, whatever the sentence says of care. */
const HISTORIC = [
  '{name} ..1 (discovered|invented|patented|coined|pioneered|performed the first|first described)',
  '(named (for|after)|invented by|discovered by|developed by|founded by|written by|painted by|book by|novel by|song by|in the words of) ..2 {name}',
]
/** "…", – Jon Kabat-Zinn */
const QUOTED = /["'] {0,2}[-~]? {0,2}$/
/** A town or a shop that is called like a person: "serving Augusta and Camden", "across from Trader Joe's". */
const PLACE = [
  '(in|at|near|serving|around|across from|next to|downtown|visit|behind|southern|northern) {unknown|name} ({comma}? and? {unknown|name})*4',
  '{dwell} ..2 (to|from|in|out) {name} {name}?',
  '({name} {comma}? and?)*5 {name} ..6 (streets|roads|offices|locations)',
]

/** A new machine gets a name, and so does a day: "Martin Luther King Jr. Day". */
const THINGS = [
  '(unit|machine|laser|device|robot|scanner|system|skeleton|mascot|printer|fish|tank|elf|snowman|tree|costume) ..14 (named|name|call|called|meet) ..3 {name}',
  '{name} {comma|sign|stop}*1 (day|week|month|award|scholarship|foundation|park|school|library|street|avenue|boulevard|photography|studio|studios|salon|design|realty|law|insurance|construction|catering|band|trio|elementary)',
  "{name} 's? (bakery|cafe|farms|kitchen|pizza|tacos|deli|diner|grill|market|coffee|bagels|donuts|florist|flowers|cookies|books)",
]

/** An animal that is somebody's: the draft may be about them. */
const KEEPER = [
  '(her|his|their|your) {soft}*1 (dog|dogs|puppy|cat|cats|kitten|horse|pony|cow|goat|goats|chickens|bird|parrot|rabbit)',
]
/** Quoted words that praise a practice: they are no proverb. */
const TESTIMONY = [
  '(they|here|recommend|recommended|experience|office|place|staff|team|scared|nervous)',
  'best (decision|visit|care|ever|thing|money|day)',
]

const find: Matcher = (vocabulary) => {
  const ties = tiesOf(vocabulary)
  const stated = statedNames(vocabulary)
  const things = compilePhrases([...THINGS, ...HISTORIC], vocabulary)
  const each = compilePhrases(['{name}'], vocabulary)
  const keeper = compilePhrases(KEEPER, vocabulary, '')
  const testimony = compilePhrases(TESTIMONY, vocabulary, '')
  const visible = phrases(VISIBLE)(vocabulary)
  const [writer, place] = [compilePhrases(WRITER, vocabulary), compilePhrases(PLACE, vocabulary)]
  const [open, status] = [PUBLIC, STATUS].map((list) => compilePhrases(list, vocabulary, '')) as [
    RegExp,
    RegExp,
  ]
  const speaks = houseOf(vocabulary)
  const around = (reading: Reading, at: number, expression: RegExp) =>
    beside(reading, at).some((text) => expression.test(text))
  /** A reply that says more than thanks. */
  const close = (reading: Reading, at: number) => {
    const sense = ties.sense(reading, at)
    return ties.cared(reading, at) || sense.has('visit', 'come', 'record', 'pay', 'patient.one')
  }
  const past = compilePhrases(['{history}'], vocabulary, '')

  const confided = (reading: Reading, at: number) => {
    const n = sentenceOf(reading, at)
    return [n - 2, n - 1, n].some((i) => ties.senseOf(reading, i).has('i', 'past'))
  }

  /** Somebody is told of: the sentence, or the one behind it, goes on with "she". */
  const told = (reading: Reading, at: number) => {
    const n = sentenceOf(reading, at)
    const here = ties.senseOf(reading, n)
    return !here.colleague && !here.staff && (here.has('she') || ties.senseOf(reading, n + 1).has('she'))
  }

  return (sight: Sight) => {
    const { reading, draft } = sight
    const { code } = reading
    const reply = draft.kind.endsWith('_reply')
    const visitor = draft.kind === 'visitor_comment'
    const named = code.includes(NAME)
    const house = reply || speaks(reading)
    const hits: Hit[] = []
    if (!reply && !visitor) hits.push(...visible(sight))
    // Neither long ago nor a dog: nobody is a patient there.
    if (
      !reply &&
      ((ties.pet(reading) && !keeper.test(code)) ||
        past.test(code) ||
        (figuresOf(reading).row > 3 && LONG_AGO.test(reading.normalized.text)))
    )
      return hits
    for (const { hit, code: at } of visitor ? [] : stated(reading, house)) {
      const cared = reply || ties.cared(reading, at) || around(reading, at, status)
      hits.push(cared ? hit : { ...hit, severity: 'caution' })
    }
    if (!named) return hits
    const ours = within(reply ? writer : place, code)
    const thing = reply ? new Set<number>() : within(things, code)
    const author = reply ? authorOf(sight) : undefined
    each.lastIndex = 0
    for (let m = each.exec(code); m !== null; m = each.exec(code)) {
      const at = m.index
      const hit = spanOf(reading, at, at + 1)
      if (reply) {
        const greeted = author === firstWord(reading, at)
        if (!ours.has(at) && !(greeted && !close(reading, at))) hits.push(hit)
        continue
      }
      if (thing.has(at) || listed(reading, at) || THING.test(draft.text.slice(hit.start, hit.end))) continue
      // Who is quoted is known to everybody, unless the words are a patient's own.
      if (
        full(reading, at, 2) &&
        quoted(reading, at) &&
        !confided(reading, at) &&
        !around(reading, at, testimony)
      )
        continue
      const cared = ties.cared(reading, at) || ties.sense(reading, at).has('visit', 'patient.one')
      if (cared || around(reading, at, status)) {
        hits.push(hit)
        continue
      }
      // Colleagues, speakers and streets have names too: without care only what nothing else explains.
      if (draft.account === 'personal' || visitor || open.test(sentenceText(reading, at))) continue
      if (!full(reading, at) && (ours.has(at) || TOWNS.has(firstWord(reading, at)))) continue
      if (told(reading, at)) hits.push(hit)
      else if (full(reading, at) || !house) hits.push({ ...hit, severity: 'caution' })
    }
    return hits
  }
}

/** Towns that people are called like: alone and without care, a post means the town. */
const TOWNS: ReadonlySet<string> = new Set(
  'austin dallas phoenix boston savannah charlotte madison georgia virginia carolina paris london brooklyn jackson lincoln houston denver camden aurora orlando memphis cleveland raleigh durham lexington columbus augusta reno racine chelsea florence salem trenton arlington montana dakota lancaster kingston everett troy milan verona vienna asheville chicago miami atlanta seattle portland detroit philadelphia baltimore nashville charleston louisville tampa tulsa omaha boise fargo wichita anaheim fresno sacramento oakland pittsburgh cincinnati albuquerque tucson mesa buffalo rochester albany hartford providence newark anchorage honolulu scottsdale tempe plano irving frisco naperville joliet peoria rockford dubuque davenport topeka norman provo ogden spokane tacoma eugene bend'.split(
    ' ',
  ),
)
const AUTHOR = /^@?([a-z][\w'-]{1,20})(?: \w{1,20}\.?){0,2} ?[:(-]/i
/** Whose public name stands above the review that is answered: to repeat it tells nobody anything. */
function authorOf({ context }: Sight): string | undefined {
  return context === undefined ? undefined : AUTHOR.exec(context.normalized.text)?.[1]?.toLowerCase()
}

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

const firstWord = ({ tokens, first }: Reading, at: number) => tokens.word[first[at] as number] as string

const quoted = ({ normalized, tokens, first }: Reading, at: number) => {
  const from = tokens.start[first[at] as number] as number
  return QUOTED.test(normalized.text.slice(Math.max(0, from - 6), from))
}

/** Given name and surname: two words at least. */
function full({ tokens, first, last }: Reading, at: number, least = 1): boolean {
  let words = 0
  for (let i = first[at] as number; i <= (last[at] as number); i++)
    if (tokens.kind[i] === WORD && (tokens.word[i] as string).length >= least) words++
  return words > 1
}

export default defineRule({
  id: 'identifier/name',
  category: 'name',
  severity: withForm,
  kinds: [...POSTS, ...REPLIES, 'visitor_comment'],
  says: 'This names a person who is not on the practice’s staff list.',
  why: 'A name is the first of the 18 identifiers: next to care it says who your patient is.',
  instead:
    'Leave the name out, initials and nicknames too. If it is a colleague, have the name added to the practice’s staff list.',
  citations: [{ article: 'names-and-tags', source: '45 CFR 164.514(b)(2)(i)(A)' }],
  since: '0.1.0',
  redLine: true,
  match: find,
})
