import { describe, expect, it } from 'vitest'
import { createTicker } from '../../src/adapters/clock/ticker.ts'
import { Event } from '../../src/bot/event.ts'
import { handClock, settled } from '../bot/stage.ts'

const MINUTE = 60_000

function stage(start = 0) {
  const clock = handClock(start)
  const ticks: Event[] = []
  const ticker = createTicker({
    handle: async (event) => void ticks.push(Event.parse(event)),
    clock,
    jobs: ['incident/remind', 'digest/send'],
    everyMs: MINUTE,
  })
  return { clock, ticks, ticker, ids: () => ticks.map(({ id }) => id) }
}

describe('the ticker', () => {
  it('hands on every job once in each slot of time, as the clock’s own person', async () => {
    const { clock, ticker, ticks, ids } = stage(5 * MINUTE)
    ticker.start()
    await clock.pass(MINUTE)
    expect(ids()).toEqual([
      'tick:incident/remind:60000:5',
      'tick:digest/send:60000:5',
      'tick:incident/remind:60000:6',
      'tick:digest/send:60000:6',
    ])
    expect(new Set(ticks.map(({ person, body }) => `${person.id} ${body.type}`))).toEqual(
      new Set(['chaperone tick']),
    )
    await ticker.stop()
  })

  it('gives two replicas the same ids, so that one of them does the work', async () => {
    const [one, two] = [stage(MINUTE), stage(MINUTE + 4000)]
    one.ticker.start()
    two.ticker.start()
    await settled()
    expect(one.ids()).toEqual(two.ids())
    await Promise.all([one.ticker.stop(), two.ticker.stop()])
  })

  it('does not make up for what it slept through, and is still after its stop', async () => {
    const { clock, ticker, ids } = stage()
    ticker.start()
    await clock.pass(100 * MINUTE)
    expect(ids()).toHaveLength(4)
    await ticker.stop()
    await clock.pass(10 * MINUTE)
    expect(ids()).toHaveLength(4)
  })
})
