import { afterEach, describe, expect, it } from 'vitest'
import type { IncidentEntry, Store } from '../../../src/bot/ports.ts'
import type { StoreSite } from './store.contract.ts'

const START = Date.parse('2026-11-21T15:00:00Z')

const entry = (id: string, over: Partial<IncidentEntry> = {}): IncidentEntry => ({
  id,
  at: START,
  by: 'slack:U1',
  what: 'reported',
  details: { words: `ünïcødé of ${id}`, list: [1, null, { deep: true }] },
  ...over,
})

/** The part `Incidents` of the port `Store`. Passed by: sqlite (store.sqlite.test.ts), the fake (incidents.fake.test.ts). */
export function incidentsContract(name: string, site: () => Promise<StoreSite>): void {
  let here: StoreSite
  const open = async (count: number) => {
    here = await site()
    here.setTime(START)
    return Promise.all(Array.from({ length: count }, () => here.open()))
  }
  const numbersOf = async ({ incidents }: Store) =>
    (await incidents.list('nobody')).map(({ number }) => number)

  describe(`the incidents of the ${name} store`, () => {
    afterEach(() => here.dispose())

    it('get numbers in order and without gaps, each year anew, newest first in the list', async () => {
      const [store, other] = (await open(2)) as [Store, Store]
      const given = [
        await store.incidents.open(entry('a'), null, 2026),
        await other.incidents.open(entry('b'), null, 2026),
        await store.incidents.open(entry('c'), null, 2027),
        await other.incidents.open(entry('d'), null, 2026),
      ]
      expect(given.map(({ number }) => number)).toEqual([
        'INC-2026-0001',
        'INC-2026-0002',
        'INC-2027-0001',
        'INC-2026-0003',
      ])
      expect(given.every(({ isNew }) => isNew)).toBe(true)
      expect(await numbersOf(store)).toEqual([
        'INC-2027-0001',
        'INC-2026-0003',
        'INC-2026-0002',
        'INC-2026-0001',
      ])
    })

    it('stay without gaps when 40 are opened at once over four connections', async () => {
      const stores = await open(4)
      const given = await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          (stores[index % 4] as Store).incidents.open(entry(`r${index}`), null, 2026),
        ),
      )
      expect(new Set(given.map(({ number }) => number)).size).toBe(40)
      expect((await numbersOf(stores[0] as Store))[0]).toBe('INC-2026-0040')
    })

    it('are one when the same report arrives again, however often and at once', async () => {
      const stores = await open(3)
      const given = await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          (stores[index % 3] as Store).incidents.open(entry('same'), null, 2026),
        ),
      )
      expect(new Set(given.map(({ number }) => number))).toEqual(new Set(['INC-2026-0001']))
      expect(given.filter(({ isNew }) => isNew)).toHaveLength(1)
      expect((await stores[0]?.incidents.get('INC-2026-0001', 'nobody'))?.entries).toEqual([entry('same')])
    })

    it('are one when two reports are of one post', async () => {
      const [store, other] = (await open(2)) as [Store, Store]
      await store.incidents.open(entry('a'), 'post-1', 2026)
      expect(await other.incidents.open(entry('b', { by: 'web:x' }), 'post-1', 2027)).toEqual({
        number: 'INC-2026-0001',
        isNew: false,
      })
      expect(await other.incidents.open(entry('c'), 'post-2', 2026)).toMatchObject({ isNew: true })
      expect((await store.incidents.get('INC-2026-0001', 'nobody'))?.entries).toEqual([
        entry('a'),
        entry('b', { by: 'web:x' }),
      ])
    })

    it('take entries only from somebody who has seen the last one', async () => {
      const [store, other] = (await open(2)) as [Store, Store]
      const { number } = await store.incidents.open(entry('a'), null, 2026)
      expect(await store.incidents.add(number, 1, [entry('b'), entry('c')])).toBe(true)
      expect(await other.incidents.add(number, 1, [entry('d')])).toBe(false)
      // The same again counts as written, and writes nothing twice.
      expect(await other.incidents.add(number, 1, [entry('b'), entry('c')])).toBe(true)
      expect(await store.incidents.add('INC-2026-0404', 0, [entry('e')])).toBe(false)
      const found = await other.incidents.get(number, 'nobody')
      expect(found?.entries.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    })

    it('let one of many racers add', async () => {
      const stores = await open(4)
      const { number } = await (stores[0] as Store).incidents.open(entry('a'), null, 2026)
      const added = await Promise.all(
        stores.map((store, index) =>
          store.incidents.add(number, 1, [entry(`taker${index}`, { what: 'taken' })]),
        ),
      )
      expect(added.filter(Boolean)).toHaveLength(1)
      expect((await stores[0]?.incidents.get(number, 'nobody'))?.entries).toHaveLength(2)
    })

    it('know nothing of a number that was never given', async () => {
      const [store] = (await open(1)) as [Store]
      expect(await store.incidents.get('INC-2026-0001', 'nobody')).toBeUndefined()
      expect(await store.incidents.list('nobody')).toEqual([])
    })
  })
}
