import type { Box, Looked, Picture } from '../../bot/pictures.ts'
import type { Ports } from '../../bot/ports.ts'
import type { BlockDraft, Mark, ReplyDraft } from '../../bot/reply.ts'
import { type Severity, VERDICTS, type Verdict } from '../../rules/vocabulary.ts'
import type { Assessment } from './assess.ts'
import { condensed } from './condense.ts'
import { altOf, boxes, frames, more, together } from './copy/says.ts'
import type { PhotoFinding } from './findings.ts'
import { VIDEOS } from './kept.ts'
import { momentOf, placeOf } from './places.ts'

/** Boxes that one picture can hold and somebody still see what is under them. */
export const MOST_BOXES = 40
/** Kinds of finding that are told of one photo. */
const MOST_TOLD = 20
/** From so many on that say the same, they are told once. */
const ALIKE = 3

export const TONES: Record<Severity, Mark['tone']> = {
  stop: 'stop',
  needs_authorization: 'needs',
  caution: 'caution',
  unchecked: 'unchecked',
}
export const toneOf = (verdict: Verdict) => (verdict === 'clear' ? 'clear' : TONES[verdict])

/** A finding with its number: that of its box, where it has one. */
interface Numbered {
  number: number
  one: PhotoFinding
  /** How many there are of the same, the first one's numbers included. */
  count: number
}

/** What was found in one photo, the picture with its boxes first. */
export async function showPhoto(
  outline: Outline,
  bytes: Uint8Array | undefined,
  { findings: all, looked }: Assessment,
): Promise<BlockDraft[]> {
  const findings = condensed(all)
  const boxed = findings.filter(({ box }) => box !== undefined).slice(0, MOST_BOXES)
  const rest = findings.filter(({ box }) => box === undefined)
  const left = findings.length - boxed.length - rest.length
  const draws = bytes && looked && boxed.length > 0 && !VIDEOS.includes(looked.format)
  const outlined = draws
    ? await outline(
        bytes,
        boxed.map(({ box }) => box as Box),
      )
    : undefined
  const numbered = [...grouped(boxed, 1), ...grouped(rest, 1 + boxed.length)]
  const shown = numbered.slice(0, MOST_TOLD)
  const hidden = left + numbered.slice(MOST_TOLD).reduce((sum, { count }) => sum + count, 0)
  return [
    ...(outlined ? [pictureBlock(outlined, altOf(places(boxed, looked as Looked)))] : []),
    ...shown.map((one) => findingBlock(one, looked)),
    ...(hidden > 0 ? [{ type: 'note' as const, text: more(hidden) }] : []),
    ...(looked?.frames ? [{ type: 'note' as const, text: framesNote(looked.frames) }] : []),
  ]
}

export function framesNote({ at, duration }: NonNullable<Looked['frames']>): string {
  return frames(at.length, Math.max(1, Math.round(duration / 1000)))
}

export function pictureBlock(
  { bytes, mime, width, height }: Picture,
  alt: string,
  name?: string,
): BlockDraft {
  // A letter at a time, some megabytes would hold up every other chat.
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  return { type: 'picture', mime, data, width, height, alt, ...(name ? { name } : {}) }
}

/** A smaller copy with numbered frames; undefined: there is none, and the words have to do. */
export type Outline = (bytes: Uint8Array, boxes: readonly Box[]) => Promise<Picture | undefined>

/** Draws as long as there is time: an answer without its picture is one, and a picture that holds it up is none. */
export function outlineUntil({ vision, clock }: Pick<Ports, 'vision' | 'clock'>, until: number): Outline {
  return async (bytes, boxes) => {
    const left = until - clock.now()
    if (left <= 0) return undefined
    const off = new AbortController()
    try {
      const late = clock.sleep(left, off.signal).then(() => undefined)
      return await Promise.race([vision.outline(bytes, boxes), late])
    } catch {
      return undefined
    } finally {
      off.abort('over')
    }
  }
}

/** Neighbours that say the same, as one. */
function grouped(findings: readonly PhotoFinding[], from: number): Numbered[] {
  const runs: Numbered[] = []
  for (const [index, one] of findings.entries()) {
    const last = runs.at(-1)
    if (last && last.one.message === one.message && last.one.severity === one.severity) last.count++
    else runs.push({ number: from + index, one, count: 1 })
  }
  return runs.flatMap((run) =>
    run.count >= ALIKE
      ? [run]
      : Array.from({ length: run.count }, (_, i) => ({
          number: run.number + i,
          one: findings[run.number + i - from] as PhotoFinding,
          count: 1,
        })),
  )
}

function findingBlock({ number, one, count }: Numbered, looked: Looked | undefined): BlockDraft {
  const { message, why, instead, severity, citations } = one
  return {
    type: 'finding',
    number,
    tone: TONES[severity],
    quote: count > 1 ? boxes(number, number + count - 1) : quoteOf(one, looked),
    says: count > 1 ? together(message, count) : message,
    why,
    instead,
    law: [...new Set(citations.map(({ source }) => source))],
  }
}

/** What was read, and otherwise where it is. */
function quoteOf({ quote, box, at }: PhotoFinding, looked: Looked | undefined): string {
  const where = box && looked ? placeOf(box, looked) : ''
  const when = at === undefined ? '' : momentOf(at)
  return quote || [where, when].filter((part) => part !== '').join(', ')
}

function places(boxed: readonly PhotoFinding[], looked: Looked) {
  return boxed.slice(0, MOST_ALT).map(({ box, message }, index) => ({
    number: index + 1,
    place: placeOf(box as Box, looked),
    what: message.replace(/\.(?:\s.*)?$/, '').toLowerCase(),
  }))
}
const MOST_ALT = 16

export function worstOf(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce<Verdict>((a, b) => (VERDICTS.indexOf(b) > VERDICTS.indexOf(a) ? b : a), 'clear')
}
export function textReply(text: string, ...more: BlockDraft[]): ReplyDraft {
  return { blocks: [{ type: 'text', text }, ...more], summary: text.slice(0, 300) }
}
