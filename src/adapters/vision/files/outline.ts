import type { Box } from '../../../bot/pictures.ts'

/** Seen on a phone 360 points wide, a number has to be this large to be read. */
const PHONE = 360
const LEGIBLE = 15
const COLOUR = '#e4002b'

/** Frames with numbers, the first box 1. Numbers stand where they fit and cover no other number. */
export function numbered(
  boxes: readonly Box[],
  scale: number,
  { width, height }: { width: number; height: number },
): string {
  const unit = Math.max(width, 200) / PHONE
  const size = Math.min(LEGIBLE * unit, Math.min(width, height) / 5)
  const line = Math.max(2, 2 * unit)
  const taken: Box[] = []
  const drawn = boxes.map((box, i) => {
    const frame = clip(
      { x: box.x * scale, y: box.y * scale, width: box.width * scale, height: box.height * scale },
      { width, height },
      line,
    )
    const text = String(i + 1)
    const label = place(frame, { width: size * (0.6 * text.length + 0.6), height: size * 1.2 }, taken, {
      width,
      height,
    })
    taken.push(label)
    return [frameSvg(frame, line), labelSvg(label, text, size)].join('')
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${drawn.join('')}</svg>`
}

/** Never outside of the picture: a frame of which one cannot see the sides says nothing. */
function clip(box: Box, { width, height }: { width: number; height: number }, line: number): Box {
  const half = line / 2
  const left = Math.min(Math.max(half, box.x), width - 2 * line)
  const top = Math.min(Math.max(half, box.y), height - 2 * line)
  const right = Math.max(left + line, Math.min(width - half, box.x + box.width))
  const bottom = Math.max(top + line, Math.min(height - half, box.y + box.height))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Above the frame, below, beside, at last inside of it: the first place that is free. */
function place(
  frame: Box,
  label: { width: number; height: number },
  taken: readonly Box[],
  picture: { width: number; height: number },
): Box {
  const right = frame.x + frame.width
  const bottom = frame.y + frame.height
  const places = [
    { x: frame.x, y: frame.y - label.height },
    { x: right - label.width, y: frame.y - label.height },
    { x: frame.x, y: bottom },
    { x: right - label.width, y: bottom },
    { x: frame.x - label.width, y: frame.y },
    { x: right, y: frame.y },
    { x: frame.x, y: frame.y },
    { x: right - label.width, y: bottom - label.height },
  ].map((corner) => ({ ...corner, ...label }))
  const fits = places.filter(
    ({ x, y, width, height }) =>
      x >= 0 && y >= 0 && x + width <= picture.width && y + height <= picture.height,
  )
  const free = fits.find((each) => taken.every((other) => !overlap(each, other)))
  return (
    free ??
    fits[0] ?? {
      ...label,
      x: Math.min(Math.max(0, frame.x), Math.max(0, picture.width - label.width)),
      y: Math.min(Math.max(0, frame.y), Math.max(0, picture.height - label.height)),
    }
  )
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** Light below dark: to be seen on white walls and black screens. */
function frameSvg({ x, y, width, height }: Box, line: number): string {
  const rect = (colour: string, stroke: number): string =>
    `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="none" stroke="${colour}" stroke-width="${round(stroke)}"/>`
  return rect('#ffffff', line * 2) + rect(COLOUR, line)
}

/** Digits are drawn as strokes: a machine without any font has to show them too. */
function labelSvg(label: Box, text: string, size: number): string {
  const back = `<rect x="${round(label.x)}" y="${round(label.y)}" width="${round(label.width)}" height="${round(label.height)}" rx="${round(size * 0.15)}" fill="${COLOUR}" stroke="#ffffff" stroke-width="${round(size * 0.08)}"/>`
  const digits = [...text].map((digit, i) => {
    const left = label.x + size * (0.3 + 0.6 * i) + size * 0.08
    const top = label.y + size * 0.2
    return `<path d="${strokes(digit, left, top, size * 0.42, size * 0.8)}" fill="none" stroke="#ffffff" stroke-width="${round(size * 0.13)}" stroke-linecap="round" stroke-linejoin="round"/>`
  })
  return back + digits.join('')
}

/** Corners of each digit in a field of 2 by 4; a minus lifts the pen. */
const DIGITS: Readonly<Record<string, string>> = {
  '0': '00 20 24 04 00',
  '1': '01 10 14',
  '2': '00 20 22 02 04 24',
  '3': '00 20 24 04 - 02 22',
  '4': '00 02 22 - 20 24',
  '5': '20 00 02 22 24 04',
  '6': '20 00 04 24 22 02',
  '7': '00 20 14',
  '8': '00 20 24 04 00 - 02 22',
  '9': '22 02 00 20 24 04',
}
function strokes(digit: string, left: number, top: number, width: number, height: number): string {
  let pen = 'M'
  const path: string[] = []
  for (const corner of (DIGITS[digit] ?? '').split(' ')) {
    if (corner === '-') {
      pen = 'M'
      continue
    }
    const x = left + (width * Number(corner[0])) / 2
    const y = top + (height * Number(corner[1])) / 4
    path.push(`${pen}${round(x)} ${round(y)}`)
    pen = 'L'
  }
  return path.join('')
}

function round(value: number): string {
  return value.toFixed(1)
}
