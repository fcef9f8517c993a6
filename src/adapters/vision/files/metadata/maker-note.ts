import { ascii, Numbers, startsWith } from '../containers/bytes.ts'
import type { Entry } from './entries.ts'
import type { Facts } from './facts.ts'
import { blank, directoryOf } from './maker-directory.ts'

/** How a maker's own block starts, where its directory stands, and what its offsets count from. */
interface Maker {
  head: string
  /** Of the camera, where the block itself has no name at its start. */
  make?: RegExp
  directory: number
  /** From the start of the EXIF block, of the maker's block, or from a TIFF head at this place inside of it. */
  base: 'block' | 'note' | number
  order?: 'little' | 'big' | 'said'
  tags: Readonly<Record<number, string>>
  /** Directories below this one. */
  below?: Readonly<Record<number, Readonly<Record<number, string>>>>
}

const OLYMPUS = {
  1028: 'SerialNumber',
}
const EQUIPMENT = {
  8208: { 257: 'SerialNumber', 258: 'InternalSerialNumber', 514: 'LensSerialNumber' },
}
const PENTAX = { 553: 'SerialNumber', 6: 'CreateDate', 558: 'Artist', 559: 'Copyright' }
const PANASONIC = {
  37: 'InternalSerialNumber',
  51: 'BabyAge',
  82: 'LensSerialNumber',
  101: 'Title',
  102: 'BabyName',
  103: 'Location',
  105: 'Country',
  107: 'State',
  109: 'City',
  111: 'Landmark',
}
const SONY = { 8241: 'SerialNumber' }
const RICOH = { 5: 'SerialNumber' }
const SIGMA = { 2: 'SerialNumber' }
const LEICA = { 771: 'SerialNumber', 773: 'SerialNumber' }

/** The first that fits reads it. Numbers after exiftool's tables. */
const MAKERS: readonly Maker[] = [
  { head: 'Nikon\0\x02', directory: -1, base: 10, tags: { 29: 'SerialNumber', 160: 'SerialNumber' } },
  { head: 'Nikon\0\x01', directory: 8, base: 'block', tags: {} },
  {
    head: '',
    make: /^NIKON/i,
    directory: 0,
    base: 'block',
    tags: { 29: 'SerialNumber', 160: 'SerialNumber' },
  },
  { head: 'OLYMPUS\0', directory: 12, base: 'note', order: 'said', tags: OLYMPUS, below: EQUIPMENT },
  { head: 'OM SYSTEM\0', directory: 16, base: 'note', order: 'said', tags: OLYMPUS, below: EQUIPMENT },
  { head: 'OLYMP\0', directory: 8, base: 'block', tags: OLYMPUS, below: EQUIPMENT },
  { head: 'AOC\0', directory: 6, base: 'block', order: 'said', tags: PENTAX },
  { head: 'PENTAX \0', directory: 10, base: 'note', order: 'said', tags: PENTAX },
  { head: 'FUJIFILM', directory: -2, base: 'note', order: 'little', tags: { 16: 'InternalSerialNumber' } },
  { head: 'Panasonic\0', directory: 12, base: 'block', tags: PANASONIC },
  { head: 'LEICA\0\0\0', directory: 8, base: 'block', tags: { ...PANASONIC, ...LEICA } },
  { head: 'LEICA\0', directory: 8, base: 'note', tags: { ...PANASONIC, ...LEICA } },
  { head: 'SONY ', directory: 12, base: 'block', tags: SONY },
  { head: 'Ricoh\0', directory: 8, base: 'block', tags: RICOH },
  { head: 'RICOH\0', directory: 8, base: 'block', tags: RICOH },
  { head: 'SIGMA\0', directory: 10, base: 'block', tags: SIGMA },
  { head: 'FOVEON\0', directory: 10, base: 'block', tags: SIGMA },
  {
    head: 'Apple iOS\0',
    directory: 14,
    base: 'note',
    order: 'big',
    tags: {
      17: 'MediaGroupUUID',
      21: 'ImageUniqueID',
      32: 'ImageCaptureRequestID',
      43: 'PhotoIdentifier',
    },
  },
  { head: 'MOT\0', directory: 8, base: 'block', tags: { 21761: 'SerialNumber' } },
  {
    head: '',
    make: /^Canon/i,
    directory: 0,
    base: 'block',
    tags: {
      9: 'OwnerName',
      12: 'SerialNumber',
      40: 'ImageUniqueID',
      149: 'LensModel',
      150: 'InternalSerialNumber',
    },
  },
  {
    head: '',
    make: /^SAMSUNG/i,
    directory: 0,
    base: 'block',
    tags: { 40962: 'SerialNumber', 40965: 'LensSerialNumber', 291: 'FaceName', 17: 'ImageID' },
  },
  { head: '', make: /^SONY/i, directory: 0, base: 'block', tags: SONY },
  { head: '', make: /^(?:PENTAX|ASAHI)/i, directory: 0, base: 'block', tags: PENTAX },
  { head: '', make: /^OLYMPUS/i, directory: 0, base: 'block', tags: OLYMPUS, below: EQUIPMENT },
]

