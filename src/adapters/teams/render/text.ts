import { MOST_LINES } from './limits.ts'

/** A part of an Adaptive Card, as it goes over the wire. */
export interface Part {
  type: string
  [property: string]: unknown
}

export interface Style {
  weight?: 'bolder'
  size?: 'small' | 'medium' | 'large'
  italic?: true
  isSubtle?: true
  highlight?: true
}
export interface Piece {
  text: string
  style?: Style
}

const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these have no business on a screen
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]|[\u{e0000}-\u{e007f}]/gu

/** Nearly every text is of nothing but these, and needs no second look. */
const ORDINARY = /^[\n\x20-\x7a\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u203e]*$/

/**
 * Without what cannot be seen and could turn words around. A card fills in "{{DATE(…)}}" even in a text run, so
 * the braces are kept apart.
 */
export function clean(text: string): string {
  if (ORDINARY.test(text)) return text
  return text
    .toWellFormed()
    .replace(UNSEEN, '')
    .replace(/\{(?=\{)/g, '{\u2060')
}

/** At most `max` UTF-16 units, never half a character; a cut shows. */
export function clip(text: string, max: number): string {
  const whole = clean(text)
  if (whole.length <= max) return whole
  return `${whole.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/**
 * For titles and labels, which some clients read as markdown: a link stays letters, and so does an image. A card
 * takes no empty ones.
 */
export function plain(text: string, max: number): string {
  const words = clip(text, max).replaceAll('](', ']\u2060(').replaceAll('<', '<\u2060')
  return words.trim() === '' ? '–' : words
}

/** In pieces of at most `max`, cut at line ends or blanks where there are any. */
export function chunks(text: string, max: number): string[] {
  const out: string[] = []
  let rest = clean(text)
  while (rest.length > max) {
    const head = rest.slice(0, max)
    const at = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' '))
    const cut = at > max / 2 ? at + 1 : head.replace(/[\ud800-\udbff]$/, '').length
    out.push(rest.slice(0, cut))
    rest = rest.slice(cut)
  }
  return rest === '' && out.length > 0 ? out : [...out, rest]
}

/**
 * Rich text and nothing else carries what people typed: in its runs "**bold**", "[link](…)" and "<at>" are
 * letters, where a TextBlock would act on them. Runs know no line ends, so each line is a block of its own.
 */
export function rich(pieces: readonly Piece[]): Part[] {
  const blocks: Part[] = []
  let gap = false
  for (const line of linesOf(pieces)) {
    if (line.length === 0) {
      gap = true
      continue
    }
    const spacing = blocks.length === 0 ? {} : { spacing: gap ? 'Medium' : 'None' }
    const inlines = line.map(({ text, style }) => ({ type: 'TextRun', text, ...style }))
    blocks.push({ type: 'RichTextBlock', inlines, ...spacing })
    gap = false
  }
  return blocks.length > 0 ? blocks : [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '–' }] }]
}

function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]]
  for (const { text, style } of pieces) {
    const [first = '', ...more] = clean(text).split('\n')
    const room = MOST_LINES - lines.length
    const apart = more.slice(0, room)
    const rest = more.slice(room).filter((words) => words !== '')
    const add = (words: string) => {
      if (words !== '') (lines.at(-1) as Piece[]).push({ text: words, ...(style ? { style } : {}) })
    }
    add(first)
    for (const words of apart) {
      lines.push([])
      add(words)
    }
    if (rest.length > 0) add(` ${rest.join(' ')}`)
  }
  return lines
}

/** Bytes that it takes on its way. */
export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value), 'utf8')
}
