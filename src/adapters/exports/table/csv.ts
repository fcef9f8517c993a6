/** One record of a table. `row`: as a spreadsheet counts, the header being row 1. */
export interface Row {
  row: number
  cells: string[]
  /** `too_long`: cells were dropped. `open_quote`: the file ended inside a quoted cell. */
  broken?: 'too_long' | 'open_quote'
}

const QUOTE = '"'

/**
 * Cuts a table into records while it comes in (RFC 4180, any delimiter). Lenient where spreadsheets are: a quote
 * inside a bare cell is a letter, and what stands behind a closing quote belongs to the cell.
 * @param limit characters of one record; what is longer is dropped while it comes in.
 */
export function createCsv(delimiter: string, limit: number) {
  const special = new RegExp(`[\\r\\n${delimiter.replace(/[\\\]^|-]/, '\\$&')}]`, 'g')
  let row = 1
  let cells: string[] = []
  let cell = ''
  let size = 0
  let quoted = false
  /** A quote was seen inside a quoted cell: it closes the cell, unless another one follows. */
  let closing = false
  let started = false
  let afterReturn = false

  function add(words: string) {
    started = true
    size += words.length
    if (size <= limit) cell += words
  }

  function endCell() {
    size++
    cells.push(cell)
    cell = ''
    started = false
  }

  function endRow(openQuote = false): Row[] {
    endCell()
    const broken = size - cells.length > limit ? 'too_long' : openQuote ? 'open_quote' : undefined
    const blank = broken === undefined && cells.every((each) => each === '')
    const done: Row = { row, cells, ...(broken && { broken }) }
    row++
    cells = []
    size = 0
    quoted = false
    closing = false
    return blank ? [] : [done]
  }

  /** Takes what stands at `i` and says where to go on. */
  function step(text: string, i: number, rows: Row[]): number {
    if (closing) {
      closing = false
      if (text[i] === QUOTE) {
        add(QUOTE)
        return i + 1
      }
      quoted = false
    }
    if (quoted) {
      const end = text.indexOf(QUOTE, i)
      add(text.slice(i, end < 0 ? undefined : end))
      closing = end >= 0
      return end < 0 ? text.length : end + 1
    }
    if (text[i] === QUOTE && !started) {
      quoted = true
      started = true
      return i + 1
    }
    special.lastIndex = i
    const end = special.exec(text)?.index ?? text.length
    if (end > i) {
      add(text.slice(i, end))
      return end
    }
    if (text[i] === delimiter) endCell()
    else {
      afterReturn = text[i] === '\r'
      rows.push(...endRow())
    }
    return i + 1
  }

  return {
    push(text: string): Row[] {
      const rows: Row[] = []
      let i = 0
      while (i < text.length) {
        // The second half of a Windows line end.
        if (afterReturn && text[i] === '\n') i++
        afterReturn = false
        if (i < text.length) i = step(text, i, rows)
      }
      return rows
    },
    /** What stands behind the last line end. */
    end: (): Row[] => (size === 0 && !started && cells.length === 0 ? [] : endRow(quoted && !closing)),
  }
}
