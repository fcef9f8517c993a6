import { Numbers, readText } from '../containers/bytes.ts'
import { type Entry, entries } from './entries.ts'
import type { Facts } from './facts.ts'
import { readMakerNote } from './maker-note.ts'
import {
  DNG_PRIVATE,
  EXIF_IFD,
  GPS_IFD,
  GPS_TAGS,
  INTEROP_IFD,
  IPTC_BLOCK,
  MAKER_NOTE,
  ORIENTATION,
  PHOTOSHOP_BLOCK,
  SUB_IFDS,
  TAGS,
  THUMBNAIL_AT,
  THUMBNAIL_LENGTH,
  XMP_BLOCK,
} from './tags.ts'

/** What stands inside of an EXIF block and is a matter for somebody else. */
export interface Inside {
  xmp: Uint8Array[]
  iptc: Uint8Array[]
  resources: Uint8Array[]
  thumbnail?: Uint8Array
}

export function readExif(block: Uint8Array, facts: Facts, wholeFile: boolean): Inside {
  const inside: Inside = { xmp: [], iptc: [], resources: [] }
  const order = block[0] === 0x49 && block[1] === 0x49
  if (!order && !(block[0] === 0x4d && block[1] === 0x4d)) {
    // Blocks of nothing but zeros are what some cleaners leave.
    if (block.some((byte) => byte !== 0)) facts.damaged = true
    return inside
  }
  const reading = new Reading(new Numbers(block, order), facts, inside, wholeFile)
  try {
    reading.chain(reading.data.u32(4))
  } catch {
    facts.damaged = true
  }
  return inside
}

const MOST_DIRECTORIES = 40

class Reading {
  readonly data: Numbers
  private readonly facts: Facts
  private readonly inside: Inside
  private readonly wholeFile: boolean
  private readonly seen = new Set<number>()
  private make = ''

  constructor(data: Numbers, facts: Facts, inside: Inside, wholeFile: boolean) {
    this.data = data
    this.facts = facts
    this.inside = inside
    this.wholeFile = wholeFile
  }

  private readonly damage = (): void => {
    this.facts.damaged = true
  }

  /** IFD0, then the thumbnail's, and whatever else hangs on. */
  chain(first: number): void {
    let at = first
    for (let place = 0; at !== 0; place++) {
      if (!this.directory(at, TAGS, place === 1)) return
      const next = at + 2 + 12 * this.data.u16(at)
      // Some writers end without the four zeros.
      if (next + 4 > this.data.length) return
      at = this.data.u32(next)
      if (at < this.data.length) continue
      if (place === 0) this.damage()
      return
    }
  }

  /** @returns false where it was read before or there are too many. */
  private directory(at: number, names: ReadonlyMap<number, string>, thumbnail: boolean): boolean {
    if (this.seen.has(at) || this.seen.size >= MOST_DIRECTORIES) {
      this.damage()
      return false
    }
    this.seen.add(at)
    let from = 0
    let length = 0
    for (const entry of entries(this.data, at, 0, this.damage)) {
      if (entry.tag === THUMBNAIL_AT) from = this.number(entry)
      else if (entry.tag === THUMBNAIL_LENGTH) length = this.number(entry)
      else this.entry(entry, names, thumbnail)
    }
    if (length > 0 && (thumbnail || this.wholeFile)) {
      // Longer than announced or cut off by an editor: what is there may still show something.
      this.inside.thumbnail = this.data.bytes.subarray(from, from + length)
    }
    return true
  }

  private entry(entry: Entry, names: ReadonlyMap<number, string>, thumbnail: boolean): void {
    const { tag } = entry
    const value = (): Uint8Array => this.data.slice(entry.at, entry.bytes)
    if (names === GPS_TAGS) this.gps(entry)
    else if (tag === EXIF_IFD || tag === INTEROP_IFD) this.directory(this.number(entry), TAGS, false)
    else if (tag === GPS_IFD) this.directory(this.number(entry), GPS_TAGS, false)
    else if (tag === SUB_IFDS) {
      for (let i = 0; i < Math.min(entry.count, 16); i++) {
        this.directory(this.data.u32(entry.at + 4 * i), TAGS, false)
      }
    } else if (tag === MAKER_NOTE) readMakerNote(this.data, entry, this.make, this.facts)
    else if (tag === XMP_BLOCK) this.inside.xmp.push(value())
    else if (tag === IPTC_BLOCK) this.inside.iptc.push(value())
    else if (tag === PHOTOSHOP_BLOCK) this.inside.resources.push(value())
    else if (tag === DNG_PRIVATE || tag === ORIENTATION) return
    else {
      const name = names.get(tag)
      if (name === undefined || (thumbnail && tag > 0x0132)) return
      const text = textOf(tag, value(), this.data.little)
      if (name === 'Make') this.make = text
      this.facts.add(name, text)
    }
  }

  private number(entry: Entry): number {
    return entry.type === 3 ? this.data.u16(entry.at) : this.data.u32(entry.at)
  }

  /** A position of which every part is nothing over nothing was never known. */
  private gps(entry: Entry): void {
    const name = GPS_TAGS.get(entry.tag)
    if (name === undefined) return
    if (entry.type !== 5) {
      this.facts.add(name, readText(this.data.slice(entry.at, entry.bytes)))
      return
    }
    let known = false
    for (let i = 0; i < entry.count; i++) if (this.data.u32(entry.at + 8 * i + 4) !== 0) known = true
    if (known) this.facts.add(name)
  }
}

/** EXIF's orientation, 1 to 8; 1 where there is none. */
export function orientationOf(block: Uint8Array): number {
  try {
    const data = new Numbers(block, block[0] === 0x49)
    for (const entry of entries(data, data.u32(4), 0, () => undefined)) {
      if (entry.tag !== ORIENTATION) continue
      const value = entry.type === 3 ? data.u16(entry.at) : data.u8(entry.at)
      return value >= 1 && value <= 8 ? value : 1
    }
  } catch {
    return 1
  }
  return 1
}

/** Windows writes its tags in UTF-16; a comment says in eight bytes in which letters it stands. */
function textOf(tag: number, value: Uint8Array, little: boolean): string {
  if (tag >= 0x9c9b && tag <= 0x9c9f) return wide(value, true)
  if (tag !== 0x9286) return readText(value) || (value.some((byte) => byte > 32) ? 'set' : '')
  const head = String.fromCharCode(...value.subarray(0, 8))
  if (/^UNICODE/.test(head)) return wide(value.subarray(8), littleOf(value.subarray(8), little))
  return readText(/^(?:ASCII|JIS|\0{8})/.test(head) ? value.subarray(8) : value)
}

/** The order of the letters is the block's, but not every writer keeps to it. */
function littleOf(text: Uint8Array, little: boolean): boolean {
  let even = 0
  let odd = 0
  for (let i = 0; i + 1 < Math.min(text.length, 64); i += 2) {
    if (text[i] === 0) even++
    if (text[i + 1] === 0) odd++
  }
  return even === odd ? little : odd > even
}

function wide(value: Uint8Array, little: boolean): string {
  return new TextDecoder(little ? 'utf-16le' : 'utf-16be')
    .decode(value)
    .replace(/\0[\s\S]*$/, '')
    .trim()
}
