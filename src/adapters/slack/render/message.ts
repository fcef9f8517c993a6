import type { KnownBlock } from '@slack/types'
import type { Reply } from '../../../bot/reply.ts'
import { type Drawing, drawBlock, numbering } from './blocks.ts'
import { LIMITS, MOST_MESSAGES, READABLE } from './limits.ts'
import { clip, plain } from './text.ts'

export interface Message {
  /** For notifications and screen readers; in Slack's own markup. */
  text: string
  blocks: KnownBlock[]
  /** Each block as JSON, where they have been written out already. */
  written?: readonly string[] | undefined
}

type Form = Extract<Reply['blocks'][number], { type: 'form' }>

/** A reply as messages, each within Slack's limits and short enough for a phone. */
export function drawMessages(reply: Reply, formKey: (form: Form) => string): Message[] {
  const ids = numbering()
  const pages: KnownBlock[][] = [[]]
  const written: string[][] = [[]]
  let used = 0
  const drawing = drawingOf(reply)
  for (const block of reply.blocks.flatMap((one) => drawBlock(one, ids, formKey, drawing(one)))) {
    // Measured as it is sent, and sent as it was measured: writing it out is most of what an answer costs.
    const json = JSON.stringify(block)
    const page = pages.at(-1) as KnownBlock[]
    if (page.length > 0 && (page.length >= LIMITS.message.blocks - 1 || used + json.length > READABLE)) {
      pages.push([])
      written.push([])
      used = 0
    }
    pages.at(-1)?.push(block)
    written.at(-1)?.push(json)
    used += json.length
  }
  const shown = pages.slice(0, MOST_MESSAGES)
  if (pages.length > shown.length) {
    // The buttons at the end are how people go on.
    const buttons = pages
      .slice(MOST_MESSAGES)
      .flat()
      .filter(({ type }) => type === 'actions')
      .slice(-3)
    const last = shown.at(-1) as KnownBlock[]
    const more = { type: 'context' as const, elements: [plain(MORE, LIMITS.context.text)] }
    last.splice(LIMITS.message.blocks - 1 - buttons.length, last.length, more, ...buttons)
    if (!last.includes(more)) last.push(more, ...buttons)
  }
  const text = escaped(clip(reply.summary, LIMITS.message.text))
  if (pages.length > shown.length) return shown.map((blocks) => ({ text, blocks }))
  return shown.map((blocks, i) => ({ text, blocks, written: written[i] }))
}

/** Of many findings the first ones are told in full; the advice to copy has every reason. */
const IN_FULL = 3
const FEW = 4

/** A verdict is read on a phone: what comes after it is kept short. In a dialog every button stays one. */
function drawingOf({ blocks }: Reply): (block: Reply['blocks'][number]) => Drawing {
  const folded = blocks.some(({ type }) => type === 'verdict')
  const findings = blocks.filter(({ type }) => type === 'finding')
  const brief = new Set(findings.length > FEW ? findings.slice(IN_FULL) : [])
  const headings = new Set(blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : [])))
  return (block) => ({
    folded,
    brief: brief.has(block as (typeof findings)[number]),
    titled: block.type === 'form' && headings.has(block.title),
  })
}

const MORE = 'There is more than fits here. Change what you see first, then check again.'

/** The summary holds no typed words, and is not trusted with markup all the same. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
