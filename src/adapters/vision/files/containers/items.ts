import { type BoxAt, boxes, type Count } from './boxes.ts'
import { ascii, find, Numbers } from './bytes.ts'
import { addPart, type Walk } from './walk.ts'

const MOST_ITEMS = 5_000
const MOST_EXTENTS = 1_000
const MOST_BYTES = 12_000_000

interface Item {
  type: string
  mime: string
  extents: { at: number; length: number }[]
  properties: number[]
}

interface Items {
  primary: number
  byId: Map<number, Item>
  /** ipco: sizes and turns by their place, from 1. */
  sizes: Map<number, { width: number; height: number }>
  turns: Map<number, number>
  /** Which item is what to which: thumbnails and auxiliary pictures are no second picture. */
  thumbnails: Set<number>
  parts: Set<number>
  idat: number
}

/** HEIF's table of items: the main picture, its thumbnails, its tiles, EXIF and XMP. */
export function readItems(data: Numbers, meta: BoxAt, walk: Walk, count: Count, damage: () => void): void {
  const items: Items = {
    primary: 0,
    byId: new Map(),
    sizes: new Map(),
    turns: new Map(),
    thumbnails: new Set(),
    parts: new Set(),
    idat: -1,
  }
  const start = meta.start + 4
  const all = [...boxes(data, start, meta.end, count, damage)]
  for (const box of all) if (box.type === 'iinf') readInfos(data, box, items, count, damage)
  for (const box of all) {
    if (box.type === 'pitm') items.primary = wide(data, box.start + 4, data.u8(box.start) > 0)
    else if (box.type === 'iloc') readPlaces(data, box, items)
    else if (box.type === 'iprp') readProperties(data, box, items, walk, count, damage)
    else if (box.type === 'iref') readReferences(data, box, items, count, damage)
    else if (box.type === 'idat') items.idat = box.start
  }
  measure(items, walk)
  for (const [id, item] of items.byId) tell(data, id, item, items, walk)
}

function wide(data: Numbers, at: number, four: boolean): number {
  return four ? data.u32(at) : data.u16(at)
}

function readInfos(data: Numbers, box: BoxAt, items: Items, count: Count, damage: () => void): void {
  const first = box.start + (data.u8(box.start) > 0 ? 8 : 6)
  for (const info of boxes(data, first, box.end, count, damage)) {
    if (info.type !== 'infe') continue
    const version = data.u8(info.start)
    if (version < 2) continue
    const id = wide(data, info.start + 4, version > 2)
    const typeAt = info.start + (version > 2 ? 10 : 8)
    const type = ascii(data.bytes, typeAt, 4)
    const nameEnd = data.bytes.indexOf(0, typeAt + 4)
    const mime = type === 'mime' && nameEnd > 0 ? ascii(data.bytes, nameEnd + 1, 32) : ''
    if (items.byId.size >= MOST_ITEMS) damage()
    else items.byId.set(id, { type, mime, extents: [], properties: [] })
  }
}

function readPlaces(data: Numbers, box: BoxAt, items: Items): void {
  const version = data.u8(box.start)
  const sizes = data.u16(box.start + 4)
  const [offsetSize, lengthSize, baseSize] = [sizes >>> 12, (sizes >>> 8) & 15, (sizes >>> 4) & 15]
  const indexSize = version > 0 ? sizes & 15 : 0
  const many = wide(data, box.start + 6, version > 1)
  let at = box.start + (version > 1 ? 10 : 8)
  const number = (size: number): number => {
    at += size
    return size === 0 ? 0 : size === 4 ? data.u32(at - 4) : size === 8 ? data.u64(at - 8) : data.u16(at - 2)
  }
  for (let i = 0; i < many && at < box.end; i++) {
    const item = items.byId.get(number(version > 1 ? 4 : 2))
    const inside = version > 0 ? number(2) & 15 : 0
    at += 2
    const base = number(baseSize) + (inside === 1 ? items.idat : 0)
    const extents = number(2)
    for (let k = 0; k < extents && k < MOST_EXTENTS; k++) {
      at += indexSize
      const offset = number(offsetSize)
      item?.extents.push({ at: base + offset, length: number(lengthSize) })
    }
  }
}

