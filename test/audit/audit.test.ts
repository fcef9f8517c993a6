import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { command } from '../cli/command.ts'
import { googleReviews } from './exports/facebook-export.ts'
import { withFiles } from './exports/folder.ts'
import * as shapes from './exports/instagram-export.ts'
import { metaJson } from './exports/instagram-export.ts'

const SARAH = "Thank you, Sarah! We're so glad your tummy tuck turned out beautifully!"
const FINE = 'Thank you for the kind words! We take all feedback seriously.'
/** Pieces of posts and of file names that nobody may read on a screen or in a log. */
const WORDS = /sarah|tummy|kowalski|jane|veneers/i

const line = (text: string, more = {}) => `${JSON.stringify({ text, kind: 'review_reply', ...more })}\n`

function audit(files: Record<string, string | Buffer>, args: (root: string) => string[]) {
  return withFiles(files, async (root) => {
    const ran = await command(['audit', ...args(root)])
    const names = readdirSync(root)
    const read = (name: string) =>
      existsSync(join(root, name)) ? readFileSync(join(root, name), 'utf8') : ''
    return { ...ran, names, root, report: read('r.md') || read('r.csv') || read('r.html') }
  })
}
const into =
  (ending: string, ...files: string[]) =>
  (root: string) => [...files.map((file) => join(root, file)), '--out', join(root, `r.${ending}`)]

