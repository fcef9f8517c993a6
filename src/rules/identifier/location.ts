import {
  compilePhrases,
  defineRule,
  type Hit,
  type Matcher,
  type Reading,
  type Sight,
  spanOf,
} from '../kit.ts'
import { classesOf } from '../reading/classes.ts'
import { CODE } from '../reading/lexicon.ts'
import { CAPITAL, WORD } from '../reading/tokens.ts'
import { KINDS } from '../vocabulary.ts'
import { figuresOf } from './clues/figures.ts'
import { houseOf } from './clues/house.ts'
import { codeAt, hitAt, sentenceText } from './clues/place.ts'
import { tiesOf } from './clues/ties.ts'
import { withForm } from './clues/weight.ts'

const ROAD =
  /\b(?:I-|US-|interstate |route |rte\.? |highway |hwy\.? |county road |state road |farm road |CR |SR )\d{1,4}\b/gi
const ACCIDENT = [
  '(crash|crashed|wreck|wrecked|accident|rollover|fire|shooting|collision|hit by|fell|explosion|drowned|ambulance)',
]
const WARD = [
  '(room|bed|bay|rm|apartment|apt|ward) {number|count}',
  'in {number|count} (a|b|c|d) ',
  'rooms {number|count} and {number|count}',
]

const UNKNOWN = String.fromCharCode(CODE.Other)

