import { afterEach, describe, expect, it } from 'vitest'
import type { CheckRecord } from '../../../src/bot/ports.ts'
import type { StoreSite } from './store.contract.ts'

const START = Date.parse('2026-11-21T15:00:00Z')

const check = (id: string, at: number, surface: string, person: string): CheckRecord => ({
  id,
  at,
  surface,
  person,
  draftHash: 'a'.repeat(64),
  verdict: 'stop',
  kind: 'caption',
  platform: null,
  rules: ['identifier/name', 'confirms/visit'],
})

/** One person's part of the port `Ledger`. Passed by: sqlite (store.sqlite.test.ts). */
export function latestContract(name: string, site: () => Promise<StoreSite>): void {
  let here: StoreSite
  describe(`the latest checks of the ${name} store`, () => {
    afterEach(() => here.dispose())

    it('are one person’s own, newest first, and nobody else’s', async () => {
      here = await site()
      here.setTime(START)
      const store = await here.open()
      for (const one of [
        check('1', START - 1, 'slack', 'U1'),
        check('2', START, 'slack', 'U1'),
        check('3', START + 5, 'slack', 'U2'),
        check('4', START + 6, 'teams', 'U1'),
        check('5', START + 7, 'slack', 'U1'),
        check('6', START + 7, 'slack', 'U1'),
      ])
        await store.record(one)
      const ids = async (limit: number) =>
        (await store.latest('slack', 'U1', START, limit)).map(({ id }) => id)
      expect(await ids(10)).toEqual(['6', '5', '2'])
      expect(await ids(2)).toEqual(['6', '5'])
      expect(await store.latest('slack', 'U1', START, 1)).toEqual([check('6', START + 7, 'slack', 'U1')])
      expect(await store.latest('slack', 'U3', START, 1)).toEqual([])
    })
  })
}
