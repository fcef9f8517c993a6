import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Paper, Printer } from '../../../src/bot/outside/paper.ts'

const LONG = 'Zoë Łukasiewicz-Ünal sprach über Größe, ñ, é, Ж. '.repeat(80)
/** One of everything, over several pages. */
const PAPER: Paper = {
  title: 'Incident INC-2026-0001',
  subtitle: 'Maple Street Dental',
  foot: 'INC-2026-0001',
  author: 'Maple Street Dental',
  madeAt: Date.parse('2026-11-21T15:00:00Z'),
  parts: [
    { type: 'heading', level: 1, text: 'In short' },
    {
      type: 'table',
      widths: [1, 2],
      rows: [['What', 'How'], ...Array.from({ length: 60 }, (_, n) => [`Row ${n}`, 'ü'])],
    },
    { type: 'heading', level: 1, text: 'Timeline', onNewPage: true },
    { type: 'entry', lead: '2026-11-21', text: LONG },
    { type: 'heading', level: 2, text: 'Below' },
    { type: 'text', text: 'a\n\nb' },
    { type: 'note', text: LONG },
    { type: 'list', items: ['one', LONG] },
    {
      type: 'letter',
      paragraphs: [{ text: 'Dear [name],' }, { lead: 'What happened', items: ['it', LONG] }],
    },
  ],
}

/** The file with what it compresses laid open. */
function opened(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf)
  const parts = [bytes.toString('latin1')]
  for (let at = bytes.indexOf('stream\n'); at !== -1; at = bytes.indexOf('stream\n', at + 7)) {
    const end = bytes.indexOf('endstream', at)
    try {
      parts.push(inflateSync(bytes.subarray(at + 7, end)).toString('latin1'))
    } catch {
      // Some streams are not compressed.
    }
  }
  return parts.join('\n')
}

export function paperContract(name: string, print: Printer): void {
  describe(`a paper from ${name}`, () => {
    it('is tagged, has a language, a title to show, bookmarks for its sections, and its own fonts', async () => {
      const text = opened(await print(PAPER))
      for (const sign of [
        '/StructTreeRoot',
        '/Lang (en-US)',
        '/DisplayDocTitle true',
        '/Marked true',
        '/Outlines',
        '/FontFile2',
      ])
        expect(text, sign).toContain(sign)
      for (const tag of ['H1', 'H2', 'H3', 'P', 'L', 'LI', 'LBody', 'Table', 'TR', 'TH', 'TD'])
        expect(text, tag).toMatch(new RegExp(`/S /${tag}\\b`))
      expect(text).toContain('(In short)')
      expect(text).toContain('pdfuaid:part')
      expect(text).not.toMatch(/\/BaseFont \/(?:Helvetica|Times|Courier)/)
    })

    it('numbers every page once, outside of what is read aloud', async () => {
      const text = opened(await print(PAPER))
      const pages = Number(/\/Type \/Pages\n\/Count (\d+)/.exec(text)?.[1])
      expect(pages).toBeGreaterThan(3)
      expect(text.match(/\/Artifact <<\n?\/Type \/Pagination/g)).toHaveLength(pages)
    })

    it('is the same file for the same paper', async () => {
      const [one, other] = await Promise.all([print(PAPER), print(PAPER)])
      expect(Buffer.from(one).length).toBe(Buffer.from(other).length)
    })
  })
}
