import type { Mark } from '../../bot/reply.ts'
import type { Span, Style } from './layout.ts'

export const TONE_STYLES: Record<Mark['tone'] | 'clear', Style> = {
  stop: 'red',
  needs: 'magenta',
  caution: 'yellow',
  unchecked: 'cyan',
  clear: 'green',
}

/**
 * The draft with its marks: underlined and numbered in colour, «like this»[1] without. Marks may overlap and
 * come from outside, so offsets are cut to the text and never split a surrogate pair.
 */
export function markedSpans(text: string, marks: readonly Mark[], colour: boolean): Span[] {
  const clean = marks
    .map((mark) => ({ ...mark, start: whole(text, mark.start), end: whole(text, mark.end) }))
    .filter((mark) => mark.start < mark.end)
  const edges = new Set([0, text.length, ...clean.flatMap((mark) => [mark.start, mark.end])])
  const cuts = [...edges].sort((a, b) => a - b)
  const spans: Span[] = []
  for (const [index, from] of cuts.entries()) {
    for (const mark of clean.filter((mark) => mark.end === from)) spans.push(number(mark, colour))
    const opening = colour ? 0 : clean.filter((mark) => mark.start === from).length
    if (opening > 0) spans.push({ text: '«'.repeat(opening) })
    const to = cuts[index + 1]
    if (to === undefined) break
    // Where marks overlap, the one that says more about these very words: the shortest.
    const [over] = clean
      .filter((mark) => mark.start <= from && mark.end >= to)
      .sort((a, b) => a.end - a.start - (b.end - b.start))
    const piece = text.slice(from, to)
    spans.push(over ? { text: piece, styles: ['underline', TONE_STYLES[over.tone]] } : { text: piece })
  }
  return spans
}

function number(mark: Mark, colour: boolean): Span {
  return { text: `${colour ? '' : '»'}[${mark.finding}]`, styles: ['bold', TONE_STYLES[mark.tone]] }
}

function whole(text: string, offset: number): number {
  const at = Math.min(Math.max(0, Math.trunc(offset) || 0), text.length)
  const pair = at > 0 && /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')
  return pair ? at - 1 : at
}
