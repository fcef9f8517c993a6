import { compilePhrases, defineRule, type Hit, type Matcher, type Sight, spanOf } from '../kit.ts'
import { CAPITAL } from '../reading/tokens.ts'
import { KINDS } from '../vocabulary.ts'
import {
  BORN,
  DOUBTFUL,
  LABEL,
  LEADS,
  LONG_AGO,
  MET,
  NTH,
  NUMERIC,
  POSSESSED,
  SCORE,
  SIDE,
  SIDED,
  WISH,
  wholeDay,
} from './clues/days.ts'
import { figuresOf } from './clues/figures.ts'
import { houseOf } from './clues/house.ts'
import { codeAt, hitAt, sentenceOf, sentenceText } from './clues/place.ts'
import { type Sense, tiesOf } from './clues/ties.ts'
import { grave, withForm } from './clues/weight.ts'

const find: Matcher = (vocabulary) => {
  const ties = tiesOf(vocabulary)
  const named = compilePhrases(
    ['{month} (the)? {nth}', '{nth} of {month}', '({weekday}|{month}|{holiday}|{dayword})'],
    vocabulary,
  )
  const delivered = compilePhrases(
    ['(arrived|landed|delivered|unboxed|installed|named|unveiled)'],
    vocabulary,
    '',
  )
  const wish = compilePhrases(WISH, vocabulary)
  const side = compilePhrases(SIDE, vocabulary)
  const whose = compilePhrases(POSSESSED, vocabulary)
  const met = compilePhrases(MET, vocabulary)
  const thanks = compilePhrases(['(thank|thanking|thanks to) (you|u)'], vocabulary)
  const somebody = compilePhrases(
    ['({you}|{youown}|{she}|{name}|{patient.one}|{relative.one})'],
    vocabulary,
    '',
  )
  const since = compilePhrases(
    ['({she}|{youown}|{relative.one}) ..5 {be} (from|in|on|since|for) ({month}|{weekday}|{dayword})'],
    vocabulary,
  )
  const today = compilePhrases(['{sameday}'], vocabulary)
  const history = compilePhrases(['{history}'], vocabulary, '')
  const day = compilePhrases(
    [
      "({weekday}|{month}|{holiday}|{dayword}|{sameday}|birthday|anniversary|cumpleanos|cumple|o'clock|am|pm)",
    ],
    vocabulary,
    '',
  )
  const house = houseOf(vocabulary)
  const regular = compilePhrases(
    [
      '(every|each|any|whole|our whole|most|open|closed|hours|weekdays|through|happy|merry|national) ..2 ({weekday}|{month}|{holiday})',
      '{weekday} (to|through|thru|and|or) {weekday}',
      '(message|review|comment|note|post|feedback|email) (from|of|on)? ({weekday}|{month}|{dayword})',
      '(made|make|makes|making|brighten|brightened|brightens) (my|our|the|your) ..1 ({weekday}|{month})',
      '({month}|{holiday}|{weekday}) (is|special|specials|sale|hours|tip|vibes|motivation|morning motivation)',
    ],
    vocabulary,
    '',
  )

  return (sight: Sight) => {
    const { reading, draft } = sight
    const { text } = reading.normalized
    const days = day.test(reading.code)
    const { digits, row } = figuresOf(reading)
    if (!days && digits === 0) return []
    const hits: Hit[] = []
    const reply = draft.kind.endsWith('_reply')
    if (
      !reply &&
      draft.kind !== 'visitor_comment' &&
      (ties.pet(reading) || history.test(reading.code) || (row > 3 && LONG_AGO.test(text)))
    )
      return hits
    const form = withForm(draft)
    const add = (hit: Hit, severity = form) => hits.push({ ...hit, severity })
    const seen = (at: number) => {
      const sense = ties.sense(reading, at)
      return (
        !reply &&
        sense.has('she') &&
        sense.has('visit') &&
        sense.has('past', 'bepast') &&
        !sense.has('crowd') &&
        !ties.insider(reading, at)
      )
    }
    const mine = (at: number) => (ties.personal(sight, at) || seen(at)) && !ties.business(reading, at)

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
        if (mine(at) || (!reply && SIDED.test(text.slice(Math.max(0, index - 12), index)))) return true
        if (reply || !/\d{4}/.test(found) || house(reading) || ties.sense(reading, at).has('crowd'))
          return false
        add(hitAt(reading, index, index + found.length), 'caution')
        return false
      })
      each(NTH, mine)
    }
    const spans = (expression: RegExp, accept: (at: number, to: number) => boolean, last = 0) => {
      expression.lastIndex = 0
      for (let m = expression.exec(reading.code); m !== null; m = expression.exec(reading.code)) {
        const to = m.index + m[0].length
        if (accept(m.index, to)) add(spanOf(reading, last === 0 ? m.index : to - last, to))
      }
    }
    spans(wish, (at) => {
      const index = sentenceOf(reading, at)
      if (ties.insider(reading, at) || ties.business(reading, at)) return false
      const near = [index - 2, index - 1, index, index + 1]
        .filter((i) => i >= 0)
        .map((i) => ties.senseOf(reading, i))
      const somebody = near.some(
        (sense) => sense.has('patient.one', 'she') || sense.names + sense.handles > 0 || reply,
      )
      const here = near.some(
        (sense) =>
          sense.has('procedure', 'condition', 'product', 'visit', 'patient.one') ||
          (!reply && sense.has('come', 'body')),
      )
      return somebody && here
    })
    if (!days) return hits
    if (!reply) spans(side, (at) => ties.cared(reading, at, 2) && !ties.business(reading, at), 1)
    spans(whose, (at) => {
      const sense = ties.sense(reading, at)
      return (
        !ties.business(reading, at) &&
        !sense.staff &&
        (mine(at) || (sense.has('past', 'bepast', 'she', 'patient.one') && !sense.has('crowd')))
      )
    })
    named.lastIndex = 0
    for (let m = named.exec(reading.code); m !== null; m = named.exec(reading.code)) {
      if (
        !certain(reading, m.index) ||
        /days$/.test(reading.tokens.word[reading.first[m.index] as number] ?? '') ||
        regular.test(around(reading, m.index))
      )
        continue
      const [head, tail] = [m.index, m.index + m[0].length - 1].map((i) => reading.first[i] as number) as [
        number,
        number,
      ]
      const [from, to] = [
        reading.tokens.start[head] as number,
        reading.tokens.end[reading.last[m.index + m[0].length - 1] as number] as number,
      ]
      const whole =
        tail >= 0 && vocabulary.has(reading.tokens.word[head] as string, 'month')
          ? wholeDay(text, from, to)
          : { from, to }
      const hit = hitAt(reading, whole.from, whole.to)
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
      spans(met, (at) => !ties.business(reading, at), 1)
      since.lastIndex = 0
      for (let m = since.exec(reading.code); m !== null; m = since.exec(reading.code)) {
        const at = m.index + m[0].length - 1
        if (!ties.business(reading, at) && certain(reading, at)) add(spanOf(reading, at, at + 1))
      }
    }
    today.lastIndex = 0
    for (let m = today.exec(reading.code); m !== null; m = today.exec(reading.code)) {
      const sense = ties.sense(reading, m.index)
      if (!reply) {
        if (
          draft.kind !== 'visitor_comment' &&
          treated(sense) &&
          mine(m.index) &&
          !delivered.test(sentenceText(reading, m.index))
        )
          add(spanOf(reading, m.index, m.index + 1))
        continue
      }
      // "Thank you, we needed that today" tells nothing of whoever is thanked.
      const told = somebody.test(sentenceText(reading, m.index).replace(thanks, ''))
      const cared = sense.has(
        'visit',
        'come',
        'procedure',
        ...(told ? (['body'] as const) : []),
        'condition',
        'product',
        'outcome',
        'life',
      )
      if (cared && mine(m.index) && sense.has('past', 'bepast', 'come', 'visit'))
        add(spanOf(reading, m.index, m.index + 1))
    }
    return hits
  }
}

/** Somebody, and what was done: a post about today tells the day of a visit. */
const treated = (sense: Sense) =>
  (sense.has('she', 'patient.one', 'person.one', 'relative.one') || sense.names > 0) &&
  sense.has('past', 'bepast', 'come') &&
  sense.has('procedure', 'condition', 'body', 'product', 'visit', 'life') &&
  !sense.has('crowd', 'modal')

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
