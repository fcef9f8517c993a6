/**
 * Instagram and Facebook write each byte of a UTF-8 character as a character of its own: ’ (E2 80 99) stands in
 * their files as "\u00e2\u0080\u0099". This puts such a string right and leaves every other one as it is: only a
 * string without any character above U+00FF can be of that kind, and only if its characters, taken as bytes, are
 * valid UTF-8 from beginning to end. "Café" is not: é alone (E9) is no character in UTF-8.
 *
 * One exception: the last character may be cut in half, because some of these strings were shortened by bytes. It
 * becomes U+FFFD, which the check reports as damaged; that needs a whole character before it, or "café" would be one.
 */
export function repair(text: string): string {
  if (!HIGH.test(text) || WIDE.test(text)) return text
  const bytes = Buffer.from(text, 'latin1')
  const whole = decode(bytes)
  if (whole !== undefined) return whole
  for (let cut = 1; cut <= 3 && cut < bytes.length; cut++) {
    if (!isHalf(bytes.subarray(bytes.length - cut))) continue
    const before = decode(bytes.subarray(0, bytes.length - cut))
    if (before !== undefined && HIGH_OR_WIDE.test(before)) return `${before}\ufffd`
  }
  return text
}

const HIGH = /[\u0080-\u00ff]/
const WIDE = /[\u0100-\uffff]/
const HIGH_OR_WIDE = /[^\0-\u007f]/

/** The beginning of a character of more bytes than these. */
function isHalf(tail: Buffer): boolean {
  const lead = tail[0] as number
  const length = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0
  return lead < 0xf5 && tail.length < length && tail.subarray(1).every((byte) => byte >= 0x80 && byte <= 0xbf)
}

// A byte order mark is a character like any other here.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
function decode(bytes: Buffer): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}
