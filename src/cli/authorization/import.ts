import { addForm, codeKey, type Terms } from '../../bot/records/authorization.ts'
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
    let batch = new Map<string, Ready>()
    const flush = async () => {
      const ready = [...batch.values()]
      batch = new Map()
      await Promise.all(ready.map((one) => takeOver(one, report, desk)))
    }
    const take = async (row: SheetRow) => {
      report.rows++
      const ready = readRow(row, report, desk)
      if (ready === undefined) return
      const key = codeKey(ready.code)
      // Of two rows with one code the first counts.
      if (batch.has(key) || batch.size >= AT_ONCE) await flush()
      batch.set(key, ready)
    }
    if (!first.done) await take(first.value)
    for await (const row of rows) await take(row)
    await flush()
  })
  report.refused.sort((a, b) => a.row - b.row)
  report.masked.sort((a, b) => a - b)
  await write(io.stdout, looking.json ? `${JSON.stringify(report)}\n` : asText(report))
  return report.refused.length > 0 ? FOUND : DONE
}

/** A row that can be written down. */
interface Ready {
  row: number
  code: string
  terms: Terms
  masked: boolean
}
/** Each is written for itself; the disk is asked for all of them together. */
const AT_ONCE = 200

function readRow({ row, values, broken }: SheetRow, report: Report, { around }: Desk): Ready | undefined {
  const refuse = (reasons: string[]) => void report.refused.push({ row, reasons })
  if (values === undefined) return refuse([broken ?? ''])
  const code = readCode(values.code ?? '', around)
  const read = readTerms(values, around)
  if (!isProblem(code) && 'terms' in read) return { row, code: code.value, ...read }
  return refuse([
    ...(isProblem(code) ? [code.problem] : []),
    ...('problems' in read ? read.problems.map(({ says }) => says) : []),
  ])
}

async function takeOver({ row, masked, ...written }: Ready, report: Report, desk: Desk): Promise<void> {
  const { form, isNew } = await addForm(desk.register, written, desk.deed(), desk.practice.timeZone)
  const wrote = [form.terms, ...form.earlier.map(({ terms }) => terms)]
  if (isNew) report.added++
  else if (wrote.some((terms) => same(terms, written.terms))) report.there++
  else report.refused.push({ row, reasons: [OTHER_WORDS] })
  if (isNew && masked) report.masked.push(row)
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
