import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { inspect } from '../../../src/adapters/vision/files/inspect.ts'
import { concat, everything, exif, number, POSITION } from '../pictures/exif.ts'
import {
  box,
  bytes,
  chunk,
  exifSegment,
  film,
  intoGif,
  intoJpeg,
  intoPng,
  iptcSegment,
  keys,
  longTextChunk,
  packedTextChunk,
  textChunk,
  XMP,
  xmpSegment,
} from '../pictures/parts.ts'
import { animation, scene } from '../pictures/scenes.ts'

const png = await scene(1)
const jpeg = await sharp(png).jpeg().toBuffer()
const gif = await sharp(png).gif().toBuffer()
const webp = await sharp(png)
  .withExif({ IFD0: { Artist: 'Robin Example' } })
  .webp()
  .toBuffer()
const avif = await sharp(png)
  .withExif({ IFD0: { Make: 'Canon' } })
  .avif()
  .toBuffer()
const heic = Uint8Array.from(avif)
heic.set(bytes('heic'), 8)
for (let at = 16; at < (heic[3] ?? 0); at += 4) heic.set(bytes('mif1'), at)
const xmp = Buffer.from(XMP)
const thumbnail = await sharp(png).resize(160, 120).jpeg().toBuffer()
const other = await sharp(await scene(2))
  .resize(160, 120)
  .jpeg()
  .toBuffer()
const uncropped = await sharp(await scene(3))
  .jpeg()
  .toBuffer()
const cropped = await sharp(uncropped)
  .extract({ left: 0, top: 60, width: 240, height: 180 })
  .jpeg()
  .toBuffer()
const wholeThumbnail = await sharp(uncropped).resize(160, 120).jpeg().toBuffer()
const barred = await sharp(png)
  .resize(160, 90, { fit: 'fill' })
  .extend({ top: 15, bottom: 15, background: 'black' })
  .jpeg()
  .toBuffer()
const wide = await sharp(png).resize(480, 270, { fit: 'fill' }).jpeg().toBuffer()

