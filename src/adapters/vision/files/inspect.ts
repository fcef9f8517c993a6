import type { Blind, Hidden, Metadata } from '../../../bot/pictures.ts'
import { greyOf, showsSame } from './compare.ts'
import type { Walk } from './containers/walk.ts'
import { isFilm, walkOf } from './header.ts'
import { gather } from './metadata/gather.ts'
import { guarded, withPicture } from './pixels.ts'

export interface Inspected {
  metadata: Metadata
  hidden: readonly Hidden[]
  /** `metadata`: some of it could not be read, so that an empty list means nothing. */
  blind: readonly Blind[]
}

/** More pictures inside of a picture than this are told, but not looked at. */
const MOST_INNER = 12

/** What a file tells beside its pixels, and what else is in it. */
export async function inspect(bytes: Uint8Array): Promise<Inspected> {
  const walk = walkOf(bytes)
  return guarded(async () => {
    const gathered = gather(walk)
    const { hidden } = gathered
    let { damaged } = gathered
    if (gathered.pictures.length > 0 && !isFilm(walk.format)) {
      const pictures = gathered.pictures.slice(0, MOST_INNER)
      if (pictures.length < gathered.pictures.length) hidden.add('second-picture')
      const found = await lookInside(bytes, walk, pictures, hidden)
      damaged ||= !found
    }
    return {
      metadata: gathered.metadata,
      hidden: [...hidden],
      blind: damaged ? (['metadata'] as const) : [],
    }
  })
}

/** @returns false where one of them could not be opened although it should. */
async function lookInside(
  bytes: Uint8Array,
  walk: Walk,
  pictures: ReturnType<typeof gather>['pictures'],
  hidden: Set<Hidden>,
): Promise<boolean> {
  const main = await withPicture(bytes, walk, greyOf).catch(() => undefined)
  if (main === undefined) return false
  for (const { bytes: inner, as } of pictures) {
    const same = await showsSame(main.result, inner)
    // Not to be opened: whoever crops may have cut a thumbnail off too, and it says nothing any more.
    if (same === false) hidden.add(as)
  }
  return true
}
