import type { Blind, Box, ReadText, Sighting } from '../../../bot/pictures.ts'
import { covered, distinct, likeness, within } from './boxes.ts'
import type { Detectors } from './detectors.ts'
import { type Raster, size, type Turn, turned, turnedBack } from './raster.ts'
import { findText, type TextFound } from './text/find.ts'

/** What stands in one picture; boxes in its own pixels. */
export interface Sightings {
  faces: Sighting[]
  people: Sighting[]
  screens: Sighting[]
  text: ReadText[]
  blind: Blind[]
}

/** Close-ups are found in the small picture, faces in the background in the large ones. */
const FACE_SIDES = [512, 1024, 1600] as const
const FACE = 0.45
/** A picture is tried on its sides in a small version: whoever fills it is seen there, and the rest costs too much. */
const TURNED_SIDES = [768] as const
const FACE_TURNED = 0.6

/** Looks for everything at once; `enough` says when the time is up. */
export async function detect(
  detectors: Detectors,
  raster: Raster,
  enough: () => boolean,
): Promise<Sightings> {
  const blind = new Set<Blind>()
  const lookFor = async <T>(what: Blind[], otherwise: T, work: () => Promise<T> | undefined): Promise<T> => {
    try {
      const found = enough() ? undefined : await work()
      if (found !== undefined) return found
    } catch {
      // Whatever went wrong: this part was not looked for, and that is what is said.
    }
    for (const part of what) blind.add(part)
    return otherwise
  }
  const objects = await lookFor(['people', 'screens'], { people: [], screens: [] }, () =>
    detectors.objects?.find(raster),
  )
  const [faces, read] = await Promise.all([
    lookFor<Sighting[]>(['faces'], [], () => detectors.faces && findFaces(detectors, raster, objects.people)),
    lookFor<TextFound>(['text'], { text: [], incomplete: false }, () => {
      const screens = objects.screens.map(({ box }) => box)
      return detectors.reader && findText(detectors.reader, raster, screens, enough)
    }),
  ])
  if (read.incomplete) blind.add('text')
  const inside = (sightings: readonly Sighting[]) =>
    sightings
      .map((sighting) => ({ ...sighting, box: within(sighting.box, raster) }))
      .filter(({ box }) => box.width > 0 && box.height > 0)
  return {
    faces: inside(faces),
    people: inside(objects.people),
    screens: inside(objects.screens),
    text: read.text,
    blind: [...blind],
  }
}

async function findFaces({ faces: finder }: Detectors, raster: Raster, people: readonly Sighting[]) {
  if (!finder) return []
  const found: Sighting[] = []
  // Enlarging a small picture brings little: beyond twice its size nothing.
  const sides = FACE_SIDES.filter((side, index) => index === 0 || side <= size(raster) * 2)
  for (const side of sides) found.push(...(await finder.find(raster, side, FACE)))
  if (found.length === 0) {
    for (const turn of [90, 270] as const satisfies Turn[]) {
      const sideways = await turned(raster, turn)
      for (const side of TURNED_SIDES)
        for (const { box, score } of await finder.find(sideways, side, FACE_TURNED))
          found.push({ box: turnedBack(box, turn, raster), score })
    }
  }
  return distinct(found, sameFace).filter((face) => plausible(face, people))
}

function sameFace(a: Box, b: Box): boolean {
  return likeness(a, b) > 0.3 || covered(a, b) > 0.75
}

/** Reserved for what a face cannot be; everything that might be one stays. */
function plausible({ box }: Sighting, _people: readonly Sighting[]): boolean {
  return box.width >= 6 && box.height >= 6
}
