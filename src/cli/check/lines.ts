/** One line as it came in: `tooLong` has only its beginning, enough to look for the id. */
export interface Line {
  bytes: Buffer
  tooLong: boolean
}

const NEWLINE = 0x0a
const BOM = Buffer.from([0xef, 0xbb, 0xbf])
/** What is kept of a line that is refused for its length. */
const HEAD = 64 * 1024

/**
 * Cuts a byte stream into lines without ever holding more than `limit` bytes of one: the rest of a longer line
 * is counted and dropped while it comes in.
 */
export function createLines(limit: number) {
  let parts: Buffer[] = []
  let size = 0
  let tooLong = false
  let first = true

  function add(part: Buffer) {
    if (tooLong) return
    size += part.length
    parts.push(part)
    if (size <= limit) return
    tooLong = true
    parts = [Buffer.concat(parts, Math.min(size, HEAD))]
  }

  function finish(): Line {
    let bytes = Buffer.concat(parts)
    if (first && bytes.subarray(0, 3).equals(BOM)) bytes = bytes.subarray(3)
    const line = { bytes, tooLong }
    parts = []
    size = 0
    tooLong = false
    first = false
    return line
  }

  return {
    push(chunk: Buffer): Line[] {
      const lines: Line[] = []
      let from = 0
      for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
        add(chunk.subarray(from, at))
        lines.push(finish())
        from = at + 1
      }
      if (from < chunk.length) add(chunk.subarray(from))
      return lines
    },
    /** What stands after the last newline. */
    end(): Line[] {
      return size > 0 ? [finish()] : []
    },
  }
}
