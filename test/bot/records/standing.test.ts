import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PRACTICE_PLATFORMS } from '../../../src/bot/practice.ts'
import {
  CHECKLIST,
  CONTENTS,
  covers,
  defectsOf,
  eventHappened,
  plusDays,
  problemsOf,
  renewed,
  revoked,
  SIGNERS,
  SUBJECTS,
  standing,
  type Terms,
} from '../../../src/bot/records/authorization.ts'
import { DEED, form, TERMS } from './form.ts'

const minor: Partial<Terms> = {
  subject: 'minor',
  signer: { role: 'parent', authority: null },
  comesOfAge: '2026-11-20',
}
const event: Terms['expires'] = { event: 'the end of the spring campaign', happened: null }

describe('where a form stands', () => {
  test.each<[string, ReturnType<typeof form>, string, object]>([
    ['the day of the signature', form(), '2026-05-01', { is: 'valid', until: '2027-05-01' }],
    ['the day before it', form(), '2026-04-30', { is: 'not-yet', on: '2026-05-01' }],
    ['31 days before the end', form(), '2027-03-31', { is: 'valid', until: '2027-05-01' }],
    [
      '30 days before the end',
      form(),
      '2027-04-01',
      { is: 'expiring', days: 30, until: '2027-05-01', because: 'expiry' },
    ],
    [
      'the last day',
      form(),
      '2027-05-01',
      { is: 'expiring', days: 0, until: '2027-05-01', because: 'expiry' },
    ],
    ['the day after', form(), '2027-05-02', { is: 'expired', on: '2027-05-01' }],
    ['an event that has not happened', form({ expires: event }), '2039-01-01', { is: 'valid', until: null }],
    [
      'an event on the day on which it happened',
      form({ expires: { ...event, happened: '2026-08-01' } }),
      '2026-08-01',
      { is: 'expired', on: '2026-08-01' },
    ],
    [
      'a minor before',
      form(minor),
      '2026-11-19',
      { is: 'expiring', days: 0, until: '2026-11-19', because: 'of-age' },
    ],
    ['a minor on the day', form(minor), '2026-11-20', { is: 'came-of-age', on: '2026-11-20' }],
    [
      'a minor who lawfully signed alone',
      form({ ...minor, signer: { role: 'patient', authority: 'consented to this care alone' } }),
      '2026-12-20',
      { is: 'valid', until: '2027-05-01' },
    ],
    [
      'a minor whose form ends first',
      form({ ...minor, expires: { on: '2026-10-01' } }),
      '2026-10-02',
      { is: 'expired', on: '2026-10-01' },
    ],
    [
      'a revocation, whatever day stands on the letter',
      form({}, { revoked: { on: '2026-12-24', at: 1, by: 'web:me' } }),
      '2026-06-01',
      { is: 'revoked', on: '2026-12-24' },
    ],
    [
      'a revocation of a defective form',
      form({ has: { ...TERMS.has, purpose: false } }, { revoked: { on: '2026-06-01', at: 1, by: 'web:me' } }),
      '2026-06-01',
      { is: 'revoked', on: '2026-06-01' },
    ],
  ])('%s', (_, one, today, at) => expect(standing(one, today)).toEqual(at))

  test.each(CHECKLIST)('a form without %s is defective and covers nothing', (item) => {
    const one = form({ has: { ...TERMS.has, [item]: false } })
    expect(standing(one, '2026-06-01')).toMatchObject({ is: 'defective', defects: [{ what: item }] })
    expect(covers(one, { platform: 'instagram', content: ['words'], on: '2026-06-01' }).covered).toBe(false)
  })

  test.each<[string, Partial<Terms>]>([
    ['authority', { signer: { role: 'representative', authority: null } }],
    ['authority', { ...minor, signer: { role: 'patient', authority: null } }],
    ['remuneration', { remuneration: 'not_stated' }],
    ['combined', { combined: true }],
    ['conditioned', { conditioned: true }],
    ['untrue', { untrue: true }],
  ])('a form is void through %s', (what, terms) => {
    expect(defectsOf({ ...TERMS, ...terms })).toMatchObject([{ what }])
    expect(standing(form(terms), '2026-06-01').is).toBe('defective')
  })

  test('each defect names its section', () => {
    const has = Object.fromEntries(CHECKLIST.map((item) => [item, false])) as Terms['has']
    const all = { has, combined: true, conditioned: true, untrue: true, remuneration: 'not_stated' } as const
    const found = defectsOf({ ...TERMS, ...all, signer: { role: 'representative', authority: null } })
    expect(found).toHaveLength(CHECKLIST.length + 5)
    for (const { law } of found) expect(law).toMatch(/^45 CFR 164\.508\([abc]\)\(\d\)/)
  })

  test('a colleague at work needs a signature, and none of what 164.508 asks of patients’ forms', () => {
    const has = {
      ...TERMS.has,
      revocation: false,
      conditioning: false,
      redisclosure: false,
      recipient: false,
    }
    expect(defectsOf({ ...TERMS, subject: 'staff', has })).toEqual([])
    expect(defectsOf({ ...TERMS, subject: 'staff', has: { ...has, signature: false } })).toHaveLength(1)
  })
})

