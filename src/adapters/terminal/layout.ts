import { inert } from './inert.ts'

export type Style = 'bold' | 'dim' | 'underline' | 'red' | 'yellow' | 'magenta' | 'green' | 'cyan'
export interface Span {
  text: string
  styles?: readonly Style[]
}

/** `columns`: width in terminal cells. `colour`: whether escape sequences of our own may be written. */
export interface Canvas {
  columns: number
  colour: boolean
}

const NARROWEST = 20
const CODES: Record<Style, number> = {
  bold: 1,
  dim: 2,
  underline: 4,
  red: 31,
  green: 32,
  yellow: 33,
  magenta: 35,
  cyan: 36,
}

interface Cell {
  /** One grapheme: what a reader takes for one character. */
  char: string
  width: number
  style: string
}

/** Spans as wrapped lines; lines after the first of a paragraph are indented by `hang` blanks. */
export function paragraph(spans: readonly Span[], canvas: Canvas, hang = 0): string {
  const columns = Math.max(NARROWEST, canvas.columns)
  const lines: string[] = []
  for (const cells of splitLines(spans)) {
    let room = columns
    for (const line of wrap(cells, columns, hang)) {
      lines.push((room === columns ? '' : ' '.repeat(hang)) + draw(line, canvas.colour))
      room = columns - hang
    }
  }
  return lines.join('\n')
}

function splitLines(spans: readonly Span[]): Cell[][] {
  const lines: Cell[][] = [[]]
  for (const span of spans) {
    const style = (span.styles ?? []).map((name) => CODES[name]).join(';')
    for (const [index, part] of inert(span.text).split('\n').entries()) {
      if (index > 0) lines.push([])
      const line = lines.at(-1)
      for (const char of graphemes(part)) line?.push({ char, width: widthOf(char), style })
    }
  }
  return lines
}

/** Breaks at the last blank that fits; a word longer than a line is cut between graphemes. */
function wrap(cells: readonly Cell[], columns: number, hang: number): Cell[][] {
  const lines: Cell[][] = []
  let start = 0
  let blank = -1
  let width = 0
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as Cell
    const room = columns - (lines.length > 0 ? hang : 0)
    if (width + cell.width > room && at > start) {
      const end = cell.char === ' ' ? at : blank >= start ? blank : at
      lines.push(cells.slice(start, end))
      start = cells[end]?.char === ' ' ? end + 1 : end
      width = cells.slice(start, at).reduce((sum, { width }) => sum + width, 0)
      if (start > at) continue
    }
    if (cell.char === ' ') blank = at
    width += cell.width
  }
  return [...lines, cells.slice(start)]
}

function draw(cells: readonly Cell[], colour: boolean): string {
  let text = ''
  let style = ''
  for (const cell of cells) {
    if (colour && cell.style !== style) {
      text += `${style ? '\x1b[0m' : ''}${cell.style ? `\x1b[${cell.style}m` : ''}`
      style = cell.style
    }
    text += cell.char
  }
  return (style ? `${text}\x1b[0m` : text).trimEnd()
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
function* graphemes(text: string): Iterable<string> {
  // Most drafts are plain; the segmenter costs a hundred times as much.
  if (/^[\x20-\x7e]*$/.test(text)) yield* text
  else for (const { segment } of segmenter.segment(text)) yield segment
}

const NOTHING = /^[\p{Mn}\p{Me}\p{Cf}]+$/u
// Emoji and the East Asian wide and full-width blocks take two cells.
const WIDE =
  /\p{Emoji_Presentation}|\ufe0f|^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]/u

/** Terminal cells that a grapheme takes: 0, 1 or 2. */
export function widthOf(grapheme: string): number {
  if (grapheme.length === 1 && grapheme <= '~') return 1
  if (NOTHING.test(grapheme)) return 0
  return WIDE.test(grapheme) ? 2 : 1
}