/** The makers' own blocks: serial numbers, owners and places, wherever a directory of them can be followed. */
export function readMakerNote(data: Numbers, entry: Entry, make: string, facts: Facts): void {
  const note = data.slice(entry.at, entry.bytes)
  try {
    readPlain(note, make, facts)
    const maker = MAKERS.find(
      ({ head, make: pattern }) => startsWith(note, head) && (pattern === undefined || pattern.test(make)),
    )
    if (maker) readMaker(data, entry, note, maker, facts)
  } catch {
    // Makers' blocks are moved about by editors that do not understand them: what else the file tells stands.
  }
}

function readMaker(data: Numbers, entry: Entry, note: Uint8Array, maker: Maker, facts: Facts): void {
  const own = typeof maker.base === 'number' ? note.subarray(maker.base) : undefined
  const source = own ?? (maker.base === 'note' ? note : data.bytes)
  const little = orderOf(maker, note, data.little)
  const numbers = new Numbers(source, own ? own[0] === 0x49 : little)
  const start = maker.base === 'block' ? entry.at : 0
  let at = start + maker.directory
  if (maker.directory === -1) at = numbers.u32(4)
  if (maker.directory === -2) at = numbers.u32(8)
  for (const found of directoryOf(numbers, at)) {
    const name = maker.tags[found.tag]
    if (name !== undefined && !blank(numbers, found)) facts.add(name)
    const below = maker.below?.[found.tag]
    if (below === undefined) continue
    // Older ones keep the directory in place, newer ones point to it.
    const place = found.bytes > 4 ? found.at : numbers.u32(found.at)
    for (const inner of directoryOf(numbers, place)) {
      const inside = below[inner.tag]
      if (inside !== undefined && !blank(numbers, inner)) facts.add(inside)
    }
  }
}

function orderOf(maker: Maker, note: Uint8Array, otherwise: boolean): boolean {
  if (maker.order === 'little') return true
  if (maker.order === 'big') return false
  if (maker.order !== 'said') return otherwise
  const marks = ascii(note, 0, maker.directory)
  return marks.includes('II') ? true : marks.includes('MM') ? false : otherwise
}

/** Kodak's and others' blocks of fixed places or of plain text. */
function readPlain(note: Uint8Array, make: string, facts: Facts): void {
  if (startsWith(note, 'KDK') && /^\s*[0-9A-Z]{6,}/.test(ascii(note, 0x28 + 8, 10))) facts.add('SerialNumber')
  const text = ascii(note, 0, 1024)
  const serial = /serial ?(?:number|no)?\W{0,3}[:=]\s{0,3}\w{4}/i
  if (/^(?:HP|Hewlett|Epson|Sanyo|Sony|Konica)/i.test(make) && serial.test(text)) facts.add('SerialNumber')
  if (startsWith(note, 'RECONYX')) facts.add('SerialNumber')
}
