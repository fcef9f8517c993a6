import { afterEach, describe, expect, it } from 'vitest'
import type { CheckRecord, Store } from '../../../src/bot/ports.ts'

/** A place where stores live: several can be open on it at the same time, as replicas are. */
export interface StoreSite {
  /** One more connection to the same data. */
  open(): Promise<Store>
  /** Moves the clock that the stores were given. */
  setTime(ms: number): void
  /** Closes what is open and removes the data. */
  dispose(): Promise<void>
}

const START = Date.parse('2026-11-21T15:00:00Z')
const LEASE = 60_000

const check = (over: Partial<CheckRecord> = {}): CheckRecord => ({
  id: '01J00000000000000000000001',
  at: START,
  surface: 'web',
  person: 'this-machine',
  draftHash: 'a'.repeat(64),
  verdict: 'stop',
  kind: 'caption',
  platform: null,
  rules: ['identifier/name', 'confirms/visit'],
  ...over,
})

/**
 * The port `Store` of src/bot/ports.ts: Claims, Ledger, Dialogs, Remarks. Passed by: sqlite (store.sqlite.test.ts).
 * `site` makes an empty one for each test.
 */
export function storeContract(name: string, site: () => Promise<StoreSite>): void {
  let here: StoreSite
  const open = async (count = 1) => {
    here = await site()
    here.setTime(START)
    return Promise.all(Array.from({ length: count }, () => here.open()))
  }
  const one = async () => (await open())[0] as Store
  afterEach(() => here.dispose())

  describe(`claims of the ${name} store`, () => {
    it('let exactly one of 20 racers win', async () => {
      const store = await one()
      const results = await Promise.all(racers((holder) => store.claim('e:1', holder, START, LEASE)))
      expect(count(results)).toEqual({ won: 1, busy: 19 })
    })

    it('let exactly one of 20 racers over two connections win', async () => {
      const stores = await open(2)
      const results = await Promise.all(
        racers((holder, index) => (stores[index % 2] as Store).claim('e:1', holder, START, LEASE)),
      )
      expect(count(results)).toEqual({ won: 1, busy: 19 })
    })

    it('let exactly one of 20 racers win what a dead run left behind', async () => {
      const stores = await open(2)
      await stores[0]?.claim('e:1', 'dead', START, LEASE)
      const results = await Promise.all(
        racers((holder, index) => (stores[index % 2] as Store).claim('e:1', holder, START + LEASE, LEASE)),
      )
      expect(count(results)).toEqual({ won: 1, busy: 19 })
    })

    it('keep different events apart', async () => {
      const store = await one()
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, index) => store.claim(`e:${index}`, 'a', START, LEASE)),
      )
      expect(count(results)).toEqual({ won: 20 })
    })

    it.each([
      [LEASE - 1, 'busy'],
      [LEASE, 'won'],
      [LEASE + 1, 'won'],
    ])('%i ms after a claim of a minute a retry is %s', async (passed, expected) => {
      const store = await one()
      await store.claim('e:1', 'first', START, LEASE)
      expect(await store.claim('e:1', 'retry', START + passed, LEASE)).toBe(expected)
    })

    it('start the lease anew for the holder who claims again', async () => {
      const store = await one()
      await store.claim('e:1', 'holder', START, LEASE)
      expect(await store.claim('e:1', 'holder', START + LEASE - 1, LEASE)).toBe('won')
      expect(await store.claim('e:1', 'retry', START + LEASE, LEASE)).toBe('busy')
    })

    it('are done for everybody and for ever once finished', async () => {
      const store = await one()
      await store.claim('e:1', 'holder', START, LEASE)
      expect(await store.finish('e:1', 'holder', START + 1)).toBe(true)
      for (const holder of ['retry', 'holder'])
        expect(await store.claim('e:1', holder, START + 100 * LEASE, LEASE)).toBe('done')
    })

    it('refuse to be finished by a holder whose lease was taken over', async () => {
      const store = await one()
      await store.claim('e:1', 'stale', START, LEASE)
      await store.claim('e:1', 'new', START + LEASE, LEASE)
      expect(await store.finish('e:1', 'stale', START + LEASE)).toBe(false)
      expect(await store.finish('e:1', 'new', START + LEASE)).toBe(true)
    })

    it('refuse to be finished twice, or by somebody who never held them', async () => {
      const store = await one()
      expect(await store.finish('e:1', 'holder', START)).toBe(false)
      await store.claim('e:1', 'holder', START, LEASE)
      expect(await store.finish('e:1', 'other', START)).toBe(false)
      expect(await store.finish('e:1', 'holder', START)).toBe(true)
      expect(await store.finish('e:1', 'holder', START)).toBe(false)
    })

    it('can be won again at once after a release, which only the holder can do', async () => {
      const store = await one()
      await store.claim('e:1', 'holder', START, LEASE)
      await store.release('e:1', 'other')
      expect(await store.claim('e:1', 'retry', START, LEASE)).toBe('busy')
      await store.release('e:1', 'holder')
      expect(await store.claim('e:1', 'retry', START, LEASE)).toBe('won')
    })

    it('cannot be released once they are finished', async () => {
      const store = await one()
      await store.claim('e:1', 'holder', START, LEASE)
      await store.finish('e:1', 'holder', START)
      await store.release('e:1', 'holder')
      expect(await store.claim('e:1', 'retry', START, LEASE)).toBe('done')
    })

    it('are swept when finished or dead for long, and never while they run', async () => {
      const store = await one()
      for (const id of ['old', 'fresh', 'dead', 'running']) await store.claim(id, 'a', START, LEASE)
      await store.finish('old', 'a', START + 10)
      await store.finish('fresh', 'a', START + 2 * LEASE)
      await store.claim('running', 'a', START + 2 * LEASE, LEASE)
      expect(await store.sweep(START + 2 * LEASE)).toBe(2)
      expect(await store.claim('old', 'b', START + 2 * LEASE, LEASE)).toBe('won')
      expect(await store.claim('fresh', 'b', START + 2 * LEASE, LEASE)).toBe('done')
      expect(await store.claim('running', 'b', START + 2 * LEASE, LEASE)).toBe('busy')
    })

    it('take any id that an event may have', async () => {
      const store = await one()
      for (const id of ['x', 'é'.repeat(300), "'; DROP TABLE claim; --", '🙂:1', 'a b\nc']) {
        expect(await store.claim(id, 'a', START, LEASE)).toBe('won')
        expect(await store.claim(id, 'b', START, LEASE)).toBe('busy')
      }
    })
  })

  describe(`the ledger of the ${name} store`, () => {
    it('gives a check back as it was written', async () => {
      const store = await one()
      const written = [
        check({ id: '1' }),
        check({ id: '2', at: START + 1, platform: 'google', rules: [], person: 'U01 "x"' }),
      ]
      for (const entry of written) await store.record(entry)
      expect(await store.between(START, START + 10, 10)).toEqual(written)
    })

    it('gives the oldest first, takes the start and leaves out the end', async () => {
      const store = await one()
      for (const [id, at] of [
        ['3', START + 20],
        ['1', START - 1],
        ['4', START + 30],
        ['2', START],
        ['2b', START],
      ] as const)
        await store.record(check({ id, at }))
      const ids = async (limit: number) =>
        (await store.between(START, START + 30, limit)).map((entry) => entry.id)
      expect(await ids(10)).toEqual(['2', '2b', '3'])
      expect(await ids(2)).toEqual(['2', '2b'])
    })

    it('counts verdicts over the same stretch of time', async () => {
      const store = await one()
      const rows = [
        ['1', START - 1, 'stop'],
        ['2', START, 'stop'],
        ['3', START + 1, 'clear'],
        ['4', START + 2, 'stop'],
        ['5', START + 3, 'stop'],
      ] as const
      for (const [id, at, verdict] of rows) await store.record(check({ id, at, verdict }))
      expect(await store.counts(START, START + 3)).toEqual({ stop: 2, clear: 1 })
      expect(await store.counts(START + 100, START + 200)).toEqual({})
    })

    it('keeps all of 200 checks written at the same time', async () => {
      const stores = await open(2)
      await Promise.all(
        Array.from({ length: 200 }, (_, index) =>
          (stores[index % 2] as Store).record(check({ id: String(index).padStart(4, '0') })),
        ),
      )
      const [store] = stores
      expect((await store?.between(START, START + 1, 1000))?.length).toBe(200)
      expect(await store?.counts(START, START + 1)).toEqual({ stop: 200 })
    })

    it('refuses a second check under the same id', async () => {
      const store = await one()
      await store.record(check())
      await expect(store.record(check({ verdict: 'clear' }))).rejects.toMatchObject({ code: 'store_failed' })
      expect(await store.counts(START, START + 1)).toEqual({ stop: 1 })
    })
  })

  describe(`the dialogs of the ${name} store`, () => {
    const VALUES = [0, '', null, false, 'words', [1, 'two', null], { a: { b: ['ü', '🙂', 'line\nbreak'] } }]

    it.each(VALUES.map((value) => [JSON.stringify(value), value]))('give %s back', async (_text, value) => {
      const { dialogs } = await one()
      await dialogs.set('k', value, 1000)
      expect(await dialogs.get('k')).toEqual(value)
    })

    it('answer undefined for what was never there or was deleted', async () => {
      const { dialogs } = await one()
      expect(await dialogs.get('k')).toBeUndefined()
      await dialogs.set('k', 1, 1000)
      await dialogs.delete('k')
      await dialogs.delete('k')
      expect(await dialogs.get('k')).toBeUndefined()
    })

    it('forget a value when its time is over, not before', async () => {
      const { dialogs } = await one()
      await dialogs.set('k', 'words', 1000)
      here.setTime(START + 999)
      expect(await dialogs.get('k')).toBe('words')
      here.setTime(START + 1000)
      expect(await dialogs.get('k')).toBeUndefined()
    })

    it('keep the last value, with its own time to live', async () => {
      const { dialogs } = await one()
      await dialogs.set('k', 'first', 1000)
      await dialogs.set('k', 'second', 5000)
      here.setTime(START + 2000)
      expect(await dialogs.get('k')).toBe('second')
    })

    it('are seen by every connection', async () => {
      const [first, second] = (await open(2)) as [Store, Store]
      await first.dialogs.set('k', 'words', 1000)
      expect(await second.dialogs.get('k')).toBe('words')
    })
  })

  describe(`the ${name} store`, () => {
    it('still has everything after it was closed and opened', async () => {
      const store = await one()
      await store.claim('e:1', 'a', START, LEASE)
      await store.finish('e:1', 'a', START)
      await store.record(check())
      await store.dialogs.set('k', 'words', 1000)
      await store.close()
      const again = await here.open()
      expect(await again.claim('e:1', 'b', START + LEASE, LEASE)).toBe('done')
      expect(await again.counts(START, START + 1)).toEqual({ stop: 1 })
      expect(await again.dialogs.get('k')).toBe('words')
    })

    it('says so with one clear error when it is used after closing', async () => {
      const store = await one()
      await store.close()
      await expect(store.claim('e:1', 'a', START, LEASE)).rejects.toMatchObject({
        name: 'ChaperoneError',
        code: 'store_unavailable',
      })
    })
  })
}

function racers<T>(run: (holder: string, index: number) => T): T[] {
  return Array.from({ length: 20 }, (_, index) => run(`racer-${index}`, index))
}

function count(results: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const result of results) counts[result] = (counts[result] ?? 0) + 1
  return counts
}
