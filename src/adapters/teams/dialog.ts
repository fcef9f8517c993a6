import type { Platform } from '../../bot/ports.ts'
import type { Reply } from '../../bot/reply.ts'
import { AGAIN, DIALOG, SLOW } from './copy.ts'
import { attachmentOf, CARD } from './deliver.ts'
import { drawCards, drawDialog } from './render/card.ts'

/** A dialog is seen by whoever opened it, and has to be answered before Teams gives up. */
export interface Dialog {
  platform: Platform
  /** What the invoke is answered with; whatever is said from now on goes through `after`. */
  close(inTime: boolean): object
  /** What a conversation ended with: it belongs into the chat too, since a dialog is gone when it is closed. */
  ended(): readonly Reply[]
}

/** @param after takes what comes too late, or does not fit. */
export function createDialog(after: Platform): Dialog {
  const replies: Reply[] = []
  let closed = false
  return {
    platform: {
      async deliver(reply, to) {
        if (closed) return after.deliver(reply, to)
        const { whole } = drawDialog([...replies, reply])
        // What a dialog cannot hold is read in the chat, from its beginning.
        if (!whole) await after.deliver(reply, to)
        replies.push(reply)
      },
    },
    ended: () => (replies.some(asks) ? [] : replies),
    close(inTime) {
      closed = true
      if (replies.length === 0) return { task: { type: 'message', value: inTime ? AGAIN : SLOW } }
      return {
        task: {
          type: 'continue',
          value: {
            title: DIALOG,
            width: 'medium',
            height: 'large',
            card: attachmentOf(drawDialog(replies).card),
          },
        },
      }
    },
  }
}

/** Whether an answer is waited for, so that the conversation goes on where it is. */
function asks({ blocks }: Reply): boolean {
  return blocks.some(
    (block) =>
      block.type === 'form' ||
      (block.type === 'buttons' && block.buttons.some(({ action }) => action.endsWith('/answer'))),
  )
}

/** The card as it stands now, for whoever looks at it; what comes too late is left alone, as is the card. */
export function createGlance(looks: string) {
  const replies: Reply[] = []
  const platform: Platform = {
    async deliver(reply) {
      replies.push(reply)
    },
  }
  return {
    platform,
    close(): { status: number; body: object } {
      const cards = replies.flatMap((reply) => drawCards(reply, looks))
      const [card] = cards
      if (!card || cards.length > 1) return { status: 200, body: UNCHANGED }
      return { status: 200, body: { statusCode: 200, type: CARD, value: card } }
    },
  }
}

/** Teams goes on showing what it showed. */
const UNCHANGED = {
  statusCode: 500,
  type: 'application/vnd.microsoft.error',
  value: { code: 'Unchanged', message: SLOW },
}
