import type { ServerResponse } from 'node:http'

/** How an answer that is streamed goes wrong, or waits; what is not said is as usual. */
export interface Streamed {
  /** UTF-16 units of each piece of the text. */
  piece?: number
  /** After so many bytes of the body. */
  after?: number
  /** What happens there: the line drops, nothing comes any more, the body ends, the service says that it failed. */
  ending?: 'drops' | 'hangs' | 'ends' | 'fails'
  /** What is left comes when this resolves. */
  waits?: Promise<unknown>
}

const event = (type: string, more: object) => `event: ${type}\ndata: ${JSON.stringify({ type, ...more })}\n\n`

/** A message as the service streams it, with all that is not read as well. */
export function eventsOf(text: string, stop: string, piece = 7): string {
  const pieces = text.match(new RegExp(`[\\s\\S]{1,${piece}}`, 'g')) ?? []
  const usage = { input_tokens: 10, output_tokens: 1, cache_read_input_tokens: 3 }
  return [
    event('message_start', {
      message: { id: 'msg_1', type: 'message', role: 'assistant', content: [], stop_reason: null, usage },
    }),
    event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }),
    event('ping', {}),
    ...pieces.map((one) =>
      event('content_block_delta', { index: 0, delta: { type: 'text_delta', text: one } }),
    ),
    event('content_block_stop', { index: 0 }),
    event('something_new', { nobody: 'reads this' }),
    event('message_delta', {
      delta: { stop_reason: stop, stop_sequence: null },
      usage: { input_tokens: null, cache_read_input_tokens: null, output_tokens: 10 },
    }),
    event('message_stop', {}),
  ].join('')
}

const FAILED = event('error', {
  error: { type: 'overloaded_error', message: 'it quotes: Zyxwoman Canaryname' },
})

export async function stream(res: ServerResponse, text: string, stop: string, how: Streamed): Promise<void> {
  const bytes = Buffer.from(eventsOf(text, stop, how.piece))
  const { after = bytes.length, ending = 'ends', waits } = how
  res.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
  res.flushHeaders()
  await new Promise<void>((resolve) => res.write(bytes.subarray(0, after), () => resolve()))
  await waits
  if (waits) res.write(bytes.subarray(after))
  if (ending === 'hangs') return
  // What was written is on its way before the line drops.
  if (ending === 'drops') return void setImmediate(() => res.destroy())
  res.end(ending === 'fails' ? `\n\n${FAILED}` : '')
}
