import { describe, expect, it } from 'vitest'
import type { Hasher } from '../../../src/bot/ports.ts'

/**
 * The port `Hasher` of src/bot/ports.ts. Passed by: the key of the sqlite store (hasher.sqlite.test.ts).
 * `open` gives hashers of two installations, and the first one once more after a restart.
 */
export function hasherContract(
  name: string,
  open: () => Promise<{ one: Hasher; other: Hasher; restarted: Hasher }>,
): void {
  const TEXTS = [
    '',
    ' ',
    'Thank you!',
    'thank you!',
    'Thank you! ',
    'é',
    'e\u0301',
    '🙂',
    '\ud800',
    '\ud801',
    '\0',
  ]

  describe(`the ${name} hasher`, () => {
    it.each(TEXTS)('makes 64 hex characters of %j, the same after a restart', async (text) => {
      const { one, restarted } = await open()
      expect(one.hash(text)).toMatch(/^[0-9a-f]{64}$/)
      expect(restarted.hash(text)).toBe(one.hash(text))
    })

    it('tells every two texts apart, down to broken characters', async () => {
      const { one } = await open()
      expect(new Set(TEXTS.map((text) => one.hash(text))).size).toBe(TEXTS.length)
    })

    it('gives another installation another hash, so that lists of known texts are of no use', async () => {
      const { one, other } = await open()
      for (const text of TEXTS) expect(other.hash(text)).not.toBe(one.hash(text))
    })
  })
}
