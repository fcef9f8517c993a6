import sharp from 'sharp'
import { type Chance, chance } from './chance.ts'
import { FONT } from './fonts.ts'
import { type Corner, type Drawing, drawn, project } from './lens.ts'
import { type Patient, patients } from './people.ts'

/** A photo that was never taken, with what is to be read on it. */
export interface Scene {
  name: string
  jpeg: Uint8Array
  width: number
  height: number
  /** Every word that is printed somewhere, in any order. */
  words: readonly string[]
  /** Those of them that name a patient, as they are printed. */
  identifiers: readonly string[]
  /** A monitor, a laptop or a tablet is to be seen. */
  screen: boolean
}

const plainText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function text(x: number, y: number, size: number, words: string, colour = '#1d2733'): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-family="${FONT}" fill="${colour}">${plainText(words)}</text>`
}

function svg(width: number, height: number, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`
}

/** A day's schedule as practice software shows it. */
function schedule(
  list: readonly Patient[],
  type: number,
): { svg: string; words: string[]; width: number; height: number } {
  const [width, height] = [1600, 1000]
  const head = ['Time', 'Patient', 'Date of birth', 'Record', 'Reason']
  const columns = [40, 180, 560, 860, 1200]
  const lead = Math.min(78, type * 2.6)
  const rows = list.map(({ time, name, born, record, reason }, row) => {
    const y = 190 + row * lead
    const band =
      row % 2 === 0 ? `<rect x="20" y="${y - type * 1.3}" width="1560" height="${lead}" fill="#eef3f8"/>` : ''
    return (
      band +
      [time, name, born, record, reason]
        .map((cell, index) => text(columns[index] ?? 0, y, type, cell))
        .join('')
    )
  })
  const title = 'Schedule Tuesday'
  const body = `<rect width="${width}" height="${height}" fill="#fbfcfd"/><rect width="${width}" height="70" fill="#24507a"/>
    ${text(40, 46, 32, title, '#ffffff')}${head.map((cell, index) => text(columns[index] ?? 0, 130, type, cell, '#5a6672')).join('')}${rows.join('')}`
  const cells = list.flatMap(({ time, name, born, record, reason }) => [time, name, born, record, reason])
  return { svg: svg(width, height, body), width, height, words: wordsOf([title, ...head, ...cells]) }
}

export function wordsOf(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(/\s+/)).filter((word) => word !== '')
}

/** A desk before a wall: two shades, a lamp's light, and the grain of a phone's camera. */
async function bare(width: number, height: number, by: Chance): Promise<Drawing> {
  const wall = by.pick(['#c9c2b4', '#b9c4c9', '#d8d3cb', '#a8b0a6'])
  const wood = by.pick(['#8a6a4a', '#6e5a4a', '#9b8a76'])
  const body = `<defs><radialGradient id="l" cx="${by.between(0.2, 0.8)}" cy="0.2" r="0.9"><stop offset="0" stop-color="#fff" stop-opacity="0.35"/><stop offset="1" stop-color="#000" stop-opacity="0.25"/></radialGradient></defs>
    <rect width="${width}" height="${height}" fill="${wall}"/><rect y="${height * 0.68}" width="${width}" height="${height}" fill="${wood}"/>
    <rect width="${width}" height="${height}" fill="url(#l)"/>`
  return drawn(svg(width, height, body), width, height)
}

function grain(photo: Drawing, by: Chance, strength: number): void {
  for (let at = 0; at < photo.rgb.length; at += 3) {
    const noise = (by.next() + by.next() - 1) * strength
    for (let k = 0; k < 3; k++)
      photo.rgb[at + k] = Math.max(0, Math.min(255, (photo.rgb[at + k] as number) + noise))
  }
}

async function shot(photo: Drawing, blur: number): Promise<Uint8Array> {
  const { width, height } = photo
  const picture = sharp(photo.rgb, { raw: { width, height, channels: 3 } })
  return (blur > 0.3 ? picture.blur(blur) : picture).jpeg({ quality: 85 }).toBuffer()
}

/** The corners of a rectangle that is turned and seen from the side. */
function seen(
  x: number,
  y: number,
  width: number,
  height: number,
  lean: number,
  side: number,
): [Corner, Corner, Corner, Corner] {
  const [cos, sin] = [Math.cos(lean), Math.sin(lean)]
  const at = (right: number, down: number): Corner => {
    const shrink = 1 - side * (right + 0.5)
    const [across, along] = [right * width * (1 - Math.abs(side) * 0.5), down * height * shrink]
    return [x + across * cos - along * sin, y + across * sin + along * cos]
  }
  return [at(-0.5, -0.5), at(0.5, -0.5), at(0.5, 0.5), at(-0.5, 0.5)]
}

