import { createHash } from 'node:crypto'
import { createPieces } from './json/pieces.ts'
import { LONGEST_ITEM, type Source } from './published.ts'

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'

/** What is known of a file before its items are read. */
export interface Survey {
  /** SHA-256 of the content, hex: the same file is recognized, whatever it is called. */
  hash: string
  bytes: number
  encoding: Encoding
  /** The first characters. */
  head: string
  /** The path, lower case; telling for files of an account export. */
  path: string
  /** Somebody named this very file, so whatever it holds is meant. */
  named: boolean
  /** The first elements, where it is JSON. */
  first: readonly { key: string; value: unknown }[]
}

const HEAD = 256 * 1024
const MOST_FIRST = 30

/** Reads a file once from beginning to end and keeps its beginning. Fails where it cannot be read. */
export async function surveyOf(source: Source): Promise<Survey> {
  const hash = createHash('sha256')
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let utf8 = true
  let bytes = 0
  const parts: Buffer[] = []
  for await (const chunk of source.open()) {
    hash.update(chunk)
    if (bytes < HEAD) parts.push(chunk.subarray(0, HEAD - bytes))
    bytes += chunk.length
    try {
      if (utf8) decoder.decode(chunk, { stream: true })
    } catch {
      utf8 = false
    }
  }
  try {
    if (utf8) decoder.decode()
  } catch {
    utf8 = false
  }
  const head = Buffer.concat(parts)
  const encoding = encodingOf(head, utf8)
  return {
    hash: hash.digest('hex'),
    bytes,
    encoding,
    head: new TextDecoder(encoding).decode(head),
    path: (source.inside ?? source.given).replaceAll('\\', '/').toLowerCase(),
    named: source.inside === undefined,
    first: /^[\s\ufeff]*[[{]/.test(head.toString('utf8', 0, 1000)) ? firstOf(head) : [],
  }
}

/** Excel writes UTF-16 as "Unicode text", and as plain "CSV" the code page of the machine. */
function encodingOf(head: Buffer, utf8: boolean): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return utf8 ? 'utf-8' : 'windows-1252'
}

function firstOf(head: Buffer): { key: string; value: unknown }[] {
  const found: { key: string; value: unknown }[] = []
  for (const { key, bytes } of createPieces(LONGEST_ITEM).push(head)) {
    if (found.length === MOST_FIRST) break
    try {
      found.push({ key, value: JSON.parse(bytes?.toString('utf8') ?? 'null') })
    } catch {
      found.push({ key, value: undefined })
    }
  }
  return found
}
