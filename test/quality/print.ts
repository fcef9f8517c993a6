import type { LineSet } from './lines.ts'
import type { PresidioScore } from './presidio.ts'
import { FIGURES, type Judged, type Score, type Share } from './score.ts'

/** Numbers of what, each with its percentage. */
export function percent({ hits, of }: Share): string {
  return of === 0 ? '–' : `${((100 * hits) / of).toFixed(1)} %`
}

/** Columns as wide as their widest cell; the first to the left, the others to the right. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)))
  const lines = rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
  )
  return lines.map((line) => `  ${line.trimEnd()}`).join('\n')
}

export function scoreText({ name, open }: LineSet, { lines, figures, categories }: Score): string {
  const main = FIGURES.map((figure) => {
    const share = figures[figure]
    return [figure, String(share.hits), `of ${share.of}`, percent(share)]
  })
  const perCategory = Object.entries(categories).map(([category, row]) => [
    category,
    String(row.lines),
    String(row.flagged),
    percent({ hits: row.flagged, of: row.lines }),
    String(row.named),
    percent({ hits: row.named, of: row.lines }),
  ])
  return [
    `${name}: ${lines} lines${open ? '' : ' (locked: figures alone)'}`,
    columns(main),
    '',
    columns([['category', 'lines', 'flagged', '', 'named', ''], ...perCategory]),
  ].join('\n')
}

export function lineText({ line, result, wanted }: Judged): string {
  const found = result.findings.map(
    ({ rule, category, quote }) => `      ${category} (${rule}): ${JSON.stringify(quote)}`,
  )
  return [
    `  ${line.id} ${result.kind} ${result.verdict}, wanted ${wanted}${line.rules.length > 0 ? ` (${line.rules.join(', ')})` : ''}`,
    `      ${JSON.stringify(line.text)}`,
    ...(line.context ? [`      in answer to ${JSON.stringify(line.context)}`] : []),
    ...found,
  ].join('\n')
}

export function presidioText(score: PresidioScore): string {
  const types = Object.entries(score.types).map(([type, { category, found, of }]) => [
    type,
    `as ${category}`,
    String(found),
    `of ${of}`,
    percent({ hits: found, of }),
  ])
  return [
    `presidio-synth-v2: ${score.texts} generic texts`,
    columns([
      ['typed recall (a finding of that category overlaps)', ...cells(score.typed)],
      ['any recall (a finding of any category overlaps)', ...cells(score.touched)],
      ['clean texts flagged', ...cells(score.clean)],
    ]),
    '',
    columns(types),
    `  left out: ${score.leftOut.join(', ')}`,
  ].join('\n')
}

function cells(share: Share): string[] {
  return [String(share.hits), `of ${share.of}`, percent(share)]
}
