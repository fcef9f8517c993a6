import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'

/** Bytes; the header of a picture refuses far smaller ones. */
const LONGEST = 50 * 1024 * 1024

/** A file of the command line. Without bytes it is one that cannot be read, and `why` says it. */
export interface ReadPhoto {
  file: string
  bytes?: Uint8Array
  why?: string
  /** There is no such file: a slip on the command line, and not a photo that cannot be opened. */
  missing?: true
}

/** Never throws: what cannot be read stops none of the others. */
export function readPhoto(file: string): ReadPhoto {
  let open: number
  try {
    open = openSync(file, 'r')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') return { file, why: 'is not there', missing: true }
    return { file, why: code === 'EACCES' ? 'may not be read' : 'cannot be read' }
  }
  try {
    const found = fstatSync(open)
    if (found.isDirectory()) return { file, why: 'is a folder; name the photos in it', missing: true }
    if (!found.isFile()) return { file, why: 'is no file', missing: true }
    if (found.size > LONGEST) return { file, why: 'is larger than 50 MB' }
    if (found.size === 0) return { file, why: 'is empty' }
    return { file, bytes: new Uint8Array(readFileSync(open)) }
  } catch {
    return { file, why: 'cannot be read' }
  } finally {
    closeSync(open)
  }
}
