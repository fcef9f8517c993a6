import type { Keyv } from 'keyv'
import { afterEach, describe, expect, it } from 'vitest'

export interface KeyvSite {
  keyv(namespace: string): Promise<Keyv>
  /** Everything is closed, as if the database had gone. */
  close(): Promise<void>
  /** The rows as they lie in the database. */
  raw(): Promise<string>
}

/** A Keyv on the store's database. Passed by: sqlite, postgres. */
export function keyvContract(name: string, site: () => Promise<KeyvSite>): void {
  let here: KeyvSite
  const open = async (namespace = 'talk') => {
    here = await site()
    return here.keyv(namespace)
  }
  describe(`a Keyv on ${name}`, () => {
    afterEach(() => here.close())

    it.each([0, '', false, 'words', [1, null], { a: { b: ['ü', '🙂'] } }])('gives %j back', async (value) => {
      const keyv = await open()
      await keyv.set('k', value)
      expect(await keyv.get('k')).toEqual(value)
      expect(await here.raw()).not.toContain('words')
    })

    it('answers undefined for what is not there, was deleted, or has had its time', async () => {
      const keyv = await open()
      expect(await keyv.get('k')).toBeUndefined()
      await keyv.set('k', 1)
      expect(await keyv.delete('k')).toBe(true)
      expect(await keyv.delete('k')).toBe(false)
      await keyv.set('k', 1, 1)
      await new Promise((resolve) => setTimeout(resolve, 5))
      expect(await keyv.get('k')).toBeUndefined()
    })

    it('keeps its users apart, and clears what is its own alone', async () => {
      const keyv = await open('talk')
      const other = await here.keyv('talks')
      await keyv.set('k', 1)
      await other.set('k', 2)
      await keyv.clear()
      expect([await keyv.get('k'), await other.get('k')]).toEqual([undefined, 2])
    })

    it('throws when the database has gone, in place of answering that nothing is there', async () => {
      const keyv = await open()
      await keyv.set('k', 1)
      await here.close()
      for (const use of [
        () => keyv.get('k'),
        () => keyv.set('k', 2),
        () => keyv.delete('k'),
        () => keyv.clear(),
      ])
        await expect(use()).rejects.toMatchObject({ name: 'ChaperoneError', code: 'store_unavailable' })
    })
  })
}
