import { putsDayFirst, readWhen } from '../dates.ts'
import type { Format } from '../json/format.ts'
import { type Entry, LONGEST_ITEM, type Post, type Source, type Whereabouts } from '../published.ts'
import type { Survey } from '../survey.ts'
import { type Columns, columnsOf, kindOfColumns, ONLY_REVIEWS } from './columns.ts'
import { createCsv, type Row } from './csv.ts'
import { delimiterOf } from './delimiter.ts'
import { kindOf, platformOf, platformOfLink } from './words.ts'

const SAMPLE = 200

/** A table with a header row: CSV with any delimiter, in UTF-8 or as Excel saves it. */
export const table: Format = {
  name: 'Table (CSV)',
  keepsHead: true,
  claims: (survey) => !/^\s*[[{]/.test(survey.head) && typeof layoutOf(survey) === 'object',
  async *read(source, survey) {
    const layout = layoutOf(survey)
    if (typeof layout !== 'object') return
    for await (const row of rowsOf(source, survey, layout)) yield entryOf(row, layout)
  },
}

export interface Layout {
  columns: Columns
  width: number
  dayFirst: boolean
  /** What the header, and the name of the file, tell about every row. */
  kind: Whereabouts['kind']
  platform: Whereabouts['platform']
}
interface TableLayout extends Layout {
  delimiter: string
  /** Rows before the one behind the header. */
  skip: number
}

/** Tools write a line or two above the header. */
const DEEPEST_HEADER = 4

/** Undefined: no header that is known. */
export function layoutOf({ head, path }: Survey): TableLayout | typeof ONLY_REVIEWS | undefined {
  const delimiter = delimiterOf(head)
  const csv = createCsv(delimiter, LONGEST_ITEM)
  const sample = [...csv.push(head), ...csv.end()].slice(0, SAMPLE).map(({ cells }) => cells)
  for (let at = 0; at <= DEEPEST_HEADER; at++) {
    const layout = layoutBy(sample[at] ?? [], sample.slice(at + 1), path)
    if (layout === ONLY_REVIEWS) return layout
    if (layout) return { ...layout, delimiter, skip: at + 1 }
  }
  return undefined
}

export function layoutBy(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  path: string,
): Layout | typeof ONLY_REVIEWS | undefined {
  const columns = columnsOf(header, rows)
  if (columns === undefined || columns === ONLY_REVIEWS) return columns
  return {
    columns,
    width: header.length,
    dayFirst: putsDayFirst(rows.map((cells) => cells[columns.date ?? -1] ?? '')),
    kind: kindOfColumns(header, columns),
    platform: platformOf(path.slice(path.lastIndexOf('/') + 1)),
  }
}

async function* rowsOf(
  source: Source,
  { encoding }: Survey,
  { delimiter, skip }: TableLayout,
): AsyncGenerator<Row> {
  const decoder = new TextDecoder(encoding)
  const csv = createCsv(delimiter, LONGEST_ITEM)
  let left = skip
  function* pass(rows: Row[]) {
    for (const row of rows) {
      if (left > 0) left--
      else yield row
    }
  }
  for await (const chunk of source.open()) yield* pass(csv.push(decoder.decode(chunk, { stream: true })))
  yield* pass(csv.push(decoder.decode()))
  yield* pass(csv.end())
}

export function entryOf({ row: at, cells, broken }: Row, layout: Layout): Entry {
  const { columns, width } = layout
  const cell = (column: keyof Columns) => cells[columns[column] ?? -1]?.trim() ?? ''
  const where = whereOf(cell, layout)
  if (broken !== undefined) return { at, unread: broken, where }
  // A comma in words without quotes: the rest of the words stands in the next cell.
  if (cells.slice(width).some((each) => each.trim() !== '')) return { at, unread: 'too_many_cells', where }
  const text = [cell('title'), cell('text')].filter(Boolean)
  if (text.length === 2 && text[1]?.startsWith(text[0] as string)) text.shift()
  if (text.length === 0) {
    // A line end in words without quotes: the rest of the words stands in a row that is too short.
    if (cells.length < width && width > 1) return { at, unread: 'too_few_cells', where }
    return { at, silent: columns.reply === undefined ? 'no_words' : 'no_reply', where }
  }
  const post: Post = { ...where, text: text.join('\n\n') }
  const account = cell('account').toLowerCase()
  if (account === 'practice' || account === 'personal') post.account = account
  if (cell('context') !== '') post.context = cell('context')
  return { at, post }
}

function whereOf(cell: (column: keyof Columns) => string, layout: Layout): Whereabouts {
  const url = cell('url')
  const platform = platformOf(cell('platform')) ?? platformOfLink(url) ?? layout.platform
  // In a table of replies, a kind is the kind of what was answered.
  const kind = (layout.columns.reply === undefined ? kindOf(cell('kind')) : undefined) ?? layout.kind
  const when = readWhen(cell('date'), layout.dayFirst)
  const id = cell('id')
  return {
    ...(platform && { platform }),
    ...(kind && { kind }),
    ...(when && { when }),
    ...(url && { url }),
    ...(id && { id }),
  }
}
