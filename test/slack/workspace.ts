import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { HomeView, KnownBlock, ModalView } from '@slack/types'
import { troubleWith } from './block-kit.ts'
import { openShelf, type Shelf } from './files/shelf.ts'
import { TEAM } from './sending.ts'
import { openStreams } from './stream/streams.ts'

export interface Posted {
  how: 'message' | 'ephemeral' | 'response' | 'stream'
  channel: string
  /** Who sees an ephemeral message. */
  user: string | undefined
  thread: string | undefined
  text: string
  blocks: KnownBlock[]
}

export interface Call {
  method: string
  args: Record<string, string>
}

/** What a call gets instead of its usual answer; `waits`: its usual answer, late; `lost`: it is done, and nobody hears. */
export type Trouble =
  | { lost: true }
  | { error: string }
  | { status: number; retryAfter?: number }
  | { hangs: true }
  | { waits: Promise<void> }

/**
 * A Slack workspace on loopback: channels with members, direct messages, modals, home tabs, answers to
 * response_url. Stateful as far as a bot can notice, strict about Block Kit, and as unfriendly as a test wants.
 */
export interface Workspace {
  apiUrl: string
  responseUrl(channel: string, user: string): string
  /** Channels that the app is a member of. */
  joined: Set<string>
  posted: Posted[]
  modals: { user: string; view: ModalView }[]
  homes: Map<string, HomeView>
  prompts: string[]
  calls: Call[]
  /** Names of all calls as they arrived, also of those that went wrong. */
  arrived: string[]
  /** Names of calls that had to hang or wait. */
  held: string[]
  /** Block Kit mistakes in anything that was sent; empty is the only good answer. */
  mistakes: string[]
  shelf: Shelf
  streams: ReturnType<typeof openStreams>
  /** Where Socket Mode connects to. */
  sockets: string
  /** A trigger for this person, good for one modal. */
  trigger(user: string): string
  /** The next call of this method goes wrong; more than once: the next ones. */
  fail(method: string, ...troubles: Trouble[]): void
  close(): Promise<void>
}

export const BOT = 'UCHAPERONE'

