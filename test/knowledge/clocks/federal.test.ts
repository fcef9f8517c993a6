import { describe, expect, it } from 'vitest'
import type { BreachFacts } from '../../../src/knowledge/clocks/facts.ts'
import { clocks, lines, one } from './stage.ts'

describe('the 60 days', () => {
  it.each([
    ['2026-03-10', '2026-05-09', '2026-05-08', '2027-03-01'],
    ['2026-12-31', '2027-03-01', '2027-03-01', '2027-03-01'],
    ['2027-01-01', '2027-03-02', '2027-03-02', '2028-02-29'],
    ['2026-11-03', '2027-01-02', '2026-12-31', '2027-03-01'],
    ['2013-10-22', '2013-12-21', '2013-12-20', '2014-03-01'],
    // Ends on Memorial Day: the Friday before.
    ['2026-03-26', '2026-05-25', '2026-05-22', '2027-03-01'],
  ])(
    'discovered %s: letters by %s, act by %s, HHS of a small breach by %s',
    (discovered, due, actBy, hhs) => {
      const found = clocks({ discovered })
      expect(one(found, 'individual-notice')).toMatchObject({ due, actBy })
      expect(one(found, 'hhs-notice').due).toBe(hhs)
      expect(one(found, 'individual-notice').basis).toContain('45 CFR 164.404(b)')
      expect(one(found, 'hhs-notice').basis).toContain('45 CFR 164.408(c)')
    },
  )

  it.each([
    [2025, '2026-03-01', '2026-02-27'],
    [2026, '2027-03-01', '2027-03-01'],
    [2027, '2028-02-29', '2028-02-29'],
    [2028, '2029-03-01', '2029-03-01'],
    [2029, '2030-03-01', '2030-03-01'],
    [2030, '2031-03-01', '2031-02-28'],
    [2031, '2032-02-29', '2032-02-27'],
  ])('small breaches of %i go to HHS by %s, act by %s', (year, due, actBy) => {
    for (const discovered of [`${year}-01-01`, `${year}-06-15`, `${year}-12-31`])
      expect(one(clocks({ discovered }), 'hhs-notice')).toMatchObject({ due, actBy })
  })
})

describe('how many people', () => {
  const media = (found: ReturnType<typeof clocks>) =>
    lines(found).filter((line) => line.startsWith('media-notice'))
  const SOON = '2026-05-09'
  const ANNUAL = '2027-03-01'

  it.each<[string, number, Record<string, number>, string, string[]]>([
    ['499 in one State', 499, { WY: 499 }, ANNUAL, []],
    ['500 in one State', 500, { WY: 500 }, SOON, []],
    ['501 in one State', 501, { WY: 501 }, SOON, ['WY']],
    ['501 as 250 and 251', 501, { WY: 250, ID: 251 }, SOON, []],
    ['600 as 200 each in three States', 600, { WY: 200, ID: 200, UT: 200 }, SOON, []],
    ['1002 as 501 and 501', 1002, { WY: 501, ID: 501 }, SOON, ['ID', 'WY']],
    ['one', 1, { WY: 1 }, ANNUAL, []],
    ['501, and the State of one is not known', 501, { WY: 500 }, SOON, ['WY']],
  ])('%s', (_, people, residents, hhs, states) => {
    const found = clocks({ people, residents })
    expect(one(found, 'hhs-notice').due).toBe(hhs)
    expect(media(found)).toEqual(states.map((state) => `media-notice ${state} ${SOON}`))
  })

  it('501 of whom no State is known may live in one: media', () => {
    expect(media(clocks({ people: 501 }))).toEqual([`media-notice ${SOON}`])
    expect(media(clocks({ people: 500 }))).toEqual([])
    expect(clocks({ people: 501 }).assumptions.join(' ')).toContain('The State of 501 people is not known')
  })

  it('a number that nobody knows counts as 500 or more', () => {
    const found = clocks({ people: undefined })
    expect(one(found, 'hhs-notice').due).toBe(SOON)
    expect(one(found, 'hhs-notice').basis).toContain('Report an estimate and amend it later')
    expect(media(found)).toEqual([`media-notice ${SOON}`])
  })

  it('people whose State is not known may live where the practice is', () => {
    const found = clocks({ people: 350, residents: { CA: 100 }, practiceStates: ['TX'] })
    expect(one(found, 'state-attorney-general', 'TX').basis).toContain('not known are counted here')
    const all = clocks({ people: 100, residents: { CA: 100 }, practiceStates: ['TX'] })
    expect(lines(all).filter((line) => line.includes('TX'))).toEqual([])
  })
})

describe('substitute notice', () => {
  it.each<[number | undefined, number, RegExp | undefined]>([
    [0, 12, undefined],
    [9, 12, /^9 cannot be reached by letter, fewer than 10: another form/],
    [10, 12, /^10 cannot .* 90 days .* begun on 2026-05-09, it stays until 2026-08-07/],
    [undefined, 12, /^Only if letters cannot reach .* 10 or more: on the home page/],
    [undefined, 9, /^Only if letters cannot reach somebody\. Fewer than 10 people: (?!.*home page)/],
  ])('with %s unreachable of %i', (unreachable, people, basis) => {
    const found = clocks({ unreachable, people })
    if (basis === undefined) expect(lines(found).join()).not.toContain('substitute')
    else {
      expect(one(found, 'substitute-notice').due).toBe('2026-05-09')
      expect(one(found, 'substitute-notice').basis).toMatch(basis)
    }
  })
})

