import type { ReadText, Sighting } from '../../../bot/pictures.ts'
import { likeness } from '../detect/boxes.ts'

/** What one moment of an animation or a film showed. */
export interface Moment {
  faces: Sighting[]
  people: Sighting[]
  screens: Sighting[]
  text: ReadText[]
  barred: Sighting[]
}

/**
 * Moments put together: what stays in its place from one to the next is told once, where it was seen best; what
 * moves or comes back is told again.
 */
export function together(moments: readonly Moment[]): Moment {
  return {
    faces: settled(moments.map(({ faces }) => faces)),
    people: settled(moments.map(({ people }) => people)),
    screens: settled(moments.map(({ screens }) => screens)),
    text: settled(
      moments.map(({ text }) => text),
      (a, b) => a.text === b.text,
    ),
    barred: settled(moments.map(({ barred }) => barred)),
  }
}

const STAYS = 0.4

function settled<S extends Sighting>(
  moments: readonly (readonly S[])[],
  alike: (a: S, b: S) => boolean = () => true,
): S[] {
  const told: S[] = []
  /** Which of those told was seen in the moment before, and where it was then. */
  let before: { index: number; last: S }[] = []
  for (const sightings of moments) {
    const now: { index: number; last: S }[] = []
    for (const sighting of sightings) {
      const known = before.find(
        ({ last }) => alike(last, sighting) && likeness(last.box, sighting.box) > STAYS,
      )
      const index = known?.index ?? told.length
      if (sighting.score > (told[index]?.score ?? 0)) told[index] = sighting
      now.push({ index, last: sighting })
    }
    before = now
  }
  return told
}
