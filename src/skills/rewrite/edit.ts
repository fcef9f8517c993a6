import type { Finding, Result } from '../../rules/verdict.ts'
import { REPLIES } from '../../rules/vocabulary.ts'

/** The draft with less in it. */
export interface Edit {
  text: string
  /** What was taken out, as it stood there. */
  removed: readonly string[]
}

/** Categories of which the words alone can go, and the sentence around them still stands. */
const CUT: readonly string[] = ['name', 'url', 'email', 'phone', 'date', 'location', 'age', 'record-number']
/** Words that have to be left: a reply may be a bare thanks, half a post is none. */
const LEFT_OF_REPLY = 4
const LEFT_OF_POST = 7
const KEPT_OF_POST = 0.5
const ROUNDS = 4

type Look = (text: string) => Result

/**
 * The draft without what was found: first the words alone, then their sentences, until nothing is found any
 * more. Undefined when too little would be left. Nothing is ever added.
 */
export function trimmed(text: string, look: Look): Edit | undefined {
  const whole = look(text)
  return attempt(text, whole, look, true) ?? attempt(text, whole, look, false)
}

function attempt(text: string, whole: Result, look: Look, cutting: boolean): Edit | undefined {
  const removed: string[] = []
  let now = text
  let result = whole
  for (let round = 0; round < ROUNDS && result.verdict !== 'clear'; round++) {
    if (result.findings.some(({ severity }) => severity === 'unchecked')) return undefined
    const spans = result.findings.map((finding) =>
      cutting && CUT.includes(finding.category) && setOff(now, finding)
        ? aroundWords(now, finding)
        : aroundSentence(now, finding),
    )
    const next = without(now, spans, removed)
    if (next === now) return undefined
    now = next
    result = look(now)
  }
  const enough = REPLIES.includes(whole.kind)
    ? count(now) >= LEFT_OF_REPLY
    : count(now) >= LEFT_OF_POST && count(now) >= KEPT_OF_POST * count(text)
  const stands = REPLIES.includes(whole.kind) ? SAYS_SOMETHING.test(now) : !STILL_SOMEBODY.test(now)
  return result.verdict === 'clear' && enough && stands && now !== text ? { text: now, removed } : undefined
}

/** A reply of which only a stray remark is left answers nobody. */
const SAYS_SOMETHING =
  /\b(?:thank|thanks|appreciate|grateful|kind words|feedback|review|please (?:call|contact)|call us|contact us|reach out)\b/i
/** Whoever was taken out of a post must be gone from what is left of it. */
const STILL_SOMEBODY =
  /\b(?:he|him|his|she|her|hers|himself|herself|this (?:patient|client|guy|lady|gentleman|kid|one)|(?:our|a|the) (?:patient|client))\b/i

type Span = readonly [start: number, end: number]

/** "Thanks, Sarah!" stands without the name; "the best thing for Sarah" does not. */
function setOff(text: string, { start, end }: Finding): boolean {
  return /(?:^|[,.!?]\s*|\n)$/.test(text.slice(0, start)) && /^\s*(?:[,.!?:\n]|$)/.test(text.slice(end))
}

/** With the comma or the blank that belongs to it: "Thanks, Sarah!" keeps its "Thanks!". */
function aroundWords(text: string, { start, end }: Finding): Span {
  const before = /(?:,\s*|\s+|^)$/.exec(text.slice(0, start))?.[0] ?? ''
  const first = before === '' || start === before.length
  const after = first ? (/^[,:!]?\s+/.exec(text.slice(end))?.[0] ?? '') : ''
  return [start - before.length, end + after.length]
}

const END = /[.!?…]+["”')\]]*(?=\s|$)|\n+/g

function aroundSentence(text: string, { start, end }: Finding): Span {
  let from = 0
  let to = text.length
  for (const found of text.matchAll(END)) {
    const stop = found.index + found[0].length
    if (stop <= start) from = stop
    else if (stop >= end) {
      to = stop
      break
    }
  }
  return [from, to]
}

function without(text: string, spans: readonly Span[], removed: string[]): string {
  const sorted = spans.toSorted(([a], [b]) => a - b)
  let left = ''
  let at = 0
  for (const [start, end] of sorted) {
    if (end <= at) continue
    const from = Math.max(start, at)
    left += text.slice(at, from)
    const gone = text.slice(from, end).replace(/^[\s,]+|\s+$/g, '')
    if (gone !== '') removed.push(gone)
    at = end
  }
  return tidy(left + text.slice(at))
}

function tidy(text: string): string {
  return text
    .replace(/[^\S\n]{2,}/g, ' ')
    .replace(/[^\S\n]+([,.!?])/g, '$1')
    .replace(/^[\s,.;:–-]+/, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\p{Ll}/u, (first) => first.toUpperCase())
    .trim()
}

function count(text: string): number {
  return text.match(/\p{L}[\p{L}'’-]*/gu)?.length ?? 0
}
