import type { Blind, ReadText, Sighting } from '../../../bot/pictures.ts'
import { within } from './boxes.ts'
import type { Detectors } from './detectors.ts'
import { findFaces, findFacesQuickly } from './faces/find.ts'
import type { Raster } from './raster.ts'
import { findText, type TextFound } from './text/find.ts'

/** What stands in one picture; boxes in its own pixels. */
export interface Sightings {
  faces: Sighting[]
  people: Sighting[]
  screens: Sighting[]
  text: ReadText[]
  blind: Blind[]
}

/** Looks for everything at once; `enough` says when the time is up; `quick`: this is one moment out of many. */
export async function detect(
  detectors: Detectors,
  raster: Raster,
  enough: () => boolean,
  { quick = false } = {},
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
    lookFor<Sighting[]>(
      ['faces'],
      [],
      () =>
        detectors.faces && (quick ? findFacesQuickly : findFaces)(detectors.faces, raster, objects.people),
    ),
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
    people: inside(
      objects.people.filter(({ score }) => score >= (sure(objects.people, faces) ? AMONG : ALONE)),
    ),
    screens: inside(objects.screens),
    text: read.text,
    blind: [...blind],
  }
}

/** Where somebody certainly is, a faint figure is likely somebody else; where nobody is, it is a post or a tree. */
const AMONG = 0.3
const ALONE = 0.36

function sure(people: readonly Sighting[], faces: readonly Sighting[]): boolean {
  return [...people, ...faces].some(({ score }) => score >= 0.6)
}
