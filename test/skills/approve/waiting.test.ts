import { describe, expect, it } from 'vitest'
import { waiting, watchList } from '../../../src/bot/records/approval.ts'
import { asked, DAY, GRANTED, HOUR, lived, NOW, PROPOSED, PUBLISHED } from './record.ts'

const ZONE = 'America/Chicago'
const record = (number: number) => asked({}, NOW, `APR-2026-000${number}`)
const reached = (to: string, reached = true) => ({ what: 'passed' as const, details: { to, reached } })
const until = (at: number) => ({ ...GRANTED, details: { ...GRANTED.details, until: at } }) as typeof GRANTED
const planned = (at: number) => ({ what: 'planned' as const, details: { at } })
const ahead = {
  ...PUBLISHED,
  details: { ...PUBLISHED.details, ahead: true, verdict: 'caution' },
} as typeof PUBLISHED

const ALL = [
  lived(record(1), reached('slack:MIA', false), reached('slack:MAX')),
  record(2),
  lived(record(3), PROPOSED),
  lived(record(4), until(NOW + 47 * HOUR)),
  lived(record(5), until(NOW + 3 * DAY), planned(NOW + 9 * HOUR)),
  lived(record(6), until(NOW + 9 * DAY), planned(NOW + 30 * HOUR)),
  lived(record(7), GRANTED, PUBLISHED),
  lived(record(8), { what: 'declined', details: { reason: 'no' } }, { ...ahead, by: 'slack:AMY' }),
  lived(record(9), GRANTED, PUBLISHED, { what: 'down', details: {} }),
]
const numbers = (lines: readonly { number: string }[]) => lines.map(({ number }) => Number(number.slice(-1)))

describe('what waits for whom', () => {
  const now = waiting(ALL, NOW + HOUR, ZONE)
  it('names each once where it belongs', () => {
    expect(Object.fromEntries(Object.entries(now).map(([key, lines]) => [key, numbers(lines)]))).toEqual({
      decide: [1, 2],
      change: [3],
      expiring: [4],
      planned: [5],
      ahead: [8],
    })
  })

  it('says since when, and who was reached', () => {
    expect(now.decide.map(({ whom, since }) => [whom, since])).toEqual([
      [['slack:MAX'], NOW],
      [[], NOW],
    ])
    expect(now.change[0]).toMatchObject({ author: 'slack:AMY', since: NOW + 60_000 })
    expect(now.ahead[0]).toMatchObject({ by: 'slack:AMY', verdict: 'caution' })
  })

  it('counts a day as the practice does, and keeps what should have gone out before', () => {
    expect(numbers(waiting(ALL, NOW + 15 * HOUR, ZONE).planned)).toEqual([5, 6])
    expect(waiting(ALL, NOW + 15 * HOUR, ZONE).planned.map(({ late }) => late)).toEqual([true, false])
    expect(numbers(waiting(ALL, NOW + 14 * HOUR, ZONE).planned)).toEqual([5])
    expect(numbers(waiting(ALL, NOW + 20 * HOUR, 'Pacific/Auckland').planned)).toEqual([5, 6])
    expect(numbers(waiting(ALL, NOW + 19 * HOUR, 'Pacific/Auckland').planned)).toEqual([5])
  })

  it('forgets what is over, whether or not a clock has said so yet', () => {
    const later = waiting(ALL, NOW + 20 * DAY, ZONE)
    expect([later.decide, later.change, later.expiring, later.planned]).toEqual([[], [], [], []])
    expect(numbers(later.ahead)).toEqual([8])
  })

  it('holds no words of a draft', () => {
    expect(JSON.stringify(now)).not.toContain('nine')
  })

  it('passes over what it cannot read', () => {
    const broken = [
      { ...record(1), body: { shape: 2 } },
      { ...record(2), kind: 'incident' as const },
    ]
    expect(numbers(waiting(broken, NOW, ZONE).decide)).toEqual([])
  })
})

describe('the watch list', () => {
  it('has what is online, newest first, and nothing that was taken down', () => {
    const list = watchList(ALL)
    expect(numbers(list).toSorted()).toEqual([7, 8])
    expect(list[0]?.at).toBeGreaterThanOrEqual(list[1]?.at ?? 0)
    expect(list.find(({ number }) => number.endsWith('7'))).toMatchObject({
      url: 'https://www.instagram.com/p/1/',
      platform: 'instagram',
      ahead: false,
      codes: [],
    })
  })
})
