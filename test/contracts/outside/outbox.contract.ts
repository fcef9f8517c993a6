import { afterEach, describe, expect, it } from 'vitest'
import type { Mirrored } from '../../../src/bot/outside/tickets.ts'
import type { StoreSite } from '../store/store.contract.ts'

const state = (over: Partial<Mirrored> = {}): Mirrored => ({
  target: 'jira',
  number: 'INC-2026-0001',
  sent: 0,
  ref: null,
  begun: true,
  attempts: 3,
  next: 1_795_000_000_000,
  trouble: 'limited',
  ...over,
})

/** The port `Outbox` of src/bot/outside/tickets.ts. */
export function outboxContract(name: string, site: () => Promise<StoreSite>): void {
  let here: StoreSite

  describe(`outbox on ${name}`, () => {
    afterEach(() => here.dispose())

    it('gives back what was saved, as it was, to every replica and after a restart', async () => {
      here = await site()
      const one = await here.open()
      await one.outbox.save(state())
      await one.outbox.save(state({ target: 'webhook', begun: false, trouble: null, ref: 'PRIV-7' }))
      const other = await here.open()
      expect(await other.outbox.of('jira')).toEqual([state()])
      expect(await other.outbox.of('webhook')).toEqual([
        state({ target: 'webhook', begun: false, trouble: null, ref: 'PRIV-7' }),
      ])
    })

    it('keeps one state for each ticket and place: the last', async () => {
      here = await site()
      const { outbox } = await here.open()
      await outbox.save(state({ number: 'INC-2026-0002' }))
      await outbox.save(state())
      await outbox.save(state({ sent: 4, ref: 'PRIV-7', attempts: 0, next: 0, trouble: null }))
      expect((await outbox.of('jira')).map(({ number, sent, ref }) => [number, sent, ref])).toEqual([
        ['INC-2026-0001', 4, 'PRIV-7'],
        ['INC-2026-0002', 0, null],
      ])
    })
  })
}
