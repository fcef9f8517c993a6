import type { Box, Sighting } from '../../../../bot/pictures.ts'
import { covered, distinct, likeness } from '../boxes.ts'
import { type Raster, size, turned, turnedBack } from '../raster.ts'
import type { Faces } from './faces.ts'

/** A face that fills the picture is found in the small version, faces behind it in the larger one. */
const SIDES = [512, 1024] as const
/** Where there are people, the background is searched in this size for more of them; where not, in a smaller one. */
const CROWD = 2048
const ALONE = 1600
/** Enlarging a picture by more than this shows nothing new. */
const ENLARGED = 2.5
/** On its sides a picture is tried in a small version: whoever fills it is seen there. */
const SIDEWAYS = 768

/** What is taken for a face in a picture with people in it, … */
const AMONG_PEOPLE = 0.35
/** … and in one where nothing else looks like a person: patterns, fruit and animals come close. */
const ALL_ALONE = 0.7
/** A person who was seen from head to foot, so that whatever is on top may well be a face. */
const PERSON = 0.45

/** Every face, close or small; `people` are what was found of their bodies. */
export async function findFaces(
  faces: Faces,
  raster: Raster,
  people: readonly Sighting[],
): Promise<Sighting[]> {
  const found: Sighting[] = []
  for (const side of SIDES)
    if (side <= size(raster) * ENLARGED) found.push(...(await faces.find(raster, side, AMONG_PEOPLE)))
  const somebody = () =>
    people.some(({ score }) => score >= PERSON) || found.some(({ score }) => score >= ALL_ALONE)
  const side = Math.min(somebody() ? CROWD : ALONE, Math.floor(size(raster) * ENLARGED))
  found.push(...(await faces.find(raster, side, AMONG_PEOPLE, { fine: true })))
  if (!somebody()) found.push(...(await sideways(faces, raster)))
  const least = somebody() ? AMONG_PEOPLE : ALL_ALONE
  return distinct(
    found.filter(({ score }) => score >= least),
    same,
  )
}

async function sideways(faces: Faces, raster: Raster): Promise<Sighting[]> {
  const found: Sighting[] = []
  for (const turn of [90, 270] as const) {
    const picture = await turned(raster, turn)
    for (const { box, score } of await faces.find(picture, SIDEWAYS, ALL_ALONE))
      found.push({ box: turnedBack(box, turn, raster), score })
  }
  return found
}

function same(a: Box, b: Box): boolean {
  return likeness(a, b) > 0.3 || covered(a, b) > 0.75
}