describe('day 0', () => {
  it.each<[string, Partial<BreachFacts>, string, RegExp]>([
    ['the practice’s own day', {}, '2026-03-10', /Day 0 is 2026-03-10/],
    [
      'an agent’s, when earlier',
      { agentDiscovered: '2026-03-02' },
      '2026-03-02',
      /agent knew on 2026-03-02, the practice on 2026-03-10/,
    ],
    [
      'the practice’s, when the agent’s is later',
      { agentDiscovered: '2026-03-12' },
      '2026-03-10',
      /earlier day counts/,
    ],
    [
      'a contractor starts the clock by telling',
      { businessAssociate: { standing: 'contractor', discovered: '2026-03-02' } },
      '2026-03-10',
      /independent contractor.*found out on 2026-03-02 and told us on 2026-03-10/,
    ],
    [
      'a business associate that is an agent',
      { businessAssociate: { standing: 'agent', discovered: '2026-03-02' } },
      '2026-03-02',
      /its day is the practice's day.*found out on 2026-03-02/,
    ],
    [
      'a business associate of unknown standing',
      { businessAssociate: { standing: 'unknown', discovered: '2026-03-02' } },
      '2026-03-02',
      /stricter branch/,
    ],
    [
      'a business associate without a day of its own',
      { businessAssociate: { standing: 'unknown' } },
      '2026-03-10',
      /may be an agent; then its own day counts/,
    ],
    [
      'a contractor that was late',
      { businessAssociate: { standing: 'contractor', discovered: '2026-01-08' } },
      '2026-03-10',
      /61 days after it found out; 60 is the most/,
    ],
  ])('%s', (_, facts, day, why) => {
    const found = clocks(facts)
    expect(found.discovered).toBe(day)
    expect(found.assumptions.join(' ')).toMatch(why)
  })
})

describe('a law-enforcement hold', () => {
  const letters = (facts: Partial<BreachFacts>) => one(clocks(facts), 'individual-notice')

  it('in writing: the later of day 60 and its end; the 60 days do not start anew', () => {
    expect(letters({ hold: { kind: 'written', until: '2026-04-01' } })).toMatchObject({ due: '2026-05-09' })
    expect(letters({ hold: { kind: 'written', until: '2026-06-30' } })).toMatchObject({
      due: '2026-06-30',
      actBy: '2026-06-30',
    })
  })

  it('told orally: 30 days at most', () => {
    expect(letters({ hold: { kind: 'oral', stated: '2026-03-12' } }).due).toBe('2026-05-09')
    expect(letters({ hold: { kind: 'oral', stated: '2026-04-20' } }).due).toBe('2026-05-20')
    const { assumptions } = clocks({ hold: { kind: 'oral', stated: '2026-04-20' } })
    expect(assumptions.join(' ')).toMatch(/write down who asked.*30 days at most, until 2026-05-20/)
  })

  it('nothing is sent before it ends, be that a Sunday', () => {
    const found = letters({ hold: { kind: 'written', until: '2026-06-28' } })
    expect(found).toMatchObject({ due: '2026-06-28', actBy: '2026-06-28' })
    expect(found.basis).toContain('hold ends on 2026-06-28: send it that day')
    // Day 60 of 2026-03-11 is a Sunday; the hold ends on the Saturday before it.
    const between = letters({ discovered: '2026-03-11', hold: { kind: 'written', until: '2026-05-09' } })
    expect(between).toMatchObject({ due: '2026-05-10', actBy: '2026-05-09' })
    expect(between.basis).toContain('Not before 2026-05-09')
  })

  it('moves HHS, media and substitute notice too, and the State clocks that allow it', () => {
    const hold = { kind: 'written', until: '2026-07-01' } as const
    const residents = { CA: 600, TX: 600 }
    const found = clocks({ people: 1200, residents, unreachable: 12, hold })
    for (const what of ['individual-notice', 'hhs-notice', 'substitute-notice'])
      expect(one(found, what).due).toBe('2026-07-01')
    expect(one(found, 'media-notice', 'CA').due).toBe('2026-07-01')
    expect(one(found, 'substitute-notice').basis).toContain('begun on 2026-07-01, it stays until 2026-09-29')
    expect(one(found, 'state-notice', 'CA').due).toBe('2026-07-01')
    expect(one(found, 'state-attorney-general', 'CA').due).toBe('2026-07-16')
    expect(one(found, 'state-notice', 'TX').due).toBe('2026-05-09')
    expect(found.assumptions.join(' ')).toContain('State dates move only where')
  })

  it('leaves the annual report alone unless it lasts longer', () => {
    expect(one(clocks({ hold: { kind: 'written', until: '2026-07-01' } }), 'hhs-notice').due).toBe(
      '2027-03-01',
    )
  })
})
