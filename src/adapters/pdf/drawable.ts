/** Stands for what the font has no picture of: nothing may vanish unseen. */
export const NO_GLYPH = '\ufffd'

/** What a font can draw: no control characters, no half of a pair, and a box for each character it does not know. */
export function drawable(text: string, knows: (codePoint: number) => boolean): string {
  const plain = text
    .toWellFormed()
    .replace(/\t/g, '  ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\ufe0e|\ufe0f/g, '')
    .replace(/[^\P{Cc}\n]/gu, ' ')
  return [...plain].map((one) => (one === '\n' || knows(one.codePointAt(0) ?? 0) ? one : NO_GLYPH)).join('')
}
