import type { TemplateTone } from '../../knowledge/templates.ts'
import type { Kind } from '../../rules/vocabulary.ts'

/** Every word that the rewrite skill says. The reader wants to be done with it: words to copy, and little else. */
export const TITLE = 'Words you can use instead'
export const PASSED =
  'I found nothing in these with the same rules. A person still decides whether to post them.'
export const EDITED = 'Your own words, with this taken out'
export const READY = 'Ready-made words'
export const WRITTEN = 'Written for this one by Claude'
export const UNAVAILABLE = 'Claude did not answer this time, so these are the words that I keep ready.'
export const SUMMARY = 'Here are words that you can use instead.'

export const LINES = {
  open: 'Paste the words that you want to change, and I look for ones that say less.',
  clear:
    'I found nothing in these words, so I have nothing to change. A person still decides whether to post them.',
  none: 'I have no words for this one that pass the same rules. Please ask your privacy officer.',
  expired:
    'I have no words of yours for this: I keep what you show me for one hour, and for nobody but you. Paste them here, and I look for others.',
  tooLong: 'This is longer than I can read at once. Send it in parts of up to 100,000 characters.',
  signed:
    'To post your own words as they are, you need that person’s signed authorization form for this very use.',
} as const

export const TONE_NAMES: Record<TemplateTone, string> = { warm: 'warm', neutral: 'plain', formal: 'formal' }

/** Where words are written as something else than the draft was. */
export const INSTEAD_OF: Partial<Record<Kind, string>> = {
  repost: 'This is a post of your own. Reposting what somebody else wrote needs their signed form.',
  visitor_comment: 'This is a reply to that comment. What a visitor wrote is theirs.',
}

export const BUTTONS = {
  copy: 'Copy these words',
  other: 'Other words',
  shorter: 'Shorter',
  warmer: 'Warmer',
  check: 'Check something else',
} as const
