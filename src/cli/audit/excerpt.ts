/** Words of a post, in order; `marked` are those that disclose. */
export type Excerpt = readonly { words: string; marked: boolean }[]

/** A post up to this length is shown whole: most are, and half a sentence is hard to find online. */
const WHOLE = 240
const LONGEST = 360
/** Kept from the beginning, by which a post is recognized, and around each place. */
const OPENING = 60
const AROUND = 36
const GAP = ' … '

interface Span {
  start: number
  end: number
}

/** A part of a string keeps the whole of it in memory, and that can be a good piece of a file. */
export const copyOf = (text: string) => Buffer.from(text).toString()

/** The words that disclose, with as much around them as helps to find the post again and no more. */
export function excerptOf(text: string, places: readonly Span[]): Excerpt {
  const marks = merge(places.filter(({ start, end }) => end > start && end <= text.length))
  const windows =
    text.length <= WHOLE
      ? [{ start: 0, end: text.length }]
      : merge([{ start: 0, end: OPENING }, ...marks].map((span) => widen(span, text)))
  const pieces: { words: string; marked: boolean }[] = []
  let left = LONGEST
  const add = (start: number, end: number, marked: boolean) => {
    const words = text.slice(start, Math.min(end, start + left))
    left -= words.length
    if (words !== '') pieces.push({ words: copyOf(words), marked })
  }
  for (const { start, end } of windows) {
    if (left <= 0) break
    if (pieces.length > 0) pieces.push({ words: GAP, marked: false })
    let at = start
    for (const mark of marks) {
      if (mark.end <= start || mark.start >= end) continue
      add(at, mark.start, false)
      add(Math.max(at, mark.start), Math.min(mark.end, end), true)
      at = Math.max(at, mark.end)
    }
    add(at, end, false)
  }
  const last = windows.at(-1)
  if (left <= 0 || (last && last.end < text.length)) pieces.push({ words: GAP.trimEnd(), marked: false })
  return pieces
}

/** To the next space on both sides, so that no word is cut. */
function widen({ start, end }: Span, text: string): Span {
  const before = text.indexOf(' ', Math.max(0, start - AROUND))
  const after = text.lastIndexOf(' ', end + AROUND)
  return {
    start: start <= AROUND ? 0 : before >= 0 && before < start ? before + 1 : start,
    end: end + AROUND >= text.length ? text.length : after > end ? after : end,
  }
}

function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last !== undefined && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else merged.push({ ...span })
  }
  return merged
}
