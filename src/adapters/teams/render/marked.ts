import type { Mark } from '../../../bot/reply.ts'
import { STRETCH } from './limits.ts'
import type { Piece } from './text.ts'

/** Words around a mark that are shown of a draft that is too long to show. */
const AROUND = 160

/** A draft with its marks, the number of the finding behind each; of a long one the places that matter. */
export function markedPieces(text: string, marks: readonly Mark[]): Piece[] {
  const spans = apart(text, marks)
  const short = text.length + spans.length * 4 <= STRETCH
  const pieces: Piece[] = []
  let at = 0
  let used = 0
  for (const { start, end, numbers } of spans) {
    if (!short && used > STRETCH - 2 * AROUND) break
    pieces.push({ text: between(text, at, start, short) })
    pieces.push({
      text: short ? text.slice(start, end) : text.slice(start, Math.min(end, start + AROUND)),
      style: { weight: 'bolder', highlight: true },
    })
    pieces.push({ text: ` [${numbers.join(', ')}]`, style: { weight: 'bolder' } })
    used += 2 * AROUND
    at = end
  }
  pieces.push({
    text: short || spans.length === 0 ? text.slice(at, at + STRETCH) : `${text.slice(at, at + AROUND / 2)} …`,
  })
  return pieces
}

function between(text: string, from: number, to: number, whole: boolean): string {
  const words = text.slice(from, to)
  return whole || words.length <= AROUND ? words : ` … ${words.slice(-AROUND / 2)}`
}

interface Stretch {
  start: number
  end: number
  numbers: number[]
}

/** Marks in order and without overlaps: two that share words become one with both numbers. */
function apart(text: string, marks: readonly Mark[]): Stretch[] {
  const sorted = marks
    .map(({ start, end, finding }) => ({
      start: Math.min(start, text.length),
      end: Math.min(end, text.length),
      finding,
    }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const out: Stretch[] = []
  for (const { start, end, finding } of sorted) {
    const last = out.at(-1)
    if (last !== undefined && start < last.end) {
      last.end = Math.max(last.end, end)
      if (!last.numbers.includes(finding)) last.numbers.push(finding)
    } else out.push({ start, end, numbers: [finding] })
  }
  return out
}