export interface MonitorOptions {
  seed: number
  width?: number
  height?: number
  /** How much of the photo's width the monitor takes. */
  share: number
  /** How large the letters are on a screen of 1600 pixels. */
  type: number
  /** Turned, in degrees. */
  lean: number
  /** Seen from the side: 0 from the front, 0.3 strongly. */
  side: number
}

/** A monitor on a desk that shows the day's patients. */
export async function monitor({
  seed,
  width = 4032,
  height = 3024,
  share,
  type,
  lean,
  side,
}: MonitorOptions): Promise<Scene> {
  const by = chance(seed)
  const list = patients(10, by)
  const shown = schedule(list, type)
  const screen = await drawn(shown.svg, shown.width, shown.height)
  const photo = await bare(width, height, by)
  const wide = width * share
  const high = (wide * shown.height) / shown.width
  const [x, y] = [width * by.between(0.4, 0.6), height * by.between(0.4, 0.5)]
  const turn = (lean * Math.PI) / 180
  const bezel = await drawn(svg(40, 25, `<rect width="40" height="25" fill="#16181b"/>`), 40, 25)
  const foot = await drawn(svg(10, 10, `<rect width="10" height="10" fill="#202327"/>`), 10, 10)
  project(photo, foot, seen(x, y + high * 0.68, wide * 0.09, high * 0.4, turn, 0))
  project(photo, foot, seen(x, y + high * 0.88, wide * 0.36, high * 0.05, turn, 0))
  project(photo, bezel, seen(x, y, wide * 1.05, high * 1.08, turn, side))
  project(photo, screen, seen(x, y, wide, high, turn, side))
  grain(photo, by, 14)
  return {
    name: `monitor ${seed}: ${Math.round(share * 100)} % wide, type ${type}, ${lean}° and ${side}`,
    jpeg: await shot(photo, 0.6),
    width,
    height,
    words: shown.words,
    identifiers: list.flatMap(({ name, born, record }) => [name, born, record]),
    screen: true,
  }
}

/** The desk alone. */
export async function desk({
  seed,
  width = 4032,
  height = 3024,
}: {
  seed: number
  width?: number
  height?: number
}): Promise<Scene> {
  const by = chance(seed)
  const photo = await bare(width, height, by)
  grain(photo, by, 14)
  const name = `desk ${seed}`
  return { name, jpeg: await shot(photo, 0.6), width, height, words: [], identifiers: [], screen: false }
}

export interface SheetOptions {
  seed: number
  width?: number
  height?: number
  lean: number
  /** Lies on its side, as a phone leaves it that was held askew. */
  quarter?: 90 | 180 | 270
}

/** A sign-in sheet on a clipboard, printed and a little askew. */
export async function sheet({
  seed,
  width = 3000,
  height = 2250,
  lean,
  quarter,
}: SheetOptions): Promise<Scene> {
  const by = chance(seed)
  const list = patients(8, by)
  const head = 'Please sign in'
  const rows = list.flatMap(({ name, born, time }, row) => [
    text(70, 250 + row * 92, 34, name),
    text(480, 250 + row * 92, 34, born),
    text(800, 250 + row * 92, 34, time),
    `<rect x="60" y="${272 + row * 92}" width="880" height="2" fill="#999"/>`,
  ])
  const paper = await drawn(
    svg(
      1000,
      1100,
      `<rect width="1000" height="1100" fill="#f7f5ef"/>${text(60, 120, 54, head)}${rows.join('')}`,
    ),
    1000,
    1100,
  )
  const photo = await bare(width, height, by)
  project(
    photo,
    paper,
    seen(width / 2, height / 2, height * 0.7, height * 0.77, (lean * Math.PI) / 180, 0.06),
  )
  grain(photo, by, 16)
  const upright = await shot(photo, 0.5)
  return {
    name: `sheet ${seed}: ${lean}°${quarter ? `, turned by ${quarter}°` : ''}`,
    jpeg: quarter ? await sharp(upright).rotate(quarter).jpeg({ quality: 88 }).toBuffer() : upright,
    width,
    height,
    words: wordsOf([head, ...list.flatMap(({ name, born, time }) => [name, born, time])]),
    identifiers: list.flatMap(({ name, born }) => [name, born]),
    screen: false,
  }
}
