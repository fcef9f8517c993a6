import type { Box, Looked } from '../../../src/bot/pictures.ts'
import type { Share } from '../score.ts'
import type { Labels } from './labels.ts'

/** What was found of what was to be found, added up over photos. */
export interface PhotoScore {
  somebody: Share
  nobody: Share
  facesLarge: Share
  faces: Share
  words: Share
  identifiers: Share
  place: Share
  time: Share
  person: Share
  leftInCopies: Share
}

export function emptyScore(): PhotoScore {
  const none = () => ({ hits: 0, of: 0 })
  return {
    somebody: none(),
    nobody: none(),
    facesLarge: none(),
    faces: none(),
    words: none(),
    identifiers: none(),
    place: none(),
    time: none(),
    person: none(),
    leftInCopies: none(),
  }
}

/** A face counts as large from here, in pixels of its shorter side. */
const LARGE = 40

export function count(score: PhotoScore, labels: Omit<Labels, 'file'>, looked: Looked): void {
  const anybody = looked.faces.length + looked.people.length > 0
  if (labels.people === true) add(score.somebody, anybody)
  if (labels.people === false) add(score.nobody, anybody)
  for (const face of labels.faces ?? []) {
    const found = looked.faces.some(({ box }) => meets(box, face))
    add(score.faces, found)
    if (Math.min(face.width, face.height) >= LARGE) add(score.facesLarge, found)
  }
  const read = looked.text.map(({ text }) => text)
  const left = tally(read.flatMap((line) => line.split(/\s+/).map(bare)))
  // Run together, a word may still be read: spaces are what is lost first.
  const all = bare(read.join(''))
  for (const word of (labels.words ?? '').split(/\s+/).map(bare)) {
    if (word === '') continue
    const found = take(left, word) || (word.length > 3 && all.includes(word))
    add(score.words, found)
  }
  for (const identifier of labels.identifiers ?? []) add(score.identifiers, all.includes(bare(identifier)))
  const { gps, taken, person, device } = labels.metadata ?? {}
  if (gps) add(score.place, looked.metadata.gps)
  if (taken) add(score.time, looked.metadata.taken)
  if (person) add(score.person, looked.metadata.person)
  if (device) add(score.person, looked.metadata.device)
}

export function countCopy(score: PhotoScore, { metadata, hidden }: Looked): void {
  add(score.leftInCopies, metadata.fields.length + hidden.length > 0)
}

function add(share: Share, hit: boolean): void {
  share.of++
  if (hit) share.hits++
}

/** Boxes of the same face differ in what they take for its edge. */
function meets(a: Box, b: Box): boolean {
  const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  if (wide <= 0 || high <= 0) return false
  const shared = wide * high
  return shared / (a.width * a.height + b.width * b.height - shared) > 0.3
}

export function bare(word: string): string {
  return word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function tally(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function take(counts: Map<string, number>, word: string): boolean {
  const left = counts.get(word) ?? 0
  if (left > 0) counts.set(word, left - 1)
  return left > 0
}
