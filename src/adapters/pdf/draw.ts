import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'
import type { Paper, Paragraph, Part, Printer } from '../../bot/outside/paper.ts'
import { drawable } from './drawable.ts'

/** Open Sans knows Latin with all accents, Greek and Cyrillic; PDF's built-in fonts know Western Europe alone. */
const FONTS = {
  regular: '400Regular/OpenSans_400Regular.ttf',
  bold: '700Bold/OpenSans_700Bold.ttf',
  italic: '400Regular_Italic/OpenSans_400Regular_Italic.ttf',
}
type Face = keyof typeof FONTS

/** US letter, in points. */
const MARGIN = { top: 64, bottom: 72, left: 64, right: 64 }
const INK = '#1a1a1a'
const FAINT = '#5c5c5c'
const LINE = '#c8c8c8'
const SIZE = { title: 22, h1: 15, h2: 11.5, text: 10, note: 8.5 }

/**
 * The paper as PDF: font embedded, tagged for screen readers, sections in the bookmarks, pages numbered. The same
 * paper gives the same pages.
 */
export const toPdf: Printer = async (paper) => {
  const doc = new PDFDocument({
    size: 'LETTER',
    margins: MARGIN,
    pdfVersion: '1.7',
    tagged: true,
    // The types lag behind the library here, and at `scope` of a cell below.
    subset: 'PDF/UA' as never,
    lang: 'en-US',
    font: pathOf(FONTS.regular),
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: paper.title.toWellFormed(),
      Subject: paper.subtitle.toWellFormed(),
      Author: paper.author.toWellFormed(),
      Creator: 'Chaperone',
      CreationDate: new Date(paper.madeAt),
    },
  })
  const chunks: Uint8Array[] = []
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    doc.on('end', () => resolve())
    doc.on('error', reject)
  })
  for (const [face, file] of Object.entries(FONTS)) doc.registerFont(face, pathOf(file))
  draw(doc, paper)
  numberPages(doc, paper.foot)
  doc.end()
  await ended
  return Buffer.concat(chunks)
}

