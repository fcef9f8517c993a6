import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBusinessDay } from '../../../src/knowledge/clocks/business.ts'
import { addDays, isDay } from '../../../src/knowledge/clocks/day.ts'
import { type BreachFacts, troubleWith } from '../../../src/knowledge/clocks/facts.ts'
import { type Reckoning, reckon, reckonHistory } from '../../../src/knowledge/clocks/reckon.ts'
import { LAW } from './stage.ts'

const STATES = ['CA', 'TX', 'FL', 'NY', 'VT', 'MD', 'IL', 'PR', 'OK', 'WY'] as const
const RUNS = { numRuns: 100 }

const first = fc.integer({ min: 0, max: 2900 }).map((days) => addDays('2024-01-01', days))
const state = fc.constantFrom(...STATES)
const few = fc.integer({ min: 1, max: 700 })
const residents = fc.dictionary(state, few, { maxKeys: 4 })

interface Case extends BreachFacts {
  people: number
  residents: Record<string, number>
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    discovered: first,
    residents,
    elsewhere: fc.integer({ min: 0, max: 700 }),
    practiceStates: fc.subarray([...STATES], { maxLength: 2 }),
    unreachable: fc.option(fc.constant(0), { nil: undefined }),
    hold: fc.option(fc.record({ oral: fc.boolean(), after: fc.integer({ min: 0, max: 150 }) }), {
      nil: undefined,
    }),
    hhs: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
  })
  .map(({ discovered, residents, elsewhere, hold, hhs, ...rest }) => {
    const sum = Object.values(residents).reduce((all, count) => all + count, 0)
    const at = addDays(discovered, hold?.after ?? 0)
    const kept =
      hold && (hold.oral ? { kind: 'oral' as const, stated: at } : { kind: 'written' as const, until: at })
    return {
      ...rest,
      discovered,
      residents: { ...residents },
      people: Math.max(1, sum + elsewhere),
      hold: kept,
      told: hhs === undefined ? undefined : { hhs: addDays(discovered, hhs) },
    }
  })

const clocks = (facts: BreachFacts) => reckon(facts, LAW)

/** Nothing that was shown vanishes, nothing falls due or has to be acted on later. */
function expectNeverLater(before: Reckoning, after: Reckoning, changed: unknown) {
  for (const old of before.deadlines) {
    const now = after.deadlines.filter(
      ({ id, what }) => id === old.id || (old.id === 'media-notice' && what === 'media-notice'),
    )
    const kept = now.some(({ due, actBy }) => due <= old.due && actBy <= old.actBy)
    expect(kept, `${old.id} ${old.due} after ${JSON.stringify(changed)}`).toBe(true)
  }
  expect(after.discovered <= before.discovered).toBe(true)
}

