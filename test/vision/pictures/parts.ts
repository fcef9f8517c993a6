import { crc32, deflateSync } from 'node:zlib'
import { concat, number } from './exif.ts'

/** Pieces to put into files that were made without them. */
export const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" exif:GPSLatitude="40,26.77N" xmp:CreateDate="2026-05-03T10:11:12">
<dc:creator><rdf:Seq><rdf:li>Robin Example</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Implants &amp; crowns, week two</rdf:li></rdf:Alt></dc:description>
<dc:subject><rdf:Bag><rdf:li>before</rdf:li><rdf:li>after</rdf:li></rdf:Bag></dc:subject>
</rdf:Description></rdf:RDF></x:xmpmeta>`

export const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))

/** After the start of a JPEG. */
export function intoJpeg(
  jpeg: Uint8Array,
  ...segments: readonly [marker: number, content: Uint8Array][]
): Uint8Array {
  const packed = segments.map(([marker, content]) =>
    concat(Uint8Array.of(0xff, marker), number(content.length + 2, 2), content),
  )
  return concat(jpeg.subarray(0, 2), ...packed, jpeg.subarray(2))
}

export const exifSegment = (block: Uint8Array): [number, Uint8Array] => [
  0xe1,
  concat(bytes('Exif\0\0'), block),
]
export const xmpSegment = (text = XMP): [number, Uint8Array] => [
  0xe1,
  concat(bytes('http://ns.adobe.com/xap/1.0/\0'), Buffer.from(text)),
]

/** Photoshop's resource with IPTC's datasets. */
export function iptcSegment(sets: Readonly<Record<number, string>>): [number, Uint8Array] {
  const packed = Object.entries(sets).map(([id, text]) =>
    concat(Uint8Array.of(0x1c, 2, Number(id)), number(text.length, 2), Buffer.from(text)),
  )
  const block = concat(...packed)
  const even = block.length % 2 === 0 ? block : concat(block, Uint8Array.of(0))
  return [0xed, concat(bytes('Photoshop 3.0\x008BIM\x04\x04\0\0'), number(block.length, 4), even)]
}

export function chunk(type: string, content: Uint8Array): Uint8Array {
  const named = concat(bytes(type), content)
  return concat(number(content.length, 4), named, number(crc32(named), 4))
}

/** After the head of a PNG. */
export function intoPng(png: Uint8Array, ...chunks: readonly Uint8Array[]): Uint8Array {
  return concat(png.subarray(0, 33), ...chunks, png.subarray(33))
}

export const textChunk = (keyword: string, text: string): Uint8Array =>
  chunk('tEXt', bytes(`${keyword}\0${text}`))
export const packedTextChunk = (keyword: string, text: string): Uint8Array =>
  chunk('zTXt', concat(bytes(`${keyword}\0\0`), deflateSync(Buffer.from(text))))
export const longTextChunk = (keyword: string, text: string, packed = false): Uint8Array =>
  chunk(
    'iTXt',
    concat(
      bytes(`${keyword}\0${packed ? '\x01' : '\0'}\0\0\0`),
      packed ? deflateSync(Buffer.from(text)) : Buffer.from(text),
    ),
  )

/** Before the end of a GIF, cut into blocks as it has to be. */
export function intoGif(gif: Uint8Array, label: number, content: Uint8Array): Uint8Array {
  const blocks: Uint8Array[] = []
  for (let at = 0; at < content.length; at += 255) {
    const piece = content.subarray(at, at + 255)
    blocks.push(Uint8Array.of(piece.length), piece)
  }
  return concat(gif.subarray(0, -1), Uint8Array.of(0x21, label), ...blocks, Uint8Array.of(0, 0x3b))
}

export function box(type: string, ...content: readonly Uint8Array[]): Uint8Array {
  const all = concat(...content)
  return concat(number(all.length + 8, 4), bytes(type), all)
}

/** A film of no pictures: head, size, time of taking, and whatever else. */
export function film(brand: string, ...inMoov: readonly Uint8Array[]): Uint8Array {
  const created = number(3_800_000_000, 4)
  const clock = concat(number(0, 4), created, created, number(1000, 4), number(5000, 4), new Uint8Array(80))
  const matrix = concat(number(65_536, 4), new Uint8Array(12), number(65_536, 4), new Uint8Array(16))
  const track = concat(new Uint8Array(40), matrix, number(640 * 65_536, 4), number(480 * 65_536, 4))
  return concat(
    box('ftyp', bytes(brand), number(0, 4), bytes(brand)),
    box('moov', box('mvhd', clock), box('trak', box('tkhd', track)), ...inMoov),
    box('mdat', new Uint8Array(16)),
  )
}

/** Apple's way of naming values. */
export function keys(values: Readonly<Record<string, string>>): Uint8Array {
  const names = Object.keys(values).map((name) => box('mdta', bytes(name)))
  const list = Object.values(values).map((text, i) => {
    const data = box('data', number(1, 4), number(0, 4), Buffer.from(text))
    return concat(number(data.length + 8, 4), number(i + 1, 4), data)
  })
  return box(
    'meta',
    box('hdlr', new Uint8Array(24)),
    box('keys', number(0, 4), number(names.length, 4), ...names),
    box('ilst', ...list),
  )
}
