import { barsOf } from '../../bot/bars.ts'
import { type BlockDraft, inSight, type ReplyDraft } from '../../bot/reply.ts'
import { type Canvas, paragraph, type Span } from './layout.ts'
import { markedSpans, TONE_STYLES } from './marks.ts'

type Of<T extends BlockDraft['type']> = Extract<BlockDraft, { type: T }>
type FieldDraft = Of<'form'>['fields'][number]

/** A reply as lines of text, without a newline at the end. */
export function render(reply: ReplyDraft, canvas: Canvas): string {
  return reply.blocks.map((block) => renderBlock(block, canvas)).join('\n\n')
}

function renderBlock(block: BlockDraft, canvas: Canvas): string {
  const say = (...spans: Span[]) => paragraph(spans, canvas)
  switch (block.type) {
    case 'verdict':
      return [
        say({ text: block.title, styles: ['bold', TONE_STYLES[block.tone]] }),
        say({ text: block.text }),
      ].join('\n')
    case 'heading':
      return say({ text: block.text, styles: ['bold'] })
    case 'text':
      return say({ text: block.text })
    case 'note':
      return paragraph([{ text: `* ${block.text}`, styles: ['dim'] }], canvas, 2)
    // A terminal shows no pictures: the words say what there is to see, and where.
    case 'picture':
      return say({ text: `[${block.width} × ${block.height}] `, styles: ['dim'] }, { text: block.alt })
    case 'marked':
      return say(...markedSpans(block.text, block.marks, canvas.colour))
    case 'finding':
      return finding(block, canvas)
    case 'suggestion':
      return [say({ text: block.label, styles: ['bold'] }), say({ text: block.text })].join('\n')
    case 'buttons':
      return buttons(block, canvas)
    case 'form':
      return form(block, canvas)
    case 'chart':
      return [
        say({ text: block.title, styles: ['bold'] }),
        say({ text: barsOf(block) }),
        say({ text: block.alt, styles: ['dim'] }),
      ].join('\n')
  }
}

function finding(block: Of<'finding'>, canvas: Canvas): string {
  const lead = `[${block.number}] `
  const style = TONE_STYLES[block.tone]
  const hang = lead.length
  const below = (name: string, text: string) =>
    paragraph([{ text: ' '.repeat(hang) }, { text: name, styles: ['bold'] }, { text }], canvas, hang)
  const quote = block.quote ? `“${block.quote}” ` : ''
  const lines = [
    paragraph([{ text: lead, styles: ['bold', style] }, { text: quote }, { text: block.says }], canvas, hang),
    below('Why: ', block.why),
    below('Instead: ', block.instead),
  ]
  if (block.law.length > 0) {
    lines.push(paragraph([{ text: ' '.repeat(hang) + block.law.join(' · '), styles: ['dim'] }], canvas, hang))
  }
  return lines.join('\n')
}

const MORE_HERE = 'More: '

/** Nothing folds away on paper: what is behind "More…" elsewhere stands in a line of its own here. */
function buttons({ buttons: all }: Of<'buttons'>, canvas: Canvas): string {
  const { shown, more } = inSight(all)
  const lines = [
    paragraph(
      [{ text: shown.map(({ label }) => whole(`( ${label} )`)).join('  '), styles: ['cyan'] }],
      canvas,
    ),
  ]
  const labels = more.map(({ label }, index) => whole(index < more.length - 1 ? `${label} ·` : label))
  if (labels.length > 0)
    lines.push(
      paragraph(
        [{ text: MORE_HERE }, { text: labels.join(' '), styles: ['cyan'] }],
        canvas,
        MORE_HERE.length,
      ),
    )
  return lines.join('\n')
}

function form(block: Of<'form'>, canvas: Canvas): string {
  const lines = [paragraph([{ text: block.title, styles: ['bold'] }], canvas)]
  for (const field of block.fields) lines.push(paragraph(fieldSpans(field), canvas, 4))
  lines.push(paragraph([{ text: `( ${block.submit} )`, styles: ['cyan'] }], canvas))
  return lines.join('\n')
}

function fieldSpans(field: FieldDraft): Span[] {
  const spans: Span[] = [{ text: `  ${field.label}${field.required ? ' *' : ''}` }]
  if (field.hint) spans.push({ text: ` (${field.hint})`, styles: ['dim'] })
  if (field.options) {
    const colon = field.label.endsWith('?') ? '' : ':'
    spans.push({ text: `${colon} ${field.options.map((option) => option.label).join(' / ')}` })
  }
  const chosen = [field.initial ?? []].flat()
  if (chosen.length > 0) {
    const label = (value: string) => field.options?.find((option) => option.value === value)?.label ?? value
    spans.push({ text: ` = ${chosen.map(label).join(', ')}`, styles: ['bold'] })
  }
  return spans
}

/** With blanks that do not break: half a button on each of two lines looks like two. */
function whole(label: string): string {
  return label.replaceAll(' ', '\u00a0')
}
