import type { Blind } from '../../../bot/pictures.ts'
import { type Moment, sampleAnimation } from './animation/sample.ts'
import { sampleFilm } from './film/shots.ts'
import { isFilm, readHeader, walkOf } from './header.ts'
import { guarded } from './pixels.ts'

export interface Frames {
  moments: readonly Moment[]
  /** Of the whole animation or film, in milliseconds. */
  duration: number
  /** Pixels of a moment for one pixel of the upright original. */
  scale: number
  original: { width: number; height: number }
  /** `frames`: moments of it could not be looked at. */
  blind: readonly Blind[]
}

/** Moments of an animation or a film, spread over its whole length; of a still none. */
export async function frames(
  bytes: Uint8Array,
  options: { max: number; maxSide: number; deadlineMs?: number },
): Promise<Frames> {
  const walk = walkOf(bytes)
  const { width, height, duration } = readHeader(bytes)
  const original = { width, height }
  if (walk.frames === 1) return { moments: [], duration: 0, scale: 1, original, blind: [] }
  return guarded(async () => {
    const film = isFilm(walk.format)
    const { moments, whole } = await (film
      ? sampleFilm(bytes, walk, options, options.deadlineMs)
      : sampleAnimation(bytes, walk, options))
    const [first] = moments
    const scale = first ? first.width / width : 1
    return { moments, duration, scale, original, blind: whole ? [] : ['frames'] }
  })
}
