import { createCsv } from './csv.ts'

const DELIMITERS = [',', ';', '\t', '|']
const SAMPLE = 64 * 1024

/**
 * Works out by what the cells are divided: the delimiter that cuts the most records into as many cells as the
 * header has, and the more cells the better.
 */
export function delimiterOf(head: string): string {
  // Excel's own first line; it is a row like the ones that stand above a header.
  const named = /^sep=(.)\r?\n/i.exec(head)?.[1]
  if (named !== undefined) return named
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(head, delimiter) }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return best.delimiter
}

function scoreOf(head: string, delimiter: string): number {
  // The last record of the sample may be cut off.
  const rows = createCsv(delimiter, SAMPLE).push(head.slice(0, SAMPLE))
  const width = rows[0]?.cells.length ?? 0
  if (width < 2) return 0
  const even = rows.filter(({ cells }) => cells.length === width).length
  return even / rows.length + Math.min(width, 50) / 1000
}
