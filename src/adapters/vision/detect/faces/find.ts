import type { Box, Sighting } from '../../../../bot/pictures.ts'
import { covered, distinct, likeness, scaled } from '../boxes.ts'
import { fitted, type Raster, size, turned, turnedBack } from '../raster.ts'
import type { Faces } from './faces.ts'

/** A face that fills the picture is found in the small version, faces behind it in the larger ones. */
const CLOSE = 512
const MIDDLE = 1024
/** Where there are people, the background is searched in this size for more of them; where not, in a smaller one. */
const CROWD = 2048
const ALONE = 1600
/** Enlarging a picture by more than this shows nothing new. */
const ENLARGED = 2.5
/** Faces that stand upright and are near are hardly ever less certain than this. */
const UPRIGHT = 0.9

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
  const found = await faces.find(raster, CLOSE, AMONG_PEOPLE)
  if (best(found) < UPRIGHT) found.push(...(await sideways(faces, raster, best(found))))
  if (MIDDLE <= size(raster) * ENLARGED) found.push(...(await faces.find(raster, MIDDLE, AMONG_PEOPLE)))
  const side = Math.min(somebody(found, people) ? CROWD : ALONE, Math.floor(size(raster) * ENLARGED))
  found.push(...(await faces.find(raster, side, AMONG_PEOPLE, { fine: true })))
  return believed(found, people)
}

/** As `findFaces`, of one moment out of many: what is missed here another moment may show. */
export async function findFacesQuickly(
  faces: Faces,
  raster: Raster,
  people: readonly Sighting[],
): Promise<Sighting[]> {
  const found = await faces.find(raster, CLOSE, AMONG_PEOPLE)
  const side = Math.min(ALONE, Math.floor(size(raster) * ENLARGED))
  found.push(...(await faces.find(raster, side, AMONG_PEOPLE, { fine: true })))
  return believed(found, people)
}

function somebody(found: readonly Sighting[], people: readonly Sighting[]): boolean {
  return people.some(({ score }) => score >= PERSON) || best(found) >= ALL_ALONE
}

function believed(found: readonly Sighting[], people: readonly Sighting[]): Sighting[] {
  const least = somebody(found, people) ? AMONG_PEOPLE : ALL_ALONE
  return distinct(
    found.filter(({ score }) => score >= least),
    same,
  )
}

/** The picture may lie on its side: the better way round is looked at twice. */
async function sideways(faces: Faces, raster: Raster, upright: number): Promise<Sighting[]> {
  const small = await fitted(raster, MIDDLE, 1)
  const ways = []
  for (const turn of [90, 270] as const) {
    const picture = await turned(small, turn)
    ways.push({ turn, picture, found: await faces.find(picture, CLOSE, AMONG_PEOPLE) })
  }
  const [way] = ways.sort((a, b) => best(b.found) - best(a.found))
  if (!way || best(way.found) <= upright || best(way.found) < ALL_ALONE) return []
  const found = [...way.found, ...(await faces.find(way.picture, MIDDLE, AMONG_PEOPLE))]
  return found.map(({ box, score }) => ({
    box: scaled(turnedBack(box, way.turn, small), size(raster) / size(small)),
    score,
  }))
}

function best(faces: readonly Sighting[]): number {
  return Math.max(0, ...faces.map(({ score }) => score))
}

function same(a: Box, b: Box): boolean {
  return likeness(a, b) > 0.3 || covered(a, b) > 0.75
}
