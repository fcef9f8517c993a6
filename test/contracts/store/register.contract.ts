import { afterEach, describe, expect, it } from 'vitest'
import type { Actor, RegisterRecord, Store, TrailEntry } from '../../../src/bot/ports.ts'
import type { StoreSite } from './store.contract.ts'

const START = Date.parse('2026-11-21T15:00:00Z')
const MIA: Actor = { surface: 'slack', person: 'U01MIA' }
const OFFICER: Actor = { surface: 'web', person: 'this-machine' }
const BODY = { told: 'I posted Sarah’s photo 🙈', steps: [1, null, { deep: true }] }
const made = { at: START, year: 2026, state: 'open', body: BODY }
const numbers = (records: readonly { number: string }[]) => records.map(({ number }) => number)
/** Who did what to what, and what it was then. */
const facts = (entries: readonly TrailEntry[]) =>
  entries.map(({ person, act, subject, version, state }) => [person, act, subject, version, state].join(' '))

/** The parts `Register` and `Trail` of the port `Store`. Passed by: sqlite, postgres, and the fake of the other tests. */
export function registerContract(name: string, site: () => Promise<StoreSite>): void {
  let here: StoreSite
  const open = async (count: number) => {
    here = await site()
    here.setTime(START)
    return Promise.all(Array.from({ length: count }, () => here.open()))
  }
  const one = async () => (await open(1))[0] as Store
  const trailOf = (store: Store, subject?: string) =>
    store.trail.entries({ ...(subject === undefined ? {} : { subject }), limit: 1000 })

  describe(`the register of the ${name} store`, () => {
    afterEach(() => here.dispose())

    it('gives a record back as it was made', async () => {
      const { register } = await one()
      const record = await register.create('incident', made, MIA)
      const expected: RegisterRecord = {
        number: 'INC-2026-0001',
        kind: 'incident',
        state: 'open',
        at: START,
        changed: START,
        ended: null,
        version: 1,
        body: BODY,
      }
      expect(record).toEqual(expected)
      expect(await register.get('INC-2026-0001', OFFICER)).toEqual(expected)
    })

    it.each([
      ['incident', 2026, 'INC-2026-0001'],
      ['authorization', 2027, 'AUT-2027-0001'],
      ['approval', 2026, 'APR-2026-0001'],
      ['training', 2030, 'TRN-2030-0001'],
    ] as const)(
      'begins the numbers of %s in %i with %s, whatever else is there',
      async (kind, year, number) => {
        const { register } = await one()
        for (const other of ['incident', 'authorization', 'approval', 'training'] as const)
          for (const otherYear of [2025, 2026, 2027, 2030])
            if (other !== kind || otherYear !== year)
              await register.create(other, { ...made, year: otherYear }, MIA)
        expect((await register.create(kind, { ...made, year }, MIA)).number).toBe(number)
      },
    )

    it('numbers 60 that come at once over three connections without a gap and without a double', async () => {
      const stores = await open(3)
      const records = await Promise.all(
        Array.from({ length: 60 }, (_, n) =>
          (stores[n % 3] as Store).register.create('incident', { ...made, body: n }, MIA),
        ),
      )
      const expected = Array.from({ length: 60 }, (_, n) => `INC-2026-${String(n + 1).padStart(4, '0')}`)
      expect(numbers(records).toSorted()).toEqual(expected)
      expect(new Set(records.map(({ body }) => body)).size).toBe(60)
    })

    it('goes on counting after the last one was purged', async () => {
      const { register } = await one()
      for (let n = 0; n < 3; n++) await register.create('training', { ...made, ended: START }, MIA)
      expect(await register.purge('training', START + 1, START + 5, OFFICER)).toHaveLength(3)
      expect((await register.create('training', made, MIA)).number).toBe('TRN-2026-0004')
    })

    it('makes one record of one origin, however often and over however many connections it is told', async () => {
      const stores = await open(2)
      const records = await Promise.all(
        Array.from({ length: 12 }, (_, n) =>
          (stores[n % 2] as Store).register.create(
            'incident',
            { ...made, origin: 'slack:Ev1', body: n },
            MIA,
          ),
        ),
      )
      expect(new Set(numbers(records))).toEqual(new Set(['INC-2026-0001']))
      const store = stores[0] as Store
      expect((await store.register.create('incident', { ...made, origin: 'slack:Ev2' }, MIA)).number).toBe(
        'INC-2026-0002',
      )
      expect((await store.register.create('approval', { ...made, origin: 'slack:Ev1' }, MIA)).number).toBe(
        'APR-2026-0001',
      )
      expect(facts(await trailOf(store, 'INC-2026-0001'))).toEqual(['U01MIA created INC-2026-0001 1 open'])
    })

    it('makes one record of one origin also over the turn of the year', async () => {
      const { register } = await one()
      const first = await register.create('incident', { ...made, origin: 'web:1' }, MIA)
      expect(await register.create('incident', { ...made, year: 2027, origin: 'web:1' }, MIA)).toEqual(first)
      expect((await register.create('incident', { ...made, year: 2027 }, MIA)).number).toBe('INC-2027-0001')
    })

    it('changes what it is told to change, and counts the versions', async () => {
      const { register } = await one()
      const { number } = await register.create('incident', made, MIA)
      await register.update(number, 1, { at: START + 1, state: 'taken' }, OFFICER)
      await register.update(number, 2, { at: START + 2, body: { now: 'other' } }, OFFICER)
      const last = await register.update(number, 3, { at: START + 3, ended: START + 3 }, OFFICER)
      const expected = {
        state: 'taken',
        body: { now: 'other' },
        ended: START + 3,
        version: 4,
        changed: START + 3,
      }
      expect(last).toMatchObject(expected)
      expect(await register.get(number, 'nobody')).toMatchObject({ ...expected, at: START, number })
      expect(await register.update(number, 4, { at: START + 4, ended: null }, OFFICER)).toMatchObject({
        ended: null,
      })
    })

    it('lets one of ten win who change the same version, over two connections', async () => {
      const stores = await open(2)
      const { number } = await (stores[0] as Store).register.create('incident', made, MIA)
      const results = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          (stores[n % 2] as Store).register.update(number, 1, { at: START, body: n }, MIA),
        ),
      )
      const won = results.filter((result) => typeof result !== 'string')
      expect(won).toHaveLength(1)
      expect(results.filter((result) => result === 'changed')).toHaveLength(9)
      expect(await stores[1]?.register.get(number, 'nobody')).toEqual(won[0])
    })

    it('says absent for a record that is not there', async () => {
      const { register } = await one()
      expect(await register.get('INC-2026-0001', MIA)).toBeUndefined()
      expect(await register.update('INC-2026-0001', 1, { at: START }, MIA)).toBe('absent')
    })

    it('lists by kind, state and time, oldest first, a page at a time', async () => {
      const { register } = await one()
      for (const [at, state] of [
        [30, 'open'],
        [10, 'open'],
        [20, 'closed'],
        [20, 'open'],
      ] as const)
        await register.create('incident', { ...made, at: START + at, state }, MIA)
      await register.create('approval', made, MIA)
      const list = async (wanted: Omit<Parameters<typeof register.list>[1], 'limit'> & { limit?: number }) =>
        numbers(await register.list('incident', { limit: 10, ...wanted }, 'nobody')).map((text) =>
          text.slice(-1),
        )
      expect(await list({})).toEqual(['2', '3', '4', '1'])
      expect(await list({ limit: 2 })).toEqual(['2', '3'])
      expect(await list({ after: { at: START + 20, number: 'INC-2026-0003' } })).toEqual(['4', '1'])
      expect(await list({ states: ['open'] })).toEqual(['2', '4', '1'])
      expect(await list({ states: ['open', 'closed'], from: START + 20, to: START + 30 })).toEqual(['3', '4'])
      expect(await list({ states: [] })).toEqual([])
      expect(await register.tally('incident', START, START + 30)).toEqual({ open: 2, closed: 1 })
      expect(await register.tally('training', 0, START * 2)).toEqual({})
    })

    it('purges what ended and rested long enough, of one kind alone, and never what is in effect', async () => {
      const { register } = await one()
      const create = (ended: number | null, at = START) =>
        register.create('incident', { ...made, at, ended }, MIA)
      await create(START)
      await create(null)
      await create(START + 10)
      await create(START - 100, START + 10)
      await register.create('approval', { ...made, ended: START }, MIA)
      expect(await register.purge('incident', START, START + 50, OFFICER)).toEqual([])
      expect(await register.purge('incident', START + 10, START + 50, OFFICER)).toEqual(['INC-2026-0001'])
      expect(numbers(await register.list('incident', { limit: 9 }, 'nobody'))).toEqual([
        'INC-2026-0002',
        'INC-2026-0003',
        'INC-2026-0004',
      ])
      expect(await register.get('APR-2026-0001', 'nobody')).toBeDefined()
    })
  })

  describe(`the trail of the ${name} store`, () => {
    afterEach(() => here.dispose())

    it('tells who made, saw, changed, listed and purged what, in that order', async () => {
      const store = await one()
      const { register } = store
      const { number } = await register.create('incident', made, MIA)
      here.setTime(START + 60)
      await register.get(number, OFFICER)
      await register.update(number, 1, { at: START + 70, state: 'closed', ended: START + 70 }, OFFICER)
      await register.list('incident', { limit: 5 }, OFFICER)
      await register.purge('incident', START + 80, START + 90, { surface: 'web', person: 'Chaperone' })
      const entries = await trailOf(store)
      expect(facts(entries)).toEqual([
        'U01MIA created INC-2026-0001 1 open',
        'this-machine seen INC-2026-0001 1 open',
        'this-machine changed INC-2026-0001 2 closed',
        'this-machine listed incident 0 ',
        'Chaperone purged INC-2026-0001 2 closed',
      ])
      expect(entries.map(({ at }) => at - START)).toEqual([0, 60, 70, 60, 90])
      expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
    })

    it('says nothing of what nobody saw, and of what did not happen', async () => {
      const store = await one()
      const { register } = store
      await register.create('incident', made, MIA)
      await register.get('INC-2026-0001', 'nobody')
      await register.list('incident', { limit: 5 }, 'nobody')
      await register.get('INC-2026-0009', MIA)
      await register.update('INC-2026-0001', 7, { at: START }, MIA)
      await register.purge('incident', START * 2, START, MIA)
      expect(await trailOf(store)).toHaveLength(1)
    })

    it('has one line of entries, whoever adds to it at the same time', async () => {
      const stores = await open(3)
      await Promise.all(
        Array.from({ length: 60 }, (_, n) =>
          (stores[n % 3] as Store).trail.append(
            { surface: 'web', person: `p${n}` },
            'exported',
            'incident',
            START + n,
          ),
        ),
      )
      const entries = await trailOf(stores[0] as Store)
      expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1))
      expect(new Set(entries.map(({ person }) => person)).size).toBe(60)
    })

    it('gives the entries of one subject, and pages of all', async () => {
      const store = await one()
      for (let n = 0; n < 5; n++) await store.trail.append(MIA, 'exported', n % 2 ? 'odd' : 'even', START)
      const seqs = async (wanted: Parameters<typeof store.trail.entries>[0]) =>
        (await store.trail.entries(wanted)).map(({ seq }) => seq)
      expect(await seqs({ subject: 'even', limit: 10 })).toEqual([1, 3, 5])
      expect(await seqs({ from: 2, limit: 2 })).toEqual([2, 3])
      expect(await seqs({ subject: 'odd', from: 3, limit: 10 })).toEqual([4])
    })

    it('has a head that says how long it is', async () => {
      const store = await one()
      expect(await store.trail.head()).toMatch(/^0-[0-9a-f]{64}$/)
      await store.trail.append(MIA, 'exported', 'x', START)
      expect(await store.trail.head()).toMatch(/^1-[0-9a-f]{64}$/)
    })
  })
}
