import { describe, expect, test } from 'vitest'
import { PRACTICE_PLATFORMS } from '../../../src/bot/practice.ts'
import {
  type Authorization,
  covers,
  type Gap,
  standing,
  standingWords,
  type Wanted,
} from '../../../src/bot/records/authorization.ts'
import { DEED, form, TERMS } from './form.ts'

const WANTED: Wanted = { platform: 'instagram', content: ['photo'], on: '2026-06-01' }
const tied = (...fingerprint: string[]): Partial<Authorization> => ({
  photos: [{ ...DEED, fingerprint }],
})

describe('what a form lets out', () => {
  test.each<[string, Authorization, Partial<Wanted>, Gap[]]>([
    ['just what it names', form(), {}, []],
    ['all that it names', form(), { content: ['photo', 'words'], platform: 'website' }, []],
    ['another platform', form(), { platform: 'tiktok' }, ['platform']],
    ['a platform that nobody named', form(), { platform: null }, ['no-platform']],
    ['anywhere, where all are named', form({ platforms: [...PRACTICE_PLATFORMS] }), { platform: null }, []],
    ['another content', form(), { content: ['video'] }, ['content']],
    ['one content too many', form(), { content: ['words', 'video'] }, ['content']],
    [
      'several gaps at once',
      form(),
      { content: ['video'], platform: 'x', on: '2028-01-01' },
      ['not-valid', 'platform', 'content'],
    ],
    ['a minor under an adult’s form', form(), { subjectIsMinor: true }, ['minor']],
    [
      'somebody grown under a minor’s form',
      form({ subject: 'minor', signer: { role: 'parent', authority: null }, comesOfAge: '2030-01-01' }),
      { subjectIsMinor: false },
      ['adult'],
    ],
    ['a patient under a colleague’s permission', form({ subject: 'staff' }), {}, ['colleague']],
    ['a colleague under a patient’s form', form(), { about: 'staff' }, ['patient']],
    ['a colleague under their own', form({ subject: 'staff' }), { about: 'staff' }, []],
    ['the picture that is tied', form({}, tied('a', 'b')), { photos: [['a', 'b']] }, []],
    ['a picture that may be the one', form({}, tied('a', 'b')), { photos: [['b', 'c']] }, ['photo-ask']],
    ['another picture', form({}, tied('a', 'b')), { photos: [['c', 'd']] }, ['other-photo']],
    ['one right picture and a wrong one', form({}, tied('a')), { photos: [['a'], ['z']] }, ['other-photo']],
    ['any picture, where none is tied', form(), { photos: [['z']] }, []],
    ['a picture that nobody looked at', form({}, tied('a')), {}, []],
  ])('%s', (_, one, wanted, gaps) => {
    const found = covers(one, { ...WANTED, ...wanted })
    expect(found.reasons.map(({ gap }) => gap)).toEqual(gaps)
    expect(found.covered).toBe(gaps.length === 0)
    // What is said is a sentence for a person, and not our own words for it.
    for (const { says } of found.reasons) expect(says).toMatch(/^[A-Z].*\.$/)
  })

  test('asks the eyes of whoever looks at pictures, and believes them', () => {
    const near = () => 'same' as const
    expect(covers(form({}, tied('a')), { ...WANTED, photos: [['z']] }, near).covered).toBe(true)
  })

  test.each<[string, Authorization, RegExp]>([
    ['body areas', form({ areas: ['teeth', 'lips'] }), /names teeth and lips: is nothing else to be seen/],
    ['no tied picture', form(), /No picture is tied/],
    [
      'an event',
      form({ expires: { event: 'the end of the campaign', happened: null } }),
      /Has that happened/,
    ],
    ['one pair of eyes', form({}, { lookedOver: null }), /Nobody else has looked/],
  ])('leaves to a person what only a person can see: %s', (_, one, says) => {
    expect(covers(one, WANTED).ask.join('\n')).toMatch(says)
  })

  test('is told in words, and never in the words of a verdict', () => {
    const said = [
      form(),
      form({ signedOn: '2030-01-01' }),
      form({ combined: true }),
      form({ expires: { on: '2026-05-09' } }),
      form({ expires: { on: '2026-06-02' } }),
      form({ expires: { on: '2026-06-01' } }),
      form({}, { revoked: { on: '2026-05-03', at: 1, by: 'web:me' } }),
      form({ subject: 'minor', comesOfAge: '2026-05-20', signer: { role: 'parent', authority: null } }),
    ].map((one) => standingWords(standing(one, '2026-06-01')))
    expect(said).toEqual([
      'is valid until May 1, 2027',
      'was only signed on Jan 1, 2030',
      'is part of another document, such as an intake or consent form',
      'ended on May 9, 2026',
      'is valid until Jun 2, 2026: one more day',
      'is valid today for the last time',
      'was taken back on May 3, 2026',
      'was signed for a minor who came of age on May 20, 2026, and needs their own signature now',
    ])
    expect(TERMS.platforms).toHaveLength(2)
  })
})