describe('whatever the facts', () => {
  it('due days exist, come after discovery, and are acted on in time and on a business day', () => {
    fc.assert(
      fc.property(cases, (facts) => {
        const { discovered, deadlines } = clocks(facts)
        const end =
          facts.hold && (facts.hold.kind === 'written' ? facts.hold.until : addDays(facts.hold.stated, 30))
        for (const { due, actBy, basis, citations, id } of deadlines) {
          expect(isDay(due) && isDay(actBy)).toBe(true)
          expect(due > discovered, id).toBe(true)
          expect(actBy <= due && actBy >= discovered, id).toBe(true)
          expect(isBusinessDay(actBy) || actBy === end, id).toBe(true)
          expect(basis).toContain(citations[0])
        }
        expect(new Set(deadlines.map(({ id }) => id)).size).toBe(deadlines.length)
        expect(deadlines.map(({ due }) => due)).toEqual(deadlines.map(({ due }) => due).toSorted())
      }),
      RUNS,
    )
  })

  it('no federal notice is later than the law, counted day by day', () => {
    fc.assert(
      fc.property(cases, (facts) => {
        const end =
          facts.hold && (facts.hold.kind === 'written' ? facts.hold.until : addDays(facts.hold.stated, 30))
        const later = (day: string) => (end !== undefined && end > day ? end : day)
        const day60 = later(count(facts.discovered, 60))
        const annual = later(count(`${facts.discovered.slice(0, 4)}-12-31`, 60))
        for (const { what, due } of clocks(facts).deadlines) {
          if (what === 'individual-notice' || what === 'media-notice' || what === 'substitute-notice')
            expect(due).toBe(day60)
          if (what === 'hhs-notice') expect(due).toBe(facts.people >= 500 ? day60 : annual)
        }
      }),
      RUNS,
    )
  })

  it('never later when people are added whose State is not known', () => {
    fc.assert(
      fc.property(cases, few, (facts, more) =>
        expectNeverLater(clocks(facts), clocks({ ...facts, people: facts.people + more }), more),
      ),
      RUNS,
    )
  })

  it('never later when people are added in a State, old or new', () => {
    fc.assert(
      fc.property(cases, state, few, (facts, where, more) => {
        const there = facts.residents[where] ?? 0
        const added = { ...facts.residents, [where]: there + more }
        expectNeverLater(clocks(facts), clocks({ ...facts, residents: added, people: facts.people + more }), [
          where,
          more,
        ])
      }),
      RUNS,
    )
  })

  it('never later when an earlier discovery becomes known', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 500 }), fc.boolean(), (facts, days, agent) => {
        const earlier = addDays(facts.discovered, -days)
        const known = agent
          ? { ...facts, agentDiscovered: earlier }
          : { ...facts, businessAssociate: { standing: 'agent' as const, discovered: earlier } }
        expectNeverLater(clocks(facts), clocks(known), earlier)
      }),
      RUNS,
    )
  })

  it('never later when less is known', () => {
    fc.assert(
      fc.property(cases, (facts) => {
        expectNeverLater(clocks(facts), clocks({ ...facts, people: undefined }), 'people')
        const [where] = Object.keys(facts.residents)
        if (where === undefined) return
        const vague = { ...facts.residents, [where]: 'unknown' as const }
        expectNeverLater(clocks(facts), clocks({ ...facts, residents: vague }), where)
      }),
      RUNS,
    )
  })

  it('the order in which States were told changes nothing', () => {
    fc.assert(
      fc.property(cases, (facts) => {
        const turned = Object.fromEntries(Object.entries(facts.residents).reverse())
        expect(clocks({ ...facts, residents: turned })).toEqual(clocks(facts))
      }),
      RUNS,
    )
  })
})

describe('State notices', () => {
  // Days after discovery, and the holidays of the law's own count left aside.
  const DAYS: Readonly<Record<string, number>> = { CA: 30, TX: 60, FL: 30, NY: 30, VT: 45, MD: 45 }

  it('to residents are never later than that State’s days, hold or not, but for California’s hold', () => {
    fc.assert(
      fc.property(cases, state, few, (facts, where, there) => {
        const days = DAYS[where]
        const hold = where === 'CA' ? undefined : facts.hold
        const { deadlines } = clocks({ ...facts, hold, people: there, residents: { [where]: there } })
        const notices = deadlines.filter(({ what }) => what === 'state-notice')
        expect(notices.map(({ due }) => due)).toEqual(
          days === undefined ? [] : [count(facts.discovered, days)],
        )
      }),
      RUNS,
    )
  })
})

