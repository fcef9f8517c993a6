import type { PlainTextElement, RichTextBlock, RichTextBlockElement } from '@slack/types'

type Style = { bold?: boolean; italic?: boolean; code?: boolean }
export interface Piece {
  text: string
  style?: Style
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these have no business on a screen
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|[\u{e0000}-\u{e007f}]/gu

/** One look at each text is enough for nearly all: characters of `UNSEEN` and halves of any. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same
const SUSPECT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/

/** Without what cannot be seen and could turn words around; lone surrogates would make Slack refuse it all. */
export function clean(text: string): string {
  return SUSPECT.test(text) ? text.toWellFormed().replace(UNSEEN, '') : text
}

/** At most `max` UTF-16 units, never half a character; a cut shows. */
export function clip(text: string, max: number): string {
  const whole = clean(text)
  if (whole.length <= max) return whole
  return `${whole.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** Slack refuses empty texts. */
export function plain(text: string, max: number): PlainTextElement {
  const clipped = clip(text, max)
  return { type: 'plain_text', text: clipped.trim() === '' ? '–' : clipped, emoji: false }
}

/**
 * Rich text and nothing else carries what people typed: in it "<!channel>", "*bold*" and links are letters, where
 * Slack's other markup would act on them.
 */
export function rich(
  pieces: readonly Piece[],
  as: 'section' | 'quote' | 'preformatted' = 'section',
): RichTextBlock {
  const elements = pieces
    .map(({ text, style }) => ({ type: 'text' as const, text: clean(text), ...(style ? { style } : {}) }))
    .filter(({ text }) => text !== '')
  const inner = elements.length > 0 ? elements : [{ type: 'text' as const, text: '–' }]
  return {
    type: 'rich_text',
    elements: [{ type: `rich_text_${as}`, elements: inner } as RichTextBlockElement],
  }
}

/** In pieces of at most `max`, cut at line ends or blanks where there are any. */
export function chunks(text: string, max: number): string[] {
  const out: string[] = []
  let rest = clean(text)
  while (rest.length > max) {
    const head = rest.slice(0, max)
    const at = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' '))
    const cut = at > max / 2 ? at + 1 : head.replace(/[\ud800-\udbff]$/, '').length
    out.push(rest.slice(0, cut))
    rest = rest.slice(cut)
  }
  return rest === '' && out.length > 0 ? out : [...out, rest]
}
