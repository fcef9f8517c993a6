import type { ReplyDraft } from '../../bot/reply.ts'

/** What the adapter itself says. */
export const GONE: ReplyDraft = {
  blocks: [
    {
      type: 'text',
      text: 'That form has been put away after a day. Begin again with /check, or send me your words.',
    },
  ],
  summary: 'That form has been put away.',
}

/** Somebody wants to tell a channel something, and the app is no member of it. Nothing was posted. */
export const NOT_HERE: ReplyDraft = {
  blocks: [
    {
      type: 'text',
      text: 'I am not in this channel, so I posted nothing. Write /invite @chaperone here, then press the button again.',
    },
  ],
  summary: 'I am not in this channel, so I posted nothing.',
}

export function toCopy(text: string): ReplyDraft {
  return {
    blocks: [{ type: 'suggestion', label: 'Press and hold to copy', text }],
    summary: 'Words to copy.',
  }
}

/** The prompt that asks for the form; as words it could be a draft. */
export const ASKS_FOR_FORM = 'Check a post'
/** Shown over the first message to the app. At most four. */
export const PROMPTS = [
  { title: 'Check a post before it goes out', message: ASKS_FOR_FORM },
  { title: 'May I repost this?', message: 'Can I repost what a patient posted about us?' },
  { title: 'Something went out by accident', message: 'I think I posted something by accident' },
  { title: 'How does this work?', message: 'help' },
] as const
export const PROMPTS_TITLE = 'What are you about to post?'
export const WORKING = 'is reading …'

/** While a photo is looked at. */
export const LOOKING: ReplyDraft = {
  blocks: [{ type: 'note', text: 'I am looking at your photo. One moment.' }],
  summary: 'I am looking at your photo.',
}
