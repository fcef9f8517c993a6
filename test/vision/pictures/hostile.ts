import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { apng } from './apng.ts'
import { concat, everything, exif, number } from './exif.ts'
import { box, bytes, chunk, exifSegment, film, intoGif, intoJpeg, intoPng, xmpSegment } from './parts.ts'
import { scene } from './scenes.ts'

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)
const pngHead = (width: number, height: number, type = 0): Uint8Array =>
  concat(
    SIGNATURE,
    chunk('IHDR', concat(number(width, 4), number(height, 4), Uint8Array.of(8, type, 0, 0, 0))),
  )
const end = chunk('IEND', new Uint8Array())

/** Rows of zeros, packed to next to nothing. */
function flatPng(width: number, height: number): Uint8Array {
  const row = (width + 1) * height
  return concat(pngHead(width, height), chunk('IDAT', deflateSync(Buffer.alloc(row), { level: 9 })), end)
}

function repeat(count: number, piece: Uint8Array): Uint8Array {
  const out = new Uint8Array(count * piece.length)
  for (let i = 0; i < count; i++) out.set(piece, i * piece.length)
  return out
}

/** Blocks within blocks, each as deep as the file is long. */
function nested(type: string, depth: number): Uint8Array {
  let inner: Uint8Array = new Uint8Array(8)
  for (let i = 0; i < depth; i++) inner = box(type, inner)
  return inner
}

const ftyp = (brand: string): Uint8Array => box('ftyp', bytes(brand), number(0, 4), bytes(brand))

/** HEIF's tables for one picture of any size, with no pixels behind them. */
function heif(brand: string, width: number, height: number): Uint8Array {
  const info = box('infe', number(0x02000000, 4), number(1, 2), number(0, 2), bytes('av01'), Uint8Array.of(0))
  const size = box('ispe', number(0, 4), number(width, 4), number(height, 4))
  const use = box('ipma', number(0, 4), number(1, 4), number(1, 2), Uint8Array.of(1, 1))
  return concat(
    ftyp(brand),
    box(
      'meta',
      number(0, 4),
      box('pitm', number(0, 4), number(1, 2)),
      box('iinf', number(0, 4), number(1, 2), info),
      box('iprp', box('ipco', size), use),
    ),
    box('mdat', new Uint8Array(64)),
  )
}

/** A directory that follows itself, and one that is its own EXIF. */
function cyclic(): Uint8Array {
  const entry = concat(number(0x8769, 2, true), number(4, 2, true), number(1, 4, true), number(8, 4, true))
  return concat(bytes('II*\0'), number(8, 4, true), number(1, 2, true), entry, number(8, 4, true))
}

function webp(width: number, height: number, ...more: readonly Uint8Array[]): Uint8Array {
  const head = concat(
    bytes('VP8X'),
    number(10, 4, true),
    Uint8Array.of(2, 0, 0, 0),
    number(width - 1, 3, true),
    number(height - 1, 3, true),
  )
  const all = concat(bytes('WEBP'), head, ...more)
  return concat(bytes('RIFF'), number(all.length, 4, true), all)
}

