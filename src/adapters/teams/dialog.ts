import type { Platform } from '../../bot/ports.ts'
import type { Reply } from '../../bot/reply.ts'
import { AGAIN, DIALOG, SLOW } from './copy.ts'
import { attachmentOf } from './deliver.ts'
import { drawDialog } from './render/card.ts'

/** A dialog is seen by whoever opened it, and has to be answered before Teams gives up. */
export interface Dialog {
  platform: Platform
  /** What the invoke is answered with; whatever is said from now on goes through `after`. */
  close(inTime: boolean): object
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
