import { describe, expect, it } from 'vitest'
import { command } from '../command.ts'
import { atRegister } from './register.ts'

const { at, run, json } = atRegister()
const TERMS = {
  subject: 'patient',
  content: 'photo, words',
  platforms: 'instagram, website',
  purpose: 'showing our work',
  signer: 'patient',
  'signed-on': '2026-05-01',
  expires: '2037-05-01',
  remuneration: 'none',
  'copy-given': 'yes',
  paper: 'binder 2',
  lacks: 'none',
}
const flags = (over: Record<string, string> = {}) =>
  Object.entries({ ...TERMS, ...over }).flatMap(([name, value]) => [`--${name}`, value])
const STORY = 'Meet our patient: before and after her veneers!'
const check = (...args: string[]) =>
  command(['check', STORY, '--json', ...args], '', { CHAPERONE_HOME: at.home })

describe('authorization', () => {
  it('writes a form down, finds it, and takes it back with what has to come down', async () => {
    expect((await json('add', 'B-112', ...flags())).value).toMatchObject({
      number: 'AUT-2026-0001'.replace('2026', String(new Date().getFullYear())),
      code: 'B-112',
      standing: 'valid',
      until: '2037-05-01',
    })
    expect(
      (await json('published', 'b112', '--url', 'https://x.example/p/1?utm_source=a', '--platforms', 'ig'))
        .value.publications,
    ).toMatchObject([{ url: 'https://x.example/p/1', platform: 'instagram', takenDown: null }])
    expect((await json('revoke', 'b-112', '--on', '2026-05-20')).value).toMatchObject({
      standing: 'revoked',
      revokedOn: '2026-05-20',
      takeDown: 1,
    })
    expect((await json('list', '--needs')).value.needs).toMatchObject([
      { what: 'take-down', count: 1, code: 'B-112' },
    ])
    expect((await json('down', 'B-112', '1')).value).toMatchObject({ takeDown: 0 })
    expect((await json('list', '--needs')).value).toEqual({ needs: [] })
    expect((await json('list')).value.authorizations).toMatchObject([
      { code: 'B-112', standing: 'revoked', until: null },
    ])
    expect(
      (
        await json(
          'renew',
          'B-112',
          '--signed-on',
          '2026-06-01',
          '--expires',
          '6/1/2036',
          '--copy-given',
          'no',
          '--lacks',
          'none',
        )
      ).value,
    ).toMatchObject({
      standing: 'valid',
      until: '2036-06-01',
      earlierForms: 1,
      terms: { platforms: ['instagram', 'website'], copyGiven: false },
    })
  })

  it('says the same in words', async () => {
    await run('add', 'B-112', ...flags())
    const { out, code } = await run('show', 'B-112')
    expect(code).toBe(0)
    expect(out).toContain('The form is valid until May 1, 2037.')
    expect(out).toContain('Paper: binder 2')
    expect((await run('list', '--platforms', 'website')).out).toMatch(
      /^B-112 \(AUT-\d{4}-0001\): valid, until May 1, 2037\n$/,
    )
    expect((await run('list', '--platforms', 'tiktok')).out).toBe('No form is written down yet.\n')
  })

  it.each<[string, string[], number, RegExp]>([
    ['no action', [], 2, /say one of: authorization add/],
    ['an unknown action', ['burn', 'B-1'], 2, /say one of/],
    ['nothing to show', ['show'], 2, /wants a code, or a number like AUT-2026-0001/],
    ['nothing on file', ['show', 'B-1'], 1, /no form is on file/],
    ['a name for a code', ['add', 'Sarah Miller', ...flags()], 1, /looks like a name/],
    ['indefinitely', ['add', 'B-1', ...flags({ expires: 'indefinite' })], 1, /164\.508\(c\)\(1\)\(v\)/],
    [
      'ends before it begins',
      ['add', 'B-1', ...flags({ expires: '2026-04-01' })],
      1,
      /end before it was signed/,
    ],
    ['no day', ['add', 'B-1', ...flags({ 'signed-on': '2026-02-30' })], 2, /day of the calendar/],
    [
      'a day that is meant as an end',
      ['add', 'B-1', ...flags({ expires: '31/12/2026' })],
      2,
      /day of the calendar/,
    ],
    [
      'an unknown platform',
      ['add', 'B-1', ...flags({ platforms: 'myspace' })],
      2,
      /Platforms: name each one/,
    ],
    ['a formula', ['add', 'B-1', ...flags({ paper: '=HYPERLINK("x")' })], 2, /begins like a formula/],
    ['no file', ['import', '/nowhere/at-all.csv'], 2, /no such file/],
    ['no file named', ['import'], 2, /wants a CSV file/],
    ['no post', ['down', 'B-1', '1'], 1, /no form is on file/],
    ['no link', ['published', 'B-1'], 1, /no form is on file/],
  ])('refuses %s with one clear line', async (_, args, code, line) => {
    const ran = await run(...args)
    expect(ran.code).toBe(code)
    expect(ran.err).toMatch(line)
    expect(ran.err.trim().split('\n')).toHaveLength(1)
    expect(ran.err).not.toMatch(/Sarah|myspace|HYPERLINK/)
    expect(ran.out).toBe('')
  })

  it('keeps a defective form as one, and its copy twice as none', async () => {
    const { value } = await json('add', 'B-112', ...flags({ lacks: 'revocation, combined' }))
    expect(value).toMatchObject({
      standing: 'defective',
      defects: [{ what: 'revocation' }, { what: 'combined' }],
    })
    const again = await json('add', 'b 112', ...flags())
    expect(again.code).toBe(1)
    expect(again.value.refused[0]).toContain('There is a form with the code B-112 already')
  })

  it('ties a picture by its fingerprint once, and knows it again', async () => {
    await run('add', 'B-112', ...flags())
    expect((await json('photos', 'B-112', '--fingerprint', 'abcd,ef01')).value.photos).toHaveLength(1)
    expect((await json('photos', 'B-112', '--fingerprint', 'abcd,ef01')).value.photos).toHaveLength(1)
    expect((await run('photos', 'B-112', '--fingerprint', '<b>')).code).toBe(2)
  })

  it('is what check looks a code up in', async () => {
    expect(JSON.parse((await check('--authorization', 'B-112')).out)).toMatchObject({
      verdict: 'needs_authorization',
      authorization: { number: null, covered: false },
    })
    await run('add', 'B-112', ...flags())
    const covered = await check('--authorization', 'B-112', '--platform', 'instagram')
    expect(covered.code).toBe(0)
    expect(JSON.parse(covered.out)).toMatchObject({
      verdict: 'clear',
      findings: [],
      authorization: { code: 'B-112', covered: true },
    })
    const other = await check('--authorization', 'B-112', '--platform', 'tiktok')
    expect(other.code).toBe(1)
    expect(JSON.parse(other.out).authorization.reasons.join()).toContain('not for TikTok')
  })
})

describe('the other commands that take a code', () => {
  it('check --jsonl holds it for every line, and rewrite leaves alone what it covers', async () => {
    await run('add', 'B-112', ...flags())
    const env = { CHAPERONE_HOME: at.home }
    const lines = ['instagram', 'tiktok']
      .map((platform) => JSON.stringify({ id: platform, text: STORY, platform }))
      .join('\n')
    const { out } = await command(['check', '--jsonl', '--authorization', 'B-112'], lines, env)
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).verdict),
    ).toEqual(['clear', 'needs_authorization'])
    const args = ['rewrite', STORY, '--platform', 'instagram', '--json']
    expect(JSON.parse((await command(args, '', env)).out).verdict).toBe('needs_authorization')
    const signed = await command([...args, '--authorization', 'B-112'], '', env)
    expect(JSON.parse(signed.out)).toMatchObject({ verdict: 'clear', rewritten: STORY })
  })
})
