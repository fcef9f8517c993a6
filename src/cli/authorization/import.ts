import { addForm } from '../../bot/records/authorization.ts'
import { isProblem, readCode, readTerms } from '../../skills/authorization/form/read.ts'
import { DONE, FOUND, type Io, Refused, write } from '../io.ts'
import { atDesk, type Desk } from './open.ts'
import { readSheet, type SheetRow, TEMPLATE } from './sheet.ts'
import type { Looking } from './show.ts'

const OTHER_WORDS =
  'A form with this code is on file already, with other words. For a new signature use authorization renew.'

/** What became of a sheet. Nothing of what stands in it is repeated: rows are named by their number. */
interface Report {
  rows: number
  added: number
  /** On file already, word for word: the same sheet twice changes nothing. */
  there: number
  /** A name or a number was taken out of words in these rows. */
  masked: number[]
  refused: { row: number; reasons: string[] }[]
}

/**
 * Takes a sheet over, each row for itself: one that is refused holds up no other, and whatever was taken over
 * before an interruption is recognised the next time.
 */
export async function importSheet(
  path: string | undefined,
  template: boolean | undefined,
  looking: Looking,
  io: Io,
): Promise<number> {
  if (template) {
    await write(io.stdout, `${TEMPLATE}\n`)
    return DONE
  }
  if (path === undefined) throw new Refused('authorization import wants a CSV file, or --template')
  const report: Report = { rows: 0, added: 0, there: 0, masked: [], refused: [] }
  // Before the data folder is made: what is no sheet leaves nothing behind.
  const rows = readSheet(path)
  const first = await rows.next()
  await atDesk({ practice: looking.practice, io }, async (desk) => {
    if (!first.done) await takeRow(first.value, report, desk)
    for await (const row of rows) await takeRow(row, report, desk)
  })
  await write(io.stdout, looking.json ? `${JSON.stringify(report)}\n` : asText(report))
  return report.refused.length > 0 ? FOUND : DONE
}

async function takeRow({ row, values, broken }: SheetRow, report: Report, desk: Desk): Promise<void> {
  report.rows++
  const refuse = (reasons: string[]) => void report.refused.push({ row, reasons })
  if (values === undefined) return refuse([broken ?? ''])
  const code = readCode(values.code ?? '', desk.around)
  const read = readTerms(values, desk.around)
  if (isProblem(code) || 'problems' in read)
    return refuse([
      ...(isProblem(code) ? [code.problem] : []),
      ...('problems' in read ? read.problems.map(({ says }) => says) : []),
    ])
  const written = { code: code.value, terms: read.terms }
  const { form, isNew } = await addForm(desk.register, written, desk.deed(), desk.practice.timeZone)
  const wrote = [form.terms, ...form.earlier.map(({ terms }) => terms)]
  if (isNew) report.added++
  else if (wrote.some((terms) => same(terms, read.terms))) report.there++
  else return refuse([OTHER_WORDS])
  if (isNew && read.masked) report.masked.push(row)
}

/** That the signer got a copy, or that the event happened, is noted later and makes no other form of it. */
function same(one: object, other: object): boolean {
  const plain = (terms: object) =>
    JSON.stringify({ ...terms, copyGiven: true }).replace(/"happened":"[^"]*"/, '"happened":null')
  return plain(one) === plain(other)
}

const MOST_SHOWN = 200

function asText({ rows, added, there, masked, refused }: Report): string {
  const shown = refused.slice(0, MOST_SHOWN)
  const lines = [
    `${rows} ${rows === 1 ? 'row' : 'rows'}: ${added} written down, ${there} on file already, ${refused.length} refused`,
    ...shown.map(({ row, reasons }) => `row ${row}: ${reasons.join(' ')}`),
    ...(refused.length > shown.length
      ? [`${refused.length - shown.length} more refused rows: see --json`]
      : []),
    ...(masked.length > 0
      ? [
          `A name or a number was taken out of words in ${masked.length === 1 ? 'row' : 'rows'} ${masked.slice(0, MOST_SHOWN).join(', ')}.`,
        ]
      : []),
  ]
  return `${lines.join('\n')}\n`
}
