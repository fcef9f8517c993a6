import type { Box, Sighting } from '../../../bot/pictures.ts'

export function overlap(a: Box, b: Box): number {
  const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return wide > 0 && high > 0 ? wide * high : 0
}

export function area({ width, height }: Box): number {
  return width * height
}

/** How much two boxes share of what they cover together: 0 to 1. */
export function likeness(a: Box, b: Box): number {
  const shared = overlap(a, b)
  return shared === 0 ? 0 : shared / (area(a) + area(b) - shared)
}

/** How much of the smaller one lies in the other: 0 to 1. */
export function covered(a: Box, b: Box): number {
  const smaller = Math.min(area(a), area(b))
  return smaller === 0 ? 0 : overlap(a, b) / smaller
}

/** The best of those that show the same thing: a face found at two sizes is one face. */
export function distinct<S extends Sighting>(
  sightings: readonly S[],
  same: (a: Box, b: Box) => boolean = (a, b) => likeness(a, b) > 0.4,
): S[] {
  const kept: S[] = []
  for (const sighting of [...sightings].sort((a, b) => b.score - a.score))
    if (!kept.some(({ box }) => same(box, sighting.box))) kept.push(sighting)
  return kept
}

/** What of a box lies in the picture, in whole pixels. */
export function within({ x, y, width, height }: Box, picture: { width: number; height: number }): Box {
  const left = Math.max(0, Math.floor(x))
  const top = Math.max(0, Math.floor(y))
  return {
    x: left,
    y: top,
    width: Math.max(0, Math.min(picture.width, Math.ceil(x + width)) - left),
    height: Math.max(0, Math.min(picture.height, Math.ceil(y + height)) - top),
  }
}

export function scaled({ x, y, width, height }: Box, by: number): Box {
  return { x: x * by, y: y * by, width: width * by, height: height * by }
}
