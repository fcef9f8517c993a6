import type { Category, Severity } from '../../../rules/vocabulary.ts'
import type { People } from './people.ts'
import type { Row } from './rows.ts'

/** What stands on a chart, a schedule, a label or a sign-in sheet, found in one row. */
export interface ChartHit {
  rule: ChartRule
  category: Category
  severity: Severity
  start: number
  end: number
}
export type ChartRule =
  | 'photo/birth-date'
  | 'photo/record-number'
  | 'photo/appointment'
  | 'photo/patient-name'
  | 'photo/prescription'
  | 'photo/plate'
  | 'photo/chart-date'

const DAY =
  /\b(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2},? \d{4})\b/gi
const BIRTH = /\b(?:DOB|birth ?date|date of birth|born(?: on)?|b-?day|DOB\/age)\b[\s:.#/-]{0,4}/gi
const NUMBER_LABEL =
  /\b(?:MRN|MR ?#|med(?:ical)? ?rec(?:ord)?(?: ?(?:no|number|#))?|chart(?: ?(?:no|number|id|#))|patient ?(?:id|no|number|#)|pt ?(?:id|#)|acct|account(?: ?(?:no|number|#))|member ?(?:id|no|#)|policy(?: ?(?:no|number|#))|rx ?(?:no|number|#)|accession|encounter(?: ?#)?|visit ?(?:no|#)|case ?(?:no|number|#)|record ?(?:no|number|#)|hcn|ssn)\b[\s.:#-]{0,4}/gi
const NUMBER = /^[A-Z]{0,4}-?\d[\dA-Z]*(?:-[\dA-Z]{1,12}){0,3}/i
const TIME = /\b(?:1[0-9]|0?[1-9]|2[0-3]):[0-5]\d(?: ?[ap]\.?m\b\.?)?/gi
const NAME_LABEL = /\b(?:patient|pt|name|client|guest|resident|mother|guardian)(?: name)? ?:\s?/gi
const DRUG_LABEL = /\b(?:rx|take \d|take one|tablets?|caps(?:ules?)?|refills?|qty|sig|\d{1,4} ?mg)\b/gi
const PLATE = /^(?:[A-Z]{3}-?\d{3,4}|\d[A-Z]{3}\d{3}|\d{3}-?[A-Z]{3}|[A-Z]{2}\d{2}-?[A-Z]{3})$/
/** From this year on somebody may have been born whose date of birth this is; later ones are days of visits. */
const BORN_BEFORE = 2022

/** Reads a row as what it would be on a chart. `among`: the picture shows chart rows elsewhere too. */
export function readChart(row: Row, people: People, among: { care: boolean; record: boolean }): ChartHit[] {
  const { text, onScreen } = row
  const names = people.namesIn(text)
  const times = [...text.matchAll(TIME)]
  const care = people.careIn(text)
  const hits: ChartHit[] = []
  const add = (
    rule: ChartRule,
    category: Category,
    severity: Severity,
    [start, end]: readonly [number, number],
  ) => void hits.push({ rule, category, severity, start, end })

  for (const label of text.matchAll(BIRTH)) {
    const day = dayFrom(text, label.index + label[0].length)
    if (day) add('photo/birth-date', 'date', 'stop', [label.index, day.end])
  }
  for (const label of text.matchAll(NUMBER_LABEL)) {
    const from = label.index + label[0].length
    const number = NUMBER.exec(text.slice(from))?.[0]
    const ssn = /ssn/i.test(label[0])
    if (number && number.replace(/\D/g, '').length >= 3)
      add('photo/record-number', ssn ? 'ssn' : 'record-number', 'stop', [label.index, from + number.length])
  }
  const dated = names.sure.length > 0 && [...text.matchAll(DAY)].some(([day]) => bornThen(day))
  const recorded = hits.length > 0 || dated
  const chart = onScreen || among.record || recorded
  const named = [...names.sure, ...(chart || times.length > 0 || care.length > 0 ? names.maybe : [])]
  const labelled = labelledNames(text, people)
  const scheduled = times.length > 0 && (named.length > 0 || care.length > 0)
  // "Yoga with Grace at 5:30" hangs on many a wall; a second such line, a treatment or a screen makes it a schedule.
  const certain = named.length > 0 && (chart || among.care || names.sure.length > 0 || care.length > 0)
  if (scheduled) {
    const parts = [...times.map(spanOf), ...named, ...care]
    add('photo/appointment', 'appointment', certain ? 'stop' : 'caution', hull(parts))
  } else if (named.length > 0 && care.length > 0 && (chart || among.care))
    add('photo/appointment', 'treatment-detail', 'stop', hull([...named, ...care]))
  for (const name of unique([...labelled, ...named])) {
    const known = onScreen && names.sure.includes(name)
    const grave =
      known || (scheduled && certain) || among.record || among.care || labelled.includes(name) || recorded
    add('photo/patient-name', 'name', grave ? 'stop' : 'caution', name)
  }
  if (chart)
    for (const day of text.matchAll(DAY)) {
      const span = spanOf(day)
      if (hits.some(({ category, start, end }) => category === 'date' && start <= span[0] && end >= span[1]))
        continue
      if (bornThen(day[0])) add('photo/birth-date', 'date', 'stop', span)
      else if (named.length > 0) add('photo/chart-date', 'date', 'stop', span)
    }
  const drugs = [...text.matchAll(DRUG_LABEL)]
  if (drugs.length > 1 || (drugs.length === 1 && (named.length > 0 || care.length > 0)))
    add(
      'photo/prescription',
      'treatment-detail',
      named.length > 0 || chart ? 'stop' : 'caution',
      hull(drugs.map(spanOf)),
    )
  if (!onScreen && PLATE.test(text.replaceAll(' ', '')))
    add('photo/plate', 'vehicle', 'caution', [0, text.length])
  return hits
}

/** Whether a row by itself makes the picture one of a chart or a schedule. */
export function chartSigns(text: string, people: People): { care: boolean; record: boolean } {
  const { sure, maybe } = people.namesIn(text)
  const times = text.match(TIME)?.length ?? 0
  return {
    care: times > 0 && sure.length + maybe.length > 0,
    record: (text.match(NUMBER_LABEL)?.length ?? 0) > 0 || (text.match(BIRTH)?.length ?? 0) > 0,
  }
}

type Span = readonly [start: number, end: number]
const spanOf = (match: RegExpMatchArray): Span => [match.index ?? 0, (match.index ?? 0) + match[0].length]
const hull = (spans: readonly Span[]): Span => [
  Math.min(...spans.map(([start]) => start)),
  Math.max(...spans.map(([, end]) => end)),
]

function unique(spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const span of spans) if (!out.some(([start, end]) => start < span[1] && span[0] < end)) out.push(span)
  return out
}

function dayFrom(text: string, from: number): { end: number } | undefined {
  const rest = text.slice(from, from + 30)
  DAY.lastIndex = 0
  const day = DAY.exec(rest)
  if (day && day.index <= 4) return { end: from + day.index + day[0].length }
  // Read badly, it still is somebody's birthday: "06/3O/1944", "0630 1944".
  const rough = /^[\dOolI|]{1,2}[/.\- ]{0,2}[\dOolI|]{1,2}[/.\- ]{0,2}[\dOolI|]{2,4}\b/.exec(rest)
  return rough ? { end: from + rough[0].length } : undefined
}

function bornThen(day: string): boolean {
  const year = Number(/\d{4}/.exec(day)?.[0] ?? Number.NaN)
  return year > 1900 && year < BORN_BEFORE
}

/** Whatever stands behind "Patient:" is a name, whether a list has it or not. */
function labelledNames(text: string, people: People): Span[] {
  return [...text.matchAll(NAME_LABEL)].flatMap((label): Span[] => {
    const from = label.index + label[0].length
    const words = /^\p{Lu}[\p{L}'’-]{1,30}(?:,? \p{Lu}[\p{L}'’.-]{0,30}){0,2}/u.exec(text.slice(from))?.[0]
    return words && !people.isOurs(words) ? [[from, from + words.length]] : []
  })
}