const ALL = ['gps', 'taken', 'device', 'person'] as const
interface Row {
  says: string
  file: Uint8Array
  tells: readonly (typeof ALL)[number][]
  fields?: readonly string[]
  words?: readonly string[]
  hidden?: readonly string[]
  blind?: readonly string[]
}
const XMP_WORDS = ['Implants & crowns, week two', 'before', 'after']
const ROWS: readonly Row[] = [
  { says: 'nothing of a plain JPEG', file: jpeg, tells: [] },
  { says: 'nothing of a plain PNG', file: png, tells: [] },
  {
    says: 'all of a phone’s EXIF',
    file: intoJpeg(jpeg, exifSegment(everything())),
    tells: ALL,
    fields: ['GPSLatitude', 'DateTimeOriginal', 'SerialNumber', 'LensSerialNumber', 'OwnerName', 'Artist'],
    words: ['After the second visit'],
  },
  {
    says: 'the other byte order',
    file: intoJpeg(jpeg, exifSegment(everything(undefined, false))),
    tells: ALL,
    words: ['After the second visit'],
  },
  {
    says: 'a position that was never known is none',
    file: intoJpeg(jpeg, exifSegment(exif({ 34853: { ifd: { 2: { rational: [0, 0, 0, 0, 0, 0] } } } }))),
    tells: [],
  },
  {
    says: 'a position alone',
    file: intoJpeg(jpeg, exifSegment(exif({ 34853: { ifd: POSITION } }))),
    tells: ['gps', 'taken'],
  },
  {
    says: 'Windows’ tags in UTF-16',
    file: intoJpeg(
      jpeg,
      exifSegment(
        exif({
          40092: { bytes: Buffer.from('Knee, left\0', 'utf16le') },
          40093: { bytes: Buffer.from('R\0', 'utf16le') },
        }),
      ),
    ),
    tells: ['person'],
    fields: ['XPAuthor'],
    words: ['Knee, left'],
  },
  { says: 'XMP', file: intoJpeg(jpeg, xmpSegment()), tells: ['gps', 'taken', 'person'], words: XMP_WORDS },
  {
    says: 'faces that were tagged with names',
    file: intoJpeg(
      jpeg,
      xmpSegment(
        '<x:xmpmeta><rdf:Description><mwg-rs:Name>Robin</mwg-rs:Name></rdf:Description></x:xmpmeta>',
      ),
    ),
    tells: ['person'],
    fields: ['RegionName'],
  },
  {
    says: 'IPTC',
    file: intoJpeg(
      jpeg,
      iptcSegment({ 80: 'Robin Example', 90: 'Springfield', 55: '20260503', 120: 'Two weeks on' }),
    ),
    tells: ['gps', 'taken', 'person'],
    fields: ['By-line', 'City', 'DateCreated'],
    words: ['Two weeks on'],
  },
  { says: 'a comment', file: intoJpeg(jpeg, [0xfe, bytes('for Dana')]), tells: [], words: ['for Dana'] },
  {
    says: 'PNG’s EXIF',
    file: intoPng(png, chunk('eXIf', everything())),
    tells: ALL,
    words: ['After the second visit'],
  },
  {
    says: 'PNG’s texts, plain and packed',
    file: intoPng(
      png,
      textChunk('Author', 'Robin'),
      packedTextChunk('Description', 'the jaw'),
      longTextChunk('Title', 'the jaw again', true),
    ),
    tells: ['person'],
    words: ['the jaw', 'the jaw again'],
  },
  {
    says: 'a PNG’s text under a name of somebody’s own',
    file: intoPng(png, textChunk('Chart', 'upper left')),
    tells: [],
    words: ['upper left'],
  },
  {
    says: 'PNG’s time',
    file: intoPng(png, chunk('tIME', Uint8Array.of(7, 234, 5, 3, 1, 2, 3))),
    tells: ['taken'],
  },
  {
    says: 'PNG’s XMP',
    file: intoPng(png, longTextChunk('XML:com.adobe.xmp', XMP)),
    tells: ['gps', 'taken', 'person'],
    words: XMP_WORDS,
  },
  { says: 'WebP’s EXIF', file: webp, tells: ['person'], fields: ['Artist'] },
  { says: 'AVIF’s EXIF', file: avif, tells: ['device'], fields: ['Make'] },
  { says: 'HEIC’s EXIF', file: heic, tells: ['device'], fields: ['Make'] },
  {
    says: 'a GIF’s comment',
    file: intoGif(gif, 0xfe, bytes('from the front desk')),
    tells: [],
    words: ['from the front desk'],
  },
  {
    says: 'a GIF’s XMP',
    file: concat(
      gif.subarray(0, -1),
      Uint8Array.of(0x21, 0xff, 11),
      bytes('XMP DataXMP'),
      xmp,
      gifMagic(),
      Uint8Array.of(0x3b),
    ),
    tells: ['gps', 'taken', 'person'],
    words: XMP_WORDS,
  },
  { says: 'a film’s time of taking', file: film('isom'), tells: ['taken'] },
  {
    says: 'a film’s place, Android’s way',
    file: film('isom', box('udta', box('\xa9xyz', number(18, 2), number(0, 2), bytes('+40.4461-079.9822/')))),
    tells: ['gps', 'taken'],
    fields: ['GPSCoordinates'],
  },
  {
    says: 'a film’s place, device and time, Apple’s way',
    file: film(
      'qt  ',
      keys({
        'com.apple.quicktime.location.ISO6709': '+40.4-79.9/',
        'com.apple.quicktime.make': 'Apple',
        'com.apple.quicktime.creationdate': '2026-05-03',
      }),
    ),
    tells: ['gps', 'taken', 'device'],
  },
  {
    says: 'a thumbnail that shows the same is nothing hidden',
    file: intoJpeg(jpeg, exifSegment(exif({ 274: [1] }, { thumbnail }))),
    tells: [],
  },
  {
    says: 'nor is one with bars for its shape',
    file: intoJpeg(wide, exifSegment(exif({ 274: [1] }, { thumbnail: barred }))),
    tells: [],
  },
  {
    says: 'a thumbnail of something else',
    file: intoJpeg(jpeg, exifSegment(exif({ 274: [1] }, { thumbnail: other }))),
    tells: [],
    hidden: ['thumbnail'],
  },
  {
    says: 'a thumbnail that shows what was cropped away',
    file: intoJpeg(cropped, exifSegment(exif({ 274: [1] }, { thumbnail: wholeThumbnail }))),
    tells: [],
    hidden: ['thumbnail'],
  },
  {
    says: 'a second picture behind the first, and what it tells',
    file: concat(jpeg, intoJpeg(uncropped, exifSegment(everything()))),
    tells: ALL,
    hidden: ['second-picture'],
    words: ['After the second visit'],
  },
  { says: 'a film behind a photo', file: concat(jpeg, film('isom')), tells: [], hidden: ['video'] },
  {
    says: 'Samsung’s film behind a photo',
    file: concat(
      jpeg,
      bytes('\0\0\x30\x0aMotionPhoto_Data'),
      new Uint8Array(500).fill(7),
      bytes('SEFH'),
      new Uint8Array(30),
      bytes('SEFT'),
    ),
    tells: [],
    hidden: ['video'],
  },
  {
    says: 'the end of an earlier JPEG',
    file: concat(jpeg, new Uint8Array(800).fill(9), Uint8Array.of(0xff, 0xd9)),
    tells: [],
    hidden: ['earlier-version'],
  },
  {
    says: 'the end of an earlier PNG',
    file: concat(png, new Uint8Array(800).fill(9), png.subarray(-12)),
    tells: [],
    hidden: ['earlier-version'],
  },
  {
    says: 'something else behind a picture',
    file: concat(png, bytes('PK\x03\x04'.padEnd(400, 'x'))),
    tells: [],
    hidden: ['trailer'],
  },
  { says: 'padding behind a picture is nothing', file: concat(jpeg, new Uint8Array(4000)), tells: [] },
  {
    says: 'an EXIF block that cannot be read is no empty one',
    file: intoJpeg(jpeg, exifSegment(bytes('II*\0\xff\xff\0\0'))),
    tells: [],
    blind: ['metadata'],
  },
  {
    says: 'packed text that cannot be unpacked',
    file: intoPng(png, chunk('zTXt', bytes('Title\0\0broken'))),
    tells: [],
    blind: ['metadata'],
  },
  { says: 'nothing of a plain animation', file: await animation('gif', 3), tells: [] },
]

function gifMagic(): Uint8Array {
  return Uint8Array.from({ length: 258 }, (_, i) => (i === 0 ? 1 : i === 257 ? 0 : 256 - i))
}

describe('what a file tells beside its pixels', () => {
  it.each(ROWS)('$says', async ({ file, tells, fields = [], words = [], hidden = [], blind = [] }) => {
    const found = await inspect(file)
    expect(ALL.filter((about) => found.metadata[about])).toEqual(ALL.filter((about) => tells.includes(about)))
    expect(found.metadata.fields).toEqual(expect.arrayContaining([...fields]))
    expect([...found.metadata.words].sort()).toEqual([...words].sort())
    expect(found.hidden).toEqual(hidden)
    expect(found.blind).toEqual(blind)
  })
})
