/**
 * Cuts a JSON document into the elements of its big arrays while it comes in, so that a file of any size needs
 * the memory of one element. Elements are those of an array at the top, or of an array that stands directly in
 * an object at the top. Nothing is parsed here: the structure of JSON shows in its ASCII bytes alone.
 */
export interface Piece {
  /** The key of the array in the top object; '' for an array at the top. */
  key: string
  /** Counted from 1 over the whole document. */
  at: number
  /** Undefined: longer than the limit, and dropped. */
  bytes: Buffer | undefined
}

/** `cut`: it ended in the middle. `broken`: it is no JSON document, or something stands behind it. */
export type Ending = 'whole' | 'cut' | 'broken'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN = 0x7b
const CLOSE = 0x7d
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const COMMA = 0x2c
const COLON = 0x3a
const BOM = [0xef, 0xbb, 0xbf]
const LONGEST_KEY = 1000

export function createPieces(limit: number) {
  let position = 0
  let depth = 0
  let inString = false
  let escaped = false
  let root = 0
  let finished = false
  let broken = false
  /** The key that a string at the top level would be, and the one whose value is being read. */
  let keyBytes: number[] = []
  let key = ''
  let expectsKey = false
  /** Depth at which elements begin, or -1 outside of an array that is looked into. */
  let level = -1
  let inPiece = false
  let parts: Buffer[] = []
  let size = 0
  let at = 0

  function push(chunk: Buffer): Piece[] {
    const pieces: Piece[] = []
    let from = inPiece ? 0 : -1

    function begin(i: number) {
      inPiece = true
      from = i
      parts = []
      size = 0
    }
    function keep(until: number) {
      const part = chunk.subarray(from, until)
      size += part.length
      if (size <= limit) parts.push(part)
      else parts = []
    }
    function finish(until: number) {
      keep(until)
      at++
      const bytes = size <= limit ? Buffer.concat(parts) : undefined
      pieces.push({ key, at, bytes })
      inPiece = false
      from = -1
      parts = []
    }

    for (let i = 0; i < chunk.length; i++, position++) {
      const byte = chunk[i] as number
      if (inString) {
        if (escaped) escaped = false
        else if (byte === BACKSLASH) escaped = true
        else if (byte === QUOTE) inString = false
        if (expectsKey && inString && keyBytes.length < LONGEST_KEY) keyBytes.push(byte)
        continue
      }
      if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) continue
      if (position < 3 && byte === BOM[position]) continue
      if (finished) {
        broken = true
        continue
      }
      if (level >= 0 && depth === level && !inPiece && byte !== COMMA && byte !== CLOSE_LIST) begin(i)
      if (byte === QUOTE) {
        inString = true
        expectsKey = root === OPEN && depth === 1 && level < 0 && key === ''
        if (expectsKey) keyBytes = []
      } else if (byte === OPEN || byte === OPEN_LIST) {
        if (depth === 0) root = byte
        depth++
        if (level < 0 && byte === OPEN_LIST && depth === (root === OPEN ? 2 : 1)) level = depth
      } else if (byte === CLOSE || byte === CLOSE_LIST) {
        if (level >= 0 && depth === level) {
          if (inPiece) finish(i)
          level = -1
        }
        depth--
        if (depth <= 0) finished = true
      } else if (byte === COMMA) {
        if (level >= 0 && depth === level && inPiece) finish(i)
        if (depth === 1 && root === OPEN) key = ''
      } else if (byte === COLON && depth === 1 && root === OPEN) key = Buffer.from(keyBytes).toString('utf8')
      else if (depth === 0) broken = true
    }
    if (inPiece) keep(chunk.length)
    return pieces
  }

  function ending(): Ending {
    if (broken || root === 0) return 'broken'
    return finished ? 'whole' : 'cut'
  }

  return { push, ending }
}
