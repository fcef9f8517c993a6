import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createCsv, type Row } from '../../adapters/exports/table/csv.ts'
import { delimiterOf } from '../../adapters/exports/table/delimiter.ts'
import { FIELDS, type FieldName } from '../../skills/authorization/form/read.ts'
import { Refused } from '../io.ts'

/** Characters of one row; far above what a form says. */
const LONGEST_ROW = 20_000
const HEAD = 64 * 1024

/** How people call the columns, letters alone; the names of the template always work. */
const HEADERS: Partial<Record<FieldName, readonly string[]>> = {
  code: ['reference', 'ref', 'formcode', 'formnumber'],
  subject: ['who', 'shown', 'person', 'subjecttype'],
  content: ['covers', 'media', 'contents', 'type'],
  areas: ['bodyareas', 'bodyarea', 'area'],
  platforms: ['platform', 'where', 'channels', 'channel'],
  purpose: ['use', 'reason', 'whatfor'],
  signer: ['signedby', 'signerrole', 'whosigned'],
  authority: ['representativesauthority', 'right'],
  signed_on: ['signed', 'datesigned', 'signaturedate', 'signeddate', 'signeddon'],
  expires: ['expireson', 'expiry', 'expiration', 'expirationdate', 'ends', 'endson', 'validuntil'],
  comes_of_age: ['comesofageon', 'majority', 'adulton'],
  remuneration: ['payment', 'paid', 'remunerated'],
  copy_given: ['copy', 'copyprovided'],
  paper: ['location', 'storedat', 'file', 'filedat', 'papers'],
  lacks: ['missing', 'lacking', 'defects'],
}
const NEEDED: readonly FieldName[] = FIELDS.filter(
  (name) => !['areas', 'authority', 'comes_of_age'].includes(name),
)

/** The header of a sheet, and two rows that show how to fill it in. */
export const TEMPLATE = [
  FIELDS.join(','),
  'B-112,patient,"photo, words",teeth,"instagram, website",showing our work,patient,,2026-05-01,2027-05-01,,none,yes,binder 2,none',
  'K-7,minor,photo,,instagram,spring campaign,parent,,2026-05-01,the end of the spring campaign,2029-02-01,none,yes,binder 2,"revocation, conditioning"',
].join('\n')

/** One row of the sheet: its values by field, or why it cannot be read. */
export interface SheetRow {
  /** As a spreadsheet counts, the header being row 1. */
  row: number
  values?: Partial<Record<FieldName, string>>
  broken?: string
}

/**
 * Reads a sheet row by row, in whatever encoding and with whatever delimiter a spreadsheet saved it.
 * @throws Refused where there is no such file, or its first row names no columns.
 */
export async function* readSheet(path: string): AsyncGenerator<SheetRow> {
  const { head, encoding } = await headOf(path)
  const delimiter = delimiterOf(head)
  const csv = createCsv(delimiter, LONGEST_ROW)
  const decoder = new TextDecoder(encoding)
  let columns: Map<FieldName, number> | undefined
  let width = 0

  function* take(rows: readonly Row[]): Generator<SheetRow> {
    for (const one of rows) {
      if (columns === undefined) {
        // Excel's own first line.
        if (/^sep=/i.test(one.cells[0] ?? '')) continue
        columns = columnsOf(one.cells)
        width = one.cells.length
        continue
      }
      if (one.cells.every((cell) => cell.trim() === '')) continue
      yield rowOf(one, columns, width)
    }
  }
  for await (const chunk of createReadStream(path))
    yield* take(csv.push(decoder.decode(chunk, { stream: true })))
  yield* take(csv.push(decoder.decode()))
  yield* take(csv.end())
  if (columns === undefined)
    throw new Refused('the sheet is empty; `authorization import --template` shows one')
}

function rowOf(
  { row, cells, broken }: Row,
  columns: ReadonlyMap<FieldName, number>,
  width: number,
): SheetRow {
  if (broken === 'too_long') return { row, broken: 'The row is too long.' }
  if (broken === 'open_quote') return { row, broken: 'A quote is opened in it and never closed.' }
  if (cells.slice(width).some((cell) => cell.trim() !== ''))
    return {
      row,
      broken: 'It has more cells than the first row: put quotes around a cell with commas in it.',
    }
  const values = Object.fromEntries([...columns].map(([name, at]) => [name, cells[at]?.trim() ?? '']))
  return { row, values }
}

function columnsOf(header: readonly string[]): Map<FieldName, number> {
  const names = header.map((name) => name.toLowerCase().replace(/[^a-z]/g, ''))
  const columns = new Map<FieldName, number>()
  for (const field of FIELDS) {
    const called = [field.replace(/_/g, ''), ...(HEADERS[field] ?? [])]
    const at = called.map((name) => names.indexOf(name)).find((index) => index >= 0)
    if (at !== undefined) columns.set(field, at)
  }
  const missing = NEEDED.filter((field) => !columns.has(field))
  if (missing.length > 0)
    throw new Refused(
      `the first row has no column ${missing.join(', ')}; \`authorization import --template\` shows what is needed`,
    )
  return columns
}

/** UTF-8, or as spreadsheets save it: UTF-16 with a mark, else the old Windows letters. */
async function headOf(path: string): Promise<{ head: string; encoding: string }> {
  const bytes = await readHead(path)
  const [one, two] = bytes
  let encoding = 'utf-8'
  if (one === 0xff && two === 0xfe) encoding = 'utf-16le'
  else if (one === 0xfe && two === 0xff) encoding = 'utf-16be'
  else if (bytes.subarray(0, 4).toString('latin1').replace(/[^\0]/g, '').length > 0)
    encoding = one === 0 ? 'utf-16be' : 'utf-16le'
  else if (!isUtf8(bytes)) encoding = 'windows-1252'
  return { head: new TextDecoder(encoding).decode(bytes), encoding }
}

async function readHead(path: string): Promise<Buffer> {
  try {
    const file = await open(path)
    try {
      const bytes = Buffer.alloc(HEAD)
      const { bytesRead } = await file.read(bytes, 0, HEAD, 0)
      return bytes.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch {
    throw new Refused('there is no such file, or it cannot be read')
  }
}

function isUtf8(bytes: Buffer): boolean {
  try {
    // The last character may be cut off.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
