import { barsOf } from '../../../bot/bars.ts'
import type { Block } from '../../../bot/reply.ts'
import type { Carried } from '../carried.ts'
import { act, drawButtons, type Where } from './buttons.ts'
import { drawFields, ROOMS } from './fields.ts'
import { CARD_BYTES, PICTURE_LETTERS, STRETCH } from './limits.ts'
import { markedPieces } from './marked.ts'
import { bytesOf, chunks, clip, type Part, type Piece, plain, rich } from './text.ts'

type Of<T extends Block['type']> = Extract<Block, { type: T }>

/** Colours of Teams; "clear" stays plain, since green would say more than we know. */
const TONES: Record<Of<'verdict'>['tone'], { sign: string; style: string }> = {
  clear: { sign: '⚪', style: 'default' },
  caution: { sign: '🟡', style: 'warning' },
  needs: { sign: '✍️', style: 'warning' },
  stop: { sign: '🛑', style: 'attention' },
  unchecked: { sign: '❔', style: 'emphasis' },
}
/** Bytes around one piece of text: its run, and at worst a line of its own. */
const WRAPPING = 100

export interface Numbering {
  next(): number
}
export function numbering(): Numbering {
  let count = 0
  return { next: () => ++count }
}

/** One block of a reply as parts of a card, each smaller than a card. https://adaptivecards.io/explorer */
export function drawBlock(block: Block, where: Where, ids: Numbering, titled = false): Part[] {
  switch (block.type) {
    case 'verdict': {
      const { sign, style } = TONES[block.tone]
      const title = rich([
        { text: `${sign} ${clip(block.title, 150)}`, style: { weight: 'bolder', size: 'large' } },
      ])
      const items = block.text ? rich([{ text: clip(block.text, STRETCH) }]) : []
      return [{ type: 'Container', style, items: [...title, ...items] }]
    }
    case 'heading':
      return rich([{ text: clip(block.text, 150), style: { weight: 'bolder', size: 'medium' } }])
    case 'text':
      return chunks(block.text, STRETCH).map((text) => together(rich([{ text }])))
    case 'note':
      return chunks(block.text, STRETCH).map((text) =>
        together(rich([{ text, style: { size: 'small', isSubtle: true } }])),
      )
    case 'picture':
      return picture(block)
    case 'marked':
      return [
        { type: 'Container', style: 'emphasis', items: rich(fitted(markedPieces(block.text, block.marks))) },
      ]
    case 'finding':
      return [{ type: 'Container', separator: true, items: rich(finding(block)) }]
    case 'suggestion':
      return [
        ...rich([{ text: clip(block.label, 150), style: { weight: 'bolder' } }]),
        ...chunks(block.text, STRETCH).map((text) => ({
          type: 'Container',
          style: 'emphasis',
          items: rich([{ text }]),
        })),
      ]
    case 'buttons':
      return drawButtons(block.buttons, where)
    case 'form':
      return [drawForm(block, where, `${ids.next()}.`, titled)]
    case 'chart':
      return [drawChart(block, where)]
  }
}

/**
 * Teams draws charts of its own (https://learn.microsoft.com/en-us/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards);
 * whoever does not know them shows what stands in `fallback`.
 */
function drawChart({ title, alt, labels, series }: Of<'chart'>, where: Where): Part {
  const words = { type: 'Container', items: rich([{ text: clip(barsOf({ labels, series }), STRETCH) }]) }
  return {
    type: 'Container',
    separator: true,
    items: [
      ...rich([{ text: clip(title, 150), style: { weight: 'bolder' } }]),
      where === 'dialog'
        ? words
        : {
            type: 'Chart.VerticalBar.Grouped',
            data: series.map(({ name, values }) => ({
              legend: plain(name, 40),
              values: labels.map((label, index) => ({ x: plain(label, 40), y: values[index] ?? 0 })),
            })),
            fallback: words,
          },
      ...rich([{ text: clip(alt, 1000), style: { size: 'small', isSubtle: true } }]),
    ],
  }
}

/** Whether a card can hold it. */
export const fits = ({ data }: Of<'picture'>) => data.length <= PICTURE_LETTERS

/** The words stand below for whoever does not see it. */
function picture(block: Of<'picture'>): Part[] {
  const words = rich([{ text: clip(block.alt, STRETCH), style: { size: 'small', isSubtle: true } }])
  if (!fits(block)) return words
  const altText = plain(block.alt, 300)
  return [
    { type: 'Image', url: `data:${block.mime};base64,${block.data}`, altText, size: 'Stretch' },
    ...words,
  ]
}

function together(parts: Part[]): Part {
  return parts.length === 1 ? (parts[0] as Part) : { type: 'Container', items: parts }
}

function finding({ number, quote, says, why, instead, law }: Of<'finding'>): Piece[] {
  const bold = { weight: 'bolder' } as const
  return [
    { text: `${number}.  `, style: bold },
    ...(quote
      ? [{ text: clip(quote, 300), style: { ...bold, highlight: true as const } }, { text: '\n' }]
      : []),
    { text: clip(says, 700) },
    { text: '\nWhy: ', style: bold },
    { text: clip(why, 700) },
    { text: '\nInstead: ', style: bold },
    { text: clip(instead, 700) },
    ...(law.length > 0
      ? [
          {
            text: `\n${clip(law.join(' · '), 300)}`,
            style: { size: 'small' as const, isSubtle: true as const },
          },
        ]
      : []),
  ]
}

/**
 * Of a form that is too large for a card, hints, long lists and what was filled in go first, then optional fields.
 * @param titled its title stands above it already.
 */
function drawForm(form: Of<'form'>, where: Where, before: string, titled: boolean): Part {
  const draw = (shown: Of<'form'>, room: (typeof ROOMS)[number]): Part => {
    const many = shown.fields.filter(({ type }) => type === 'choices').map(({ name }) => name)
    const carried: Carried = { does: 'form', action: form.form, fields: before, many }
    return {
      type: 'Container',
      items: [
        ...(titled
          ? []
          : rich([{ text: clip(form.title, 150), style: { weight: 'bolder', size: 'medium' } }])),
        ...drawFields(shown, before, room),
        { type: 'ActionSet', actions: [act(form.submit, carried, where, { style: 'positive' })] },
      ],
    }
  }
  const fits = (part: Part) => bytesOf(part) < CARD_BYTES - 1500
  for (const room of ROOMS) {
    const part = draw(form, room)
    if (fits(part)) return part
  }
  const smallest = ROOMS.at(-1) as (typeof ROOMS)[number]
  const fields = [...form.fields]
  while (fields.length > 1 && !fits(draw({ ...form, fields }, smallest))) {
    const optional = fields.findLastIndex(({ required }) => !required)
    fields.splice(optional === -1 ? fields.length - 1 : optional, 1)
  }
  return draw({ ...form, fields }, smallest)
}

/** So many of the pieces as one card takes; each costs its wrapping too. */
function fitted(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  let left = CARD_BYTES / 2
  for (const piece of pieces) {
    left -= bytesOf(piece) + WRAPPING
    if (left <= 0 && out.length > 0) break
    out.push({ ...piece, text: clip(piece.text, STRETCH) })
  }
  return out
}