describe('audit', () => {
  it.each<[string, string, number, RegExp]>([
    ['nothing found', line(FINE), 0, / 1 {2}Nothing found/],
    ['something found', line(FINE) + line(SARAH), 1, / 1 {2}Take down first/],
    [
      'something that was not checked',
      line('注射後はきれいになりました。ありがとうございました。'),
      1,
      / 1 {2}Not checked/,
    ],
    ['something that could not be read', `${line(FINE)}{"text":\n`, 2, / 1 {2}Could not be read/],
    ['findings and something that could not be read', `${line(SARAH)}{"text":\n`, 2, / 1 {2}Take down first/],
  ])('ends with the exit code for %s', async (_what, content, code, says) => {
    const ran = await audit({ 'p.jsonl': content }, into('md', 'p.jsonl'))
    expect([ran.code, ran.err]).toEqual([code, ''])
    expect(ran.out).toMatch(says)
    expect(ran.out).toContain('r.md')
    expect(ran.names).toEqual(['p.jsonl', 'r.md'])
  })

  it.each<[string, (root: string) => string[], string]>([
    ['no file', () => [], 'missing required argument'],
    [
      'a file that is not there',
      (root) => [join(root, 'none.csv'), '--out', join(root, 'r.md')],
      'is not there',
    ],
    [
      'an ending that is no report',
      (root) => [join(root, 'p.jsonl'), '--out', join(root, 'r.docx')],
      '.md, .csv or .html',
    ],
    [
      'a report that is there already',
      (root) => [join(root, 'p.jsonl'), '--out', join(root, 'old.md')],
      '--force',
    ],
    [
      'a folder that is not there',
      (root) => [join(root, 'p.jsonl'), '--out', join(root, 'no/r.md')],
      'no folder',
    ],
    [
      'a date that is none',
      (root) => [join(root, 'p.jsonl'), '--out', join(root, 'r.md'), '--since', 'May'],
      '--since',
    ],
    ['a platform that is none', (root) => [join(root, 'p.jsonl'), '--platform', 'myspace'], 'myspace'],
    [
      'a practice file that is not there',
      (root) => [join(root, 'p.jsonl'), '--practice', join(root, 'no.yml'), '--out', join(root, 'r.md')],
      'no.yml',
    ],
  ])('refuses %s in one clear line', async (_what, args, says) => {
    const ran = await audit({ 'p.jsonl': line(SARAH), 'old.md': 'old' }, args)
    expect([ran.code, ran.out]).toEqual([2, ''])
    expect(ran.err).toContain(says)
    expect(
      ran.err
        .trimEnd()
        .split('\n')
        .every((each) => each.startsWith('chaperone: ')),
    ).toBe(true)
    expect(ran.err).not.toMatch(/\bat .*\.ts:/)
    expect(ran.names).toEqual(['old.md', 'p.jsonl'])
  })

  it('writes over a report only when told to', async () => {
    const ran = await audit({ 'p.jsonl': line(FINE), 'r.md': 'old' }, (root) => [
      ...into('md', 'p.jsonl')(root),
      '--force',
    ])
    expect(ran.code).toBe(0)
    expect(ran.report).toMatch(/^# Posts/)
  })

  it('keeps its report from the other accounts of the machine', async () => {
    await withFiles({ 'p.jsonl': line(SARAH) }, async (root) => {
      await command(['audit', join(root, 'p.jsonl'), '--out', join(root, 'r.html')])
      expect(statSync(join(root, 'r.html')).mode & 0o077).toBe(0)
    })
  })

  it('gives one JSON object and nothing else with --json, and a report only where one is asked for', async () => {
    const ran = await audit(
      { 'p.jsonl': line(FINE) + line(SARAH, { url: 'https://x.example/1', date: '2026-03-05', id: 'a' }) },
      (root) => [join(root, 'p.jsonl'), '--json'],
    )
    expect([ran.code, ran.err, ran.names]).toEqual([1, '', ['p.jsonl']])
    const report = JSON.parse(ran.out)
    expect(report).toMatchObject({
      posts: 2,
      verdicts: { stop: 1, clear: 1 },
      items: [
        {
          verdict: 'stop',
          url: 'https://x.example/1',
          date: '2026-03-05',
          id: 'a',
          at: 2,
          kind: 'review_reply',
        },
      ],
      notRead: [],
    })
    expect(report.items[0].quotes.join()).toContain('tummy tuck')
    expect(report.items[0].findings[0]).toMatchObject({ rule: expect.any(String), why: expect.any(String) })
    const both = await audit({ 'p.jsonl': line(SARAH) }, (root) => [
      ...into('csv', 'p.jsonl')(root),
      '--json',
    ])
    expect(JSON.parse(both.out).posts).toBe(1)
    expect(both.report).toContain('tummy tuck')
  })

  it.each(['md', 'csv', 'html'])(
    'leaves the words out of the report (%s) with --no-quotes',
    async (ending) => {
      const ran = await audit({ 'p.jsonl': line(SARAH) }, (root) => [
        ...into(ending, 'p.jsonl')(root),
        '--no-quotes',
      ])
      expect(ran.report).toContain('keep it like a chart')
      expect(ran.report).not.toMatch(WORDS)
      const json = await audit({ 'p.jsonl': line(SARAH) }, (root) => [
        join(root, 'p.jsonl'),
        '--json',
        '--no-quotes',
      ])
      expect(json.out).not.toMatch(WORDS)
    },
  )

  it('says nothing of what was posted, or of who is named in a folder, on the screen', async () => {
    const files = {
      'export/your_instagram_activity/media/posts_1.json': metaJson(shapes.instagramPosts),
      'export/your_instagram_activity/comments/post_comments_1.json': metaJson(
        shapes.instagramComments,
      ).slice(0, -40),
      'export/sarah-kowalski/posts_1.json': '[{"strange":"Jane"}]',
      'p.jsonl': `${line(SARAH)}{"text":"Sarah Kowalski\n{"text":5,"Jane":1}\n`,
      'broken.csv': 'text,link\nOur patient Jane, came,in\n',
    }
    const ran = await audit(files, into('html', 'export', 'p.jsonl', 'broken.csv'))
    expect(ran.code).toBe(2)
    expect(ran.out + ran.err).not.toMatch(WORDS)
    expect(ran.err).toContain('(a file inside)')
    expect(ran.report).toContain('tummy tuck')
  })

  it('counts what was passed over, and never as clear', async () => {
    const files = {
      'posts_1.json': metaJson(shapes.instagramPosts),
      'reviews.json': JSON.stringify(googleReviews),
      'p.csv':
        'text,date\nOld news,2020-01-01\nHello there everybody,2026-03-05\nHello there everybody,2026-03-05\n,2026-03-06\n',
    }
    const ran = await audit(files, (root) => [
      ...Object.keys(files).map((name) => join(root, name)),
      '--json',
      '--since',
      '2025-01-01',
    ])
    expect(JSON.parse(ran.out)).toMatchObject({
      posts: 5,
      wordless: 2,
      unanswered: 1,
      before: 1,
      repeated: 1,
    })
  })

  it('takes --platform for what does not say where it stood, and days as the practice counts them', async () => {
    const files = {
      'p.jsonl':
        line(FINE, { date: '2026-04-01T03:00:00Z' }) + line(FINE, { date: '2026-04-01', platform: 'google' }),
      'practice.yml': 'name: Maple Street Dental\ntimeZone: America/Chicago\n',
    }
    const ran = await audit(files, (root) => [
      join(root, 'p.jsonl'),
      '--json',
      '--platform',
      'yelp',
      '--practice',
      join(root, 'practice.yml'),
    ])
    const { months, platforms, practice } = JSON.parse(ran.out)
    expect([Object.keys(months), Object.keys(platforms), practice]).toEqual([
      ['2026-03', '2026-04'],
      ['yelp', 'google'],
      'Maple Street Dental',
    ])
  })

  it('knows the practice’s own names from its file', async () => {
    const files = { 'p.jsonl': line(SARAH), 'practice.yml': 'name: Maple Street Dental\nstaff: [Sarah]\n' }
    const names = async (...args: string[]) => {
      const ran = await audit(files, (root) => [
        join(root, 'p.jsonl'),
        '--json',
        ...args.map((each) => join(root, each)).flatMap((each) => ['--practice', each]),
      ])
      return JSON.stringify(JSON.parse(ran.out).categories)
    }
    expect(await names()).toContain('"name"')
    expect(await names('practice.yml')).not.toContain('"name"')
  })

  it('puts first what has to go first', async () => {
    const content = [
      line('Thank you, Sarah! See you next time.', { date: '2020-01-05', id: 'old' }),
      line('Thank you, Sarah! See you next time.', { date: '2026-01-05', id: 'young' }),
      line('Look at this smile! Our patient came in last week for veneers.', {
        kind: 'caption',
        date: '2026-05-05',
        id: 'form',
      }),
      line(
        "Thank you, Sarah! We're so glad your tummy tuck turned out beautifully. Your bill is paid, and your chart is closed.",
        { date: '2019-01-05', id: 'worst' },
      ),
      line('注射後はきれいになりました。ありがとうございました。', { date: '2026-06-05', id: 'unread' }),
    ].join('')
    const ran = await audit({ 'p.jsonl': content }, (root) => [join(root, 'p.jsonl'), '--json'])
    const order = JSON.parse(ran.out).items.map(({ id }: { id: string }) => id)
    expect(order.filter((id: string) => id !== 'form')).toEqual(['worst', 'young', 'old', 'unread'])
    expect(order.indexOf('form')).toBeGreaterThan(2)
  })

  it('leaves nothing behind when it cannot write', async () => {
    await withFiles({ 'p.jsonl': line(SARAH) }, async (root) => {
      writeFileSync(join(root, 'r.md.part'), 'left by a crash')
      const ran = await command(['audit', join(root, 'p.jsonl'), '--out', join(root, 'r.md')])
      expect(ran.code).toBe(1)
      expect(readdirSync(root)).toEqual(['p.jsonl', 'r.md'])
    })
  })
})
