import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { crc32, deflateSync } from 'node:zlib'

/** Draws teams/color.png (192 px) and teams/outline.png (32 px, white on nothing): a speech bubble with a draft in it. */
const GREEN = [0x1f, 0x4f, 0x4a] as const
const SMOOTH = 4

type Ink = 'ground' | 'white' | 'none'

/** What stands at a place of a square from 0 to 1. */
function color(x: number, y: number): Ink {
  return bubble(x, y) && !lines(x, y) ? 'white' : 'ground'
}
function outline(x: number, y: number): Ink {
  const edge = bubble(x, y) && !bubble((x - 0.5) * 1.2 + 0.5, (y - 0.47) * 1.25 + 0.47)
  return edge || (lines(x, y) && bubble(x, y)) ? 'white' : 'none'
}
function bubble(x: number, y: number): boolean {
  const [dx, dy] = [Math.max(0, Math.abs(x - 0.5) - 0.22), Math.max(0, Math.abs(y - 0.45) - 0.13)]
  const tail = x > 0.3 && x < 0.46 && y > 0.6 && y < 0.84 - (x - 0.3) * 1.4
  return Math.hypot(dx, dy) < 0.1 || tail
}
/** Three lines of a draft, the middle one short. No tick: nothing is ever called fine. */
function lines(x: number, y: number): boolean {
  return [
    [0.34, 0.7],
    [0.45, 0.54],
    [0.56, 0.66],
  ].some(([at = 0, end = 0]) => Math.hypot(Math.max(0, 0.3 - x, x - end), y - at) < 0.033)
}

function png(size: number, ink: (x: number, y: number) => Ink): Buffer {
  const rows: number[] = []
  for (let row = 0; row < size; row++) {
    rows.push(0)
    for (let column = 0; column < size; column++) {
      let [white, ground] = [0, 0]
      for (let i = 0; i < SMOOTH * SMOOTH; i++) {
        const x = (column + ((i % SMOOTH) + 0.5) / SMOOTH) / size
        const y = (row + (Math.floor(i / SMOOTH) + 0.5) / SMOOTH) / size
        const found = ink(x, y)
        white += found === 'white' ? 1 : 0
        ground += found === 'ground' ? 1 : 0
      }
      const all = white + ground
      const mixed = GREEN.map((part) => (all === 0 ? 255 : Math.round((255 * white + part * ground) / all)))
      rows.push(...mixed, Math.round((255 * all) / (SMOOTH * SMOOTH)))
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

const folder = fileURLToPath(new URL('../teams/', import.meta.url))
writeFileSync(`${folder}color.png`, png(192, color))
writeFileSync(`${folder}outline.png`, png(32, outline))
