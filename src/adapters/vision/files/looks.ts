import type { Sighting } from '../../../bot/pictures.ts'
import type { Raster } from './decode.ts'
import { findBarred, type Seen } from './patterns/barred.ts'
import { isPair } from './patterns/seam.ts'

/** Two pictures of the same thing put together: a before-and-after. Boxes in pixels of the raster. */
export function pair(raster: Raster, faces: readonly Sighting[]): boolean {
  return isPair(raster, faces)
}

/** Faces with a bar, a sticker or a mosaic over them. Boxes in pixels of the raster. */
export function barred(raster: Raster, seen: Seen): Sighting[] {
  return findBarred(raster, seen)
}
