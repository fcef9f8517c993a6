import { describe, expect, it } from 'vitest'
import type { Ports } from '../../src/bot/ports.ts'
import { NO_PRACTICE, type Practice } from '../../src/bot/practice.ts'
import type { Reply } from '../../src/bot/reply.ts'
import { dayOf, plusDays } from '../../src/bot/time/day.ts'
import { sendDue } from '../../src/skills/digest/send.ts'
import { dayName } from '../../src/skills/digest/show.ts'
import { createDigest } from '../../src/skills/digest/skill.ts'
import { fakePorts } from '../surfaces/fake-ports.ts'

const HOUR = 3_600_000
/** Half of an hour: the tick of every minute would find nothing more to do. */
const STEP_MS = 30 * 60_000
const DAYS = 400
const ZONE = 'America/New_York'
const PEOPLE = ['UMIA', 'UMAX', 'UEVE']

/** Numbers that look random and are the same in every run (mulberry32). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const practice: Practice = {
  ...NO_PRACTICE,
  written: true,
  timeZone: ZONE,
  people: PEOPLE.map((id) => ({ surface: 'slack', id, roles: ['manager'] })),
}

/** Stands for a process that was killed: nothing after it is done. */
class Killed extends Error {}

interface Got {
  at: number
  /** The days that it stands for, by what it says. */
  text: string
}

/** A year and a bit of two replicas that are killed, paused and unreachable, under a clock that is set about. */
async function year(seed: number, trouble: { kills: boolean; outages: boolean; clock: boolean }) {
  const random = chance(seed)
  const start = Date.parse('2026-01-15T06:00:00Z')
  const ports = fakePorts(start)
  let real = start
  let skew = 0
  const clock = { ...ports.clock, now: () => real + skew }
  const got = new Map<string, Got[]>(PEOPLE.map((id) => [id, []]))
  const said = new Map<string, Set<string>>(PEOPLE.map((id) => [id, new Set()]))
  const away = new Map<string, number>()
  let kills = 0

  const tell: Ports['tell'] = async ({ id }, reply: Reply, once) => {
    if (trouble.kills && random() < 0.05) {
      kills++
      throw new Killed()
    }
    if ((away.get(id) ?? 0) > real) return false
    const key = once?.key ?? ''
    // As Slack's messages do: what was said can be found again by whoever looks.
    if (!(once?.again && said.get(id)?.has(key))) {
      said.get(id)?.add(key)
      got.get(id)?.push({ at: clock.now(), text: JSON.stringify(reply.blocks) })
    }
    if (trouble.kills && random() < 0.05) {
      kills++
      throw new Killed()
    }
    return true
  }
  const replica = () => {
    const each = { ...ports, clock, tell }
    const skills = [createDigest(() => [])]
    // A killed process says nothing more; the rest of its recipients go with it.
    return () => sendDue({ ports: each, practice, skills }).catch(() => 0)
  }
  const replicas = [replica(), replica()]

  for (const end = start + DAYS * 24 * HOUR; real < end; real += STEP_MS) {
    if (trouble.outages && random() < 0.006)
      away.set(PEOPLE[Math.floor(random() * 3)] as string, real + random() * 40 * HOUR)
    if (trouble.clock && random() < 0.003) skew = Math.round((random() - 0.5) * 6 * HOUR)
    if (trouble.clock && skew !== 0 && random() < 0.15) skew = 0
    await Promise.all(replicas.map((tick) => tick()))
  }
  return { got, kills }
}

/** Of each recipient: each local day stands in exactly one digest. */
function daysIn(got: readonly Got[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { at, text } of got) {
    const today = dayOf(at, ZONE)
    const named = Array.from({ length: 10 }, (_, back) => plusDays(today, 1 - back)).filter((day) =>
      text.includes(dayName(day)),
    )
    for (const day of named) counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  return counts
}

describe('over 400 days, two replicas and both changes of the clocks', () => {
  it.each([
    ['when all goes well', 1, { kills: false, outages: false, clock: false }],
    [
      'when processes are killed before and after they have said it',
      2,
      { kills: true, outages: false, clock: false },
    ],
    ['when people cannot be reached for days', 3, { kills: false, outages: true, clock: false }],
    ['when the clock is set back and forth', 4, { kills: false, outages: false, clock: true }],
    ['when all of that happens', 5, { kills: true, outages: true, clock: true }],
  ])(
    '%s, each manager has one digest for each day, and none is missing',
    async (_name, seed, trouble) => {
      const { got, kills } = await year(seed, trouble)
      expect(kills > 100).toBe(trouble.kills)
      for (const [, mine] of got) {
        const counts = daysIn(mine)
        const first = '2026-01-15'
        const expected = Array.from({ length: DAYS - 1 }, (_, index) => plusDays(first, index))
        expect(expected.filter((day) => counts.get(day) !== 1)).toEqual([])
        if (!trouble.outages) expect(mine.length).toBeGreaterThanOrEqual(DAYS - 1)
      }
    },
    60_000,
  )

  it('says so when it comes late', async () => {
    const { got } = await year(3, { kills: false, outages: true, clock: false })
    const all = [...got.values()].flat()
    const hourOf = (at: number) =>
      Number(
        new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', hourCycle: 'h23' }).format(at),
      )
    const late = all.filter(({ at, text }) => hourOf(at) > 8 || /It covers/.test(text))
    expect(late.length).toBeGreaterThan(5)
    expect(late.filter(({ text }) => !/could not send this/.test(text))).toEqual([])
  }, 60_000)
})
