import type { Blind, Looked, Sighting } from '../../../bot/pictures.ts'
import { detect, type Sightings } from '../detect/detect.ts'
import type { Detectors } from '../detect/detectors.ts'
import { decode } from '../files/decode.ts'
import { readHeader } from '../files/header.ts'
import { inspect } from '../files/inspect.ts'

/** Small writing is read from as many pixels as this, on the longer side. */
const MOST_SIDE = 4096

/**
 * Everything that there is to see in a file and beside it.
 * @throws ChaperoneError photo_unreadable
 */
export async function look(
  bytes: Uint8Array,
  detectors: () => Promise<Detectors>,
  enough: () => boolean,
): Promise<Looked> {
  const header = readHeader(bytes)
  const [{ metadata, hidden, blind }, picture] = await Promise.all([
    inspect(bytes),
    decode(bytes, { maxSide: MOST_SIDE }),
  ])
  const seen = await detect(await detectors(), picture, enough)
  const { width, height } = picture.original
  const blindTo = new Set<Blind>([...blind, ...seen.blind, ...(picture.whole ? [] : (['pixels'] as const))])
  return {
    format: header.format,
    width,
    height,
    ...enlarged(seen, 1 / picture.scale),
    metadata,
    hidden,
    pair: false,
    barred: [],
    fingerprint: [],
    blind: [...blindTo],
  }
}

/** Boxes in pixels of the picture as it was sent. */
function enlarged({ faces, people, screens, text }: Sightings, by: number) {
  const place = <S extends Sighting>(sightings: readonly S[]): S[] =>
    sightings.map((sighting) => ({
      ...sighting,
      box: {
        x: Math.floor(sighting.box.x * by),
        y: Math.floor(sighting.box.y * by),
        width: Math.ceil(sighting.box.width * by),
        height: Math.ceil(sighting.box.height * by),
      },
    }))
  return { faces: place(faces), people: place(people), screens: place(screens), text: place(text) }
}
