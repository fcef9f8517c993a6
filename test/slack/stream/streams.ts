import type { KnownBlock } from '@slack/types'
import { troubleWith } from '../block-kit.ts'
import type { Posted } from '../workspace.ts'

/** Characters of markdown in one message. */
const LONGEST = 12_000

/** What Slack would make of markdown that is not there to be letters alone; in words for a failing test. */
const ACTING: readonly [string, RegExp][] = [
  ['a mention or a link in angle brackets', /<[^\s<>]/],
  ['a name that is called', /@(?=\w)/],
  ['an address', /:\/\//],
  ['a name of a website', /[\p{L}\p{N}]\.\p{L}{2}/u],
  ['an emoji', /:[a-z0-9_+'-]+:/],
  ['markup', /(?<!\\)(?:\\\\)*[`*_[\]]/],
  ['a line through it', /~~/],
  ['a heading or a list', /^\s*(?:[#+=-]|\d+[.)])/m],
]

/** The letters that somebody reads. */
export function readMarkdown(text: string): string {
  const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }
  return text
    .replace(/&(?:lt|gt|amp);/g, (entity) => entities[entity] as string)
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('\u2060', '')
}

export function actingIn(markdown: string): string[] {
  return ACTING.filter(([, pattern]) => pattern.test(markdown)).map(([what]) => what)
}

interface Stream {
  owner: string
  open: boolean
  markdown: string
  posted: Posted
}

interface Parts {
  nextTs(): string
  post(one: Posted): void
  mistake(what: string): void
}

/**
 * The streams of the stand-in workspace, with the rules of Slack that decide what an app can do: a stream is begun in
 * a thread, grows only as long as it is open, belongs to the app that began it, and is changed only once it is over.
 */
export function openStreams({ nextTs, post, mistake }: Parts) {
  const streams = new Map<string, Stream>()
  const refuse = (error: string) => ({ ok: false, error })

  function start(args: Record<string, string>, owner: string): object {
    const { channel = '', thread_ts: thread, markdown_text: markdown = '' } = args
    const told = args.recipient_user_id !== undefined || args.recipient_team_id !== undefined
    if (!channel.startsWith('D')) return refuse(told ? 'channel_not_found' : 'missing_recipient_user_id')
    if (told) return refuse('invalid_arguments')
    if (thread === undefined) return refuse('invalid_thread_ts')
    if (markdown.length > LONGEST) return refuse('msg_too_long')
    const ts = nextTs()
    const posted: Posted = { how: 'stream', channel, user: undefined, thread, text: '', blocks: [] }
    const stream: Stream = { owner, open: true, markdown: '', posted }
    grow(stream, markdown)
    streams.set(ts, stream)
    post(posted)
    return { ok: true, channel, ts }
  }

  function grow(stream: Stream, markdown: string): void {
    for (const what of actingIn(markdown)) mistake(`${what} in a stream`)
    stream.markdown += markdown
    stream.posted.text = readMarkdown(stream.markdown)
  }

  /** Why this app may not go on with it. */
  function trouble(stream: Stream | undefined, args: Record<string, string>, owner: string) {
    if (!stream || stream.posted.channel !== args.channel) return 'message_not_found'
    if (stream.owner !== owner) return 'message_not_owned_by_app'
    if (!stream.open) return 'message_not_in_streaming_state'
    const { length } = stream.markdown + (args.markdown_text ?? '')
    return length > LONGEST ? 'msg_too_long' : undefined
  }

  function drawn(text: string, args: Record<string, string>): KnownBlock[] | undefined {
    const blocks = JSON.parse(args.blocks ?? '[]') as KnownBlock[]
    const wrong = troubleWith({ surface: 'message', text: text || '–', blocks })
    for (const what of wrong) mistake(what)
    return wrong.length > 0 ? undefined : blocks
  }

  return {
    /** Streams that somebody sees growing for ever. */
    open: () => [...streams.values()].filter(({ open }) => open).length,
    /** What Slack does by itself after five minutes, and when somebody presses Stop. */
    cutOff() {
      for (const stream of streams.values()) stream.open = false
    },
    call(method: string, args: Record<string, string>, owner: string): object | undefined {
      const stream = streams.get(args.ts ?? '')
      if (method === 'chat.startStream') return start(args, owner)
      if (method === 'chat.appendStream' || method === 'chat.stopStream') {
        const why = trouble(stream, args, owner)
        if (why !== undefined || !stream) return refuse(why ?? 'message_not_found')
        if (method === 'chat.appendStream' && !args.markdown_text) return refuse('no_text')
        const blocks = drawn(stream.markdown, args)
        if (!blocks) return refuse('invalid_blocks')
        grow(stream, args.markdown_text ?? '')
        if (method === 'chat.stopStream') Object.assign(stream, { open: false })
        stream.posted.blocks.push(...blocks)
        return { ok: true, channel: args.channel, ts: args.ts }
      }
      if (method !== 'chat.update') return undefined
      if (!stream || stream.owner !== owner) return refuse('message_not_found')
      if (stream.open) return refuse('streaming_state_conflict')
      const blocks = drawn(args.text ?? '', args)
      if (!blocks) return refuse('invalid_blocks')
      Object.assign(stream.posted, { text: '', blocks })
      return { ok: true, channel: args.channel, ts: args.ts }
    },
  }
}
