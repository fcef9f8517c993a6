import type { Row } from './rows.ts'

/** Turns of phrase of programs in which people chat or write reviews. */
const CHAT =
  /^(?:i ?message|text message|delivered|read \d{1,2}:\d{2}.{0,5}|seen|seen just now|typing.{0,3}|type a message.{0,3}|message\.{0,3}|active (?:now|\d{1,2}[hm] ago)|today,? \d{1,2}:\d{2}.{0,4}|yesterday,? \d{1,2}:\d{2}.{0,4}|reply|direct|send message|you sent.{0,20}|liked a message|tap and hold to react|whats ?app|messenger)$/i
const REVIEW =
  /(?:★|⭐|☆){2,}|\b(?:local guide|\d{1,4} reviews?|write a review|response from the owner|verified patient|helpful \(?\d|reviewed on|posted on google|would recommend|overall rating|rated \d)\b/i
const AGO = /^(?:a|an|\d{1,2}) (?:minute|hour|day|week|month|year)s? ago\b|^\d{1,2}[mhdw]$/i

/** Whether the picture is one of a chat or of reviews: what stands there was written by somebody else. */
export function screenshotOf(
  rows: readonly Row[],
): { of: 'chat' | 'review'; rows: readonly Row[] } | undefined {
  const reviews = rows.filter(({ text }) => REVIEW.test(text))
  const chats = rows.filter(({ text }) => CHAT.test(text))
  const ago = rows.filter(({ text }) => AGO.test(text))
  if (reviews.length > 0 && reviews.length + ago.length > 1)
    return { of: 'review', rows: [...reviews, ...ago] }
  if (chats.length + ago.length > 1 && chats.length > 0) return { of: 'chat', rows: [...chats, ...ago] }
  return undefined
}
