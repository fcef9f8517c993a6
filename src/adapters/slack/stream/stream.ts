import { ErrorCode, type WebClient } from '@slack/web-api'
import type { Growing, Log } from '../../../bot/ports.ts'
import type { Reply } from '../../../bot/reply.ts'
import { refusalOf } from '../client.ts'
import type { Message } from '../render/message.ts'
import { asMarkdown } from './markdown.ts'

export interface StreamParts {
  /** Tries again where Slack stumbles, and waits where it asks for that. */
  client: WebClient
  /** Tries once: a word that is sent again may stand there twice. */
  once: WebClient
  log: Log
}

/** A thread in a conversation between one person and the app. */
export interface Spot {
  channel: string
  thread: string
  draw(reply: Reply): Promise<Message[]>
  /** For what does not fit into one message. */
  say(message: Message): Promise<void>
}

/** Characters of markdown in one message: https://docs.slack.dev/reference/methods/chat.appendStream */
const LONGEST = 12_000

/**
 * Messages that grow (chat.startStream and its two sisters). What is shown first is markdown, since a stream knows
 * nothing else; all that comes at the end is drawn as ever. Where Slack will not have it, the whole reply takes the
 * place of what is there, or is sent as any other: one answer in any case.
 */
export function streaming({ client, once, log }: StreamParts) {
  return (spot: Spot): Growing => {
    const { channel } = spot
    /** What was added, and what of it Slack is known to show. */
    let all = ''
    let shown = ''
    let used = 0
    let ts: string | undefined
    /** No more of it now; and whether what was sent last arrived is not known. */
    let held = false
    let doubtful = false
    let over = false
    let sending: Promise<void> | undefined

    /** One call at a time: what comes meanwhile goes with the next. */
    async function send(): Promise<void> {
      // What is left when the answer is known goes with its end.
      while (!held && !over && shown.length < all.length) {
        const words = all.slice(shown.length)
        const text = asMarkdown(words)
        if (used + text.length > LONGEST) held = true
        else if (await tried(() => put(text))) {
          shown += words
          used += text.length
        }
      }
    }

    async function put(text: string): Promise<void> {
      if (ts !== undefined) await once.chat.appendStream({ channel, ts, markdown_text: text })
      // In a conversation with the app it is clear for whom; Slack refuses to be told.
      else ts = (await once.chat.startStream({ channel, thread_ts: spot.thread, markdown_text: text })).ts
    }

    async function tried(call: () => Promise<unknown>): Promise<boolean> {
      try {
        await call()
        return true
      } catch (error) {
        held = true
        doubtful ||= refusalOf(error) === undefined && !isLimited(error)
        log.warn('delivery failed', { surface: 'slack', code: 'slack_stream' })
        return false
      }
    }

    /** What is left of the reply, below what is there. False: none of it is. */
    async function stop(whole: Reply): Promise<Message[] | undefined> {
      const at = ts as string
      const pending = all.slice(shown.length)
      const text = asMarkdown(pending)
      const fits = pending !== '' && begins(whole, all) && used + text.length <= LONGEST
      const [first, ...more] = await drawn(cut(whole, fits ? all.length : shown.length))
      const args = { ...(fits ? { markdown_text: text } : {}), ...(first ? { blocks: first.blocks } : {}) }
      const done = !doubtful && (await tried(() => client.chat.stopStream({ channel, ts: at, ...args })))
      return done ? more : undefined
    }

    /** The whole reply in the place of what is there: however much of it had arrived, it stands there once. */
    async function replace(whole: Reply): Promise<Message[] | undefined> {
      const at = ts as string
      const [first, ...more] = await drawn(whole)
      if (!first) return undefined
      const { text, blocks } = first
      // Slack lets nobody change what may still grow.
      await once.chat.stopStream({ channel, ts: at }).catch(() => {})
      return (await tried(() => client.chat.update({ channel, ts: at, text, blocks }))) ? more : undefined
    }

    const drawn = async (reply: Reply) => (reply.blocks.length > 0 ? spot.draw(reply) : [])

    return {
      add(words) {
        if (over) return
        all += words
        sending ??= send().finally(() => {
          sending = undefined
        })
      },
      async end(reply) {
        if (over) return false
        over = true
        await sending
        if (ts === undefined) return false
        const whole = begins(reply, shown) ? reply : under(shown, reply)
        const more = (await stop(whole)) ?? (await replace(whole))
        if (more === undefined) return false
        for (const message of more) await spot.say(message)
        return true
      },
    }
  }
}

function isLimited(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === ErrorCode.RateLimitedError
}

function begins({ blocks: [first] }: Reply, words: string): boolean {
  return first?.type === 'text' && first.text.startsWith(words)
}

function under(words: string, reply: Reply): Reply {
  return { ...reply, blocks: [{ type: 'text', text: words }, ...reply.blocks] }
}

/** Without the first so many characters of its first text. */
function cut(reply: Reply, length: number): Reply {
  const [first, ...others] = reply.blocks
  const rest = first?.type === 'text' ? first.text.slice(length).trim() : ''
  return { ...reply, blocks: rest === '' ? others : [{ type: 'text', text: rest }, ...others] }
}
