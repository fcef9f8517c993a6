import type { ReplyDraft } from '../../bot/reply.ts'

/** What the adapter itself says. */
export const POINTER = 'I answered you in our own chat, where nobody else reads along.'
export const NO_CHAT =
  'I cannot write to you alone yet. Open a chat with me (Apps, then Chaperone), and send it there: the answer is for your eyes only.'
export const HELLO =
  'Hello! I read a post before it goes out. Mention me here or write to me in a chat of our own; my answer comes to you alone.'
export const SOON = 'One moment, I am reading.'
export const SLOW = 'This takes me a moment longer. The answer comes into our own chat.'
export const AGAIN = 'I have answered this already. Look into our own chat, or ask once more.'
export const DIALOG = 'Chaperone'

export function toCopy(text: string): ReplyDraft {
  return {
    blocks: [{ type: 'suggestion', label: 'Press and hold to copy', text }],
    summary: 'Words to copy.',
  }
}
