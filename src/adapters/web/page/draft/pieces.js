/** @import { Mark } from '../../../../bot/reply.ts' */
import { cutAfter, cutBefore } from './cut.js'

/**
 * Turns a draft and its marks into what stands one after another on the page. Marks may overlap, nest, or be
 * thousands in a megabyte, so a long draft is shown only around them.
 *
 * @typedef {{ type: 'text', text: string }} TextPiece
 * @typedef {{ type: 'gap', chars: number }} GapPiece left out, in UTF-16 units
 * @typedef {{ type: 'mark', text: string, marks: Mark[], starts: Mark[] }} MarkPiece
 *   `marks` holds the shortest first: the one that a reader means who points at these words. `starts` holds
 *   those that begin here; the rest of a mark is drawn alike but is no second stop for the keyboard.
 * @typedef {TextPiece | GapPiece | MarkPiece} Piece
 * @typedef {{ start: number, end: number }} Span
 */

/** Drafts up to this length, in UTF-16 units, are shown whole. */
export const WHOLE = 8_000
/** What a long draft shows on either side of a mark, and of a mark that is itself very long. */
const AROUND = 240
const OPENING = 1_200
export const MOST_MARKS = 200

/** @param {string} text @param {readonly Mark[]} marks @returns {{ shown: Mark[], unshown: number }} */
function tidy(text, marks) {
  const inside = marks.filter((mark) => mark.end > mark.start && mark.start < text.length)
  inside.sort((a, b) => a.start - b.start || b.end - a.end || a.finding - b.finding)
  const shown = inside
    .slice(0, MOST_MARKS)
    .map((mark) => ({ ...mark, start: cutBefore(text, mark.start), end: cutAfter(text, mark.end) }))
  return { shown, unshown: inside.length - shown.length }
}

/** @param {string} text @param {readonly Mark[]} marks @returns {Span[]} */
function windows(text, marks) {
  if (text.length <= WHOLE) return [{ start: 0, end: text.length }]
  const wanted = marks.flatMap(({ start, end }) => {
    if (end - start <= 2 * OPENING) return [{ start: start - AROUND, end: end + AROUND }]
    return [
      { start: start - AROUND, end: start + OPENING },
      { start: end - AROUND, end: end + AROUND },
    ]
  })
  // The beginning is always there: it tells people which draft this is.
  wanted.push({ start: 0, end: marks.length > 0 ? AROUND : OPENING })
  wanted.sort((a, b) => a.start - b.start)
  /** @type {Span[]} */
  const spans = []
  for (const want of wanted) {
    const span = { start: cutBefore(text, want.start), end: cutAfter(text, want.end) }
    const last = spans.at(-1)
    if (last && span.start <= last.end + AROUND) last.end = Math.max(last.end, span.end)
    else spans.push(span)
  }
  return spans
}

/**
 * @param {string} text
 * @param {readonly Mark[]} marks offsets may lie anywhere; they are brought to whole signs
 * @returns {{ pieces: Piece[], unshown: number }} `unshown`: marks beyond the most that are drawn
 */
export function toPieces(text, marks) {
  const { shown, unshown } = tidy(text, marks)
  /** @type {Piece[]} */
  const pieces = []
  let at = 0
  for (const span of windows(text, shown)) {
    if (span.start > at) pieces.push({ type: 'gap', chars: span.start - at })
    const edges = new Set([span.start, span.end])
    for (const { start, end } of shown) {
      if (start > span.start && start < span.end) edges.add(start)
      if (end > span.start && end < span.end) edges.add(end)
    }
    const sorted = [...edges].sort((a, b) => a - b)
    for (let i = 0; i + 1 < sorted.length; i += 1) {
      const [start = 0, end = 0] = sorted.slice(i, i + 2)
      const over = shown.filter((mark) => mark.start <= start && mark.end >= end)
      const words = text.slice(start, end)
      if (over.length === 0) pieces.push({ type: 'text', text: words })
      else {
        over.sort((a, b) => a.end - a.start - (b.end - b.start) || a.finding - b.finding)
        pieces.push({ type: 'mark', text: words, marks: over, starts: over.filter((m) => m.start === start) })
      }
    }
    at = span.end
  }
  if (at < text.length) pieces.push({ type: 'gap', chars: text.length - at })
  return { pieces, unshown }
}
