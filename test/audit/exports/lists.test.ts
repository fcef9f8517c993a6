import { describe, expect, it } from 'vitest'
import { readFile } from './folder.ts'

describe('tables and lists', () => {
  it.each<[string, string, string | Buffer]>([
    [
      'commas in UTF-8',
      'posts.csv',
      'Date,Platform,Text,Link\r\n3/5/2026,IG,"Café, we’re open",https://x.example/1\r\n',
    ],
    [
      'a byte order mark',
      'posts.csv',
      '\ufeffDate,Platform,Text,Link\n3/5/2026,IG,"Café, we’re open",https://x.example/1\n',
    ],
    [
      'semicolons',
      'posts.csv',
      'Date;Platform;Text;Link\n3/5/2026;IG;Café, we’re open;https://x.example/1\n',
    ],
    [
      'a named delimiter',
      'posts.csv',
      'sep=;\r\nDate;Platform;Text;Link\r\n3/5/2026;IG;Café, we’re open;https://x.example/1\r\n',
    ],
    [
      'tabs',
      'posts.tsv',
      'Date\tPlatform\tText\tLink\n3/5/2026\tIG\tCafé, we’re open\thttps://x.example/1\n',
    ],
    [
      'lines above the header',
      'posts.csv',
      'Content report\n\nDate,Platform,Text,Link\n3/5/2026,IG,"Café, we’re open",https://x.example/1\n',
    ],
    [
      'what Excel calls Unicode text',
      'posts.txt',
      Buffer.from(
        '\ufeffDate\tPlatform\tText\tLink\r\n3/5/2026\tIG\tCafé, we’re open\thttps://x.example/1\r\n',
        'utf16le',
      ),
    ],
    [
      'the code page of Windows',
      'posts.csv',
      Buffer.from(
        'Date,Platform,Text,Link\r\n3/5/2026,IG,"Caf\xe9, we\x92re open",https://x.example/1\r\n',
        'latin1',
      ),
    ],
    [
      'a list of objects',
      'posts.json',
      JSON.stringify([
        { date: '2026-03-05', platform: 'IG', caption: 'Café, we’re open', permalink: 'https://x.example/1' },
      ]),
    ],
    [
      'what an API answers',
      'posts.json',
      JSON.stringify({
        data: [
          {
            timestamp: '2026-03-05',
            platform: 'IG',
            caption: 'Café, we’re open',
            permalink: 'https://x.example/1',
          },
        ],
      }),
    ],
    [
      'lines of JSON',
      'posts.jsonl',
      `${JSON.stringify({ text: 'Café, we’re open', platform: 'instagram', date: '2026-03-05', url: 'https://x.example/1' })}\n`,
    ],
  ])('are read: %s', async (_what, name, content) => {
    const { entries, leftOut } = await readFile(name, content)
    expect(leftOut).toEqual([])
    expect(entries).toMatchObject([
      {
        post: {
          text: 'Café, we’re open',
          platform: 'instagram',
          when: { day: '2026-03-05' },
          url: 'https://x.example/1',
        },
      },
    ])
  })

  it('hold replies beside the reviews that they answer', async () => {
    const csv =
      'Reviewer,Rating,Review,Owner response,Response date\nSarah,5,Great!,"Thank you, Sarah!",2026-03-05\nBob,1,Bad.,,\n'
    const { entries } = await readFile('google-reviews.csv', csv)
    expect(entries).toMatchObject([
      {
        at: 2,
        post: { text: 'Thank you, Sarah!', context: 'Great!', kind: 'review_reply', platform: 'google' },
      },
      { at: 3, silent: 'no_reply' },
    ])
  })

  it('lose no words without saying so', async () => {
    const csv =
      'Text,Date,Link\nOur patient Jane, who came in,2026-03-05,x\nfirst half\nsecond half,2026-03-05,x\n,2026-03-06,x\nnot\n'
    const { entries } = await readFile('posts.csv', csv)
    expect(entries).toMatchObject([
      { at: 2, unread: 'too_many_cells' },
      { at: 3, post: { text: 'first half' } },
      { at: 4, post: { text: 'second half' } },
      { at: 5, silent: 'no_words' },
      { at: 6, post: { text: 'not' } },
    ])
    const shifted = await readFile('posts.csv', 'Date,Text,Link\n2026-03-05,first half\nsecond half,x\nx\n')
    expect(shifted.entries).toMatchObject([
      { post: { text: 'first half' } },
      { post: { text: 'x' } },
      { unread: 'too_few_cells' },
    ])
  })

  it('may bring the practice’s own facts, a kind and an account on each line', async () => {
    const line = {
      id: 7,
      text: 'Hi',
      kind: 'ad',
      account: 'personal',
      context: 'A review',
      practice: { staff: ['Grace'], name: null },
    }
    const { entries } = await readFile('posts.jsonl', `${JSON.stringify(line)}\n`)
    expect(entries).toMatchObject([
      {
        at: 1,
        post: { id: '7', kind: 'ad', account: 'personal', context: 'A review', own: { staff: ['Grace'] } },
      },
    ])
    expect(entries[0]).not.toHaveProperty('post.own.name')
  })

  it('go on behind a line that cannot be read', async () => {
    const lines = [
      '{"text":"one"}',
      '{"text":',
      '{"text":5}',
      '{"text":"six","kind":"poem"}',
      '',
      '{"text":" "}',
      '{"text":"two"}',
    ]
    const bytes = Buffer.concat([Buffer.from(`${lines.join('\n')}\n`), Buffer.from([0x22, 0xff, 0x0a])])
    const { entries } = await readFile('posts.jsonl', bytes)
    expect(
      entries.map(({ at, ...rest }) => [
        at,
        'unread' in rest ? rest.unread : 'silent' in rest ? rest.silent : 'post',
      ]),
    ).toEqual([
      [1, 'post'],
      [2, 'not_json'],
      [3, 'bad_field'],
      [4, 'bad_field'],
      [6, 'no_words'],
      [7, 'post'],
      [8, 'not_utf8'],
    ])
  })
})
