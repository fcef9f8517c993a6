/**
 * Makes text from outside harmless in a terminal. An escape sequence in a draft could clear the screen, set the
 * window title or fake a verdict; a bidi override could show a sentence in another order than it has; a tag
 * character hides words. They are shown, not dropped: who pasted them should see that they are there.
 */
// Joiners (200c, 200d) and soft hyphens are ordinary parts of emoji and of several scripts; they stay.
const ACTING =
  /(?!\n)\p{Cc}|[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Cs}/gu

export function inert(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\t', '    ').replace(ACTING, visible)
}

/** ESC becomes ␛ (the Unicode control pictures); what has no picture gets its number. */
function visible(char: string): string {
  const code = codeOf(char)
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}

function codeOf(char: string): number {
  return char.codePointAt(0) ?? 0
}
