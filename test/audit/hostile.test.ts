import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCsv } from '../../src/adapters/exports/table/csv.ts'
import { cellOf } from '../../src/cli/audit/report/csv.ts'
import { asMarkdown } from '../../src/cli/audit/report/markdown.ts'
import { launch, noBrowser } from '../browser/browser.ts'
import { command } from '../cli/command.ts'
import { withFiles } from './exports/folder.ts'

/** What somebody may have written, or a file of posts may have been made to hold. Each also discloses a patient. */
const HOSTILE = [
  '<script>document.title="OWNED"</script>Thank you, Sarah! Your tummy tuck turned out beautifully.',
  '<img src=x onerror="document.title=\'OWNED\'">Thank you, Sarah! See you next time.',
  '"><svg onload=alert(1)>Thank you, Sarah! See you next time.',
  '</blockquote></main><style>*{display:none}</style>Thank you, Sarah! See you next time.',
  '&lt;b&gt; &amp; Thank you, Sarah! See you next time.',
  '=HYPERLINK("http://evil.example","Sarah")\nThank you, Sarah! See you next time.',
  '@SUM(1+1)*cmd|calc Thank you, Sarah! See you next time.',
  '[click](javascript:alert(1)) ![x](http://evil.example/x.png) # Thank you, Sarah! See you next time.',
  '| a | b |\n|---|---|\n<!-- Thank you, Sarah! See you next time.',
  '\u001b[2J\u202eThank you, Sarah! See you next time.\u0000',
]
const URLS = [
  'javascript:document.title="OWNED"',
  'https://x.example/"onmouseover="alert(1)',
  'data:text/html,<script>1</script>',
  'https://user:secret@x.example/',
  'file:///etc/passwd',
  '=cmd',
  'https://x.example/)](javascript:alert(1)',
]
const FILE = '<b>p".jsonl'

const content = HOSTILE.map(
  (text, i) =>
    `${JSON.stringify({ text, kind: 'review_reply', url: URLS[i % URLS.length], id: `=1<i>${i}`, date: '2026-03-05' })}\n`,
).join('')
const practice = 'name: "<script>Maple</script> & Sons"\n'

function report<T>(ending: string, use: (path: string, text: string) => Promise<T> | T): Promise<T> {
  return withFiles({ [FILE]: `${content}{"broken\n`, 'practice.yml': practice }, async (root) => {
    const path = join(root, `r.${ending}`)
    const ran = await command([
      'audit',
      join(root, FILE),
      '--out',
      path,
      '--practice',
      join(root, 'practice.yml'),
    ])
    expect(ran.code).toBe(2)
    return await use(path, readFileSync(path, 'utf8'))
  })
}

/** Nothing that moves a cursor or turns the reading order round. */
function expectInert(text: string) {
  for (const char of ['\u202e', '\u001b', '\0']) expect(text.includes(char)).toBe(false)
}

describe('a cell of the report', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['  =1+1', `"' =1+1"`],
    ['\t=1+1', `"' =1+1"`],
    ['\r\n=1+1', `"' =1+1"`],
    ['＝1', `"'＝1"`],
    ['a;=1+1', `"a;'=1+1"`],
    ['say "=1"', '"say ""=1"""'],
    ['2026-03-05', '"2026-03-05"'],
    ['so glad - thanks', '"so glad - thanks"'],
    ['two\nlines', '"two lines"'],
    ['', '""'],
  ])('%j is no formula', (text, cell) => expect(cellOf(text)).toBe(cell))
})

describe('words in Markdown', () => {
  it.each([
    ['[a](b)', '\\[a\\]\\(b\\)'],
    ['![x](y)', '\\!\\[x\\]\\(y\\)'],
    ['<b> & `c` *d* _e_', '\\<b\\> \\& \\`c\\` \\*d\\* \\_e\\_'],
    ['a | b', 'a \\| b'],
    ['http://x.example @bob', 'http\\://x.example \\@bob'],
  ])('%j stay words', (text, written) =>
    expect(asMarkdown(text).replaceAll('&lt;', '\\<').replaceAll('&amp;', '\\&')).toBe(written),
  )
})

describe('a report about hostile posts', () => {
  it('as CSV has as many cells in every row as its header, and none that begins a formula', () =>
    report('csv', (_path, text) => {
      const csv = createCsv(',', 1_000_000)
      const rows = [...csv.push(text.slice(1)), ...csv.end()].map(({ cells }) => cells)
      expect(rows[0]).toHaveLength(1)
      for (const cells of rows.slice(2)) expect([1, rows[1]?.length]).toContain(cells.length)
      expect(rows).toHaveLength(2 + HOSTILE.length + 1)
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/)
      expect(text).not.toMatch(/(?<!\r)\n/)
      expectInert(text)
    }))

  it('as Markdown has no HTML, no link but to the web, and no control characters', () =>
    report('md', (_path, text) => {
      expect(text).not.toMatch(/<(?!https?:)[a-z!/]/i)
      expectInert(text)
      const links = [...text.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map(([, target]) => target)
      for (const target of links) expect(target).toMatch(/^<https:\/\/x\.example\//)
    }))

  it('as HTML has no element and no address that it did not write itself', () =>
    report('html', (_path, text) => {
      expect(text).not.toMatch(/<(?:script|img|i>|style>\*|svg onload)/)
      expectInert(text)
      const links = [...text.matchAll(/href="([^"]*)"/g)].map(([, target]) => target)
      for (const target of links) expect(target).toMatch(/^(?:#\w+|https:\/\/x\.example\/.*)$/)
      expect(text).toContain('&lt;script&gt;Maple&lt;/script&gt; &amp; Sons')
    }))
})

describe.skipIf(noBrowser)('the report in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  it.each([
    [1280, 'light'],
    [390, 'dark'],
  ] as const)(
    'runs nothing, fetches nothing, fits and is accessible at %d pixels in %s',
    async (width, colorScheme) =>
      report('html', async (path) => {
        // The report's own rules forbid scripts; the checker of accessibility is one, so they are lifted for it.
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true })
        const asked: string[] = []
        page.on('request', (request) => asked.push(request.url()))
        page.on('dialog', (dialog) => dialog.dismiss())
        const own = pathToFileURL(path).href
        await page.goto(own)
        expect(asked).toEqual([own])
        expect(await page.title()).toContain('Posts that are already online')
        expect(await page.locator('script, img, iframe, object, form, input').count()).toBe(0)
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(
          0,
        )
        expect(await page.locator('article').count()).toBeGreaterThanOrEqual(HOSTILE.length)
        await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true')
        await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core') })
        const found = await page.evaluate(async () => {
          const { axe } = globalThis as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
          }
          return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
        })
        expect(found).toEqual([])
        await page.close()
      }),
    60_000,
  )
})
