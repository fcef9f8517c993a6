import { afterEach, describe, expect, it } from 'vitest'
import type { Remark, Store } from '../../../src/bot/ports.ts'
import type { StoreSite } from './store.contract.ts'

const START = Date.parse('2026-11-21T15:00:00Z')

const remark = (over: Partial<Remark> = {}): Remark => ({
  id: '01J00000000000000000000001',
  at: START,
  surface: 'web',
  person: 'this-machine',
  sort: 'not_a_problem',
  draftHash: 'a'.repeat(64),
  verdict: 'stop',
  platform: null,
  rules: ['identifier/name'],
  example: 'Thank you, [name] 🎉',
  reason: 'own: she is at our desk',
  ...over,
})

/** The part `Remarks` of the port `Store`. Passed by: sqlite (store.sqlite.test.ts). */
export function remarksContract(name: string, site: () => Promise<StoreSite>): void {
  let here: StoreSite
  const open = async (count: number) => {
    here = await site()
    here.setTime(START)
    return Promise.all(Array.from({ length: count }, () => here.open()))
  }
  describe(`the remarks of the ${name} store`, () => {
    afterEach(() => here.dispose())

    it('are given back as they were written, over every connection', async () => {
      const [store, other] = (await open(2)) as [Store, Store]
      const second = remark({ id: '2', sort: 'override', platform: 'yelp', example: '', reason: 'ünïcødé' })
      await store.remarks.add(remark())
      await store.remarks.add(second)
      expect(await other.remarks.between(START, START + 1, 10)).toEqual([remark(), second])
    })

    it('come oldest first, from the start and before the end, and no more than asked for', async () => {
      const [store] = (await open(1)) as [Store]
      for (const [id, at] of [
        ['c', 30],
        ['a', 10],
        ['b', 20],
      ] as const)
        await store.remarks.add(remark({ id, at: START + at }))
      const ids = async (from: number, to: number, limit = 10) =>
        (await store.remarks.between(START + from, START + to, limit)).map((one) => one.id)
      expect(await ids(0, 100)).toEqual(['a', 'b', 'c'])
      expect(await ids(10, 30)).toEqual(['a', 'b'])
      expect(await ids(0, 100, 2)).toEqual(['a', 'b'])
    })

    it('refuse a second one under the same id', async () => {
      const [store] = (await open(1)) as [Store]
      await store.remarks.add(remark())
      await expect(store.remarks.add(remark({ reason: 'another' }))).rejects.toThrow(/store_|database/)
      expect(await store.remarks.between(0, START + 1, 10)).toEqual([remark()])
    })
  })
}
