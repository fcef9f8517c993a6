import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORM_KINDS, type Looked, WEIGHTS, withForm } from '../../src/bot/records/signed.ts'
import { openEngine } from '../../src/library.ts'
import type { Draft } from '../../src/rules/verdict.ts'
import { POSTS, VERDICTS } from '../../src/rules/vocabulary.ts'
import { form } from '../bot/records/form.ts'
import { finding, result } from './stage.ts'

const engine = openEngine()
const STORY = 'Meet our patient: before and after her veneers!'
const on = (today: string, one = form()): Looked => ({ found: 'form', form: one, today })
const check = (draft: Partial<Draft>, looked: Looked) => {
  const whole = { text: STORY, kind: 'caption' as const, platform: 'instagram' as const, ...draft }
  return withForm(engine.check(whole), whole, looked)
}

describe('a draft with the code of a signed form', () => {
  test.each<[string, Partial<Draft>, Looked, string, RegExp]>([
    ['covered', {}, on('2026-06-01'), 'clear', /on file until May 1, 2027 and covers the 3 places/],
    ['ended', {}, on('2027-05-02'), 'needs_authorization', /ended on May 1, 2027/],
    ['not signed yet', {}, on('2026-04-30'), 'needs_authorization', /was only signed on/],
    [
      'taken back',
      {},
      on('2026-06-01', form({}, { revoked: { on: '2026-05-20', at: 1, by: 'web:me' } })),
      'needs_authorization',
      /taken back on May 20, 2026/,
    ],
    [
      'defective',
      {},
      on('2026-06-01', form({ conditioned: true })),
      'needs_authorization',
      /depend on signing/,
    ],
    [
      'another platform',
      { platform: 'facebook' },
      on('2026-06-01'),
      'needs_authorization',
      /not for Facebook/,
    ],
    [
      'no platform',
      { platform: undefined },
      on('2026-06-01'),
      'needs_authorization',
      /Say where it will be posted/,
    ],
    [
      'words alone',
      {},
      on('2026-06-01', form({ content: ['words'] })),
      'needs_authorization',
      /covers words about them, not photos/,
    ],
    [
      'a colleague’s permission',
      {},
      on('2026-06-01', form({ subject: 'staff' })),
      'needs_authorization',
      /covers no patient/,
    ],
    [
      'a child under an adult’s form',
      { text: 'Our 9 year old patient got her braces off today!' },
      on('2026-06-01'),
      'needs_authorization',
      /shows a minor/,
    ],
    ['one’s own account', { account: 'personal' }, on('2026-06-01'), 'stop', /not somebody’s own account/],
    ['nothing on file', {}, { found: 'no-register' }, 'needs_authorization', /That code is not on file/],
    ['an unknown code', {}, { found: 'unknown' }, 'needs_authorization', /That code is not on file/],
    [
      'a claim beside it stays',
      { text: `${STORY} Guaranteed results.` },
      on('2026-06-01'),
      'caution',
      /covers the 3 places/,
    ],
    [
      'a reply that discloses stays',
      {
        text: 'Thanks for coming in for your root canal, Sarah!',
        kind: 'review_reply',
        platform: 'instagram',
      },
      on('2026-06-01'),
      'stop',
      /A signed form is for a post/,
    ],
    [
      'nothing needed it',
      { text: 'We are open on Saturday from 9 to 1.' },
      on('2026-06-01'),
      'clear',
      /Nothing here needed it/,
    ],
  ])('%s', (_, draft, looked, verdict, note) => {
    const read = check(draft, looked)
    expect(read.verdict).toBe(verdict)
    expect(read.notes.join('\n')).toMatch(note)
    expect(read.authorization?.reasons.length === 0).toBe(
      verdict !== 'needs_authorization' && verdict !== 'stop',
    )
  })

  test('the film platforms want a form for video', () => {
    const film = on('2026-06-01', form({ content: ['video', 'words'], platforms: ['tiktok'] }))
    expect(check({ platform: 'tiktok' }, film).verdict).toBe('clear')
    const photo = on('2026-06-01', form({ platforms: ['tiktok'] }))
    expect(check({ platform: 'tiktok' }, photo).verdict).toBe('needs_authorization')
  })

  test('says that it is one person’s, and what only a person can see', () => {
    const { notes } = check({}, on('2026-06-01', form({ areas: ['teeth'] })))
    expect(notes.join('\n')).toMatch(/one person’s/)
    expect(notes.join('\n')).toMatch(/names teeth: is nothing else to be seen/)
  })

  test('never makes a verdict graver, never lowers stop or unchecked, and takes away nothing but what needs a form', () => {
    const severity = fc.constantFrom('stop', 'unchecked', 'needs_authorization', 'caution')
    const category = fc.constantFrom(
      'name',
      'photo',
      'contest',
      'ftc-claim',
      'treatment-detail',
      'unreadable',
    )
    const findings = fc.array(
      fc.tuple(severity, category).map(([severity, category]) => finding({ severity, category } as object)),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(findings, fc.boolean(), (found, expired) => {
        const weight = (verdict: string) => VERDICTS.indexOf(verdict as never)
        const worst = found.reduce(
          (one, { severity }) => (weight(severity) > weight(one) ? severity : one),
          'clear',
        )
        const before = result({ findings: found, verdict: worst as never, platform: 'instagram' })
        const after = withForm(before, {}, on(expired ? '2028-01-01' : '2026-06-01'))
        expect(weight(after.verdict)).toBeLessThanOrEqual(weight(before.verdict))
        if (before.verdict !== 'needs_authorization' || expired) expect(after.verdict).toBe(before.verdict)
        const gone = found.filter((one) => !after.findings.includes(one))
        expect(
          gone.every(
            ({ severity, category }) => severity === 'needs_authorization' && category !== 'contest',
          ),
        ).toBe(true)
        expect(expired && gone.length > 0).toBe(false)
        for (const { severity } of after.findings)
          expect(weight(after.verdict)).toBeGreaterThanOrEqual(weight(severity))
      }),
      { numRuns: 500 },
    )
  })

  test('of findings that were cut off it says nothing', () => {
    const many = Array.from({ length: 200 }, () => finding({ severity: 'needs_authorization' }))
    const before = result({ findings: many, verdict: 'needs_authorization', platform: 'instagram' })
    expect(withForm(before, {}, on('2026-06-01')).verdict).toBe('needs_authorization')
  })

  test('the hall’s words for it are the library’s', () => {
    expect(WEIGHTS).toEqual(VERDICTS)
    expect(FORM_KINDS).toEqual(POSTS)
  })

  test('a picture is covered by what its fingerprint says', () => {
    const seen = {
      verdict: 'needs_authorization',
      findings: [finding({ severity: 'needs_authorization', category: 'photo' })],
      notes: [],
    }
    const tied = form({}, { photos: [{ id: 'p', at: 1, by: 'web:me', fingerprint: ['a'] }] })
    const looked = (print: string): Looked => ({
      found: 'form',
      form: tied,
      today: '2026-06-01',
      photos: [[print]],
    })
    expect(withForm(seen, { platform: 'instagram' }, looked('a')).verdict).toBe('clear')
    const other = withForm(seen, { platform: 'instagram' }, looked('z'))
    expect(other.verdict).toBe('needs_authorization')
    expect(other.notes.join()).toMatch(/none of those that the form was signed for/)
  })

  test('without a code nothing is another', () => {
    const read = engine.check({ text: STORY })
    expect(read).not.toHaveProperty('authorization')
    expect(read.verdict).toBe('needs_authorization')
  })
})
