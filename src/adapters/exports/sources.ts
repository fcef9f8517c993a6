import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readDirectory } from './archive/directory.ts'
import { unpack } from './archive/unpack.ts'
import type { Source } from './published.ts'

/** What was given, or stands in a given folder, and cannot be opened at all. */
export interface Unopened {
  given: string
  inside?: string
  why: 'absent' | 'forbidden' | 'damaged' | 'no_file'
}
export interface Found {
  sources: Source[]
  unopened: Unopened[]
}

/** Endings of files that may hold posts, inside a folder or an archive. What was named by hand is always looked at. */
const PROMISING = /\.(?:json|jsonl|ndjson|csv|tsv|html)$/i
const ARCHIVE = /\.zip$/i
/** Folders of a Mac's own notes. */
const NOISE = /(?:^|\/)(?:__MACOSX|\.[^/]*)(?:\/|$)/
/** Folders inside folders; deeper is a loop or no export. */
const DEEPEST = 12

/** Opens what was given: files as they are, folders and zip archives with the files inside, in a steady order. */
export async function findSources(given: string): Promise<Found> {
  try {
    const found = await stat(given)
    if (found.isDirectory()) return await inFolder(given)
    // A pipe can be read once only, and this reads twice.
    if (!found.isFile()) return { sources: [], unopened: [{ given, why: 'no_file' }] }
    const sources = (await isArchive(given)) ? await inArchive(given, given) : [onDisk(given, found.size)]
    return { sources, unopened: [] }
  } catch (error) {
    return { sources: [], unopened: [{ given, why: whyNot(error) }] }
  }
}

function whyNot(error: unknown): Unopened['why'] {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'absent'
  return code === 'EACCES' || code === 'EPERM' ? 'forbidden' : 'damaged'
}

function onDisk(given: string, bytes: number, inside?: string): Source {
  const path = inside === undefined ? given : join(given, inside)
  return { given, ...(inside !== undefined && { inside }), bytes, open: () => createReadStream(path) }
}

async function inFolder(given: string): Promise<Found> {
  const sources: Source[] = []
  const unopened: Unopened[] = []
  async function walk(folder: string, depth: number) {
    const entries = await readdir(join(given, folder), { withFileTypes: true })
    for (const entry of entries) {
      const inside = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (NOISE.test(inside)) continue
      try {
        if (entry.isDirectory() && depth < DEEPEST) await walk(inside, depth + 1)
        else if (entry.isFile() && PROMISING.test(inside))
          sources.push(onDisk(given, (await stat(join(given, inside))).size, inside))
        // Large exports come as several archives, which people keep in one folder.
        else if (entry.isFile() && ARCHIVE.test(inside))
          sources.push(...(await inArchive(join(given, inside), given, inside)))
      } catch (error) {
        unopened.push({ given, inside, why: whyNot(error) })
      }
    }
  }
  await walk('', 0)
  return { sources: sources.sort(byPath), unopened }
}

async function inArchive(archive: string, given: string, prefix?: string): Promise<Source[]> {
  const file = await open(archive)
  try {
    const { size } = await file.stat()
    const entries = await readDirectory(file, size)
    return entries
      .filter(({ name }) => PROMISING.test(name) && !NOISE.test(name))
      .map((entry) => ({
        given,
        inside: prefix === undefined ? entry.name : `${prefix}/${entry.name}`,
        bytes: entry.bytes,
        open: () => unpack(archive, entry),
      }))
      .sort(byPath)
  } finally {
    await file.close()
  }
}

async function isArchive(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const head = Buffer.alloc(4)
    await file.read(head, 0, 4, 0)
    return head.equals(Buffer.from([0x50, 0x4b, 0x03, 0x04])) || ARCHIVE.test(path)
  } finally {
    await file.close()
  }
}

/** posts_2 before posts_10, on every machine. */
const collator = new Intl.Collator('en', { numeric: true })
function byPath(a: Source, b: Source): number {
  return collator.compare(a.inside ?? '', b.inside ?? '')
}
