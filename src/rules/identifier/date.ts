import { compilePhrases, defineRule, type Hit, type Matcher, type Sight, spanOf } from '../kit.ts'
import { CAPITAL } from '../reading/tokens.ts'
import { KINDS } from '../vocabulary.ts'
import { figuresOf } from './clues/figures.ts'
import { houseOf } from './clues/house.ts'
import { codeAt, hitAt } from './clues/place.ts'
import { tiesOf } from './clues/ties.ts'
import { grave, withForm } from './clues/weight.ts'

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
/** 3/14/2019 · 14.3.2019 · 2019-03-14 · March 14, 2019 · 14 March 2019 */
const FULL =
  '(?:\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)?\\d\\d|(?:19|20)\\d\\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\\d|3[01])(?: \\d\\d:\\d\\d(?::\\d\\d)?)?|(?:' +
  MONTHS +
  ')\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d\\d|\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:' +
  MONTHS +
  ')\\.?,? (?:19|20)\\d\\d)'
const BORN = new RegExp(
  `\\b(?:dob|d\\.o\\.b\\.?|date of birth|birth ?date|birthday|bday|born|dod|died|deceased|date of (?:death|service|admission|discharge)|dos|admitted|discharged)\\b[^.!?\\n\\d]{0,24}?(${FULL}|\\d{1,2}\\/\\d{1,2}(?![\\d/])|(?:${MONTHS})\\.? \\d{1,2}(?!\\d))`,
  'gi',
)
const NUMERIC = new RegExp(
  `(?<![\\w/.-])(?:${FULL}|(?:0?[1-9]|1[0-2])\\/(?:0?[1-9]|[12]\\d|3[01])(?![\\d/%]))(?![\\w/-])`,
  'gi',
)
/** "on the 9th", "until the 15th" */
const NTH =
  /\b(?:on|by|until|since|for|before|after|from|around) the (?:[12]?\d|3[01])(?:st|nd|rd|th)(?= {0,3}(?:[.,!?;:)\n]|$|at|and|or|when|so|was|is|we|you|of|because)(?![a-z]))/gi
const LABEL = /^date\W{1,3}$/i
/** Out of 10, and teeth: scores are no days. */
const SCORE = /^(?:10\/10|[1-9]\/10|5\/5|1\/2|1\/3|2\/3|1\/4|3\/4|1\/1|9\/10|4\/5)$/
/** Also verbs and names: only with a capital, or behind a word like "in". */
const DOUBTFUL = /^(?:may|march|sat|sun|wed|mar|mon)$/
const LEADS =
  /^(?:in|on|since|by|until|last|next|of|early|late|mid|this|every|from|to|through|till|after|before)$/

/** Whoever lived then is nobody's patient. */
const LONG_AGO = /\b(?:in|since|born|of|from|,) 1[5-8]\d\d\b|\d, 1[5-8]\d\d\b/i

