import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { command } from './command.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'chaperone-forms-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const run = (...args: string[]) => command(['authorization', ...args], '', { CHAPERONE_HOME: home })
const json = async (...args: string[]) => {
  const ran = await run(...args, '--json')
  return { ...ran, value: ran.out === '' ? undefined : JSON.parse(ran.out) }
}
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
  command(['check', STORY, '--json', ...args], '', { CHAPERONE_HOME: home })

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

describe('authorization import', () => {
  const HEAD =
    'code,subject,content,areas,platforms,purpose,signer,authority,signed_on,expires,comes_of_age,remuneration,copy_given,paper,lacks'
  const row = (code: string, over = '2037-05-01') =>
    `${code},patient,"photo, words",teeth,"instagram, website",showing our work,patient,,2026-05-01,${over},,none,yes,binder 2,none`
  const sheet = (content: string | Buffer) => {
    const file = join(home, 'forms.csv')
    writeFileSync(file, content)
    return file
  }
  const taken = async (content: string | Buffer) => (await json('import', sheet(content))).value

  it('takes its own template', async () => {
    const { out } = await run('import', '--template')
    const ran = await json('import', sheet(out))
    expect(ran.value).toEqual({ rows: 2, added: 2, there: 0, masked: [], refused: [] })
    expect(ran.code).toBe(0)
    expect((await json('show', 'K-7')).value).toMatchObject({ standing: 'defective' })
  })

  it('takes each row for itself, and names what it refused by its row and why, never by its words', async () => {
    const content = [
      HEAD,
      row('B-1'),
      row('Sarah Miller'),
      row('B-2', 'indefinite'),
      '',
      row('B-3').replace('patient,,', 'parent,,'),
      row('B-4').replace('binder 2', 'under Sarah Miller 555-014-2277'),
      row('B-1'),
      row('b 1', '2038-05-01'),
      'B-5,patient,photo',
      row('B-6').replace('binder 2,none', 'binder 2,everything'),
      row('B-7').replace('"photo, words"', 'photo, words'),
    ].join('\n')
    const ran = await json('import', sheet(content))
    expect(ran.code).toBe(1)
    expect(ran.value).toMatchObject({ rows: 10, added: 2, there: 1, masked: [7] })
    expect(
      ran.value.refused.map(({ row, reasons }: { row: number; reasons: string[] }) => [
        row,
        reasons.join(' '),
      ]),
    ).toEqual([
      [3, expect.stringContaining('looks like a name')],
      [4, expect.stringContaining('only allowed for research')],
      [6, expect.stringContaining('A parent signs for a minor')],
      [9, expect.stringContaining('on file already, with other words')],
      [10, expect.stringContaining('Platforms:')],
      [11, expect.stringContaining('say none, or which of')],
      [12, expect.stringContaining('more cells than the first row')],
    ])
    expect(ran.out + ran.err).not.toMatch(/Sarah|Miller|2277|everything/)
    expect((await json('show', 'B-4')).out).not.toMatch(/Sarah|Miller|2277/)
    const words = await run('import', sheet(content))
    expect(words.out).toMatch(/^10 rows: 0 written down, 3 on file already, 7 refused\nrow 3: /)
  })

  it('twice is once', async () => {
    const content = [HEAD, row('B-1'), row('B-2')].join('\r\n')
    expect(await taken(content)).toMatchObject({ added: 2, there: 0 })
    expect(await taken(content)).toMatchObject({ added: 0, there: 2, refused: [] })
    expect((await json('list')).value.authorizations).toHaveLength(2)
  })

  it.each<[string, (text: string) => string | Buffer]>([
    ['UTF-8', (text) => text],
    ['UTF-8 with a mark', (text) => `\ufeff${text}`],
    ['UTF-16 as Excel saves it', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 the other way round', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', (text) => Buffer.from(text, 'utf16le')],
    ['the old Windows letters', (text) => Buffer.from(text.replace('binder 2', 'b\u00fcro 2'), 'latin1')],
    [
      'semicolons',
      (text) =>
        text
          .replaceAll('"photo, words"', 'photo')
          .replaceAll('"instagram, website"', 'website')
          .replaceAll(',', ';'),
    ],
    [
      'tabs and Excel’s first line',
      (text) =>
        `sep=\t\r\n${text.replaceAll('"photo, words"', 'photo').replaceAll('"instagram, website"', 'website').replaceAll(',', '\t')}`,
    ],
    ['old Mac line ends', (text) => text.replaceAll('\n', '\r')],
    [
      'other names of columns',
      (text) =>
        text.replace('signed_on,expires', 'Date Signed,Expiration Date').replace('copy_given', 'Copy Given?'),
    ],
    [
      'columns in another order, with more of them',
      (text) =>
        text
          .split('\n')
          .map((line, at) => `${at === 0 ? 'notes' : 'x'},${line}`)
          .join('\n'),
    ],
  ])('reads %s', async (_, save) => {
    expect(await taken(save([HEAD, row('B-1'), row('B-2')].join('\n')))).toMatchObject({
      rows: 2,
      added: 2,
      refused: [],
    })
  })

  it.each<[string, string | Buffer, RegExp]>([
    ['an empty file', '', /the sheet is empty/],
    ['another table', 'name,phone\nSarah,1', /no column code, subject/],
    ['a missing column', `${HEAD.replace(',lacks', '')}\n`, /no column lacks/],
    ['zeros', Buffer.alloc(5000), /no column|empty/],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Array<number>(200).fill(7)]), /no column|empty/],
  ])('refuses %s before it writes anything', async (_, content, line) => {
    const ran = await run('import', sheet(content))
    expect(ran.code).toBe(2)
    expect(ran.err).toMatch(line)
    expect(ran.err).not.toContain('Sarah')
    expect((await json('list')).value.authorizations).toEqual([])
  })

  it('lets no hostile row hold up the others', async () => {
    const content = [
      HEAD,
      row('=1+1'),
      row('B-1').replace('showing our work', '"=cmd|\'/c calc\'!A0"'),
      row(`B-${'9'.repeat(40)}`),
      row('B-2').replace('showing our work', 'x'.repeat(30_000)),
      row('B-3').replace('showing our work', `"a ""quoted"" purpose,\nover two lines"`),
      row('B-4').replace('showing our work', 'a\u0000b\u0007 purpose'),
      row('__proto__'),
      row('B-5'),
      'B-6,patient,"photo never closed',
    ].join('\n')
    const report = await taken(content)
    expect(report).toMatchObject({ rows: 9, added: 3, there: 0 })
    expect(report.refused.map(({ row }: { row: number }) => row)).toEqual([2, 3, 4, 5, 8, 10])
    expect((await json('show', 'B-3')).value.terms.purpose).toContain('"quoted" purpose')
    expect((await json('show', 'B-4')).value.terms.purpose).toMatch(/^[^\p{Cc}]+$/u)
  })

  it('takes more rows than it writes at once, and of two with one code the first', async () => {
    const many = Array.from({ length: 450 }, (_, n) => row(n % 3 === 2 ? `Sarah ${n}` : `B-${n}`))
    const report = await taken(
      [HEAD, ...many, row('B-448'), row('B-450', '2038-05-01'), row('B-450')].join('\n'),
    )
    expect(report).toMatchObject({ rows: 453, added: 301, there: 1 })
    expect(report.refused).toHaveLength(151)
    expect((await json('show', 'B-449')).code).toBe(1)
    expect((await json('show', 'B-450')).value.until).toBe('2038-05-01')
    const numbers = (await json('list')).value.authorizations.map(({ number }: { number: string }) => number)
    expect(new Set(numbers).size).toBe(301)
  })
})
