import { describe, expect, it } from 'vitest'
import type { Looked as FormLooked } from '../../../src/bot/records/signed.ts'
import type { Assessment } from '../../../src/skills/photo/assess.ts'
import { finding } from '../../../src/skills/photo/findings.ts'
import { endedAmong, underForm } from '../../../src/skills/photo/signed.ts'
import { form } from '../../bot/records/form.ts'
import { fakeRegister } from '../../surfaces/fake-register.ts'

/** As far as this test goes: the same letter is the same picture, the same in another case a likely copy. */
const vision = {
  nearness: ([a = '']: readonly string[], [b = '']: readonly string[]) =>
    a === b ? ('same' as const) : a.toLowerCase() === b.toLowerCase() ? ('ask' as const) : ('other' as const),
}
const TIED = { id: 'p1', at: 1, by: 'web:me', fingerprint: ['a'] }

/** A register with just these forms; only what the port needs of it is there. */
function registerWith(...forms: ReturnType<typeof form>[]) {
  const { register } = fakeRegister(() => 0)
  const records = forms.map(({ number, version, ...body }, index) => ({
    number,
    kind: 'authorization' as const,
    state: 'kept',
    at: index,
    changed: index,
    ended: null,
    version,
    body,
  }))
  return { ...register, list: async () => records }
}

describe('a photo that is tied to a form which ended', () => {
  const revoked = { on: '2026-05-20', at: 1, by: 'web:me' }
  it.each([
    ['taken back, the same picture', form({}, { revoked, photos: [TIED] }), ['a'], 'revoked'],
    ['taken back, a likely copy', form({}, { revoked, photos: [TIED] }), ['A'], 'ask'],
    ['taken back, another picture', form({}, { revoked, photos: [TIED] }), ['b'], undefined],
    ['still good', form({}, { photos: [TIED] }), ['a'], undefined],
    ['taken back, without pictures', form({}, { revoked }), ['a'], undefined],
  ])('is known again: %s', async (_name, one, fingerprint, known) => {
    expect(await endedAmong(registerWith(one), vision, '2026-06-01')(fingerprint)).toBe(known)
  })
})

describe('a photo with the code of a form', () => {
  const shown: Assessment = {
    verdict: 'needs_authorization',
    findings: [finding('photo/face')],
    looked: { fingerprint: ['a'] } as unknown as NonNullable<Assessment['looked']>,
  }
  const on = (one: ReturnType<typeof form>): FormLooked => ({ found: 'form', form: one, today: '2026-06-01' })
  const about = { vision, platform: 'instagram' as const }

  it('that covers it needs no other; the note says what a person still looks at', () => {
    const { assessment, notes } = underForm(shown, [on(form({}, { photos: [TIED] }))], about)
    expect([assessment.verdict, assessment.findings]).toEqual(['clear', []])
    expect(notes.join(' ')).toMatch(/covers/)
  })

  it.each<[string, FormLooked, Partial<typeof about> | { platform: null }]>([
    ['is for another picture', on(form({}, { photos: [{ ...TIED, fingerprint: ['z'] }] })), {}],
    ['is for another platform', on(form()), { platform: 'facebook' as never }],
    ['does not say where it goes', on(form({ platforms: ['instagram'] } as never)), { platform: null }],
    ['is not on file', { found: 'unknown' }, {}],
    ['cannot be looked up', { found: 'no-register' }, {}],
  ])('that %s changes nothing, and says so', (_name, looked, where) => {
    const { assessment, notes } = underForm(shown, [looked], { ...about, ...where } as typeof about)
    expect(assessment.verdict).toBe('needs_authorization')
    expect(assessment.findings).toHaveLength(1)
    expect(notes).toHaveLength(1)
  })

  it('stays stopped where something is to be read on it, whatever was signed', () => {
    const worse = {
      ...shown,
      verdict: 'stop' as const,
      findings: [...shown.findings, finding('photo/birth-date')],
    }
    const { assessment } = underForm(worse, [on(form({}, { photos: [TIED] }))], about)
    expect(assessment.verdict).toBe('stop')
  })
})