/** What somebody might send to break whoever opens it; nothing of it may take long or much. */
export async function hostileFiles(): Promise<Record<string, Uint8Array>> {
  const png = await scene(1)
  const jpeg = Uint8Array.from(await sharp(png).jpeg().toBuffer())
  const gif = Uint8Array.from(await sharp(png).resize(8, 8).gif().toBuffer())
  const gifFrame = concat(
    Uint8Array.of(0x2c),
    new Uint8Array(4),
    number(1, 2, true),
    number(1, 2, true),
    Uint8Array.of(0, 2, 2, 0x44, 1, 0),
  )
  const sof = Uint8Array.of(8, 0xff, 0xff, 0xff, 0xff, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0)
  const files: Record<string, Uint8Array> = {
    empty: new Uint8Array(),
    'one byte': Uint8Array.of(0xff),
    'the start of a JPEG alone': Uint8Array.of(0xff, 0xd8, 0xff),
    'an SVG': bytes('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
    'a page': bytes('<!doctype html><script>alert(1)</script>'.padEnd(5000, ' ')),
    'a PDF': bytes('%PDF-1.7\n'.padEnd(5000, ' ')),
    'a ZIP': bytes('PK\x03\x04'.padEnd(5000, '\0')),
    'a ZIP behind a JPEG': concat(jpeg, bytes('PK\x03\x04'.padEnd(5000, 'z'))),
    'a page in a GIF': intoGif(gif, 0xfe, bytes('*/=1;alert(1)//'.repeat(500))),
    'a flat PNG of 14,000 by 14,000': flatPng(14_000, 14_000),
    'a flat PNG just within the limit': flatPng(6_300, 6_300),
    'a PNG that says 2^31': concat(pngHead(2 ** 31 - 1, 2 ** 31 - 1), end),
    'a PNG of nothing': concat(pngHead(0, 0), end),
    'a JPEG that says 65,535': concat(
      Uint8Array.of(0xff, 0xd8),
      Uint8Array.of(0xff, 0xc0, 0, 17),
      sof,
      jpeg.subarray(2),
    ),
    'a GIF that says 65,535': concat(
      bytes('GIF89a'),
      Uint8Array.of(255, 255, 255, 255, 0, 0, 0),
      gifFrame,
      Uint8Array.of(0x3b),
    ),
    'a WebP that says 16 million': webp(2 ** 24, 2 ** 24),
    'an AVIF that says 2^31': heif('avif', 2 ** 31, 2 ** 31),
    'an AVIF without pixels': heif('avif', 600, 400),
    'a HEIC without pixels': heif('heic', 600, 400),
    'a TIFF that says 2^31': exif({ 256: { rational: [1, 1] }, 257: [65_535], 258: [16] }),
    'a GIF of 100,000 frames': concat(gif.subarray(0, -1), repeat(100_000, gifFrame), Uint8Array.of(0x3b)),
    'an APNG of 100,000 frames': await apng(repeat(100_000, chunk('fcTL', new Uint8Array(26)))),
    'an APNG that says 4 billion frames': intoPng(
      png,
      chunk('acTL', concat(number(2 ** 32 - 1, 4), number(0, 4))),
    ),
    'a WebP of 100,000 frames': webp(
      16,
      16,
      repeat(100_000, concat(bytes('ANMF'), number(16, 4, true), new Uint8Array(16))),
    ),
    'nine megabytes of EXIF': intoPng(
      png,
      chunk('eXIf', concat(everything(), new Uint8Array(9_000_000).fill(65))),
    ),
    'eleven megabytes of EXIF': intoPng(png, chunk('eXIf', concat(everything(), new Uint8Array(11_000_000)))),
    'EXIF of 140 segments': intoJpeg(
      jpeg,
      ...Array.from({ length: 140 }, (): [number, Uint8Array] =>
        exifSegment(concat(everything(), new Uint8Array(60_000))),
      ),
    ),
    'EXIF that goes round': intoJpeg(jpeg, exifSegment(cyclic())),
    'EXIF of 65,535 entries': intoJpeg(
      jpeg,
      exifSegment(
        concat(bytes('II*\0'), number(8, 4, true), number(65_535, 2, true), new Uint8Array(60_000).fill(1)),
      ),
    ),
    'XMP of nothing but brackets': intoJpeg(jpeg, xmpSegment('<a>'.repeat(21_000))),
    'XMP of nothing but quotes': intoJpeg(jpeg, xmpSegment(`<a ${'b:c="'.repeat(12_000)}>`)),
    'text that unpacks to 200 megabytes': intoPng(
      png,
      chunk('zTXt', concat(bytes('Title\0\0'), deflateSync(Buffer.alloc(200_000_000), { level: 9 }))),
    ),
    'a hundred texts that unpack to 3 megabytes each': intoPng(
      png,
      ...Array.from({ length: 100 }, () =>
        chunk('zTXt', concat(bytes('Title\0\0'), deflateSync(Buffer.alloc(3_000_000, 65), { level: 9 }))),
      ),
    ),
    'boxes of size 0': concat(ftyp('heic'), repeat(50, concat(number(0, 4), bytes('meta')))),
    'boxes of 2^63': concat(
      ftyp('mif1'),
      number(1, 4),
      bytes('meta'),
      number(0x7fffffff, 4),
      number(0xffffffff, 4),
      new Uint8Array(200),
    ),
    'boxes that are too small': concat(ftyp('heic'), repeat(900, concat(number(3, 4), bytes('meta')))),
    '100,000 boxes': concat(ftyp('isom'), box('moov', repeat(100_000, box('free')))),
    'boxes 20,000 deep': concat(ftyp('isom'), nested('trak', 20_000)),
    'moov 5,000 deep': film('isom', nested('meta', 5_000)),
    'a Matroska of unknown lengths': concat(
      Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3, 0x01),
      new Uint8Array(7).fill(0xff),
      repeat(5_000, Uint8Array.of(0xae, 0x80)),
    ),
    'pictures behind pictures': repeat(
      300,
      jpeg.subarray(0, 30_000).length > 20_000 ? jpeg.subarray(0, 20_000) : jpeg,
    ),
    'three megabytes of starts of pictures': concat(jpeg, repeat(1_000_000, Uint8Array.of(0xff, 0xd8, 0xff))),
    'three megabytes of starts of films': concat(jpeg, repeat(750_000, bytes('ftyp'))),
    'a GIF whose blocks never end': concat(
      gif.subarray(0, 13),
      repeat(40_000, concat(Uint8Array.of(255), new Uint8Array(255).fill(255))),
    ),
  }
  for (let i = 1; i < 16; i++) {
    files[`a JPEG cut at ${i}/16`] = jpeg.subarray(0, Math.floor((jpeg.length * i) / 16))
    files[`a PNG cut at ${i}/16`] = png.subarray(0, Math.floor((png.length * i) / 16))
  }
  return files
}
