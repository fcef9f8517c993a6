import { afterAll, describe, expect, it } from 'vitest'
import { ChaperoneError } from '../../src/bot/errors.ts'
import type { Box, Looked, Vision } from '../../src/bot/pictures.ts'

export interface VisionSamples {
  /** A photo of people, and how many faces at least are to be found. */
  people: { bytes: Uint8Array; faces: number }
  /** A monitor with names on it, and some of them. */
  monitor: { bytes: Uint8Array; names: readonly string[] }
  /** Nobody, no screen, no writing. */
  empty: Uint8Array
}

/** What whoever asks for a look may rely on. */
export function visionContract(
  name: string,
  open: () => Vision,
  samples: () => Promise<VisionSamples>,
): void {
  describe(`vision: ${name}`, { timeout: 60_000 }, () => {
    const vision = open()
    const deadlineMs = 60_000
    afterAll(() => vision.close())
    // A look takes a second; most promises are about the same three.
    const looks = new Map<keyof VisionSamples, Promise<Looked>>()
    const look = async (at: keyof VisionSamples): Promise<Looked> => {
      const sample = (await samples())[at]
      const known = looks.get(at) ?? vision.look('bytes' in sample ? sample.bytes : sample, { deadlineMs })
      looks.set(at, known)
      return known
    }

    it('is there', () => expect(vision.available).toBe(true))

    it('finds people and their faces, and tells how large the picture is', async () => {
      const { people } = await samples()
      const looked = await look('people')
      expect(looked.faces.length).toBeGreaterThanOrEqual(people.faces)
      expect(looked.people.length).toBeGreaterThan(0)
      expect(looked.blind).toEqual([])
      for (const { box, score } of [...looked.faces, ...looked.people, ...looked.screens, ...looked.text]) {
        expect(score).toBeGreaterThan(0)
        expect(score).toBeLessThanOrEqual(1)
        expectInside(box, looked)
      }
    })

    it('reads what stands on a screen', async () => {
      const { monitor } = await samples()
      const { text, blind } = await look('monitor')
      const read = text.map((line) => line.text).join('\n')
      for (const each of monitor.names) expect(read).toContain(each)
      expect(blind).toEqual([])
    })

    it('finds nothing where nothing is, and says that it looked everywhere', async () => {
      const looked = await look('empty')
      expect([looked.faces, looked.people, looked.screens, looked.text]).toEqual([[], [], [], []])
      expect(looked.blind).toEqual([])
    })

    it('takes what is no picture for unreadable', async () => {
      const words = new TextEncoder().encode('not a picture at all')
      await expect(vision.look(words, { deadlineMs })).rejects.toMatchObject({ code: 'photo_unreadable' })
      await expect(vision.clean(words)).rejects.toMatchObject({ code: 'photo_unreadable' })
    })

    it('never lets a look pass for done that had no time', async () => {
      const { people } = await samples()
      const result = await vision.look(people.bytes, { deadlineMs: 1 }).catch((error: unknown) => error)
      if (result instanceof ChaperoneError) expect(result.code).toBe('photo_slow')
      else expect((result as Looked).blind).not.toEqual([])
    })

    it('covers what it is told to cover, and looks at the next picture after a failure', async () => {
      const { people } = await samples()
      const { faces } = await look('people')
      const covered = await vision.cover(
        people.bytes,
        faces.map(({ box }) => box),
      )
      const again = await vision.look(covered.bytes, { deadlineMs })
      expect(again.faces).toEqual([])
      expect([again.width, again.height]).toEqual([covered.width, covered.height])
    })

    it('takes a copy of a picture for the same', async () => {
      const { people } = await samples()
      const copy = await vision.clean(people.bytes)
      const [one, same, other] = [
        await look('people'),
        await vision.look(copy.bytes, { deadlineMs }),
        await look('monitor'),
      ]
      expect(vision.nearness(one.fingerprint, same.fingerprint)).toBe('same')
      expect(vision.nearness(one.fingerprint, other.fingerprint)).toBe('other')
    })

    it('has room for several who ask at once', async () => {
      const { empty } = await samples()
      const all = await Promise.all([1, 2].map(() => vision.look(empty, { deadlineMs })))
      expect(all.map(({ blind }) => blind)).toEqual([[], []])
    })
  })
}

function expectInside({ x, y, width, height }: Box, picture: { width: number; height: number }): void {
  expect(x).toBeGreaterThanOrEqual(0)
  expect(y).toBeGreaterThanOrEqual(0)
  expect(x + width).toBeLessThanOrEqual(picture.width + 1)
  expect(y + height).toBeLessThanOrEqual(picture.height + 1)
}
