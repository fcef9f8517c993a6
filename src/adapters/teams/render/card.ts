import type { Reply } from '../../../bot/reply.ts'
import { writeCarried } from '../carried.ts'
import { drawBlock, numbering } from './blocks.ts'
import type { Where } from './buttons.ts'
import { CARD_BYTES, MOST_CARDS } from './limits.ts'
import { bytesOf, clip, type Part, rich } from './text.ts'

export interface Card extends Part {
  type: 'AdaptiveCard'
  body: Part[]
}

const MORE = 'There is more than fits here. Change what you see first, then check again.'
const EMPTY = bytesOf(cardOf([], 'x'.repeat(300)))

/**
 * A reply as cards, each below what Teams takes.
 * @param looks whoever looks at it, as Teams names them: for this person it comes up to date by itself.
 */
export function drawCards(reply: Reply, looks?: string): Card[] {
  const all = pages([reply], 'chat')
  const shown = all.slice(0, MOST_CARDS)
  if (all.length > shown.length) shown[MOST_CARDS - 1] = ending(shown.at(-1) as Part[], all.slice(MOST_CARDS))
  const cards = shown.map((body) => cardOf(body, reply.summary))
  const [card] = cards
  // What stands on several cards is asked for by its buttons: one cannot bring the others up to date.
  if (!card || cards.length > 1 || !reply.refresh || !looks) return cards
  const data = writeCarried({ does: 'refresh', ...reply.refresh })
  const action = { type: 'Action.Execute', verb: 'refresh', title: 'Refresh', data }
  return [{ ...card, refresh: { action, userIds: [looks] } }]
}

/** Replies as the one card that a dialog shows. `whole` is false where not everything fits. */
export function drawDialog(replies: readonly Reply[]): { card: Card; whole: boolean } {
  const [first = [], ...rest] = pages(replies, 'dialog')
  return {
    card: cardOf(rest.length > 0 ? ending(first, rest) : first, replies[0]?.summary ?? ''),
    whole: rest.length === 0,
  }
}

function pages(replies: readonly Reply[], where: Where): Part[][] {
  const ids = numbering()
  const out: Part[][] = [[]]
  let used = EMPTY
  const parts = replies.flatMap(({ blocks }) => {
    const headings = blocks.flatMap((one) => (one.type === 'heading' ? [one.text] : []))
    return blocks.flatMap((one) =>
      drawBlock(one, where, ids, one.type === 'form' && headings.includes(one.title)),
    )
  })
  for (const part of parts) {
    const size = bytesOf(part) + 1
    if (used + size > CARD_BYTES && (out.at(-1) as Part[]).length > 0) {
      out.push([])
      used = EMPTY
    }
    ;(out.at(-1) as Part[]).push(part)
    used += size
  }
  return out
}

/** A last page that says there is more; the buttons at the end are how people go on. */
function ending(page: readonly Part[], rest: readonly (readonly Part[])[]): Part[] {
  const small = (part: Part) => part.type === 'ActionSet' && bytesOf(part) < CARD_BYTES / 4
  const buttons = rest.flat().filter(small).slice(-3)
  const end = [...rich([{ text: MORE, style: { size: 'small', isSubtle: true } }]), ...buttons]
  const kept = [...page]
  while (kept.length > 0 && EMPTY + bytesOf(kept) + bytesOf(end) > CARD_BYTES) kept.pop()
  return [...kept, ...end]
}

function cardOf(body: Part[], summary: string): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: clip(summary, 300),
    msteams: { width: 'Full' },
    body,
  }
}