export async function openWorkspace(): Promise<Workspace> {
  const troubles = new Map<string, Trouble[]>()
  const triggers = new Map<string, string>()
  const answers = new Map<string, { channel: string; user: string; left: number }>()
  const history: { channel: string; message: object }[] = []
  let count = 0

  const server = createServer(async (req, res) => {
    const [, kind, name = ''] = (req.url ?? '').split('/')
    here.arrived.push(name)
    const trouble =
      troubles.get(name)?.shift() ?? (kind === 'answer' ? troubles.get('response_url')?.shift() : undefined)
    if (trouble && ('hangs' in trouble || 'waits' in trouble)) here.held.push(name)
    if (trouble && 'hangs' in trouble) return
    if (trouble && 'waits' in trouble) await trouble.waits
    if (trouble && 'status' in trouble) {
      res.writeHead(
        trouble.status,
        trouble.retryAfter === undefined ? {} : { 'retry-after': String(trouble.retryAfter) },
      )
      res.end('{}')
      return
    }
    if (await here.shelf.serve(kind, name, req, res)) return
    const args = await argsOf(req)
    const reply = (value: object, status = 200) => {
      res.writeHead(status, { 'content-type': 'application/json' })
      res.end(JSON.stringify(value))
    }
    if (kind === 'answer') return answered(name, args, reply)
    here.calls.push({ method: name, args })
    if (trouble && 'error' in trouble) return reply({ ok: false, error: trouble.error })
    const answer = here.streams.call(name, args, req.headers.authorization ?? '') ?? act(name, args)
    if (trouble && 'lost' in trouble) return void res.destroy()
    reply(answer)
  })

  function act(method: string, args: Record<string, string>): object {
    const refuse = (error: string) => ({ ok: false, error })
    const { channel = '', user = '', thread_ts: thread } = args
    const ofFiles = here.shelf.call(method, args)
    if (ofFiles) return ofFiles
    switch (method) {
      case 'auth.test':
        return {
          ok: true,
          user_id: BOT,
          bot_id: 'BCHAPERONE',
          team_id: TEAM,
          url: 'https://practice.slack.com/',
        }
      case 'apps.connections.open':
        return { ok: true, url: here.sockets }
      case 'conversations.history':
        if (!channel.startsWith('D')) return refuse('missing_scope')
        return {
          ok: true,
          messages: history
            .filter((one) => one.channel === channel)
            .map(({ message }) =>
              args.include_all_metadata === 'true' ? message : { ...message, metadata: undefined },
            )
            .slice(-Number(args.limit ?? 100)),
        }
      case 'conversations.open':
        return { ok: true, channel: { id: `D${args.users}` } }
      case 'chat.postMessage':
      case 'chat.postEphemeral': {
        const ephemeral = method === 'chat.postEphemeral'
        if (!channel.startsWith('D') && !here.joined.has(channel))
          return refuse(ephemeral ? 'user_not_in_channel' : 'not_in_channel')
        const blocks = JSON.parse(args.blocks ?? '[]') as KnownBlock[]
        const wrong = troubleWith({ surface: 'message', text: args.text ?? '', blocks })
        here.mistakes.push(...wrong)
        if (wrong.length > 0) return refuse('invalid_blocks')
        post({
          how: ephemeral ? 'ephemeral' : 'message',
          channel,
          user: ephemeral ? user : undefined,
          thread,
          text: args.text ?? '',
          blocks,
        })
        const metadata = args.metadata === undefined ? undefined : JSON.parse(args.metadata)
        if (!ephemeral) history.push({ channel, message: { type: 'message', text: args.text, metadata } })
        return { ok: true, ts: `${++count}.0`, message_ts: `${count}.0`, channel }
      }
      case 'views.open':
      case 'views.push': {
        const owner = triggers.get(args.trigger_id ?? '')
        if (owner === undefined) return refuse('expired_trigger_id')
        triggers.delete(args.trigger_id ?? '')
        const view = JSON.parse(args.view ?? '{}') as ModalView
        const wrong = troubleWith({ surface: 'modal', view })
        here.mistakes.push(...wrong)
        if (wrong.length > 0) return refuse('invalid_arguments')
        here.modals.push({ user: owner, view })
        return { ok: true, view: { id: `V${++count}`, hash: 'h' } }
      }
      case 'views.publish': {
        const view = JSON.parse(args.view ?? '{}') as HomeView
        here.mistakes.push(...troubleWith({ surface: 'home', view }))
        here.homes.set(args.user_id ?? '', view)
        return { ok: true, view: { id: `V${++count}` } }
      }
      case 'assistant.threads.setSuggestedPrompts':
        here.prompts.push(channel || (args.channel_id ?? ''))
        return { ok: true }
      case 'assistant.threads.setStatus':
        return { ok: true }
      default:
        return refuse('unknown_method')
    }
  }

  function answered(
    name: string,
    args: Record<string, string>,
    reply: (value: object, status?: number) => void,
  ): void {
    const way = answers.get(name)
    if (way === undefined || way.left-- <= 0) {
      reply({ ok: false }, 404)
      return
    }
    const blocks = JSON.parse(args.blocks ?? '[]') as KnownBlock[]
    const wrong = troubleWith({ surface: 'message', text: args.text ?? '', blocks })
    here.mistakes.push(...wrong)
    if (args.response_type !== 'ephemeral') here.mistakes.push(`an answer for everybody in ${way.channel}`)
    post({
      how: 'response',
      channel: way.channel,
      user: way.user,
      thread: undefined,
      text: args.text ?? '',
      blocks,
    })
    reply({ ok: true })
  }

  function post(one: Posted): void {
    here.posted.push(one)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const here: Workspace = {
    apiUrl: `${base}/api/`,
    responseUrl(channel, user) {
      const name = `a${++count}`
      answers.set(name, { channel, user, left: 5 })
      return `${base}/answer/${name}`
    },
    joined: new Set(),
    posted: [],
    modals: [],
    homes: new Map(),
    prompts: [],
    calls: [],
    arrived: [],
    held: [],
    mistakes: [],
    sockets: '',
    shelf: openShelf(),
    streams: openStreams({
      nextTs: () => `${++count}.0`,
      post,
      mistake: (what) => void here.mistakes.push(what),
    }),
    trigger(user) {
      const id = `${++count}.trigger`
      triggers.set(id, user)
      return id
    },
    fail(method, ...list) {
      troubles.set(method, [...(troubles.get(method) ?? []), ...list])
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  here.shelf.base = base
  return here
}

async function argsOf(req: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks).toString('utf8')
  if (!req.headers['content-type']?.startsWith('application/json'))
    return Object.fromEntries(new URLSearchParams(body))
  const json = JSON.parse(body) as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )
}