function readProperties(
  data: Numbers,
  box: BoxAt,
  items: Items,
  walk: Walk,
  count: Count,
  damage: () => void,
): void {
  for (const inner of boxes(data, box.start, box.end, count, damage)) {
    if (inner.type === 'ipma') readUses(data, inner, items)
    if (inner.type !== 'ipco') continue
    let place = 0
    for (const property of boxes(data, inner.start, inner.end, count, damage)) {
      place++
      if (property.type === 'ispe') {
        const size = { width: data.u32(property.start + 4), height: data.u32(property.start + 8) }
        items.sizes.set(place, size)
      } else if (property.type === 'irot') items.turns.set(place, data.u8(property.start) & 3)
      else if (property.type === 'colr' && isWide(data, property)) walk.wide = true
    }
  }
}

/** Display P3, by its number or by the name of its profile: what phones take pictures in. */
function isWide(data: Numbers, { start, end }: BoxAt): boolean {
  if (ascii(data.bytes, start, 4) === 'nclx') return data.u16(start + 4) === 12
  return find(data.bytes.subarray(start, Math.min(end, start + 4096)), 'P\x003') >= 0
}

function readUses(data: Numbers, box: BoxAt, items: Items): void {
  const version = data.u8(box.start)
  const long = (data.u8(box.start + 3) & 1) === 1
  const many = data.u32(box.start + 4)
  let at = box.start + 8
  for (let i = 0; i < many && at < box.end; i++) {
    const item = items.byId.get(wide(data, at, version > 0))
    at += version > 0 ? 4 : 2
    const uses = data.u8(at++)
    for (let k = 0; k < uses; k++, at += long ? 2 : 1) {
      item?.properties.push(long ? data.u16(at) & 0x7fff : data.u8(at) & 0x7f)
    }
  }
}

function readReferences(data: Numbers, box: BoxAt, items: Items, count: Count, damage: () => void): void {
  const four = data.u8(box.start) > 0
  const step = four ? 4 : 2
  for (const reference of boxes(data, box.start + 4, box.end, count, damage)) {
    const from = wide(data, reference.start, four)
    if (reference.type === 'thmb') items.thumbnails.add(from)
    else if (reference.type === 'auxl') items.parts.add(from)
    if (reference.type !== 'dimg') continue
    for (let at = reference.start + step + 2; at + step <= reference.end; at += step) {
      items.parts.add(wide(data, at, four))
    }
  }
}

function sizeOf(item: Item | undefined, items: Items): { width: number; height: number } | undefined {
  const place = item?.properties.find((property) => items.sizes.has(property))
  return place === undefined ? undefined : items.sizes.get(place)
}

function measure(items: Items, walk: Walk): void {
  const main = items.byId.get(items.primary)
  const size = sizeOf(main, items)
  walk.width = size?.width ?? 0
  walk.height = size?.height ?? 0
  const turn = main?.properties.find((property) => items.turns.has(property))
  walk.turned = { quarters: turn === undefined ? 0 : (items.turns.get(turn) ?? 0) }
  // The largest of all has to be decoded too where it is a part of the main one.
  for (const { width, height } of items.sizes.values()) {
    if (width * height > walk.width * walk.height) [walk.width, walk.height] = [width, height]
  }
}

const PICTURE = /^(?:hvc1|av01|grid|iovl|iden|jpeg|avc1|unci|vvc1|j2k1|tmap)$/

function tell(data: Numbers, id: number, item: Item, items: Items, walk: Walk): void {
  if (item.type === 'Exif') {
    const bytes = gather(data, item, walk)
    const skip = bytes.length >= 4 ? new Numbers(bytes).u32(0) + 4 : 0
    addPart(walk, { kind: 'exif', bytes: bytes.subarray(skip) })
  } else if (item.type === 'mime' && /rdf\+xml/.test(item.mime)) {
    addPart(walk, { kind: 'xmp', bytes: gather(data, item, walk) })
  } else if (PICTURE.test(item.type) && id !== items.primary && item.type !== 'tmap') {
    const size = sizeOf(item, items)
    if (items.thumbnails.has(id)) {
      if (size && !alike(size, walk)) walk.hidden.add('thumbnail')
    } else if (!items.parts.has(id)) walk.hidden.add('second-picture')
  }
}

/** Thumbnails are a few pixels off; what was cropped since is further off than that. */
function alike(size: { width: number; height: number }, walk: Walk): boolean {
  const ratio = (size.width / size.height) * (walk.height / walk.width)
  return ratio > 0.93 && ratio < 1.075
}

function gather(data: Numbers, item: Item, walk: Walk): Uint8Array {
  const pieces: Uint8Array[] = []
  let length = 0
  for (const extent of item.extents) {
    length += extent.length
    if (length > MOST_BYTES || extent.at < 0 || extent.at + extent.length > data.length) {
      walk.damaged = true
      break
    }
    pieces.push(data.slice(extent.at, extent.length))
  }
  return Buffer.concat(pieces)
}
