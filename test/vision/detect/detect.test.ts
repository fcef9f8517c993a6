import { describe, expect, it } from 'vitest'
import { detect } from '../../../src/adapters/vision/detect/detect.ts'
import type { Detectors } from '../../../src/adapters/vision/detect/detectors.ts'
import type { Raster } from '../../../src/adapters/vision/detect/raster.ts'
import type { Sighting } from '../../../src/bot/pictures.ts'

const grey: Raster = { rgb: new Uint8Array(400 * 300 * 3).fill(128), width: 400, height: 300 }
const never = () => false

function detectors(parts: Partial<Detectors> = {}): Detectors {
  return {
    faces: { find: async () => [] },
    objects: { find: async () => ({ people: [], screens: [] }) },
    reader: { regions: async () => [], read: async () => [] },
    ...parts,
  }
}

const broken = async () => {
  throw new Error('out of memory')
}
const seen = (score: number, x = 100): Sighting => ({ box: { x, y: 50, width: 60, height: 60 }, score })

describe('a detector that does not work', () => {
  const cases: [string, Partial<Detectors>, string[]][] = [
    ['throws: faces', { faces: { find: broken } }, ['faces']],
    ['throws: people and screens', { objects: { find: broken } }, ['people', 'screens']],
    ['throws while it looks for writing', { reader: { regions: broken, read: broken } }, ['text']],
    ['is missing: faces', { faces: undefined }, ['faces']],
    ['is missing: people and screens', { objects: undefined }, ['people', 'screens']],
    ['is missing: writing', { reader: undefined }, ['text']],
  ]
  for (const [name, parts, blind] of cases)
    it(`${name} is said, never taken for nothing found`, async () => {
      expect((await detect(detectors(parts), grey, never)).blind).toEqual(blind)
    })

  it('leaves what the others found', async () => {
    const found = await detect(detectors({ faces: { find: broken }, objects: person }), grey, never)
    expect(found.people).toHaveLength(1)
    expect(found.blind).toEqual(['faces'])
  })

  it('says everything where there was no time at all', async () => {
    const { blind } = await detect(detectors(), grey, () => true)
    expect([...blind].sort()).toEqual(['faces', 'people', 'screens', 'text'])
  })
})

const person = { find: async () => ({ people: [seen(0.8)], screens: [] }) }

describe('how certain a face has to be', () => {
  const cases: [string, number, Detectors['objects'], number][] = [
    ['among people a likely one counts', 0.5, person, 1],
    ['alone it does not: patterns look like faces', 0.5, detectors().objects, 0],
    ['alone a certain one counts', 0.8, detectors().objects, 1],
  ]
  for (const [name, score, objects, faces] of cases)
    it(name, async () => {
      const found = await detect(
        detectors({ objects, faces: { find: async () => [seen(score)] } }),
        grey,
        never,
      )
      expect(found.faces).toHaveLength(faces)
    })

  it('is one face, found at three sizes', async () => {
    const find = async (_: Raster, side: number) => [seen(0.9, 100 + side / 512)]
    const { faces } = await detect(detectors({ faces: { find } }), grey, never)
    expect(faces).toHaveLength(1)
  })

  it('finds who lies on the side, where they lie', async () => {
    // Seen only where the picture stands on its left edge: high rather than wide.
    const find = async ({ width, height }: Raster, side: number) =>
      height > width && side === 512
        ? [{ box: { x: 0, y: 0, width: width / 4, height: height / 8 }, score: 0.9 }]
        : []
    const { faces } = await detect(detectors({ faces: { find } }), grey, never)
    // Turned clockwise, the upper left corner was the lower left one before.
    expect(faces.map(({ box }) => box)).toEqual([{ x: 0, y: 225, width: 50, height: 75 }])
  })

  it('lies in the picture, whatever the detector says', async () => {
    const find = async () => [{ box: { x: -50, y: 250, width: 100, height: 100 }, score: 0.9 }]
    const { faces } = await detect(detectors({ faces: { find } }), grey, never)
    expect(faces.map(({ box }) => box)).toEqual([{ x: 0, y: 250, width: 50, height: 50 }])
  })
})

describe('how certain a person has to be', () => {
  const people = (...scores: number[]) => ({
    find: async () => ({ people: scores.map((score, index) => seen(score, index * 100)), screens: [] }),
  })
  const cases: [string, number[], number][] = [
    ['a faint figure alone is none', [0.32], 0],
    ['a likely one is', [0.4], 1],
    ['beside somebody certain a faint figure counts', [0.8, 0.32], 2],
  ]
  for (const [name, scores, count] of cases)
    it(name, async () => {
      const found = await detect(detectors({ objects: people(...scores) }), grey, never)
      expect(found.people).toHaveLength(count)
    })
})
