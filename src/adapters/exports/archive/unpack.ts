import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { Damaged } from '../damaged.ts'
import { readAt, type ZipEntry } from './directory.ts'

const HEADER = 0x04034b50
const HEADER_LENGTH = 30

/**
 * The content of one file of an archive, unpacked while it is read: never on disk, never whole in memory.
 * @throws Damaged at the end when it is not what was packed, and at the beginning when it cannot be unpacked.
 */
export async function* unpack(archive: string, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.encrypted || (entry.method !== 0 && entry.method !== 8)) throw new Damaged()
  const start = await contentStart(archive, entry)
  let crc = 0
  let bytes = 0
  if (entry.packed > 0) {
    const packed = createReadStream(archive, { start, end: start + entry.packed - 1 })
    const content = entry.method === 0 ? packed : packed.pipe(createInflateRaw())
    if (content !== packed) packed.on('error', (error) => content.destroy(error))
    try {
      for await (const chunk of content as AsyncIterable<Buffer>) {
        crc = crc32(chunk, crc)
        bytes += chunk.length
        // More than the directory says: a bomb, or two archives mixed up.
        if (bytes > entry.bytes) throw new Damaged()
        yield chunk
      }
    } catch (cause) {
      throw new Damaged({ cause })
    } finally {
      packed.destroy()
    }
  }
  if (bytes !== entry.bytes || crc !== entry.crc) throw new Damaged()
}

/** Behind the header, whose name and extra fields may be longer than those of the directory. */
async function contentStart(archive: string, { offset }: ZipEntry): Promise<number> {
  const file = await open(archive)
  try {
    const header = await readAt(file, offset, offset + HEADER_LENGTH)
    if (header.length < HEADER_LENGTH || header.readUInt32LE(0) !== HEADER) throw new Damaged()
    return offset + HEADER_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28)
  } finally {
    await file.close()
  }
}
