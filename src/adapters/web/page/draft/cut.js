/** Cutting text without cutting what a reader sees as one sign: an emoji, a flag, a letter with its accents. */

const signs = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Far more than the longest family emoji; a pile of accents beyond it is cut between code points. */
const REACH = 64

/** @param {string} text @param {number} at */
const inPair = (text, at) => /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1))

/**
 * The nearest place not after `at` where `text` may be cut. Looks at a few characters around it only, so it
 * costs the same in a long text.
 *
 * @param {string} text
 * @param {number} at UTF-16 offset
 */
export function cutBefore(text, at) {
  if (at <= 0) return 0
  if (at >= text.length) return text.length
  const safe = inPair(text, at) ? at - 1 : at
  let from = Math.max(0, safe - REACH)
  if (inPair(text, from)) from -= 1
  const sign = signs.segment(text.slice(from, at + REACH)).containing(safe - from)
  // A sign that starts where the look begins may have started earlier: there is nothing better to go by.
  return sign && (sign.index > 0 || from === 0) ? from + sign.index : safe
}

/**
 * The nearest place not before `at` where `text` may be cut.
 *
 * @param {string} text
 * @param {number} at UTF-16 offset
 */
export function cutAfter(text, at) {
  const before = cutBefore(text, at)
  if (before >= at) return before
  const sign = signs.segment(text.slice(before, before + 2 * REACH)).containing(0)
  return Math.max(at, before + (sign?.segment.length ?? 1))
}

/**
 * At most `length` UTF-16 units of `text` as it stands, with "…" where something was left out.
 *
 * @param {string} text
 * @param {number} length
 */
export const shorten = (text, length) =>
  text.length <= length ? text : `${text.slice(0, cutBefore(text, length))}…`

/**
 * At most `length` UTF-16 units of `text`, on one line, with "…" where something was left out.
 *
 * @param {string} text
 * @param {number} length
 */
export function clip(text, length) {
  const line = text
    .slice(0, length * 4)
    .replace(/\s+/g, ' ')
    .trim()
  const whole = line.length <= length && text.length <= length * 4
  return whole ? line : `${line.slice(0, cutBefore(line, length)).trimEnd()}…`
}
