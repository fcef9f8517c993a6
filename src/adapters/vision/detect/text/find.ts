import type { Box, ReadText } from '../../../../bot/pictures.ts'
import { area, covered, overlap, within } from '../boxes.ts'
import { cropped, type Raster, size } from '../raster.ts'
import type { Words } from './alphabet.ts'
import type { Reader } from './reader.ts'
import { type Rectangle, upright } from './rectangle.ts'

/** All of the picture is looked at with its longer side so large. */
const OVERVIEW = 1280
/** A place that is worth a closer look is looked at with its longer side at most so large, … */
const CLOSE = 1280
/** … at most so many of them, and none that would gain less than this. */
const CLOSE_UPS = 4
const GAIN = 1.35
/** Lines that are lower than this in the overview are worth a closer look. */
const SMALL = 17
const LEAST_SCORE = 0.5
/** A lone sign is taken for writing only if it is certain. */
const LEAST_SCORE_SHORT = 0.85

export interface TextFound {
  text: ReadText[]
  /** Not everything was read: there was too much of it, or no time. */
  incomplete: boolean
}

interface Line {
  rectangle: Rectangle
  box: Box
}

/** A wall of text is read this far; what is left makes the look incomplete. */
const MOST_LINES = 220

/** Reads what stands in the picture; `screens` are looked at closely wherever there are any. */
export async function findText(
  reader: Reader,
  raster: Raster,
  screens: readonly Box[],
  enough: () => boolean,
): Promise<TextFound> {
  let incomplete = false
  const overview = await linesOf(
    reader,
    raster,
    { x: 0, y: 0, width: raster.width, height: raster.height },
    OVERVIEW,
  )
  const places = closeUps(raster, overview, screens)
  const close: Line[] = []
  for (const place of places) {
    if (enough()) {
      incomplete = true
      break
    }
    close.push(...(await linesOf(reader, raster, place, CLOSE)))
  }
  const lines = [
    ...close,
    ...overview.filter(({ box }) => !close.some((line) => covered(line.box, box) > 0.5)),
  ]
  if (lines.length > MOST_LINES) incomplete = true
  const wanted = lines.slice(0, MOST_LINES)
  const words = await reader.read(
    raster,
    wanted.map(({ rectangle }) => rectangle),
  )
  const text = wanted.flatMap(({ box }, index) => {
    const read = words[index]
    return read && believable(read) ? [{ text: read.text, score: read.score, box: within(box, raster) }] : []
  })
  return { text: inOrder(text), incomplete }
}

function believable({ text, score }: Words): boolean {
  return score >= (text.length > 1 ? LEAST_SCORE : LEAST_SCORE_SHORT)
}

async function linesOf(reader: Reader, raster: Raster, place: Box, side: number): Promise<Line[]> {
  const part = place.width < raster.width || place.height < raster.height ? cropped(raster, place) : raster
  const found = await reader.regions(part, Math.min(side, Math.max(640, size(part) * 2)))
  return found.map(({ rectangle }) => {
    const moved = { ...rectangle, x: rectangle.x + place.x, y: rectangle.y + place.y }
    return { rectangle: moved, box: upright(moved) }
  })
}

/** Screens, and wherever small writing stands together, as long as a closer look shows more pixels of it. */
function closeUps(raster: Raster, lines: readonly Line[], screens: readonly Box[]): Box[] {
  const scale = OVERVIEW / size(raster)
  const small = lines.filter(({ rectangle }) => Math.min(rectangle.height, rectangle.width) * scale < SMALL)
  const margin = 24 / scale
  const clusters = joined([
    ...small.map(({ box }) => grown(box, margin)),
    ...screens.map((box) => grown(box, Math.max(box.width, box.height) * 0.04)),
  ])
  return clusters
    .map((box) => within(box, raster))
    .filter((box) => gain(box, scale) >= GAIN)
    .sort((a, b) => weightOf(b, small, screens) - weightOf(a, small, screens))
    .slice(0, CLOSE_UPS)
}

function gain(box: Box, scale: number): number {
  return Math.min(2, CLOSE / size(box)) / scale
}

function weightOf(box: Box, small: readonly Line[], screens: readonly Box[]): number {
  const lines = small.filter((line) => covered(line.box, box) > 0.9).length
  return lines + (screens.some((screen) => covered(screen, box) > 0.5) ? 20 : 0)
}

function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by }
}

/** Boxes that touch become one, unless that would be mostly empty wall. */
function joined(boxes: readonly Box[]): Box[] {
  const left = [...boxes]
  for (let again = true; again; ) {
    again = false
    for (let a = 0; a < left.length && !again; a++)
      for (let b = a + 1; b < left.length && !again; b++) {
        const [one, other] = [left[a] as Box, left[b] as Box]
        if (overlap(one, other) === 0) continue
        left.splice(b, 1)
        left[a] = union(one, other)
        again = true
      }
  }
  return left.sort((a, b) => area(b) - area(a))
}

function union(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  const right = Math.max(a.x + a.width, b.x + b.width)
  const bottom = Math.max(a.y + a.height, b.y + b.height)
  return { x, y, width: right - x, height: bottom - y }
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