/** What ends in front of a place and ties it to somebody. */
const ORIGIN = [
  '({person.one}|{patient.one}|{relative.one}|{job}|{name}|{handle}|way|old|somebody|someone|couple|family|her|him|you) {soft}*1 (from|out of)',
]
const DWELLS = [
  '({she}|{name}|{they}|{patient.one}|{relative.one}|{person.one}) ..4 {dwell} ..4 (in|from|to|near|outside) {prep}*1',
]
/** Readers and visitors speak of themselves; in a post "we moved here" is the practice. */
const SELF = ['(i|you|we) ..4 {dwell} ..4 (in|from|to|near|outside) {prep}*1']
/** Without a practice in the draft, a person and a town are enough for a closer look. */
const ELSEWHERE = ['({she}|{name}|i) ..6 (in|from|to|at)']
const THERE = [
  '(from|here|over|out|down|up|back|town|kid|girl|boy|guy|legend|native|family) in',
  '(over|house|home|family|lives|corner|bank|church|store|shop|apartment|place|neighbor|neighbors) on',
]
/** A place by its name and kind: "Pickens County", "the Pawnee Lake dock", "Sunset Lanes" */
const SPOT =
  /(?<![\w.'-])(?:[A-Z][\w'’.]{1,20} ){1,3}(?:County|Parish|Primary School|Middle School|High School|Preschool|Montessori|Junior High|Township|Village|Lake|River|Creek|Beach|Island|Ranch|Farms?|Lanes|Mall|Plaza|Elementary|Middle|High|School|Academy|College|University|Church|Temple|Mosque|Synagogue|Chapel|Prison|Jail|Courthouse|Library|Factory|Mill|Plant|Apartments|Estates|Rd|Road|St|Street|Ave|Avenue|Blvd|Boulevard|Lane|Ln|Pike|Post Office|post office|church|dock|farm|ranch|factory|mill|prison)(?![\w'])/g
/** Named or not: smaller than a State. */
const NEARBY = [
  '(in|of|from|around|across) (our|a certain|the next|a neighboring|this|his|her) {soft}*1 (county|township|village|parish|neighborhood|subdivision|street|church|school|high school|middle school)',
]
const AT = ['(at|in|from|near|behind|off|outside) (the)?']
/** "Thanks for making the two-hour drive from Sarasota" */
const WAY = [
  '(drive|drove|driving|trip|trek|way|commute|journey|travel|traveling|travelling|traveled|flew|flying|coming) ..4 from',
]
/** "We would be happy to have you back at the Galleria suite" */
const BACK = [
  '(have|see|seen|seeing|having|welcome|welcomed|saw|treated|treat) ..1 (you|your|her|him) ..6 (at|to|in) (our|the)',
]
const BRANCH = ['(you|your|her|him|{name}) ..7 (at|to|in|from) (our|the)']

const find: Matcher = (vocabulary) => {
  const ties = tiesOf(vocabulary)
  const placed = placesOf(vocabulary)
  const capitalBehind = capitalsOf(vocabulary)
  const spotted = compilePhrases(['({school}|{spot}|{way}|high)'], vocabulary, '')
  const [origin, dwells, self, there, branch, back, elsewhere, at, nearby, way] = [
    ORIGIN,
    DWELLS,
    SELF,
    THERE,
    BRANCH,
    BACK,
    ELSEWHERE,
    AT,
    NEARBY,
    WAY,
  ].map((list) => compilePhrases(list, vocabulary)) as [
    RegExp,
    RegExp,
    RegExp,
    RegExp,
    RegExp,
    RegExp,
    RegExp,
    RegExp,
    RegExp,
    RegExp,
  ]
  const ward = compilePhrases(WARD, vocabulary)
  const accident = compilePhrases(ACCIDENT, vocabulary, '')
  const house = houseOf(vocabulary)
  const prepositions = vocabulary.codesOf('prep')
  const office = compilePhrases(
    ['(office|offices|suite|location|clinic|branch|center|practice)'],
    vocabulary,
    'y',
  )

  return (sight: Sight) => {
    const { reading, draft } = sight
    const { code, normalized } = reading
    const place = capitalBehind(reading)
    const spot = spotted.test(code)
    if (!place && !spot && figuresOf(reading).digits === 0) return []
    const hits: Hit[] = []
    const reply = draft.kind.endsWith('_reply')
    if (draft.kind !== 'visitor_comment' && ties.pet(reading) && !reply) return []
    const mine = (at: number) => ties.personal(sight, at) && !ties.business(reading, at)
    const each = (expression: RegExp, accept: (at: number) => boolean) => {
      expression.lastIndex = 0
      for (let m = expression.exec(normalized.text); m !== null; m = expression.exec(normalized.text))
        if (accept(codeAt(reading, m.index))) hits.push(hitAt(reading, m.index, m.index + m[0].length))
    }
    if (figuresOf(reading).digits > 0) {
      each(ROAD, (at) => mine(at) || accident.test(sentenceText(reading, at)))
      ward.lastIndex = 0
      for (let m = ward.exec(code); m !== null; m = ward.exec(code))
        if (ties.personal(sight, m.index) && !ties.sense(reading, m.index).staff)
          hits.push(spanOf(reading, m.index, m.index + m[0].length))
    }
    if (!reply && draft.kind !== 'visitor_comment') {
      nearby.lastIndex = 0
      for (let m = nearby.exec(code); m !== null; m = nearby.exec(code))
        if (mine(m.index)) hits.push(spanOf(reading, m.index + 1, m.index + m[0].length))
    }
    if (spot) each(SPOT, mine)
    const told = (at: number) => {
      const sense = ties.sense(reading, at)
      return sense.names > 0 || sense.has('she', 'patient.one', 'person.one', 'relative.one', 'job')
    }
    if (!place) return hits
    const behind = (expression: RegExp, accept: (at: number, length: number) => boolean) => {
      expression.lastIndex = 0
      for (let m = expression.exec(code); m !== null; m = expression.exec(code)) {
        let at = m.index + m[0].length
        let length = placed(reading, at)
        // "He drove in all the way from …": the place stands behind the next preposition.
        for (let k = at; length === 0 && k < at + 4 && code.charCodeAt(k) > CODE.stop; k++) {
          if (!prepositions.has(code.charCodeAt(k))) continue
          length = placed(reading, k + 1)
          if (length > 0) at = k + 1
        }
        expression.lastIndex = m.index + 1
        if (length === 0 || !accept(at, length)) continue
        const severity = reply || ties.personal(sight, at) ? withForm(draft) : 'caution'
        hits.push({ ...spanOf(reading, at, at + length), severity })
      }
    }
    const open = (at: number) => {
      const sense = ties.sense(reading, at)
      return !sense.has('history') && !ties.insider(reading, at) && !ties.business(reading, at)
    }
    behind(origin, (at) => open(at) && (!reply || ties.personal(sight, at)))
    if (reply || draft.kind === 'visitor_comment')
      behind(self, (at) => open(at) && (!reply || ties.sense(reading, at).has('you')))
    behind(dwells, (at) => open(at) && (!reply || ties.sense(reading, at).has('you', 'she')))
    if (!reply && draft.kind !== 'visitor_comment')
      behind(at, (at, length) => mine(at) && told(at) && code.slice(at, at + length).includes(UNKNOWN))
    behind(there, (at) => open(at) && mine(at))
    if (!reply && draft.account !== 'personal' && !house(reading)) behind(elsewhere, open)
    behind(back, (at, length) => {
      office.lastIndex = at + length
      return reply && office.test(code)
    })
    if (reply)
      behind(way, (at) => !ties.sense(reading, at).has('notice', 'crowd') && !ties.insider(reading, at))
    if (reply)
      behind(branch, (at, length) => {
        office.lastIndex = at + length
        return office.test(code) && ties.sense(reading, at).has('come', 'visit', 'past', 'bepast')
      })
    return hits
  }
}

/** Is there a capital that no list knows behind a preposition or an article? Without one no place is named. */
function capitalsOf(vocabulary: Parameters<Matcher>[0]): (reading: Reading) => boolean {
  const { bit, of } = classesOf(vocabulary, ['prep', 'the', 'we', 'soft'])
  const lead = Object.values(bit).reduce((sum, one) => sum | one, 0)
  return ({ code }) => {
    for (let i = 1; i < code.length; i++) {
      const c = code.charCodeAt(i)
      if ((c === CODE.Other || c === CODE.name) && (of(code.charCodeAt(i - 1)) & lead) !== 0) return true
    }
    return false
  }
}

/** How many code units from `at` on name a place smaller than a State; 0: none. */
function placesOf(vocabulary: Parameters<Matcher>[0]): (reading: Reading, at: number) => number {
  const { bit, of } = classesOf(vocabulary, [
    'state',
    'weekday',
    'month',
    'holiday',
    'product',
    'procedure',
    'brand',
    'title',
    'we',
    'i',
  ])
  const never = Object.values(bit).reduce((sum, one) => sum | one, 0)
  return ({ code, tokens, first }, at) => {
    let length = 0
    while (length < 3 && at + length < code.length) {
      const c = code.charCodeAt(at + length)
      const token = first[at + length] as number
      if (c === CODE.staff || c === CODE.own || c === CODE.stop || (of(c) & never) !== 0) break
      if (tokens.kind[token] !== WORD || ((tokens.flags[token] as number) & CAPITAL) === 0) break
      length++
    }
    return length
  }
}

export default defineRule({
  id: 'identifier/location',
  category: 'location',
  severity: withForm,
  kinds: KINDS,
  says: 'This says where somebody comes from, lives or lies.',
  why: 'Any place smaller than a State helps to find out who it is: a town, a school or a room with little else.',
  instead: 'Leave the place out. The State may stay.',
  citations: [{ article: 'the-18-identifiers', source: '45 CFR 164.514(b)(2)(i)(B)' }],
  since: '0.1.0',
  match: find,
})