describe('what cannot be written down as told', () => {
  test.each<[string, Partial<Terms>, RegExp]>([
    ['signed tomorrow', { signedOn: '2026-06-02' }, /lies ahead/],
    ['ends before it was signed', { expires: { on: '2026-04-30' } }, /end before it was signed/],
    ['a date so far off that it is none', { expires: { on: '2077-05-02' } }, /only allowed for research/],
    ['a minor without the day', { ...minor, comesOfAge: null }, /come of age/],
    ['a minor who was of age', { ...minor, comesOfAge: '2026-05-01' }, /was of age when this was signed/],
    ['an adult’s parent', { signer: { role: 'parent', authority: null } }, /parent signs for a minor/],
    ['the dead do not sign', { subject: 'deceased' }, /executor/],
    ['a day of age for an adult', { comesOfAge: '2030-01-01' }, /minor’s form alone/],
    [
      'a colleague by another hand',
      { subject: 'staff', signer: { role: 'representative', authority: 'x' } },
      /in person/,
    ],
    ['an event ahead', { expires: { ...event, happened: '2026-06-02' } }, /cannot have happened/],
  ])('%s', (_, terms, line) => {
    expect(problemsOf({ ...TERMS, ...terms }, '2026-06-01').join('\n')).toMatch(line)
  })

  test.each([
    'indefinite',
    'Indefinitely, unless revoked',
    'none',
    'None.',
    'N/A',
    'never',
    'No expiration',
    'until revoked',
    'until I revoke it in writing',
    'in perpetuity',
    'for ever – forever',
    'open-ended',
    'Does not expire',
    '--',
    '…',
    'until further notice',
    'lifetime of the patient',
    'without end',
  ])('"%s" is no event', (text) => {
    expect(problemsOf({ ...TERMS, expires: { event: text, happened: null } }, '2026-06-01')[0]).toMatch(
      /164\.508\(c\)\(1\)\(v\)/,
    )
  })

  test.each([
    'the end of the spring campaign',
    'end of orthodontic treatment',
    'when the patient moves away',
    'the book is printed',
    'my wedding',
    'completion of treatment plan',
  ])('"%s" is an event', (text) => {
    expect(problemsOf({ ...TERMS, expires: { event: text, happened: null } }, '2026-06-01')).toEqual([])
  })
})

