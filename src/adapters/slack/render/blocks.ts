import type { KnownBlock } from '@slack/types'
import { barsOf } from '../../../bot/bars.ts'
import type { Block } from '../../../bot/reply.ts'
import { APART, FORM_ACTION } from '../actions.ts'
import { drawButtons, type Numbering, rows } from './buttons.ts'
import { LIMITS } from './limits.ts'
import { markedPieces } from './marked.ts'
import { chunks, clip, type Piece, plain, rich } from './text.ts'

type Of<T extends Block['type']> = Extract<Block, { type: T }>

const TONES: Record<Of<'verdict'>['tone'], string> = {
  clear: '⚪',
  caution: '🟡',
  needs: '✍️',
  stop: '🛑',
  unchecked: '❔',
}

/**
 * How much room there is: `brief` leaves out why, `folded` makes one choice of buttons that do the same, `titled` a
 * form whose title stands above it already.
 */
export interface Drawing {
  brief?: boolean
  folded?: boolean
  titled?: boolean
}

export function numbering(): Numbering {
  let count = 0
  return { next: () => ++count }
}

/**
 * One block of a reply as blocks of Slack's. `formKey`: under which a form lies ready for its button.
 * https://docs.slack.dev/reference/block-kit/blocks
 */
export function drawBlock(
  block: Block,
  ids: Numbering,
  formKey: (form: Of<'form'>) => string,
  how: Drawing = {},
): KnownBlock[] {
  switch (block.type) {
    case 'verdict':
      return [
        {
          type: 'header',
          text: { ...plain(`${TONES[block.tone]} ${block.title}`, LIMITS.header), emoji: true },
        },
        ...paragraphs(block.text),
      ]
    case 'heading':
      return [{ type: 'header', text: plain(block.text, LIMITS.header) }]
    case 'text':
      return paragraphs(block.text)
    case 'note':
      return chunks(block.text, LIMITS.context.text).map((text) => ({
        type: 'context',
        elements: [plain(text, LIMITS.context.text)],
      }))
    // The picture itself is put into the conversation (files/upload.ts).
    case 'picture':
      return chunks(block.alt, LIMITS.context.text).map((text) => ({
        type: 'context',
        elements: [plain(text, LIMITS.context.text)],
      }))
    case 'marked':
      return [rich(fitted(markedPieces(block.text, block.marks)), 'quote')]
    case 'finding':
      return [finding(block, how.brief)]
    case 'suggestion':
      return [
        rich([{ text: block.label, style: { bold: true } }]),
        ...chunks(block.text, LIMITS.rich).map((text) => rich([{ text }], 'preformatted')),
      ]
    case 'buttons':
      return drawButtons(block.buttons, ids, how.folded)
    case 'chart':
      return [
        rich([{ text: block.title, style: { bold: true } }]),
        ...chunks(barsOf(block), LIMITS.rich).map((text) => rich([{ text }], 'preformatted')),
        { type: 'context', elements: [plain(block.alt, LIMITS.context.text)] },
      ]
    case 'form':
      return [
        ...(how.titled ? [] : [rich([{ text: block.title, style: { bold: true } }])]),
        ...rows([
          {
            type: 'button',
            text: plain(OPEN, LIMITS.button.text),
            action_id: `${FORM_ACTION}${APART}${ids.next()}`,
            value: formKey(block),
            style: 'primary',
          },
        ]),
      ]
  }
}

/** What the button of a form says. */
export const OPEN = 'Open the form'

function paragraphs(text: string): KnownBlock[] {
  return chunks(text, LIMITS.rich).map((chunk) => rich([{ text: chunk }]))
}

function finding({ number, quote, says, why, instead, law }: Of<'finding'>, brief = false): KnownBlock {
  const pieces: Piece[] = [
    { text: `${number}.  `, style: { bold: true } },
    ...(quote ? [{ text: clip(quote, 300), style: { bold: true, code: true } }, { text: '\n' }] : []),
    { text: clip(says, 700) },
    ...(brief ? [] : [{ text: '\nWhy: ', style: { bold: true } }, { text: clip(why, 700) }]),
    { text: '\nInstead: ', style: { bold: true } },
    { text: clip(instead, 700) },
    ...(law.length > 0 && !brief
      ? [{ text: `\n${clip(law.join(' · '), 300)}`, style: { italic: true } }]
      : []),
  ]
  return rich(pieces)
}

/** So many of the pieces as one rich text block takes. */
function fitted(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  let left = LIMITS.rich
  for (const piece of pieces) {
    if (left <= 0) break
    const text = clip(piece.text, left)
    out.push({ ...piece, text })
    left -= text.length
  }
  return out
}
