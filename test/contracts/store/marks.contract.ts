import { afterEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/bot/ports.ts'
import type { StoreSite } from './store.contract.ts'

/** The part `Marks` of the port `Store`. Passed by: sqlite, postgres, the fake. */
export function marksContract(name: string, site: () => Promise<StoreSite>): void {
  let here: StoreSite
  const open = async (count: number) => {
    here = await site()
    return Promise.all(Array.from({ length: count }, () => here.open()))
  }
  describe(`the marks of the ${name} store`, () => {
    afterEach(() => here.dispose())

    it('are set over what was seen, and over nothing else', async () => {
      const [store, other] = (await open(2)) as [Store, Store]
      expect(await store.marks.get('a')).toBeUndefined()
      expect(await store.marks.set('a', 'x', '1')).toBe(false)
      expect(await store.marks.set('a', undefined, '1')).toBe(true)
      expect(await other.marks.set('a', undefined, '2')).toBe(false)
      expect(await other.marks.set('a', '1', '2')).toBe(true)
      expect(await store.marks.set('a', '1', '3')).toBe(false)
      expect(await store.marks.get('a')).toBe('2')
    })

    it('let one of twenty racers through, over four connections', async () => {
      const stores = await open(4)
      for (const seen of [undefined, '7']) {
        const won = await Promise.all(
          Array.from({ length: 20 }, (_, n) =>
            (stores[n % 4] as Store).marks.set('race', seen, seen === undefined ? '7' : `won by ${n}`),
          ),
        )
        expect(won.filter(Boolean)).toHaveLength(1)
      }
    })

    it('are listed by how their names begin', async () => {
      const [store] = (await open(1)) as [Store]
      for (const one of ['digest:slack:U2', 'digest:slack:U1', 'digest', 'other:1', 'digest:web:ü'])
        await store.marks.set(one, undefined, one)
      expect((await store.marks.all('digest:')).map((mark) => mark.name).sort()).toEqual([
        'digest:slack:U1',
        'digest:slack:U2',
        'digest:web:ü',
      ])
    })
  })
}
