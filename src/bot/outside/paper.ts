/** A paper to print: what it says and in which order, without how it looks. All strings are plain text. */
export type Part =
  /** 1: a section, in the bookmarks too. 2: below one. */
  | { type: 'heading'; level: 1 | 2; text: string; onNewPage?: boolean }
  | { type: 'text'; text: string }
  /** Smaller, for what stands beside something. */
  | { type: 'note'; text: string }
  | { type: 'list'; items: readonly string[] }
  /** First row: what the columns are. `widths` are shares of the line. */
  | { type: 'table'; widths: readonly number[]; rows: readonly (readonly string[])[] }
  /** Something that happened: a line in front, and what it was. */
  | { type: 'entry'; lead: string; text: string }
  /** Words of a letter that somebody still has to finish. */
  | { type: 'letter'; paragraphs: readonly Paragraph[] }

/** `lead` stands above it in bold, `items` below it with dots. */
export interface Paragraph {
  lead?: string
  text?: string
  items?: readonly string[]
}

export interface Paper {
  title: string
  subtitle: string
  /** At the foot of every page, before the number of the page. */
  foot: string
  /** Who made it; stands in the properties of the file. */
  author: string
  /** Milliseconds since 1970. */
  madeAt: number
  parts: readonly Part[]
}

/** Puts a paper into a file that people print and read aloud. The same paper gives the same pages. */
export type Printer = (paper: Paper) => Promise<Uint8Array>
