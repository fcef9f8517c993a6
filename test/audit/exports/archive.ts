import { crc32, deflateRawSync } from 'node:zlib'

interface Options {
  /** As archives of more than 4 GB are written: sizes and places in 64 bits. */
  wide?: boolean
  stored?: boolean
  encrypted?: boolean
  /** Says another checksum than that of the content. */
  wrongSum?: boolean
  comment?: string
}

/** A zip archive, as the platforms hand them out. */
export function zip(files: Readonly<Record<string, string>>, options: Options = {}): Buffer {
  const { wide = false, stored = false, encrypted = false, wrongSum = false, comment = '' } = options
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text)
    const packed = stored ? content : deflateRawSync(content)
    const bytes = Buffer.from(name)
    const flags = 0x800 | (encrypted ? 1 : 0)
    const sum = wrongSum ? 12_345 : crc32(content)
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(flags, 6)
    header.writeUInt16LE(stored ? 0 : 8, 8)
    header.writeUInt16LE(bytes.length, 26)
    // Longer than in the directory, as it often is.
    header.writeUInt16LE(4, 28)
    const local = Buffer.concat([header, bytes, Buffer.from([0xfe, 0xca, 0, 0]), packed])
    const extra = wide ? wideSizes(content.length, packed.length, offset) : Buffer.alloc(0)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(stored ? 0 : 8, 10)
    entry.writeUInt32LE(sum, 16)
    entry.writeUInt32LE(wide ? 0xffffffff : packed.length, 20)
    entry.writeUInt32LE(wide ? 0xffffffff : content.length, 24)
    entry.writeUInt16LE(bytes.length, 28)
    entry.writeUInt16LE(extra.length, 30)
    entry.writeUInt32LE(wide ? 0xffffffff : offset, 42)
    directory.push(Buffer.concat([entry, bytes, extra]))
    parts.push(local)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  return Buffer.concat([...parts, list, ending(offset, list.length, directory.length, wide, comment)])
}

function wideSizes(bytes: number, packed: number, offset: number): Buffer {
  const extra = Buffer.alloc(28)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(24, 2)
  extra.writeBigUInt64LE(BigInt(bytes), 4)
  extra.writeBigUInt64LE(BigInt(packed), 12)
  extra.writeBigUInt64LE(BigInt(offset), 20)
  return extra
}

function ending(start: number, size: number, entries: number, wide: boolean, comment: string): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries, 10)
  end.writeUInt32LE(wide ? 0xffffffff : size, 12)
  end.writeUInt32LE(wide ? 0xffffffff : start, 16)
  end.writeUInt16LE(comment.length, 20)
  if (!wide) return Buffer.concat([end, Buffer.from(comment)])
  const wideEnd = Buffer.alloc(56)
  wideEnd.writeUInt32LE(0x06064b50, 0)
  wideEnd.writeBigUInt64LE(BigInt(size), 40)
  wideEnd.writeBigUInt64LE(BigInt(start), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(start + size), 8)
  return Buffer.concat([wideEnd, locator, end, Buffer.from(comment)])
}
