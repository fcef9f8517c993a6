import type { Box, Sighting } from '../../../../bot/pictures.ts'
import type { Raster } from '../decode.ts'
import { greyPlane, type Plane } from '../likeness/grey.ts'
import { levelBars, type Patch, patches } from './flat.ts'
import { isMosaic } from './mosaic.ts'

export interface Seen {
  faces: readonly Sighting[]
  people: readonly Sighting[]
}

/** Steepest bar over tilted eyes. */
const STEEPEST = 0.62
const SCORE = 0.6
/** Bars are large: they are looked for in a small copy. */
const LOOK = 640

/**
 * Faces with something drawn over the eyes or over all of it. Detectors lose such faces, so that bars are also
 * looked for by themselves: with skin above and below.
 */
export function findBarred(full: Raster, seen: Seen): Sighting[] {
  const step = Math.max(1, Math.round(Math.max(full.width, full.height) / LOOK))
  const raster = smaller(full, step)
  const scaled = ({ box }: Sighting): Box => times(box, 1 / step)
  const faces = seen.faces.map(scaled)
  const heads = seen.people.map(scaled).map(headOf)
  const found: Box[] = []
  for (const patch of [...patches(raster), ...levelBars(raster, isPainted)]) {
    if (patch.solid < 0.86 || patch.pixels < 0.7 * patch.length * patch.breadth) continue
    if (isBar(patch) && (faces.some((face) => overEyes(patch, face)) || betweenSkin(raster, patch, heads))) {
      found.push(faceAround(patch))
    } else if (!hasSkin(patch) && faces.some((face) => coversHead(patch, face, 0.3))) found.push(boxOf(patch))
    else if (isSticker(patch) && heads.some((head) => coversHead(patch, head, 0.1))) found.push(boxOf(patch))
  }
  const fields = [...seen.faces.map((face) => face.box), ...seen.people.map(({ box }) => headOf(box))]
  const longest = Math.max(full.width, full.height)
  const plane = fields.length > 0 ? greyPlane(full.rgb, full.width, full.height, longest) : undefined
  for (const box of plane === undefined ? [] : fields) {
    const field = mosaicIn(plane as Plane, box)
    if (field !== undefined) found.push(times(field, 1 / step))
  }
  return apart(found).map((box) => ({ box: times(box, step), score: SCORE }))
}

/** Means of `step` by `step` pixels. */
function smaller({ rgb, width, height }: Raster, step: number): Raster {
  if (step === 1) return { rgb, width, height }
  const [w, h] = [Math.floor(width / step), Math.floor(height / step)]
  const out = new Uint8Array(3 * w * h)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      for (let i = 0; i < 3; i++) {
        let sum = 0
        for (let v = 0; v < step; v++) {
          for (let u = 0; u < step; u++) sum += rgb[3 * ((y * step + v) * width + x * step + u) + i] as number
        }
        out[3 * (y * w + x) + i] = sum / (step * step)
      }
    }
  }
  return { rgb: out, width: w, height: h }
}

function times({ x, y, width, height }: Box, by: number): Box {
  return { x: x * by, y: y * by, width: width * by, height: height * by }
}

/** Where the head of a person is: the upper middle; more of the box for somebody who is seen from near. */
function headOf({ x, y, width, height }: Box): Box {
  const size = Math.min(0.7 * width, 0.6 * height)
  return { x: x + (width - 1.25 * size) / 2, y, width: 1.25 * size, height: 1.1 * size }
}

/** Long, level and dark, white or of one strong colour. */
function isBar({ length, breadth, angle, colour }: Patch): boolean {
  const shape = length / breadth
  return isPainted(...colour) && shape >= 1.9 && shape <= 9 && Math.abs(angle) <= STEEPEST && breadth >= 5
}

function isPainted(r: number, g: number, b: number): boolean {
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)]
  return most < 48 || least > 235 || most - least > 150
}

function overEyes({ x, y, length, breadth }: Patch, box: Box): boolean {
  const across = (x - box.x) / box.width
  const down = (y - box.y) / box.height
  const wide = length / box.width
  const high = breadth / box.height
  return (
    across > 0.25 && across < 0.75 && down > 0.15 && down < 0.58 && wide > 0.5 && wide < 1.7 && high < 0.5
  )
}

