import type { Blind, Box, Looked, Picture, Vision } from '../../bot/pictures.ts'
import { around, mostlyIn } from './text/rows.ts'

/** What can be put under opaque boxes. */
export const COVERS = ['faces', 'people', 'screens', 'text'] as const
export type Cover = (typeof COVERS)[number]

/** A copy that may be handed out, or why there is none. */
export type Copy =
  | { picture: Picture; covered: number }
  /** `still`: something of it was found again after every try. `unsure`: nobody could look at the copy. */
  | { refused: 'still' | 'unsure' | 'private' }

/** Tries until nothing is found any more. */
const ROUNDS = 3
/** How much larger than what was found a box is, on each side. */
const MARGIN: Record<Cover, number> = { faces: 0.2, people: 0.03, screens: 0.03, text: 0.15 }
/** What the detectors need for each, so that "nothing found" means something. */
const EYES: Record<Cover, Blind> = { faces: 'faces', people: 'people', screens: 'screens', text: 'text' }

/**
 * The same picture without what the file tells; looked at again before anybody gets it.
 * @param left milliseconds that are left.
 */
export async function cleanCopy(vision: Vision, bytes: Uint8Array, left: () => number): Promise<Copy> {
  const picture = await vision.clean(bytes)
  const looked = await vision.look(picture.bytes, { deadlineMs: left() })
  return isPrivate(looked) ? { refused: 'private' } : { picture, covered: 0 }
}

/**
 * A clean copy in which all of these lie under opaque boxes. The detectors look at it again, and what they still
 * find is covered as well; a copy in which something is left is never handed out.
 */
export async function coveredCopy(
  vision: Vision,
  bytes: Uint8Array,
  covers: readonly Cover[],
  left: () => number,
): Promise<Copy> {
  const first = await vision.look(bytes, { deadlineMs: left() })
  let boxes = boxesOf(first, covers, [])
  let ours: Box[] = []
  let picture = boxes.length > 0 ? await vision.cover(bytes, boxes) : await vision.clean(bytes)
  ours = [...boxes]
  for (let round = 1; ; round++) {
    const looked = await vision.look(picture.bytes, { deadlineMs: left() })
    if (covers.some((cover) => looked.blind.includes(EYES[cover])) || looked.blind.includes('pixels'))
      return { refused: 'unsure' }
    if (isPrivate(looked)) return { refused: 'private' }
    boxes = boxesOf(looked, covers, scaled(ours, looked.width / Math.max(1, first.width)))
    if (boxes.length === 0) return { picture, covered: ours.length }
    if (round === ROUNDS) return { refused: 'still' }
    ours = [...ours, ...boxes]
    picture = await vision.cover(picture.bytes, boxes)
  }
}

/** All there is of it: a face that was let pass as a colleague's is covered too, and so is all writing. */
function boxesOf(looked: Looked, covers: readonly Cover[], ours: readonly Box[]): Box[] {
  const { width, height, faces } = looked
  // A box of ours over a face is taken for a bar over one.
  const barred = looked.barred.filter(({ box }) => !ours.some((own) => touches(own, box)))
  return covers.flatMap((cover) => {
    const sightings = cover === 'faces' ? [...faces, ...barred] : looked[cover]
    return merged(sightings.map(({ box }) => grown(box, MARGIN[cover], width, height)))
  })
}

function touches(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function scaled(boxes: readonly Box[], by: number): Box[] {
  return boxes.map(({ x, y, width, height }) => ({
    x: x * by,
    y: y * by,
    width: width * by,
    height: height * by,
  }))
}

function grown(box: Box, by: number, width: number, height: number): Box {
  const dx = box.width * by
  const dy = box.height * by
  const x = Math.max(0, Math.floor(box.x - dx))
  const y = Math.max(0, Math.floor(box.y - dy))
  const right = Math.min(width, Math.ceil(box.x + box.width + dx))
  const bottom = Math.min(height, Math.ceil(box.y + box.height + dy))
  return { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) }
}

/** A box that lies in another one says nothing of its own. */
function merged(boxes: readonly Box[]): Box[] {
  const out: Box[] = []
  for (const box of boxes.toSorted((a, b) => b.width * b.height - a.width * a.height)) {
    const into = out.findIndex((other) => mostlyIn(box, other))
    if (into === -1) out.push(box)
    else out[into] = around([out[into] as Box, box])
  }
  return out
}

function isPrivate({ metadata, hidden, blind }: Looked): boolean {
  const { gps, taken, device, person, words } = metadata
  return (
    gps || taken || device || person || words.length > 0 || hidden.length > 0 || blind.includes('metadata')
  )
}
