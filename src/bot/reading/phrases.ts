import { ASKING_FILL } from './words.ts'

const FILL = `(?: (?:${ASKING_FILL.join('|')})){0,12}`

/** The table's entries as one alternative: any white space for a blank, groups that are not kept. */
export function oneOf(entries: readonly string[]): string {
  const source = entries.map((entry) =>
    entry
      .replace(/\((?!\?)/g, '(?:')
      .replaceAll('{fill}', FILL.replace(/\((?!\?)/g, '(?:'))
      .replaceAll(' ', '\\s+'),
  )
  return `(?:${source.join('|')})`
}

/** True where the words stand in the text as whole words. */
export function has(entries: readonly string[]): (plain: string) => boolean {
  const pattern = new RegExp(`(?<![\\w'])${oneOf(entries)}(?![\\w'])`, 'u')
  return (plain) => pattern.test(plain)
}

/** True where they are all that there is. */
export function isAll(entries: readonly string[]): (plain: string) => boolean {
  const pattern = new RegExp(`^${oneOf(entries)}$`, 'u')
  return (plain) => pattern.test(plain)
}

/** Characters that are looked at; a longer text is a draft. */
export const LOOKED_AT = 4000

/** Lower case, straight quotes, no invisible characters; lines stay lines. For deciding, never for showing. */
export function plainOf(text: string): string {
  return text
    .trim()
    .slice(0, LOOKED_AT)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
}

/** Words alone, with single blanks: "Hi!! 👋" is "hi". */
export function wordsOf(plain: string): string {
  return plain
    .replace(/[^\p{L}\p{N}'\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