const find: Matcher = (vocabulary) => {
  const ties = tiesOf(vocabulary)
  const named = compilePhrases(
    ['{month} {number}', '{number} of? {month}', '({weekday}|{month}|{holiday}|{dayword})'],
    vocabulary,
  )
  const since = compilePhrases(
    ['({she}|{youown}|{relative.one}) ..5 {be} (from|in|on|since|for) ({month}|{weekday}|{dayword})'],
    vocabulary,
  )
  const today = compilePhrases(['{sameday}'], vocabulary)
  const history = compilePhrases(['{history}'], vocabulary, '')
  const day = compilePhrases(['({weekday}|{month}|{holiday}|{dayword}|{sameday})'], vocabulary, '')
  const house = houseOf(vocabulary)
  const regular = compilePhrases(
    [
      '(every|each|any|whole|our whole|most|open|closed|hours|weekdays|through|happy|merry|national) ..2 ({weekday}|{month}|{holiday})',
      '{weekday} (to|through|thru|and|or) {weekday}',
      '({month}|{holiday}|{weekday}) (is|special|specials|sale|hours|tip|vibes|motivation|morning motivation)',
    ],
    vocabulary,
    '',
  )

  return (sight: Sight) => {
    const { reading, draft } = sight
    const { text } = reading.normalized
    const days = day.test(reading.code)
    const { digits } = figuresOf(reading)
    if (!days && digits === 0) return []
    const hits: Hit[] = []
    const reply = draft.kind.endsWith('_reply')
    if (
      !reply &&
      draft.kind !== 'visitor_comment' &&
      (ties.pet(reading) || history.test(reading.code) || LONG_AGO.test(text))
    )
      return hits
    const form = withForm(draft)
    const add = (hit: Hit, severity = form) => hits.push({ ...hit, severity })
    const mine = (at: number) => ties.personal(sight, at) && !ties.business(reading, at)

    if (digits > 0) {
      BORN.lastIndex = 0
      for (let m = BORN.exec(text); m !== null; m = BORN.exec(text)) {
        const date = m[1] as string
        const at = codeAt(reading, m.index)
        const sense = ties.sense(reading, at)
        if (sense.staff || sense.has('crowd')) continue
        const label = /^d|date|^birthday is/i.test(m[0])
        if (
          !label &&
          !sense.has('she', 'i', 'you', 'relative.one', 'patient.one', 'person.one') &&
          sense.names === 0
        )
          continue
        const from = m.index + m[0].length - date.length
        add(
          hitAt(reading, from, from + date.length),
          label || /\d{4}|[/.-]\d\d$/.test(date) ? grave(draft) : form,
        )
      }
      const each = (expression: RegExp, accept: (at: number, found: string, index: number) => boolean) => {
        expression.lastIndex = 0
        for (let m = expression.exec(text); m !== null; m = expression.exec(text))
          if (accept(codeAt(reading, m.index), m[0], m.index))
            add(hitAt(reading, m.index, m.index + m[0].length))
      }
      each(NUMERIC, (at, found, index) => {
        if (SCORE.test(found)) return false
        // A form that was copied: "Date: … Name: … Phone: …"
        if (LABEL.test(text.slice(Math.max(0, index - 7), index)) && reading.code.includes('\u0003'))
          return true
        if (mine(at)) return true
        if (reply || !/\d{4}/.test(found) || house(reading) || ties.sense(reading, at).has('crowd'))
          return false
        add(hitAt(reading, index, index + found.length), 'caution')
        return false
      })
      each(NTH, mine)
    }
    if (!days) return hits
    named.lastIndex = 0
    for (let m = named.exec(reading.code); m !== null; m = named.exec(reading.code)) {
      if (
        !certain(reading, m.index) ||
        /days$/.test(reading.tokens.word[reading.first[m.index] as number] ?? '') ||
        regular.test(around(reading, m.index))
      )
        continue
      const hit = spanOf(reading, m.index, m.index + m[0].length)
      if (mine(m.index)) add(hit)
      else if (
        !reply &&
        ties.sense(reading, m.index).names > 0 &&
        !ties.business(reading, m.index) &&
        !house(reading)
      )
        add(hit, 'caution')
    }
    if (reply) {
      since.lastIndex = 0
      for (let m = since.exec(reading.code); m !== null; m = since.exec(reading.code)) {
        const at = m.index + m[0].length - 1
        if (!ties.business(reading, at) && certain(reading, at)) add(spanOf(reading, at, at + 1))
      }
      today.lastIndex = 0
      for (let m = today.exec(reading.code); m !== null; m = today.exec(reading.code)) {
        const sense = ties.sense(reading, m.index)
        const cared = sense.has(
          'visit',
          'come',
          'procedure',
          'body',
          'condition',
          'product',
          'outcome',
          'life',
        )
        if (cared && mine(m.index) && sense.has('past', 'bepast', 'come', 'visit'))
          add(spanOf(reading, m.index, m.index + 1))
      }
    }
    return hits
  }
}

const around = ({ code }: Sight['reading'], at: number) => code.slice(Math.max(0, at - 5), at + 4)

/** "may", "march" and "sat" are days only where they are written like one. */
function certain({ tokens, first }: Sight['reading'], at: number): boolean {
  const i = first[at] as number
  const word = tokens.word[i] as string
  if (!DOUBTFUL.test(word)) return true
  if (LEADS.test(tokens.word[i - 1] ?? '')) return true
  return (
    ((tokens.flags[i] as number) & CAPITAL) !== 0 &&
    i > 0 &&
    tokens.end[i - 1] !== undefined &&
    /^\d|^[,.]$/.test(tokens.word[i + 1] ?? '.') &&
    !/^[.!?\n]$/.test(tokens.word[i - 1] ?? '')
  )
}

export default defineRule({
  id: 'identifier/date',
  category: 'date',
  severity: withForm,
  kinds: KINDS,
  says: 'This gives the day or month of somebody’s birth, visit, treatment or death.',
  why: 'The law counts every part of such a date except the year: with it a patient can be picked out.',
  instead: 'Leave the day and the month out, or write only the year.',
  citations: [{ article: 'dates-and-ages', source: '45 CFR 164.514(b)(2)(i)(C)' }],
  since: '0.1.0',
  match: find,
})
