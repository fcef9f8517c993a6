import { KEEP, NOT_READ, SECTIONS, STEPS, TITLE, UNREAD, VERDICT_NAMES } from '../copy.ts'
import type { Found, Missed } from '../tally.ts'
import type { Report } from './model.ts'
import { kindName, leftOutLines, linkOf, oneLine, placeOf, platformName } from './say.ts'

const HEADER = [
  'rank',
  'verdict',
  'date',
  'platform',
  'kind',
  'link',
  'words',
  'why',
  'what to do',
  'places',
  'categories',
  'rules',
  'where it stands',
]
const MARKED: readonly [string, string] = ['[[', ']]']

/** Every item, for a spreadsheet: the other forms of the report show the first of a long list. */
export function* csvReport(report: Report): Generator<string> {
  // Excel takes a file without this for one in the machine's own code page.
  yield '\ufeff'
  yield line([`${TITLE}. ${report.quotes ? KEEP.quotes : KEEP.plain}`])
  yield line(HEADER)
  let rank = 0
  for (const found of report.found) yield line(rowOf(++rank, found, report))
  for (const missed of report.tally.missed) yield line(missedRow(missed, report))
  const more = report.tally.unread - report.tally.missed.length
  if (more > 0) yield line(['', NOT_READ, '', '', '', '', '', `${more} more items could not be read`])
  for (const said of leftOutLines(report)) yield line(['', NOT_READ, '', '', '', '', '', said])
}

function rowOf(rank: number, found: Found, report: Report): string[] {
  const words = found.excerpt
    ?.map(({ words, marked }) => (marked ? MARKED.join(oneLine(words)) : oneLine(words)))
    .join('')
  const why = found.reasons.map(({ reason }) => `${reason.message} ${reason.why}`).join(' ')
  return [
    String(rank),
    VERDICT_NAMES[found.verdict],
    found.day ?? '',
    platformName(found.platform),
    kindName(found),
    linkOf(found) ?? oneLine(found.url ?? ''),
    words ?? '',
    why,
    whatToDo(found),
    String(found.places),
    [...new Set(found.reasons.map(({ category }) => category))].join(' '),
    found.reasons.map(({ reason }) => reason.rule).join(' '),
    placeOf(found, report),
  ]
}

function whatToDo({ verdict, reasons }: Found): string {
  const instead = reasons[0]?.reason.instead ?? ''
  if (verdict === 'stop')
    return `${STEPS.map((step, i) => `${i + 1}. ${step.do}`).join(' ')} Next time: ${instead}`
  if (verdict === 'needs_authorization')
    return `${SECTIONS[verdict].title} If not: ${STEPS.map((step) => step.do).join(' ')}`
  return instead
}

function missedRow(missed: Missed, report: Report): string[] {
  const link = linkOf(missed) ?? ''
  const why = `It ${UNREAD[missed.why]}`
  const where = placeOf(missed, report)
  return [
    '',
    NOT_READ,
    missed.day ?? '',
    platformName(missed.platform),
    '',
    link,
    '',
    why,
    'Look at it yourself.',
    '',
    '',
    '',
    where,
  ]
}

function line(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`
}

/**
 * A cell that begins with one of these is a formula to a spreadsheet, and a formula can fetch, send or run things.
 * The quote in front makes it text. In countries where a semicolon divides cells, one inside the words begins a new
 * cell, so the same goes for what stands behind it. (OWASP, "CSV Injection".)
 */
const FORMULA = /^(?=[\s\0]*[=+\-@＝＋－＠])/
const FORMULA_INSIDE = /([;\t|]\s*)(?=[=+\-@＝＋－＠])/g
export function cellOf(text: string): string {
  const plain = oneLine(text).replace(FORMULA, "'").replace(FORMULA_INSIDE, "$1'")
  return `"${plain.replaceAll('"', '""')}"`
}
