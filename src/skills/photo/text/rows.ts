import type { Box, ReadText } from '../../../bot/pictures.ts'
import { repaired } from './repair.ts'

/** Words that stand beside each other, as somebody reads them; `pieces` says where each came from. */
export interface Row {
  text: string
  box: Box
  pieces: readonly { start: number; end: number; box: Box }[]
  /** On a monitor, a laptop, a tablet, a phone. */
  onScreen: boolean
  /** Of a video. */
  at?: number | undefined
}

/** More than this many pieces stand on no photo that helps anybody; the rest is said to be unread. */
export const MOST_PIECES = 2000
/** How much of the lower one of two pieces has to lie beside the other; a line that leans drops at every gap. */
const BESIDE = 0.35
/** Boxes of words that lean lie over each other a little. */
const OVER = 0.3
/** Gaps wider than this many heights part two columns that have nothing to do with each other. */
const WIDEST_GAP = 12

/**
 * Cells of a schedule arrive one by one: those of one line belong together. From left to right each joins the line
 * whose end lies best beside it, so that a line that leans stays one, and two cells of a column never do.
 */
export function rowsOf(text: readonly ReadText[], screens: readonly Box[]): Row[] {
  const pieces = text
    .slice(0, MOST_PIECES)
    .map((one) => ({ ...one, text: repaired(one.text) }))
    .filter((one) => one.text !== '')
    .sort((a, b) => a.box.x - b.box.x)
  const lines: ReadText[][] = []
  for (const piece of pieces) {
    const line = lineFor(piece, lines)
    if (line) line.push(piece)
    else lines.push([piece])
  }
  const sorted = lines.toSorted((a, b) => top(a) - top(b))
  return sorted.flatMap(parted).map((line) => rowOf(line, screens))
}

function lineFor(piece: ReadText, lines: readonly ReadText[][]): ReadText[] | undefined {
  let best: ReadText[] | undefined
  let least = Number.POSITIVE_INFINITY
  for (const line of lines) {
    const last = line.at(-1) as ReadText
    if (last.at !== piece.at || !beside(last.box, piece.box)) continue
    const apart = Math.abs(middle(last.box) - middle(piece.box))
    if (apart < least) {
      best = line
      least = apart
    }
  }
  return best
}

/** One line, cut where the gap is too wide. */
function parted(line: readonly ReadText[]): ReadText[][] {
  const out: ReadText[][] = []
  for (const piece of line) {
    const last = out.at(-1)?.at(-1)
    const gap = last ? piece.box.x - (last.box.x + last.box.width) : 0
    const height = last ? Math.max(last.box.height, piece.box.height) : 1
    if (last && gap <= WIDEST_GAP * height) out.at(-1)?.push(piece)
    else out.push([piece])
  }
  return out
}

function rowOf(line: readonly ReadText[], screens: readonly Box[]): Row {
  let text = ''
  const pieces = line.map((piece) => {
    const start = text === '' ? 0 : text.length + 1
    text = text === '' ? piece.text : `${text} ${piece.text}`
    return { start, end: text.length, box: piece.box }
  })
  const box = around(pieces.map((piece) => piece.box))
  return { text, box, pieces, onScreen: screens.some((screen) => mostlyIn(box, screen)), at: line[0]?.at }
}

/** The part of the picture in which these words of a row stand. */
export function boxOf({ pieces, box }: Row, start: number, end: number): Box {
  const hit = pieces.filter((piece) => piece.start < end && piece.end > start).map((piece) => piece.box)
  return hit.length > 0 ? around(hit) : box
}

export function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const bottom = Math.max(...boxes.map((box) => box.y + box.height))
  return { x, y, width: right - x, height: bottom - y }
}

/** Whether at least half of `inner` lies in `outer`. */
export function mostlyIn(inner: Box, outer: Box): boolean {
  const width = Math.min(inner.x + inner.width, outer.x + outer.width) - Math.max(inner.x, outer.x)
  const height = Math.min(inner.y + inner.height, outer.y + outer.height) - Math.max(inner.y, outer.y)
  return width > 0 && height > 0 && width * height * 2 >= inner.width * inner.height
}

/** Whether `b` goes on where `a` ends. */
function beside(a: Box, b: Box): boolean {
  const shared = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  const over = a.x + a.width - b.x
  return shared >= BESIDE * Math.min(a.height, b.height) && over <= OVER * Math.min(a.width, b.width)
}

const top = (line: readonly ReadText[]) => middle((line[0] as ReadText).box)

const middle = (box: Box) => box.y + box.height / 2
