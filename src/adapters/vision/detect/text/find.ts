import type { Box, ReadText } from '../../../../bot/pictures.ts'
import { area, covered, within } from '../boxes.ts'
import { cropped, type Raster, size } from '../raster.ts'
import type { Words } from './alphabet.ts'
import { CLOSE, closeUps } from './close-ups.ts'
import type { Reader } from './reader.ts'
import { type Rectangle, upright } from './rectangle.ts'

/** All of the picture is looked at with its longer side so large. */
const OVERVIEW = 1280
/** Lines that are lower than this in the overview are worth a closer look. */
const SMALL = 17
/** What is read worse than this may be a block of lines too small to be told apart. */
const UNCLEAR = 0.7
const LEAST_SCORE = 0.5
/** A lone sign is taken for writing only if it is certain. */
const LEAST_SCORE_SHORT = 0.85
/** A wall of text is read this far; what is left makes the look incomplete. */
const MOST_LINES = 220

export interface TextFound {
  text: ReadText[]
  /** Not everything was read: there was too much of it, or no time. */
  incomplete: boolean
}

interface Line {
  rectangle: Rectangle
  box: Box
}

/** Reads what stands in the picture; `screens` are looked at closely wherever there are any. */
export async function findText(
  reader: Reader,
  raster: Raster,
  screens: readonly Box[],
  enough: () => boolean,
): Promise<TextFound> {
  const scale = OVERVIEW / size(raster)
  const whole = { x: 0, y: 0, width: raster.width, height: raster.height }
  const overview = await linesOf(reader, raster, whole, OVERVIEW)
  const isSmall = ({ rectangle }: Line) => Math.min(rectangle.height, rectangle.width) * scale < SMALL
  const clear = await readLines(
    reader,
    raster,
    overview.filter((line) => !isSmall(line)).slice(0, MOST_LINES),
  )
  const unclear = clear.filter(({ score }) => score < UNCLEAR)
  const small = [...overview.filter(isSmall), ...unclear].map(({ box }) => box)

  let incomplete = overview.length > MOST_LINES
  const close: Line[] = []
  for (const place of closeUps(raster, { small, screens }, scale)) {
    if (enough()) {
      incomplete = true
      break
    }
    const found = await linesOf(reader, raster, place, CLOSE)
    for (const line of found) addLine(close, line)
  }
  // A closer look sees lines where the overview saw a block: what it covers counts no more, unless it was read well.
  const seenClose = (box: Box) => close.some((line) => covered(line.box, box) > 0.5)
  const settled = clear.filter(({ box, score }) => score >= UNCLEAR || !seenClose(box))
  const known = (box: Box) => settled.some((line) => line.score >= UNCLEAR && covered(line.box, box) > 0.6)
  const left = [...close, ...overview.filter((line) => isSmall(line) && !seenClose(line.box))]
  const wanted = left.filter(({ box }) => !known(box))
  if (wanted.length > MOST_LINES) incomplete = true
  const read = enough() ? [] : await readLines(reader, raster, wanted.slice(0, MOST_LINES))
  if (read.length < wanted.length) incomplete = true
  const text = [...settled, ...read]
    .filter(believable)
    .map(({ text, score, box }) => ({ text, score, box: within(box, raster) }))
  return { text: inOrder(text), incomplete }
}

/** Of a line that two close looks share, each may see a part: the longer one counts. */
function addLine(lines: Line[], line: Line): void {
  const same = lines.findIndex(({ box }) => covered(box, line.box) > 0.6)
  const other = lines[same]
  if (other === undefined) lines.push(line)
  else if (area(line.box) > area(other.box)) lines[same] = line
}

async function readLines(reader: Reader, raster: Raster, lines: readonly Line[]) {
  const words = await reader.read(
    raster,
    lines.map(({ rectangle }) => rectangle),
  )
  return lines.map((line, index) => ({ ...line, ...(words[index] ?? { text: '', score: 0 }) }))
}

function believable({ text, score }: Words): boolean {
  return score >= (text.length > 1 ? LEAST_SCORE : LEAST_SCORE_SHORT)
}

async function linesOf(reader: Reader, raster: Raster, place: Box, side: number): Promise<Line[]> {
  const all = place.width === raster.width && place.height === raster.height
  const part = all ? raster : cropped(raster, place)
  const found = await reader.regions(part, Math.min(side, Math.max(640, size(part) * 2)))
  return found.map(({ rectangle }) => {
    const moved = { ...rectangle, x: rectangle.x + place.x, y: rectangle.y + place.y }
    return { rectangle: moved, box: upright(moved) }
  })
}

/** As one reads: row by row, each from the left. */
function inOrder(text: readonly ReadText[]): ReadText[] {
  const rows: ReadText[][] = []
  for (const each of [...text].sort((a, b) => middle(a.box) - middle(b.box))) {
    const row = rows.at(-1)
    const last = row?.at(-1)
    if (
      row &&
      last &&
      Math.abs(middle(each.box) - middle(last.box)) < Math.min(each.box.height, last.box.height) / 2
    )
      row.push(each)
    else rows.push([each])
  }
  return rows.flatMap((row) => row.sort((a, b) => a.box.x - b.box.x))
}

function middle({ y, height }: Box): number {
  return y + height / 2
}
