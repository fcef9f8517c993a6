import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWhen } from '../../../src/adapters/exports/dates.ts'
import { columnsOf, ONLY_REVIEWS } from '../../../src/adapters/exports/table/columns.ts'
import { createCsv } from '../../../src/adapters/exports/table/csv.ts'
import { delimiterOf } from '../../../src/adapters/exports/table/delimiter.ts'
import { kindOf, platformOf, platformOfLink } from '../../../src/adapters/exports/table/words.ts'

function rowsOf(text: string, delimiter = ',', size = text.length || 1, limit = 10_000) {
  const csv = createCsv(delimiter, limit)
  const rows = []
  for (let at = 0; at < text.length; at += size) rows.push(...csv.push(text.slice(at, at + size)))
  return [...rows, ...csv.end()]
}
const cellsOf = (...args: Parameters<typeof rowsOf>) => rowsOf(...args).map(({ cells }) => cells)

describe('a table', () => {
  it.each<[string, string, string[][]]>([
    [
      'plain cells',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'no line end at the end',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'Windows line ends',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'old Mac line ends',
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a comma in quotes', '"a,b",c\n', [['a,b', 'c']]],
    ['a line break in quotes', '"a\r\nb",c\n', [['a\r\nb', 'c']]],
    ['a quote in quotes', '"say ""hi""",c\n', [['say "hi"', 'c']]],
    ['an empty cell in quotes', '"",c\n', [['', 'c']]],
    ['a quote inside a bare cell', '5" screen,c\n', [['5" screen', 'c']]],
    ['words behind a closing quote', '"a" b,c\n', [['a b', 'c']]],
    [
      'empty rows',
      'a,b\n\n,\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['empty cells at the end', 'a,b,,\n', [['a', 'b', '', '']]],
    ['emoji', '"😊,👩‍⚕️",b\n', [['😊,👩‍⚕️', 'b']]],
    ['nothing', '', []],
  ])('with %s is cut rightly, however it comes in', (_what, text, cells) => {
    for (const size of [1, 2, 3, 1000]) expect(cellsOf(text, ',', size)).toEqual(cells)
  })

  it('comes back as it was written, in every dialect', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ' ', '"', ',', ';', '\t', '|', '\n', '\r', '😊', 'é'),
      maxLength: 8,
    })
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 9 }),
        (rows, delimiter, end, size) => {
          const text = rows
            .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(delimiter) + end)
            .join('')
          const written = rows.filter((row) => row.some((each) => each !== ''))
          expect(cellsOf(text, delimiter, size)).toEqual(written)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('counts rows as a spreadsheet does', () => {
    expect(rowsOf('h\n"a\nb"\nc\n').map(({ row }) => row)).toEqual([1, 2, 3])
  })

  it('says when a quote is never closed, and when a record is too long', () => {
    expect(rowsOf('a,b\n"c,d\ne,f\n').at(-1)).toMatchObject({ row: 2, broken: 'open_quote' })
    const long = rowsOf(`a,b\n${'x'.repeat(200)},y\nc,d\n`, ',', 7, 100)
    expect(long.map(({ broken }) => broken)).toEqual([undefined, 'too_long', undefined])
    expect(long[1]?.cells[0]?.length).toBeLessThanOrEqual(100)
  })
})

describe('the delimiter', () => {
  it.each([
    ['commas', 'date,text,link\n2026-01-01,"Hi, all; friends",x\n', ','],
    [
      'semicolons, with commas in the words',
      'date;text;link\n2026-01-01;Hi, all, friends, and more;x\n',
      ';',
    ],
    ['tabs', 'date\ttext\n2026-01-01\tHi, all\n', '\t'],
    ['bars', 'date|text\n2026-01-01|Hi, all\n', '|'],
    ['what the first line says', 'sep=;\ndate;text\n2026-01-01;Hi\n', ';'],
    ['one column', 'text\nHi\n', ','],
  ])('is found: %s', (_what, head, delimiter) => expect(delimiterOf(head)).toBe(delimiter))
})

