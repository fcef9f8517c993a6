import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt'
import type { RequestHandler } from 'express'
import { ChaperoneError } from '../../bot/errors.ts'
import type { Files } from '../../bot/pictures.ts'
import type { Clock, Dialogs, Ids, Log, Platform } from '../../bot/ports.ts'
import { Reply } from '../../bot/reply.ts'
import { createClient, refusalOf, SLACK_API } from './client.ts'
import { GONE, LOOKING, PROMPTS, PROMPTS_TITLE, toCopy, WORKING } from './copy.ts'
import { createDelivery } from './deliver.ts'
import { createDownload } from './files/download.ts'
import { createUpload } from './files/upload.ts'
import { formsOf } from './forms.ts'
import { type Incoming, incoming } from './incoming/incoming.ts'
import { lane } from './lane.ts'
import { quietLogger } from './quiet.ts'
import { responder } from './respond.ts'
import { inTime } from './signature.ts'

export type Handle = (event: unknown, platform: Platform) => Promise<string>

export interface SlackOptions {
  /** The pipeline. */
  handle: Handle
  clock: Clock
  ids: Ids
  log: Log
  dialogs: Dialogs
  botToken: string
  /** HTTP mode. */
  signingSecret?: string | undefined
  /** Socket Mode; wins when both are there. */
  appToken?: string | undefined
  apiUrl?: string | undefined
}

export interface Slack {
  /** For POST /slack/events, ahead of anything that reads a body; absent in Socket Mode. */
  handlers: readonly RequestHandler[]
  /** A direct message to somebody who had not asked; false: it did not arrive. */
  tell(user: string, reply: Reply): Promise<boolean>
  /** Photos that people sent here. */
  files: Files
  /** @throws ChaperoneError config_invalid when Slack refuses the token. An outage is no reason not to start. */
  start(): Promise<void>
  /** Takes nothing new and waits for what is running. */
  stop(): Promise<void>
}

/** Bytes; a modal's longest texts together are far below. */
const BODY_LIMIT = 1024 * 1024
/** Until somebody who sent a photo hears from us. */
const LOOKING_MS = 2000
/** What a refused token is called. */
const REFUSED: readonly string[] = [
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
]

/** Bolt throws for every other method. */
const postOnly: RequestHandler = (req, res, next) => {
  if (req.method === 'POST') return next()
  res.status(405).set('Allow', 'POST').end()
}

export function createSlack(options: SlackOptions): Slack {
  const { handle, clock, ids, log, dialogs, botToken, signingSecret, appToken, apiUrl } = options
  const client = createClient({ token: botToken, apiUrl, log })
  const delivery = createDelivery({
    client,
    clock,
    log,
    forms: formsOf(dialogs, ids),
    respond: responder(apiUrl),
    upload: createUpload({ client, apiUrl, log }),
  })
  const running = new Set<Promise<void>>()
  const { run } = lane()
  let botUser = ''

  const logger = quietLogger(log)
  const http =
    appToken === undefined && signingSecret !== undefined
      ? new HTTPReceiver({ signingSecret, logger, endpoints: '/slack/events', bodyLimit: BODY_LIMIT })
      : undefined
  const receiver: Receiver =
    http ??
    new SocketModeReceiver({
      appToken: appToken ?? '',
      logger,
      installerOptions: { clientOptions: { slackApiUrl: apiUrl ?? SLACK_API } },
    })
  const app = new App({
    receiver,
    logger,
    convoStore: false,
    ignoreSelf: false,
    authorize: async () => ({ botToken, botUserId: botUser }),
  })
  // Acknowledged before anything else: Slack waits three seconds, and repeats what it thinks was lost.
  app.use(async (args) => {
    if ('ack' in args && typeof args.ack === 'function') await (args.ack as () => Promise<void>)()
    take(args.body)
  })
  app.error(async () => log.error('event failed', { surface: 'slack', code: 'slack_sdk' }))

  function take(body: unknown): void {
    const arrived = clock.now()
    const found = incoming(body, botUser || botOf(body), arrived)
    if (found === undefined) return
    const work = run(() => act(found, arrived)).catch(() =>
      log.error('delivery failed', { surface: 'slack', code: 'delivery_failed' }),
    )
    running.add(work)
    void work.finally(() => running.delete(work))
  }

  async function act(found: Incoming, arrived: number): Promise<void> {
    const { here } = found
    switch (found.to) {
      case 'hall':
        void working(found)
        return looking(found, handle(found.event, delivery.platformFor(here, arrived)))
      case 'form':
        return delivery.openKept(found.key, here, arrived, Reply.parse(GONE))
      case 'copy':
        return delivery.say(Reply.parse(toCopy(found.text)), here, arrived)
      case 'welcome':
        if (here.channel)
          await client.assistant.threads.setSuggestedPrompts({
            channel_id: here.channel,
            title: PROMPTS_TITLE,
            prompts: [...PROMPTS] as [(typeof PROMPTS)[number], ...(typeof PROMPTS)[number][]],
          })
    }
  }

  /** "is reading …" in a conversation with the app; nobody misses it when it does not show. */
  async function working({ event, here }: Incoming & { to: 'hall' }): Promise<void> {
    if (event.body.type !== 'message' || !here.direct || !here.channel || !here.thread) return
    await client.assistant.threads
      .setStatus({ channel_id: here.channel, thread_ts: here.thread, status: WORKING })
      .catch(() => {})
  }

  /** A photo takes longer than words: after two seconds whoever sent it hears that it is being looked at. */
  async function looking({ event, here }: Incoming & { to: 'hall' }, work: Promise<unknown>): Promise<void> {
    const { body } = event
    if (!('files' in body) || !body.files?.length) {
      await work
      return
    }
    const done = new AbortController()
    const late = clock.sleep(LOOKING_MS, done.signal).then(async () => {
      if (!done.signal.aborted) await delivery.say(Reply.parse(LOOKING), here, clock.now()).catch(() => {})
    })
    try {
      await work
    } finally {
      done.abort()
      await late
    }
  }

  return {
    handlers: http ? [postOnly, inTime(clock), (req, res) => http.requestListener(req, res)] : [],
    files: createDownload({ client, token: botToken, apiUrl }),
    async tell(user, reply) {
      try {
        await delivery.say(reply, { user, direct: true }, clock.now())
        return true
      } catch (error) {
        log.warn('delivery failed', {
          surface: 'slack',
          code: refusalOf(error) ? 'slack_refused' : 'delivery_failed',
        })
        return false
      }
    },
    async start() {
      try {
        const found = await client.auth.test()
        botUser = found.user_id ?? ''
      } catch (error) {
        const refusal = refusalOf(error)
        if (refusal !== undefined && REFUSED.includes(refusal))
          throw new ChaperoneError(
            'config_invalid',
            `SLACK_BOT_TOKEN is refused by Slack (${refusal}); install the app again and copy its token`,
          )
        log.warn('config warning', { surface: 'slack', code: 'slack_unreachable' })
      }
      if (!http) await receiver.start()
    },
    async stop() {
      if (!http) await receiver.stop()
      await Promise.allSettled(running)
    },
  }
}

/** Events say which bot they are for, in case nobody could be asked at the start. */
function botOf(body: unknown): string {
  const { authorizations } = (body ?? {}) as { authorizations?: { user_id?: unknown }[] }
  const user = Array.isArray(authorizations) ? authorizations[0]?.user_id : undefined
  return typeof user === 'string' ? user : ''
}
