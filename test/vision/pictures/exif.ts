/** An EXIF block, written by hand: tags with text, numbers or whole directories. */
export type Value = string | number[] | { rational: number[] } | { bytes: Uint8Array } | { ifd: Tags }
export type Tags = Readonly<Record<number, Value>>

export interface ExifOptions {
  little?: boolean
  /** A JPEG for the second directory. */
  thumbnail?: Uint8Array
}

export function exif(tags: Tags, { little = true, thumbnail }: ExifOptions = {}): Uint8Array {
  const chunks: Uint8Array[] = []
  let length = 8
  const put = (bytes: Uint8Array): number => {
    const at = length
    chunks.push(bytes)
    length += bytes.length
    return at
  }
  const n16 = (value: number): Uint8Array => number(value, 2, little)
  const n32 = (value: number): Uint8Array => number(value, 4, little)

  /** Values first, then the directory that points to them. @returns where it stands. */
  const directory = (all: Tags, next: number): number => {
    const entries = Object.entries(all).map(([tag, value]) => {
      const { type, count, bytes } = encode(value)
      const place = bytes.length > 4 ? n32(put(bytes)) : padded(bytes, 4)
      return concat(n16(Number(tag)), n16(type), n32(count), place)
    })
    return put(concat(n16(entries.length), ...entries, n32(next)))
  }
  const encode = (value: Value): { type: number; count: number; bytes: Uint8Array } => {
    if (typeof value === 'string') {
      const bytes = Buffer.from(`${value}\0`)
      return { type: 2, count: bytes.length, bytes }
    }
    if (Array.isArray(value)) return { type: 3, count: value.length, bytes: concat(...value.map(n16)) }
    if ('rational' in value) {
      return { type: 5, count: value.rational.length / 2, bytes: concat(...value.rational.map(n32)) }
    }
    if ('bytes' in value) return { type: 7, count: value.bytes.length, bytes: value.bytes }
    return { type: 4, count: 1, bytes: n32(directory(value.ifd, 0)) }
  }
  let second = 0
  if (thumbnail) {
    const at = put(thumbnail)
    const entry = (tag: number, value: number): Uint8Array => concat(n16(tag), n16(4), n32(1), n32(value))
    second = put(concat(n16(2), entry(0x0201, at), entry(0x0202, thumbnail.length), n32(0)))
  }
  const first = directory(tags, second)
  return concat(Buffer.from(little ? 'II' : 'MM'), n16(42), n32(first), ...chunks)
}

export function number(value: number, size: number, little = false): Uint8Array {
  const out = new Uint8Array(size)
  for (let i = 0; i < size; i++) out[little ? i : size - 1 - i] = Math.floor(value / 256 ** i) % 256
  return out
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts))
}

function padded(bytes: Uint8Array, size: number): Uint8Array {
  return concat(bytes, new Uint8Array(size - bytes.length))
}

/** 40° 26' 46" N, 79° 58' 56" W. */
export const POSITION: Tags = {
  1: 'N',
  2: { rational: [40, 1, 26, 1, 46, 1] },
  3: 'W',
  4: { rational: [79, 1, 58, 1, 56, 1] },
  29: '2026:05:03',
}

/** What a phone writes; the name is nobody's. */
export function everything(thumbnail?: Uint8Array, little = true): Uint8Array {
  return exif(
    {
      270: 'After the second visit',
      271: 'Canon',
      272: 'Model 1',
      274: [1],
      305: 'Editor 5.1',
      306: '2026:05:03 10:11:12',
      315: 'Robin Example',
      33432: 'Robin Example',
      34665: {
        ifd: {
          36867: '2026:05:03 10:11:12',
          36868: '2026:05:03 10:11:12',
          37500: { bytes: canonNote(little) },
          42032: 'Robin Example',
          42033: '0123456789',
          42037: '55501',
        },
      },
      34853: { ifd: POSITION },
    },
    thumbnail ? { little, thumbnail } : { little },
  )
}

/** Canon's block: a directory without a head; its serial number stands inside of the entry. */
function canonNote(little: boolean): Uint8Array {
  const serial = concat(number(0x000c, 2, little), number(4, 2, little), number(1, 4, little))
  return concat(number(1, 2, little), serial, number(123_456_789, 4, little), number(0, 4, little))
}
