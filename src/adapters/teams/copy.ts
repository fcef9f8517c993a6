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

/** A picture that is too large for a card. */
export const OFFER = {
  summary: 'Your picture is ready. Press Accept, and it lands in your own OneDrive.',
  gone: 'I do not have that picture any more. Press its button once more, or send me the photo again.',
  failed: 'The picture could not be put into your OneDrive. Please try once more.',
  there: 'Your picture is in your OneDrive.',
  note: (alt: string) =>
    `${alt} Press Accept below to see it: it goes into your own OneDrive, and to nobody else.`,
  elsewhere: (alt: string) =>
    `${alt} The picture is too large to show here; the words below say where to look.`,
} as const