describe('the columns', () => {
  const find = (header: string, ...rows: string[]) => {
    const names = header.split(',')
    const found = columnsOf(
      names,
      rows.map((row) => row.split(',')),
    )
    if (found === undefined || found === ONLY_REVIEWS) return found
    return Object.fromEntries(Object.entries(found).map(([column, index]) => [column, names[index]]))
  }
  it.each([
    [
      'our own words',
      'text,kind,platform,date,url',
      { text: 'text', kind: 'kind', platform: 'platform', date: 'date', url: 'url' },
    ],
    [
      'Business Suite',
      'Post ID,Account username,Description,Publish time,Permalink,Post type,Comments,Date',
      { text: 'Description', id: 'Post ID', date: 'Publish time', url: 'Permalink', kind: 'Post type' },
      '1,x,Hello,03/05/2026 14:30,https://x.example,IG image,12,Lifetime',
    ],
    [
      'a page with a title',
      'Title,Description,Publish time',
      { text: 'Description', title: 'Title', date: 'Publish time' },
    ],
    [
      'a scheduler',
      'Network,Message,Posted At,Link',
      { text: 'Message', platform: 'Network', date: 'Posted At', url: 'Link' },
    ],
    [
      'reviews with replies',
      'Reviewer,Rating,Review,Owner Response,Response Date',
      { text: 'Owner Response', reply: 'Owner Response', context: 'Review', date: 'Response Date' },
    ],
    [
      'comments with replies',
      'Comment,Reply,Date',
      { text: 'Reply', reply: 'Reply', context: 'Comment', date: 'Date' },
    ],
    ['a comment by itself', 'Date,Comment', { text: 'Comment', date: 'Date' }],
    ['a count that is called as words are', 'Post,Comment', { text: 'Comment' }, '12,Thanks!'],
    ['capitals and signs', '"POST_TEXT",Date (UTC)', { text: '"POST_TEXT"' }],
  ])('are found: %s', (_what, header, columns, ...rows) =>
    expect(find(header, ...(rows as string[]))).toEqual(columns),
  )

  it('are none where nothing is words, and where only others speak', () => {
    expect(find('id,likes,reach', '1,2,3')).toBeUndefined()
    expect(find('Reviewer,Rating,Review,Date')).toBe(ONLY_REVIEWS)
    expect(find('Reviewer,Stars,Text')).toBe(ONLY_REVIEWS)
  })
})

describe('a date', () => {
  it.each<[string | number, object | undefined]>([
    ['2026-03-05', { day: '2026-03-05' }],
    ['2026-03-05 14:30', { day: '2026-03-05' }],
    ['2026-03-05T14:30:00', { day: '2026-03-05' }],
    ['2026-03-05T14:30:00Z', { instant: Date.UTC(2026, 2, 5, 14, 30) }],
    ['2026-03-05T14:30:00.123456Z', { instant: Date.UTC(2026, 2, 5, 14, 30, 0, 123) }],
    ['2026-03-05T14:30:00-06:00', { instant: Date.UTC(2026, 2, 5, 20, 30) }],
    ['2026-03-05T14:30:00+0000', { instant: Date.UTC(2026, 2, 5, 14, 30) }],
    ['2026-03-05 14:30:00 UTC', { instant: Date.UTC(2026, 2, 5, 14, 30) }],
    ['3/5/2026', { day: '2026-03-05' }],
    ['3/5/26', { day: '2026-03-05' }],
    ['03/05/2026 2:30 PM', { day: '2026-03-05' }],
    ['25/03/2026', { day: '2026-03-25' }],
    ['25.03.2026', { day: '2026-03-25' }],
    ['Mar 5, 2026', { day: '2026-03-05' }],
    ['Mar 5, 2026, 2:30 PM', { day: '2026-03-05' }],
    ['Thursday, March 5th, 2026', { day: '2026-03-05' }],
    ['5 March 2026', { day: '2026-03-05' }],
    [1772721000, { instant: 1772721000000 }],
    ['1772721000', { instant: 1772721000000 }],
    [1772721000123, { instant: 1772721000123 }],
    ['Lifetime', undefined],
    ['2026-02-30', undefined],
    ['13/13/2026', undefined],
    ['', undefined],
    [0, undefined],
    [12, undefined],
  ])('%j is read', (written, meant) => expect(readWhen(written)).toEqual(meant))

  it('with the day first is read so where the column shows it', () => {
    expect(readWhen('05/03/2026', true)).toEqual({ day: '2026-03-05' })
  })
})

describe('what people call things', () => {
  it.each([
    ['Instagram', 'instagram'],
    ['IG', 'instagram'],
    ['FB', 'facebook'],
    ['Facebook Page', 'facebook'],
    ['Twitter', 'x'],
    ['X', 'x'],
    ['GMB', 'google'],
    ['Google Business Profile', 'google'],
    ['LinkedIn', 'linkedin'],
    ['Blog', 'website'],
    ['Myspace', undefined],
    ['', undefined],
  ])('platform %j', (word, platform) => expect(platformOf(word)).toBe(platform))

  it.each([
    ['review_reply', 'review_reply'],
    ['Review reply', 'review_reply'],
    ['IG carousel', 'caption'],
    ['IG story', 'story'],
    ['Reel', 'caption'],
    ['Boosted post', 'ad'],
    ['Comment', 'comment_reply'],
    ['DM', 'dm_reply'],
    ['Shared post', 'repost'],
    ['haiku', undefined],
  ])('kind %j', (word, kind) => expect(kindOf(word)).toBe(kind))

  it.each([
    ['https://www.instagram.com/p/1/', 'instagram'],
    ['https://m.facebook.com/1', 'facebook'],
    ['https://youtu.be/1', 'youtube'],
    ['https://x.com/1', 'x'],
    ['https://maplestreetdental.example/x', undefined],
    ['javascript:alert(1)', undefined],
  ])('link %j', (url, platform) => expect(platformOfLink(url)).toBe(platform))
})
