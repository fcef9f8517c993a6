import { describe, expect, it } from 'vitest'
import type { Clock, Ids } from '../../src/bot/ports.ts'

/** The port `Clock` of src/bot/ports.ts. Passed by: system (clock.system.test.ts). */
export function clockContract(name: string, open: () => Clock): void {
  describe(`the ${name} clock`, () => {
    it('says the time in whole milliseconds since 1970', () => {
      const before = Date.now()
      const now = open().now()
      expect(Number.isInteger(now)).toBe(true)
      expect(now).toBeGreaterThanOrEqual(before)
      expect(now).toBeLessThanOrEqual(Date.now())
    })

    it('sleeps at least as long as it was told', async () => {
      // A lower bound holds on the slowest machine; there is none above.
      const start = performance.now()
      await open().sleep(30)
      expect(performance.now() - start).toBeGreaterThanOrEqual(29)
    })

    it.each([0, -1, Number.NaN])('does not sleep for %d ms', async (ms) => {
      await open().sleep(ms)
    })

    it('wakes without an error when its sleep is called off, however long it was', async () => {
      for (const ms of [1e6, 1e12, Number.POSITIVE_INFINITY]) {
        const off = new AbortController()
        const sleeping = open().sleep(ms, off.signal)
        off.abort()
        await sleeping
      }
    })

    it('rings once when its time has come, never before, and not at all once it was called off', async () => {
      const { alarm } = open()
      const rung: string[] = []
      const start = performance.now()
      const after = await new Promise<number>((resolve) => {
        alarm?.(5, () => rung.push('called off'))()
        alarm?.(30, () => {
          rung.push('rung')
          resolve(performance.now() - start)
        })
      })
      expect(after).toBeGreaterThanOrEqual(29)
      expect(rung).toEqual(['rung'])
    })

    it('does not begin a sleep that was called off before', async () => {
      await open().sleep(1e6, AbortSignal.abort())
    })
  })
}

/** The port `Ids` of src/bot/ports.ts. Passed by: ulids (clock.system.test.ts). */
export function idsContract(name: string, open: (clock: { now(): number }) => Ids): void {
  const START = Date.parse('2026-11-21T15:00:00Z')
  const take = (ids: Ids, count: number) => Array.from({ length: count }, () => ids.next())

  describe(`the ${name} ids`, () => {
    it('are 26 characters of Crockford’s alphabet, without I, L, O and U', () => {
      for (const id of take(open({ now: () => START }), 100))
        expect(id).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
    })

    it('ascend within a millisecond, over milliseconds, and when the clock is set back', () => {
      let time = START
      const ids = open({ now: () => time })
      const made = take(ids, 1000)
      time += 1
      made.push(...take(ids, 1000))
      time -= 3_600_000
      made.push(...take(ids, 1000))
      expect(made).toEqual(made.toSorted())
      expect(new Set(made).size).toBe(3000)
    })

    it('never meet those of another replica', () => {
      const replicas = Array.from({ length: 20 }, () => open({ now: () => START }))
      expect(new Set(replicas.flatMap((ids) => take(ids, 200))).size).toBe(4000)
    })

    it('of a later time sort after all of an earlier time, whoever made them', () => {
      const early = take(open({ now: () => START }), 50)
      const late = take(open({ now: () => START + 1 }), 50)
      expect([...late, ...early].toSorted()).toEqual([...early, ...late].toSorted())
      expect((early.toSorted().at(-1) as string) < (late.toSorted()[0] as string)).toBe(true)
    })
  })
}
