import { describe, expect, it } from 'vitest'
import type { RecordKind } from '../src/bot/ports.ts'
import { keptSince, tend } from '../src/upkeep.ts'
import { fakePorts } from './surfaces/fake-ports.ts'

const at = (text: string) => Date.parse(text)

describe('how long records are kept', () => {
  it.each<[string, number | undefined, string]>([
    ['2032-11-22T10:00:00Z', undefined, '2026-11-21T10:00:00Z'],
    ['2032-11-22T10:00:00Z', 6, '2026-11-21T10:00:00Z'],
    ['2032-11-22T10:00:00Z', 10, '2022-11-21T10:00:00Z'],
    ['2032-02-29T10:00:00Z', 6, '2026-02-27T10:00:00Z'],
    ['2032-02-29T10:00:00Z', 8, '2024-02-28T10:00:00Z'],
    ['2032-11-22T10:00:00Z', 1, '2026-11-21T10:00:00Z'],
  ])('at %s and %s years, what ended before %s may go', (now, years, expected) => {
    expect(new Date(keptSince(at(now), years)).toISOString()).toBe(new Date(at(expected)).toISOString())
  })
})

describe('the upkeep', () => {
  const ended = at('2026-01-10T12:00:00Z')
  async function tended(now: string, retention: Partial<Record<RecordKind, number>>) {
    const ports = fakePorts(ended)
    const made = { at: ended, year: 2026, state: 'closed', body: 'words', ended }
    for (const kind of ['incident', 'training'] as const)
      await ports.store.register.create(kind, made, { surface: 'web', person: 'p' })
    await ports.store.register.create('incident', { ...made, ended: null }, { surface: 'web', person: 'p' })
    ports.wait(at(now) - ended)
    await tend(ports, retention)
    const left = await Promise.all(
      (['incident', 'training'] as const).map((kind) =>
        ports.store.register.list(kind, { limit: 9 }, 'nobody'),
      ),
    )
    return { ports, left: left.flat().map(({ number }) => number) }
  }
  const ALL = ['INC-2026-0001', 'INC-2026-0002', 'TRN-2026-0001']

  it.each<[string, Partial<Record<RecordKind, number>>, string[]]>([
    ['2032-01-10T12:00:00Z', {}, ALL],
    ['2032-01-11T12:00:00Z', {}, ALL],
    ['2032-01-11T12:00:01Z', {}, ['INC-2026-0002']],
    ['2032-06-01T12:00:00Z', { incident: 10 }, ['INC-2026-0001', 'INC-2026-0002']],
    ['2036-06-01T12:00:00Z', { incident: 10 }, ['INC-2026-0002']],
  ])('at %s with %j leaves %j', async (now, retention, expected) => {
    expect((await tended(now, retention)).left).toEqual(expected)
  })

  it('writes down what it removed, who did it, and nothing of what stood there', async () => {
    const { ports } = await tended('2040-01-01T00:00:00Z', {})
    expect(ports.trail.slice(3).map(({ person, act, subject }) => `${person} ${act} ${subject}`)).toEqual([
      'upkeep purged INC-2026-0001',
      'upkeep purged TRN-2026-0001',
    ])
    expect(ports.logged()).toContain('records purged')
    expect(ports.logged()).not.toContain('words')
  })

  it('leaves the head of the trail in the log', async () => {
    const { ports } = await tended('2027-01-01T00:00:00Z', {})
    expect(ports.logged()).toMatch(/"trail head",\{"head":"3-[0-9a-f]{64}"/)
  })

  it('goes on with the other kinds where one cannot be purged', async () => {
    const ports = fakePorts()
    const { register, trail } = ports.store
    const purged: string[] = []
    const purge: typeof register.purge = async (kind) => {
      if (kind === 'incident') throw new Error('disk')
      purged.push(kind)
      return []
    }
    await tend({ ...ports, store: { register: { ...register, purge }, trail } }, {})
    expect(purged).toEqual(['authorization', 'approval', 'training'])
    expect(ports.logged()).toContain('store_failed')
  })
})
