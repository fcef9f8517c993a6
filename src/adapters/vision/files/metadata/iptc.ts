import { ascii, Numbers, readText, startsWith } from '../containers/bytes.ts'
import { unreadable } from '../containers/walk.ts'
import type { Facts } from './facts.ts'

/** The application record's datasets, as exiftool names them. */
const DATASETS: Readonly<Record<number, string>> = {
  5: 'ObjectName',
  15: 'Category',
  20: 'SupplementalCategories',
  25: 'Keywords',
  26: 'ContentLocationCode',
  27: 'ContentLocationName',
  40: 'SpecialInstructions',
  55: 'DateCreated',
  60: 'TimeCreated',
  62: 'DigitalCreationDate',
  63: 'DigitalCreationTime',
  65: 'OriginatingProgram',
  80: 'By-line',
  85: 'By-lineTitle',
  90: 'City',
  92: 'Sub-location',
  95: 'Province-State',
  100: 'Country-PrimaryLocationCode',
  101: 'Country-PrimaryLocationName',
  103: 'TransmissionReference',
  105: 'Headline',
  110: 'Credit',
  115: 'Source',
  116: 'CopyrightNotice',
  118: 'Contact',
  120: 'Caption-Abstract',
  122: 'Writer-Editor',
}
const MOST_DATASETS = 5_000

export function readIptc(bytes: Uint8Array, facts: Facts): void {
  const data = new Numbers(bytes)
  try {
    let at = 0
    for (let i = 0; at + 5 <= bytes.length; i++) {
      if (data.u8(at) !== 0x1c) {
        // Padding to an even number of bytes, or what the writer left behind.
        if (bytes.subarray(at).some((byte) => byte !== 0)) facts.damaged = true
        return
      }
      if (i > MOST_DATASETS) throw unreadable('too many datasets')
      const record = data.u8(at + 1)
      const name = DATASETS[data.u8(at + 2)]
      let size = data.u16(at + 3)
      at += 5
      if (size & 0x8000) {
        const many = size & 0x7fff
        if (many > 4) throw unreadable('a dataset has no size')
        size = 0
        for (let k = 0; k < many; k++) size = size * 256 + data.u8(at++)
      }
      if (record === 2 && name !== undefined) facts.add(name, readText(data.slice(at, size)))
      at += size
    }
  } catch {
    facts.damaged = true
  }
}

const IPTC = 0x0404
const THUMBNAILS = [0x0409, 0x040c]
const EXIF = [0x0422, 0x0423]
const XMP = 0x0424
const CAPTION = 0x03f0

export interface Resources {
  thumbnail?: Uint8Array
  exif: Uint8Array[]
  xmp: Uint8Array[]
}

/** Photoshop's resources: a name, a number, a block each. */
export function readResources(bytes: Uint8Array, facts: Facts): Resources {
  const found: Resources = { exif: [], xmp: [] }
  const data = new Numbers(bytes)
  if (bytes[0] === 0x1c) {
    readIptc(bytes, facts)
    return found
  }
  try {
    for (let at = 0; at + 12 <= bytes.length; ) {
      if (!/^(?:8BIM|PHUT|DCSR|AgHg|MeSa)$/.test(ascii(bytes, at, 4))) {
        if (bytes.subarray(at).some((byte) => byte !== 0)) facts.damaged = true
        break
      }
      const id = data.u16(at + 4)
      const name = 1 + data.u8(at + 6)
      const sizeAt = at + 6 + name + (name % 2)
      const size = data.u32(sizeAt)
      const block = data.slice(sizeAt + 4, size)
      if (id === IPTC) readIptc(block, facts)
      else if (THUMBNAILS.includes(id)) found.thumbnail = block.subarray(28)
      else if (EXIF.includes(id)) found.exif.push(block)
      else if (id === XMP) found.xmp.push(block)
      else if (id === CAPTION && size > 1) facts.addWords(readText(block.subarray(1)))
      at = sizeAt + 4 + size + (size % 2)
    }
  } catch {
    facts.damaged = true
  }
  return found
}

export function isJpeg(bytes: Uint8Array): boolean {
  return startsWith(bytes, '\xff\xd8\xff')
}
