import type { FileHandle } from 'node:fs/promises'
import { Damaged } from '../damaged.ts'

/** One file of a zip archive, as its directory describes it. */
export interface ZipEntry {
  /** Path inside, with forward slashes. */
  name: string
  /** 0: stored as it is. 8: deflated. */
  method: number
  encrypted: boolean
  crc: number
  /** Bytes in the archive, and when unpacked. */
  packed: number
  bytes: number
  /** Where its header begins in the archive. */
  offset: number
}

const END = 0x06054b50
const END_64_LOCATOR = 0x07064b50
const END_64 = 0x06064b50
const FILE = 0x02014b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
/** Bytes of a directory; one of a million files stays below. */
const LARGEST = 256 * 1024 * 1024

/**
 * Reads the directory at the end of a zip archive (APPNOTE.TXT of PKWARE), with the 64-bit form that archives of
 * more than 4 GB have: an account export with its videos is one.
 */
export async function readDirectory(file: FileHandle, length: number): Promise<ZipEntry[]> {
  const tail = await readAt(file, Math.max(0, length - END_LENGTH - LONGEST_COMMENT), length)
  const at = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (at < 0 || tail.length - at < END_LENGTH || tail.readUInt32LE(at) !== END) throw new Damaged()
  let size = tail.readUInt32LE(at + 12)
  let start = tail.readUInt32LE(at + 16)
  if (at >= 20 && tail.readUInt32LE(at - 20) === END_64_LOCATOR) {
    const where = Number(tail.readBigUInt64LE(at - 12))
    const end = await readAt(file, where, Math.min(where + 56, length))
    if (end.length < 56 || end.readUInt32LE(0) !== END_64) throw new Damaged()
    size = Number(end.readBigUInt64LE(40))
    start = Number(end.readBigUInt64LE(48))
  }
  if (size > LARGEST || start + size > length) throw new Damaged()
  return entriesOf(await readAt(file, start, start + size))
}

function entriesOf(directory: Buffer): ZipEntry[] {
  const entries: ZipEntry[] = []
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === FILE; ) {
    const flags = directory.readUInt16LE(at + 8)
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30)
    const entry = {
      // Bit 11: UTF-8. Without it the name is in an old code page whose letters do not matter here.
      name: directory.toString(flags & 0x800 ? 'utf8' : 'latin1', at + 46, nameEnd).replaceAll('\\', '/'),
      method: directory.readUInt16LE(at + 10),
      encrypted: (flags & 1) === 1,
      crc: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      bytes: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    }
    widen(entry, directory.subarray(nameEnd, extraEnd))
    entries.push(entry)
    at = extraEnd + directory.readUInt16LE(at + 32)
  }
  return entries
}

/** Fields that do not fit into 32 bits stand in extra field 1, in this order, and only those. */
function widen(entry: ZipEntry, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let next = at + 4
    for (const field of ['bytes', 'packed', 'offset'] as const) {
      if (entry[field] !== 0xffffffff || next + 8 > extra.length) continue
      entry[field] = Number(extra.readBigUInt64LE(next))
      next += 8
    }
  }
}

export async function readAt(file: FileHandle, from: number, until: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.max(0, until - from))
  let size = 0
  while (size < bytes.length) {
    const { bytesRead } = await file.read(bytes, size, bytes.length - size, from + size)
    if (bytesRead === 0) break
    size += bytesRead
  }
  return bytes.subarray(0, size)
}
