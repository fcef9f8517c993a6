import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { atRegister } from './register.ts'

const { at, run, json } = atRegister()

describe('authorization import', () => {
  const HEAD =
    'code,subject,content,areas,platforms,purpose,signer,authority,signed_on,expires,comes_of_age,remuneration,copy_given,paper,lacks'
  const row = (code: string, over = '2037-05-01') =>
    `${code},patient,"photo, words",teeth,"instagram, website",showing our work,patient,,2026-05-01,${over},,none,yes,binder 2,none`
  const sheet = (content: string | Buffer) => {
    const file = join(at.home, 'forms.csv')
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