/** Skin on both sides of a bar: forehead above, cheeks or nose below. */
function betweenSkin(raster: Raster, patch: Patch, heads: readonly Box[]): boolean {
  // Coloured things lie on skin-coloured things everywhere; bars without a face below are black or white.
  if (Math.max(...patch.colour) - Math.min(...patch.colour) > 60) return false
  if (patch.length < 0.05 * Math.max(raster.width, raster.height)) return false
  const inHead = heads.some((head) => inside(patch, head))
  const needed = inHead ? 0.4 : 0.6
  // Just beside the bar: what blurs into it is left out.
  const [cos, sin] = [Math.cos(patch.angle), Math.sin(patch.angle)]
  return [-1, 1].every((side) => {
    let [skin, all] = [0, 0]
    for (let along = -0.3; along <= 0.3; along += 0.05) {
      for (const away of [0.5 * patch.breadth + 4, 0.8 * patch.breadth + 4, 1.1 * patch.breadth + 4]) {
        const x = Math.round(patch.x + along * patch.length * cos - side * away * sin)
        const y = Math.round(patch.y + along * patch.length * sin + side * away * cos)
        if (x < 0 || y < 0 || x >= raster.width || y >= raster.height) continue
        all++
        if (isSkin(raster.rgb, 3 * (y * raster.width + x))) skin++
      }
    }
    return all >= 12 && skin / all >= needed
  })
}

/** A face in flat light is one patch too. */
function hasSkin({ colour }: Patch): boolean {
  return isSkin(Uint8Array.from(colour), 0)
}

/** By its hue, for skins of every shade: brightness says little. */
function isSkin(rgb: Uint8Array, at: number): boolean {
  const [r, g, b] = [rgb[at] as number, rgb[at + 1] as number, rgb[at + 2] as number]
  const cb = 128 - 0.169 * r - 0.331 * g + 0.5 * b
  const cr = 128 + 0.5 * r - 0.419 * g - 0.081 * b
  return r > 40 && cb > 77 && cb < 128 && cr > 134 && cr < 176 && r > b
}

/** A bright disc: an emoji is mostly of one colour. */
function isSticker({ length, breadth, colour }: Patch): boolean {
  const [most, least] = [Math.max(...colour), Math.min(...colour)]
  return length / breadth < 1.5 && (most - least > 120 || most < 30 || least > 245)
}

function coversHead({ x, y, length, breadth }: Patch, head: Box, least: number): boolean {
  const across = Math.abs((x - head.x) / head.width - 0.5)
  const down = Math.abs((y - head.y) / head.height - 0.5)
  const share = (length * breadth) / (head.width * head.height)
  return across < 0.25 && down < 0.3 && share > least && share < 2.2 && length / breadth < 1.8
}

function mosaicIn(plane: Plane, box: Box): Box | undefined {
  // All of the face, its upper half alone, and the middle of a box that reaches further than the blocks.
  const parts: Box[] = [
    box,
    { ...box, y: box.y + 0.15 * box.height, height: 0.4 * box.height },
    { x: box.x + box.width / 4, y: box.y + box.height / 5, width: box.width / 2, height: 0.55 * box.height },
  ]
  return parts.find((part) => isMosaic(plane, part)) === undefined ? undefined : box
}

function inside({ x, y }: Patch, box: Box): boolean {
  return x > box.x && y > box.y && x < box.x + box.width && y < box.y + box.height
}

/** A bar is about as wide as the face that it covers. */
function faceAround({ x, y, length }: Patch): Box {
  const width = 1.05 * length
  return { x: x - width / 2, y: y - 0.5 * width, width, height: 1.3 * width }
}

function boxOf({ left, top, right, bottom }: Patch): Box {
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** One box for one face. */
function apart(boxes: readonly Box[]): Box[] {
  const kept: Box[] = []
  for (const box of boxes) {
    const again = kept.some((other) => {
      const w = Math.min(box.x + box.width, other.x + other.width) - Math.max(box.x, other.x)
      const h = Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y)
      return w > 0 && h > 0 && (w * h) / Math.min(box.width * box.height, other.width * other.height) > 0.4
    })
    if (!again) kept.push(box)
  }
  return kept
}