describe('a ticket whose facts change', () => {
  it('never shows a date later, and none vanishes, while the hold is the same', () => {
    fc.assert(
      fc.property(fc.array(cases, { minLength: 2, maxLength: 5 }), cases, (raw, { hold }) => {
        const all = raw.map((facts) => ({ ...facts, hold }))
        for (let length = 1; length < all.length; length++)
          expectNeverLater(history(all.slice(0, length)), history(all.slice(0, length + 1)), length)
      }),
      RUNS,
    )
  })

  it('fewer people than thought: HHS and media stay where they were, and say why', () => {
    const base = { discovered: '2026-03-10', unreachable: 0 }
    const { deadlines } = history([
      { ...base, people: 600, residents: { WY: 600 } },
      { ...base, people: 40, residents: { WY: 40 } },
    ])
    expect(deadlines.map(({ id, due }) => `${id} ${due}`)).toEqual([
      'individual-notice 2026-05-09',
      'media-notice/WY 2026-05-09',
      'hhs-notice 2026-05-09',
    ])
    expect(deadlines.map(({ basis }) => basis.includes('stands from an earlier count'))).toEqual([
      false,
      true,
      true,
    ])
  })

  it('a hold alone moves dates to later, and lifting it moves them back', () => {
    const base = { discovered: '2026-03-10', people: 12 }
    const hold = { kind: 'written', until: '2026-08-01' } as const
    const letters = (...all: BreachFacts[]) =>
      history(all).deadlines.find(({ what }) => what === 'individual-notice')?.due
    expect(letters(base, { ...base, hold })).toBe('2026-08-01')
    expect(letters(base, { ...base, hold }, base)).toBe('2026-05-09')
  })

  it('a discovery that is corrected to later moves nothing', () => {
    const found = history([
      { discovered: '2026-03-10', people: 12 },
      { discovered: '2026-03-20', people: 12 },
    ])
    expect(found.discovered).toBe('2026-03-10')
    expect(found.deadlines.find(({ what }) => what === 'individual-notice')?.due).toBe('2026-05-09')
  })
})

describe('facts that cannot be reckoned with', () => {
  const good: BreachFacts = { discovered: '2026-03-10', people: 12, residents: { TX: 12 } }
  it.each<[string | undefined, Partial<BreachFacts>]>([
    [undefined, {}],
    [undefined, { discovered: '2026-11-22' }],
    [undefined, { hold: { kind: 'written', until: '2026-03-10' } }],
    ['day_not_real', { discovered: '2026-02-31' }],
    ['day_not_real', { hold: { kind: 'written', until: '9999-12-31' } }],
    ['before_the_rule', { discovered: '0206-03-10' }],
    ['discovered_in_future', { discovered: '2026-11-23' }],
    ['agent_in_future', { agentDiscovered: '2026-11-23' }],
    ['agent_in_future', { businessAssociate: { standing: 'contractor', discovered: '2026-11-23' } }],
    ['people_not_counted', { people: 0, residents: {} }],
    ['people_not_counted', { people: 1.5, residents: {} }],
    ['residents_not_counted', { residents: { TX: 0 } }],
    ['residents_not_counted', { residents: { TX: Number.NaN } }],
    ['residents_exceed_people', { residents: { TX: 12, OK: 1 } }],
    ['unreachable_exceed_people', { unreachable: 13 }],
    ['hold_before_discovery', { hold: { kind: 'written', until: '2026-03-09' } }],
    ['hold_before_discovery', { hold: { kind: 'oral', stated: '2026-03-09' } }],
    ['hold_in_future', { hold: { kind: 'oral', stated: '2026-11-23' } }],
    ['told_before_discovery', { told: { hhs: '2026-03-09' } }],
  ])('%s: %j', (trouble, change) => expect(troubleWith({ ...good, ...change }, '2026-11-22')).toBe(trouble))
})

function history(all: readonly BreachFacts[]): Reckoning {
  return reckonHistory(all as [BreachFacts, ...BreachFacts[]], LAW)
}

/** A second way to count, by a wall calendar. */
function count(from: string, days: number): string {
  let [year, month, date] = from.split('-').map(Number) as [number, number, number]
  for (let left = days; left > 0; left--) {
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
    const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] as number
    date++
    if (date > length) [month, date] = [month + 1, 1]
    if (month > 12) [year, month] = [year + 1, 1]
  }
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
