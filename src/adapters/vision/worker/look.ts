import type { Blind, Looked, ReadText, Sighting } from '../../../bot/pictures.ts'
import { scaled } from '../detect/boxes.ts'
import { detect, type Sightings } from '../detect/detect.ts'
import type { Detectors } from '../detect/detectors.ts'
import { type Raster, resized, size } from '../detect/raster.ts'
import { decode } from '../files/decode.ts'
import { fingerprint } from '../files/fingerprint.ts'
import { frames } from '../files/frames.ts'
import { isFilm, readHeader } from '../files/header.ts'
import { inspect } from '../files/inspect.ts'
import { barred, pair } from '../files/looks.ts'
import { together } from './together.ts'

/** Small writing is read from as many pixels as this, on the longer side. */
const MOST_SIDE = 4096
/** Bars, pairs and fingerprints need no more than this. */
const WHOLE_SIDE = 1024
/** An animation or a film is looked at in so many moments, each of them smaller. */
const MOMENTS = 10
const MOMENT_SIDE = 1600
/** So much of the time goes to taking them out of a film; the rest to looking at them. */
const TAKING = 0.4

/** Milliseconds until it has to stop. */
type Left = () => number

/** What all of a file shows, in pixels of the upright original. */
interface Shown
  extends Pick<Looked, 'faces' | 'people' | 'screens' | 'pair' | 'barred' | 'fingerprint' | 'frames'> {
  text: readonly ReadText[]
  width: number
  height: number
  blind: readonly Blind[]
}

/**
 * Everything that there is to see in a file and beside it.
 * @throws ChaperoneError photo_unreadable
 */
export async function look(
  bytes: Uint8Array,
  detectors: () => Promise<Detectors>,
  enoughMs: number,
): Promise<Looked> {
  const end = performance.now() + enoughMs
  const left = () => end - performance.now()
  const header = readHeader(bytes)
  const beside = inspect(bytes)
  // Whichever fails first is told; the other must not end the process.
  beside.catch(() => {})
  const moves = isFilm(header.format) || header.frames > 1
  const shown = await (moves ? lookAtMoments : lookAtPicture)(bytes, await detectors(), left)
  const { metadata, hidden, blind } = await beside
  return {
    format: header.format,
    ...shown,
    metadata,
    hidden,
    blind: [...new Set([...blind, ...shown.blind])],
  }
}

async function lookAtPicture(bytes: Uint8Array, detectors: Detectors, left: Left): Promise<Shown> {
  const picture = await decode(bytes, { maxSide: MOST_SIDE })
  const seen = await detect(detectors, picture, () => left() <= 0)
  return {
    ...picture.original,
    ...enlarged({ ...seen, barred: [] }, 1 / picture.scale),
    ...(await asWhole(picture, seen, 1 / picture.scale)),
    blind: [...seen.blind, ...(picture.whole ? [] : (['pixels'] as const))],
  }
}

async function lookAtMoments(bytes: Uint8Array, detectors: Detectors, left: Left): Promise<Shown> {
  const { moments, duration, scale, original, blind } = await frames(bytes, {
    max: MOMENTS,
    maxSide: MOMENT_SIDE,
    deadlineMs: Math.max(1, left() * TAKING),
  })
  const blindTo = new Set<Blind>(blind)
  const seen: ReturnType<typeof enlarged>[] = []
  const at: number[] = []
  let pairs = false
  for (const moment of moments) {
    if (left() <= 0) {
      blindTo.add('frames')
      break
    }
    const found = await detect(detectors, moment, () => left() <= 0, { quick: true })
    for (const part of found.blind) blindTo.add(part)
    const timed = enlarged({ ...found, barred: barred(moment, found) }, 1 / scale, moment.at)
    seen.push(timed)
    at.push(moment.at)
    pairs ||= pair(moment, found.faces)
  }
  // Nothing of it was looked at: no list that is empty may pass for a finding.
  if (seen.length === 0) for (const part of ['faces', 'people', 'screens', 'text'] as const) blindTo.add(part)
  const [first] = moments
  return {
    ...original,
    ...together(seen),
    pair: pairs,
    fingerprint: first ? fingerprint(first.rgb, first.width, first.height) : [],
    frames: { at, duration },
    blind: [...blindTo],
  }
}

/** What a picture is as a whole is seen in a small version of it, and sooner. */
async function asWhole(picture: Raster, { faces, people }: Sightings, by: number) {
  const shrink = Math.min(1, WHOLE_SIDE / size(picture))
  const small = await resized(
    picture,
    Math.round(picture.width * shrink),
    Math.round(picture.height * shrink),
  )
  const there = (sightings: readonly Sighting[]) =>
    sightings.map(({ box, ...rest }) => ({ ...rest, box: scaled(box, shrink) }))
  const seen = { faces: there(faces), people: there(people) }
  return {
    pair: pair(small, seen.faces),
    barred: whole(barred(small, seen), by / shrink),
    fingerprint: fingerprint(small.rgb, small.width, small.height),
  }
}

/** Boxes in pixels of the original. */
function enlarged(
  { faces, people, screens, text, barred }: Sightings & { barred: Sighting[] },
  by: number,
  at?: number,
) {
  return {
    faces: whole(faces, by, at),
    people: whole(people, by, at),
    screens: whole(screens, by, at),
    text: whole(text, by, at),
    barred: whole(barred, by, at),
  }
}

function whole<S extends Sighting>(sightings: readonly S[], by: number, at?: number): S[] {
  return sightings.map((sighting) => {
    const { x, y, width, height } = scaled(sighting.box, by)
    const box = { x: Math.floor(x), y: Math.floor(y), width: Math.ceil(width), height: Math.ceil(height) }
    return { ...sighting, ...(at === undefined ? {} : { at }), box }
  })
}