const pathOf = (file: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/open-sans/${file}`))

type Doc = InstanceType<typeof PDFDocument>
type Struct = ReturnType<Doc['struct']>

function draw(doc: Doc, { title, subtitle, parts }: Paper): void {
  const root = doc.struct('Document')
  doc.addStructure(root)
  const tagged = (tag: string, say: () => void) => root.add(doc.struct(tag, {}, say))
  tagged('H1', () => face(doc, 'bold', SIZE.title, INK).text(clean(doc, title)))
  doc.moveDown(0.3)
  tagged('P', () => face(doc, 'regular', SIZE.text, FAINT).text(clean(doc, subtitle), { lineGap: 2 }))
  doc.moveDown(1)
  for (const part of parts) PAINT[part.type](doc, part as never, { root, tagged })
  root.end()
}

interface Brush {
  root: Struct
  tagged(tag: string, say: () => void): void
}

const PAINT: { [T in Part['type']]: (doc: Doc, part: Extract<Part, { type: T }>, brush: Brush) => void } = {
  heading(doc, { level, text, onNewPage }, { tagged }) {
    const [size, room] = level === 1 ? [SIZE.h1, 110] : [SIZE.h2, 70]
    if (onNewPage) doc.addPage()
    // Alone at the foot of a page it would head nothing.
    else if (doc.y + room > bottomOf(doc)) doc.addPage()
    else doc.moveDown(level === 1 ? 1 : 0.6)
    if (level === 1) doc.outline.addItem(clean(doc, text))
    tagged(level === 1 ? 'H2' : 'H3', () => face(doc, 'bold', size, INK).text(clean(doc, text)))
    doc.moveDown(0.35)
  },
  text(doc, { text }, { tagged }) {
    for (const line of clean(doc, text).split('\n'))
      tagged('P', () => face(doc, 'regular', SIZE.text, INK).text(line || ' ', { lineGap: 2 }))
    doc.moveDown(0.4)
  },
  note(doc, { text }, { tagged }) {
    tagged('P', () => face(doc, 'regular', SIZE.note, FAINT).text(clean(doc, text), { lineGap: 1.5 }))
    doc.moveDown(0.4)
  },
  list(doc, { items }, { root }) {
    bullets(doc, items, { root, left: MARGIN.left, width: widthOf(doc), size: SIZE.text })
    doc.moveDown(0.3)
  },
  table(doc, { widths, rows }, { root }) {
    face(doc, 'regular', 9, INK)
    const all = widths.reduce((sum, share) => sum + share, 0)
    const style = {
      border: { bottom: 0.5, top: 0, left: 0, right: 0 },
      borderColor: LINE,
      padding: [4, 6, 4, 2],
      textColor: INK,
    }
    const head = { type: 'TH' as const, font: { src: 'bold', size: 9 }, scope: 'Column' }
    const options = {
      structParent: root,
      columnStyles: widths.map((share) => ({ width: (widthOf(doc) * share) / all })),
      defaultStyle: style,
      data: rows.map((row, index) =>
        row.map((text) => ({ text: clean(doc, text) || ' ', ...(index === 0 ? head : {}) })),
      ),
    }
    doc.table(options as never)
    doc.x = MARGIN.left
    doc.moveDown(0.8)
  },
  entry(doc, { lead, text }, { tagged }) {
    if (doc.y + 40 > bottomOf(doc)) doc.addPage()
    tagged('P', () => face(doc, 'bold', SIZE.note, FAINT).text(clean(doc, lead)))
    for (const line of clean(doc, text).split('\n'))
      tagged('P', () => face(doc, 'regular', SIZE.text, INK).text(line || ' ', { lineGap: 1.5 }))
    doc.moveDown(0.55)
  },
  letter(doc, { paragraphs }, brush) {
    for (const paragraph of paragraphs) letterParagraph(doc, paragraph, brush)
    doc.x = MARGIN.left
    doc.moveDown(0.4)
  },
}

const INDENT = 12
const LETTER = 10.5

function letterParagraph(doc: Doc, { lead, text, items = [] }: Paragraph, { root, tagged }: Brush): void {
  const [left, width] = [MARGIN.left + INDENT, widthOf(doc) - 2 * INDENT]
  const say = (name: Face, words: string) =>
    tagged('P', () =>
      face(doc, name, LETTER, INK).text(clean(doc, words) || ' ', left, doc.y, { lineGap: 2.5, width }),
    )
  if (lead !== undefined) {
    if (doc.y + 50 > bottomOf(doc)) doc.addPage()
    say('bold', lead)
  }
  for (const line of text === undefined ? [] : text.split('\n')) say('regular', line)
  if (items.length > 0) bullets(doc, items, { root, left, width, size: LETTER })
  doc.moveDown(0.6)
}

/** A dot, and the words beside it; both on one page. */
function bullets(
  doc: Doc,
  items: readonly string[],
  { root, left, width, size }: { root: Struct; left: number; width: number; size: number },
): void {
  const list = doc.struct('L')
  root.add(list)
  for (const item of items) {
    const entry = doc.struct('LI')
    list.add(entry)
    face(doc, 'regular', size, INK)
    if (doc.y + 30 > bottomOf(doc)) doc.addPage()
    const top = doc.y
    entry.add(doc.struct('Lbl', {}, () => doc.text('•', left, top, { lineBreak: false })))
    entry.add(
      doc.struct('LBody', {}, () =>
        doc.text(clean(doc, item), left + 14, top, { lineGap: 2, width: width - 14 }),
      ),
    )
    entry.end()
    doc.x = MARGIN.left
    doc.moveDown(0.2)
  }
  list.end()
}

/** pdfkit hands out the font that it embeds; without it a character that is missing would print as nothing. */
function clean(doc: Doc, text: string): string {
  const { font } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })
    ._font
  return drawable(text, (code) => font.hasGlyphForCodePoint(code))
}

const face = (doc: Doc, name: Face, size: number, colour: string) =>
  doc.font(name).fontSize(size).fillColor(colour)
const widthOf = (doc: Doc) => doc.page.width - MARGIN.left - MARGIN.right
const bottomOf = (doc: Doc) => doc.page.height - MARGIN.bottom

/** Not a part of what is read aloud: an artifact. */
function numberPages(doc: Doc, foot: string): void {
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    const { bottom } = doc.page.margins
    // Below the margin pdfkit would begin a page of its own.
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    const y = doc.page.height - 46
    face(doc, 'regular', 8, FAINT)
    doc.text(clean(doc, foot), MARGIN.left, y, { width: widthOf(doc) - 90, lineBreak: false, ellipsis: true })
    doc.text(`Page ${page + 1} of ${count}`, doc.page.width - MARGIN.right - 90, y, {
      width: 90,
      align: 'right',
      lineBreak: false,
    })
    doc.endMarkedContent()
    doc.page.margins.bottom = bottom
  }
}
