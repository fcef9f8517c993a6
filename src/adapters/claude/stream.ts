import { z } from 'zod'

/** Of the events of a message those that are read; all others (ping, thinking, what may come one day) are let pass. */
const Event = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message_start'),
    message: z.object({ usage: z.record(z.string(), z.unknown()).default({}) }),
  }),
  z.object({
    type: z.literal('content_block_delta'),
    delta: z.object({ type: z.literal('text_delta'), text: z.string() }),
  }),
  z.object({
    type: z.literal('message_delta'),
    delta: z.object({ stop_reason: z.string().nullish() }),
    usage: z.object({ output_tokens: z.number() }).nullish(),
  }),
  z.object({ type: z.literal('message_stop') }),
])

/** The events ended before the message did. */
export class Cut {}

/**
 * A message in the shape in which it comes whole, out of its events.
 * @param hear is told the words as they come.
 * @throws Cut, and whatever the line throws.
 */
export async function gathered(
  events: AsyncIterable<unknown>,
  hear: (words: string) => void,
): Promise<unknown> {
  const usage: Record<string, unknown> = {}
  let text = ''
  let reason: string | null = null
  for await (const given of events) {
    const { data: event } = Event.safeParse(given)
    switch (event?.type) {
      case 'message_start':
        Object.assign(usage, event.message.usage)
        break
      case 'content_block_delta':
        text += event.delta.text
        hear(event.delta.text)
        break
      case 'message_delta':
        reason = event.delta.stop_reason ?? reason
        // Counted up to here; of the others it may hold nulls.
        Object.assign(usage, event.usage)
        break
      case 'message_stop':
        return { stop_reason: reason, content: [{ type: 'text', text }], usage }
    }
  }
  throw new Cut()
}
