import { z } from 'zod'
import { Body } from '../../bot/event.ts'

/** 1 MB of draft as JSON can be six times that, when every character is escaped. */
export const BODY_LIMIT_BYTES = 8 * 1024 * 1024

const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

/** What the page sends. It makes the event id itself, so that sending again after a lost answer is no new event. */
const Ask = z.object({ id: Id.optional(), session: Id, body: Body })
export type Ask = z.infer<typeof Ask>

export type Reading = { ok: true; ask: Ask } | { ok: false; status: number; code: string; message: string }

const broken = (code: string, message: string, status = 400): Reading => ({
  ok: false,
  status,
  code,
  message,
})

/** Bytes as they came → what was asked, or one line that says what is wrong. Never throws. */
export function readAsk(bytes: unknown): Reading {
  if (!(bytes instanceof Uint8Array) || bytes.length === 0) return broken('empty', 'The request is empty.')
  let text: string
  try {
    // Strict on purpose: replacing broken bytes would move every offset and check a text that nobody wrote.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return broken('not_utf8', 'The request is not readable text (UTF-8).')
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return broken('not_json', 'The request is not valid JSON.')
  }
  const parsed = Ask.safeParse(json)
  if (!parsed.success) return broken('not_understood', 'The request is not one that the chat page sends.')
  const { body } = parsed.data
  // The clock is ours alone.
  if (body.type === 'tick' || body.type === 'overheard') {
    return broken('not_allowed', 'The chat page cannot ask for that.', 403)
  }
  return { ok: true, ask: parsed.data }
}
