import type { Looked } from '../../../bot/pictures.ts'
import type { PracticeFacts } from '../../../rules/facts.ts'
import type { Engine, Finding } from '../../../rules/verdict.ts'
import type { Category } from '../../../rules/vocabulary.ts'
import { inFile, NAME_IN_FILE, OLD_FILE_NAME, WITHOUT_WORDS } from '../copy/words.ts'
import { finding, type PhotoFinding } from '../findings.ts'
import { type ChartHit, chartSigns, readChart } from './chart.ts'
import type { People } from './people.ts'
import { boxOf, MOST_PIECES, type Row, rowsOf } from './rows.ts'
import { screenshotOf } from './screenshot.ts'

/** What a sign on the wall may say of the practice itself. */
const OWN_SIGNS: readonly Category[] = ['phone', 'email', 'url', 'location', 'account', 'date', 'name']
/** On a screen or a chart the words are no post: only what identifies somebody counts. */
const IDENTIFIES = /^identifier\//
/** These judge a post as a whole, and what hangs on a wall is none. */
const WHOLE = /^engine\/|\/resembles$|^consent\//

/** Of what a wall, a leaf or a logo is misread for ("KAL", "LEe"), most is shorter. */
const NAME = /\p{L}{4}/u

/** Everything that words in the picture give away. */
export function textFindings(
  looked: Looked,
  engine: Engine,
  people: People,
  facts: PracticeFacts | undefined,
): PhotoFinding[] {
  const rows = rowsOf(
    looked.text,
    looked.screens.map(({ box }) => box),
  )
  const signs = rows.map(({ text }) => chartSigns(text, people))
  const among = {
    care: signs.filter(({ care }) => care).length > 1,
    record: signs.some(({ record }) => record),
  }
  const hits = rows.map((row) => ({ row, hits: readChart(row, people, among) }))
  const chart = hits.flatMap(({ row, hits }) => hits.map((hit) => ofChart(row, hit)))
  const shot = screenshotOf(rows)
  return [
    ...chart,
    ...(shot ? [finding(`photo/screenshot-${shot.of}`)] : []),
    ...byEngine(rows, engine, facts, among.care || among.record, hits),
    ...(looked.text.length > MOST_PIECES ? [finding('photo/not-looked')] : []),
  ]
}

function ofChart(row: Row, { rule, category, severity, start, end }: ChartHit): PhotoFinding {
  const quote = row.text.slice(start, end)
  return finding(rule, { category, severity, quote, box: boxOf(row, start, end), ...atOf(row) })
}

function byEngine(
  rows: readonly Row[],
  engine: Engine,
  facts: PracticeFacts | undefined,
  chart: boolean,
  known: readonly { row: Row; hits: readonly ChartHit[] }[],
): PhotoFinding[] {
  let text = ''
  const starts = rows.map((row) => {
    const start = text.length
    text += `${row.text}\n`
    return start
  })
  const found = engine.check({ text: text.trimEnd(), kind: 'caption' }, facts).findings
  return found.flatMap((one): PhotoFinding[] => {
    if (WHOLE.test(one.rule)) return []
    const index = starts.findLastIndex((start) => start <= one.start)
    const row = rows[index]
    const from = one.start - (starts[index] ?? 0)
    if (row === undefined) return []
    const end = Math.min(from + one.end - one.start, row.text.length)
    const grave = row.onScreen || chart
    if (!grave && one.category === 'name' && !NAME.test(one.quote)) return []
    if (grave && !IDENTIFIES.test(one.rule)) return []
    // The chart has said it already, and better.
    const said = known[index]?.hits.some((hit) => hit.start < end && hit.end > from)
    if (said) return []
    const severity = !grave && OWN_SIGNS.includes(one.category) ? 'caution' : one.severity
    return [{ ...one, severity, start: 0, end: one.quote.length, box: boxOf(row, from, end), ...atOf(row) }]
  })
}

/** Words that somebody typed into the file: caption, title, keywords. */
export function wordsInFile(
  words: readonly string[],
  engine: Engine,
  people: People,
  facts: PracticeFacts | undefined,
): PhotoFinding[] {
  const text = words.join('\n').slice(0, MOST_WORDS)
  if (text.trim() === '') return []
  const found = engine
    .check({ text, kind: 'caption' }, facts)
    .findings.filter((one: Finding) => !WHOLE.test(one.rule))
  const named = people.namesIn(text).sure.map(([start, end]) => text.slice(start, end))
  const unsaid = named.filter((name) => !found.some(({ quote }) => quote.includes(name)))
  return [
    ...found.map((one) => ({
      ...one,
      ...(one.rule === FILE_NAME ? OLD_FILE_NAME : { message: inFile(one.message) }),
      instead: WITHOUT_WORDS,
      start: 0,
      end: one.quote.length,
    })),
    ...unsaid.map((quote) =>
      finding('photo/patient-name', {
        severity: 'caution',
        quote,
        message: inFile(NAME_IN_FILE),
        instead: WITHOUT_WORDS,
      }),
    ),
  ]
}
const MOST_WORDS = 20_000
const FILE_NAME = 'identifier/file-name'

const atOf = ({ at }: Row) => (at === undefined ? {} : { at })