const day = fc.integer({ min: 0, max: 2000 }).map((n) => plusDays('2024-01-01', n))
const some = <T>(of: readonly T[]) => fc.subarray([...of], { minLength: 1 })
const often = fc.constantFrom(...Array<boolean>(60).fill(true), false)
const rarely = () => often.map((yes) => !yes)
const oddTerms: fc.Arbitrary<Terms> = fc.record({
  subject: fc.constantFrom(...SUBJECTS),
  content: some(CONTENTS),
  areas: fc.constant([]),
  platforms: some(PRACTICE_PLATFORMS),
  purpose: fc.constant('showing our work'),
  signer: fc.record({ role: fc.constantFrom(...SIGNERS), authority: fc.constantFrom(null, 'guardian') }),
  signedOn: day,
  expires: fc.oneof(
    day.map((on) => ({ on })),
    fc.option(day).map((happened) => ({ event: 'the end of the campaign', happened })),
  ),
  comesOfAge: fc.option(day),
  remuneration: fc.constantFrom('none', 'stated', 'not_stated'),
  copyGiven: fc.boolean(),
  paper: fc.constant('binder'),
  has: fc.record(
    Object.fromEntries(CHECKLIST.map((item) => [item, often])) as Record<
      keyof Terms['has'],
      fc.Arbitrary<boolean>
    >,
  ),
  combined: rarely(),
  conditioned: rarely(),
  untrue: rarely(),
}) as fc.Arbitrary<Terms>
/** Half of them lack nothing, or so few would cover anything that the promises below would promise little. */
const anyTerms = fc.oneof(
  oddTerms,
  oddTerms.map(({ content, platforms, signedOn, expires }) => ({
    ...TERMS,
    content,
    platforms,
    signedOn,
    expires,
  })),
)
const anyWanted = fc.record({
  platform: fc.constantFrom(null, ...PRACTICE_PLATFORMS),
  content: fc.constantFrom(...CONTENTS).map((one) => [one]),
  about: fc.constantFrom(undefined, undefined, 'patient' as const, 'staff' as const),
  subjectIsMinor: fc.constantFrom(undefined, undefined, true, false),
})

describe('whatever a form says', () => {
  test('one that is expired, revoked, defective or outgrown covers nothing', () => {
    let covered = 0
    fc.assert(
      fc.property(anyTerms, anyWanted, day, fc.boolean(), (terms, wanted, on, taken) => {
        const one = form(terms, taken ? { revoked: { on: '2026-01-01', at: 1, by: 'web:me' } } : {})
        const found = covers(one, { ...wanted, on })
        if (found.covered) {
          covered++
          expect(taken).toBe(false)
          expect(defectsOf(terms)).toEqual([])
          expect(terms.signedOn <= on).toBe(true)
          expect('on' in terms.expires ? on <= terms.expires.on : terms.expires.happened === null).toBe(true)
          if (terms.subject === 'minor' && terms.signer.role !== 'patient' && terms.comesOfAge !== null)
            expect(on < terms.comesOfAge).toBe(true)
          expect(wanted.content.every((part) => terms.content.includes(part))).toBe(true)
        }
        expect(found.reasons.length === 0).toBe(found.covered)
      }),
      { numRuns: 4000 },
    )
    // Some forty as a rule; with none at all the promise would be empty.
    expect(covered).toBeGreaterThan(5)
  })

  test('what is over stays over: a later day never covers what an earlier one did not', () => {
    fc.assert(
      fc.property(anyTerms, anyWanted, day, day, (terms, wanted, one, other) => {
        const [early, late] = one < other ? [one, other] : [other, one]
        fc.pre(terms.signedOn <= early)
        const at = (on: string) => covers(form(terms), { ...wanted, on }).covered
        expect(at(early) || !at(late)).toBe(true)
      }),
      { numRuns: 4000 },
    )
  })

  test('taking it back, or its event, never makes it cover more; only a new signature does', () => {
    fc.assert(
      fc.property(anyTerms, anyWanted, day, (terms, wanted, on) => {
        const one = form(terms)
        const at = (body: typeof one) => covers(body, { ...wanted, on }).covered
        const over = { ...one, ...revoked(one, on, { ...DEED, id: 'r' }) }
        const happened = { ...one, ...eventHappened(one, on, { ...DEED, id: 'e' }) }
        expect(at(over)).toBe(false)
        expect(!at(happened) || at(one)).toBe(true)
        expect(at({ ...over, ...renewed(over, terms, { ...DEED, id: 'n' }) })).toBe(
          at({ ...one, lookedOver: null }),
        )
      }),
    )
  })
})
