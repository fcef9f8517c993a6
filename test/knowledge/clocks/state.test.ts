import { describe, expect, it } from 'vitest'
import { clocks, LAW, lines, one } from './stage.ts'

const of = (state: string, count = 12, more = {}) =>
  lines(clocks({ people: count, residents: { [state]: count }, ...more })).filter((line) =>
    line.includes(` ${state} `),
  )

// Discovered on Tuesday, 10 March 2026; 12 residents: HHS by 2027-03-01.
const SMALL: Readonly<Record<string, string[]>> = {
  CA: ['state-agency 2026-03-31', 'state-licensed-facility-notice 2026-03-31', 'state-notice 2026-04-09'],
  TX: ['state-notice 2026-05-09'],
  FL: ['state-notice 2026-04-09'],
  CO: ['state-notice 2026-04-09'],
  WA: ['state-notice 2026-04-09'],
  NY: ['state-notice 2026-04-09', 'state-attorney-general 2026-04-09', 'state-attorney-general 2027-03-08'],
  MD: ['state-notice 2026-04-24', 'state-attorney-general 2026-04-24'],
  VT: ['state-attorney-general 2026-03-30', 'state-notice 2026-04-24'],
  ME: ['state-notice 2026-04-09', 'state-agency 2026-04-09'],
  PR: ['state-agency 2026-03-20'],
  IL: ['state-attorney-general 2027-03-08'],
  OK: [],
  WY: [],
  ...Object.fromEntries(
    ['OH', 'WI', 'TN', 'RI', 'AL', 'AZ', 'IN', 'NM', 'OR'].map((state) => [
      state,
      ['state-notice 2026-04-24'],
    ]),
  ),
  ...Object.fromEntries(['CT', 'DE', 'LA', 'SD'].map((state) => [state, ['state-notice 2026-05-09']])),
}

describe('the clocks of each State', () => {
  it.each(Object.entries(SMALL))('%s', (state, expected) => {
    expect(of(state)).toEqual(expected.map((line) => line.replace(' ', ` ${state} `)))
  })

  it('every State with a clock stands in this table', () => {
    const named = LAW.laws.flatMap(({ states, duties }) =>
      states === 'all' || duties.length === 0 ? [] : states,
    )
    expect([...new Set(named)].filter((state) => SMALL[state] === undefined)).toEqual([])
  })

  it.each<[string, number, string]>([
    ['TX', 250, '2026-04-09'],
    ['FL', 500, '2026-04-09'],
    ['CO', 500, '2026-04-09'],
    ['WA', 501, '2026-04-09'],
    // 15 days after residents were told at the latest.
    ['CA', 501, '2026-04-24'],
    ['OK', 500, '2026-05-09'],
  ])('%s: the attorney general from %i residents on, not from one fewer', (state, count, due) => {
    const line = `state-attorney-general ${state} ${due}`
    expect(of(state, count)).toContain(line)
    expect(of(state, count - 1).filter((one) => one.startsWith('state-attorney-general'))).toEqual([])
  })

  it('what follows the report to HHS follows it when it is sent early, or at once', () => {
    // Day 60 is Saturday, 9 May: the five days end on the Friday after.
    expect(of('NY', 600)).toContain('state-attorney-general NY 2026-05-15')
    expect(of('NY', 12, { told: { hhs: '2026-04-01' } })).toContain('state-attorney-general NY 2026-04-08')
    expect(of('IL', 12, { told: { hhs: '2026-04-01' } })).toContain('state-attorney-general IL 2026-04-08')
  })

  it('what follows the report to HHS does not get later when that report is late', () => {
    expect(of('IL', 12, { told: { hhs: '2027-03-20' } })).toEqual(['state-attorney-general IL 2027-03-08'])
  })

  it('California’s offices work on Columbus Day, so it counts', () => {
    const { deadlines } = clocks({ discovered: '2026-10-01', residents: { CA: 12 } })
    expect(deadlines.find(({ what }) => what === 'state-agency')?.due).toBe('2026-10-22')
  })

  it('a hold that does not move a date is told of in its basis', () => {
    const hold = { kind: 'written', until: '2026-07-01' } as const
    const basis = (state: string) =>
      one(clocks({ residents: { [state]: 12 }, hold }), 'state-notice', state).basis
    expect(basis('TX')).toContain(
      'asked to wait until 2026-07-01; that is not known to move this date: ask them',
    )
    expect(basis('CA')).not.toContain('not known to move')
  })

  it('what follows the letters to residents follows them when they are sent early', () => {
    expect(of('CA', 501, { told: { residents: '2026-03-20' } })).toContain(
      'state-attorney-general CA 2026-04-04',
    )
    // Late letters do not make it later.
    expect(of('CA', 501, { told: { residents: '2026-05-20' } })).toContain(
      'state-attorney-general CA 2026-04-24',
    )
  })

  it('California’s 15 business days are for licensed facilities', () => {
    const basis = (licensedFacility?: boolean) =>
      one(clocks({ residents: { CA: 12 }, licensedFacility }), 'state-agency', 'CA').basis
    expect(basis()).toContain('whether this practice is one is not known')
    expect(basis(true)).not.toContain('not known')
    expect(of('CA', 12, { licensedFacility: false })).toEqual(['state-notice CA 2026-04-09'])
  })

  it('says what law, whom, since when and how it stands beside HIPAA', () => {
    const { deadlines } = clocks({ people: 3000, residents: { TX: 1000, WA: 1000, FL: 1000 } })
    const texas = deadlines.find(
      ({ id }) => id === 'TX/tx-business-code-521-053/state-attorney-general/discovery',
    )
    expect(texas?.basis).toBe(
      'Texas Business and Commerce Code 521.053: report to the attorney general with the online form within 30 calendar days after discovery on 2026-03-10. It applies to 250 or more residents (1000 here). The law counts from the day the breach was determined; counted from discovery, which is never later. 30 days since 1 September 2023. Runs beside HIPAA; for the attorney general it is shorter. (Tex. Bus. & Com. Code 521.053)',
    )
  })

  it.each(['MD', 'OK'])('%s is doubtful, and each of its dates says so', (state) => {
    const { deadlines } = clocks({ people: 600, residents: { [state]: 600 } })
    const here = deadlines.filter((deadline) => deadline.id.startsWith(`${state}/`))
    expect(here.length).toBeGreaterThan(0)
    for (const { basis, mark } of here) {
      expect(mark).toBe('counsel')
      expect(basis).toMatch(/DOUBTFUL: .{20,} Ask a lawyer\./)
    }
  })

  it('names States for which no number is known', () => {
    const { assumptions } = clocks({ residents: { WY: 6, TX: 6 } })
    expect(assumptions.join(' ')).toContain('No number of days is known for WY:')
  })
})
