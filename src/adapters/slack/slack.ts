import type { RequestListener } from 'node:http'
import { type App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt'
import type { Files } from '../../bot/pictures.ts'
import type { Clock, Dialogs, Ids, Log, Platform } from '../../bot/ports.ts'
import { Reply } from '../../bot/reply.ts'
import { createClient, refusalOf, SLACK_API } from './client.ts'
import { GONE, LOOKING, PROMPTS, PROMPTS_TITLE, toCopy, WORKING } from './copy.ts'
import { createDelivery, TRIGGER_MS } from './deliver.ts'
import { createDownload } from './files/download.ts'
import { createUpload } from './files/upload.ts'
import { formsOf } from './forms.ts'
import { type Incoming, incoming } from './incoming/incoming.ts'
import { whenceOf } from './incoming/whence.ts'
import { lane } from './lane.ts'
import { createPersistence } from './persistence.ts'
import { quietLogger } from './quiet.ts'
import { responder } from './respond.ts'
import { learnSelf } from './self.ts'
import { signed } from './signature.ts'
import { streaming } from './stream/stream.ts'
import { type Count, createTally } from './tally.ts'

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
  /** Takes all of /slack/events, ahead of anything that reads a body; absent in Socket Mode. */
  listener: RequestListener | undefined
  /** A direct message to somebody who had not asked; false: it did not arrive. */
  tell(user: string, reply: Reply, once?: { key: string; again: boolean }): Promise<boolean>
  /** Photos that people sent here. */
  files: Files
  /** What happened since the start, for /metrics. */
  samples(): readonly Count[]
  /** @throws ChaperoneError config_invalid when Slack refuses the token. An outage is no reason not to start. */
  start(): Promise<void>
  /** Takes nothing new and waits for what is running. */
  stop(): Promise<void>
}

/** Bytes; a modal's longest texts together are far below. */
const BODY_LIMIT = 1024 * 1024
/** Until somebody who sent a photo hears from us. */
const LOOKING_MS = 2000

export function createSlack(options: SlackOptions): Slack {
  const { handle, clock, ids, log, dialogs, botToken, signingSecret, appToken, apiUrl } = options
  const client = createClient({ token: botToken, apiUrl, log })
  const once = createClient({ token: botToken, apiUrl, log, once: true })
  const persistence = createPersistence(clock)
  const delivery = createDelivery({
    client,
    once,
    modals: createClient({ token: botToken, apiUrl, log, once: true, tryMs: TRIGGER_MS }),
    persistence,
    clock,
    log,
    forms: formsOf(dialogs, ids),
    respond: responder(apiUrl),
    upload: createUpload({ client, apiUrl, log }),
    stream: streaming({ client, once, log }),
  })
  const running = new Set<Promise<void>>()
  const { run } = lane()
  const self = learnSelf(client, clock, log)
  const tally = createTally()

  const logger = quietLogger(log)
  const http =
    appToken === undefined && signingSecret !== undefined
      ? new HTTPReceiver({ signingSecret, logger, endpoints: '/slack/events', signatureVerification: false })
      : undefined
  const receiver: Receiver =
    http ??
    new SocketModeReceiver({
      appToken: appToken ?? '',
      logger,
      installerOptions: { clientOptions: { slackApiUrl: apiUrl ?? SLACK_API } },
    })
  // Acknowledged before anything else: Slack waits three seconds, and repeats what it thinks was lost. All that
  // Bolt's App would add (listeners, clients for each of them) is work before the acknowledgement, and not used.
  const app: Pick<App, 'processEvent'> = {
    async processEvent({ body, ack }) {
      await ack()
      take(body)
    },
  }
  receiver.init(app as App)

  function take(body: unknown): void {
    const arrived = clock.now()
    const us = self.now(body)
    const whence = whenceOf(body, us)
    if (whence === 'elsewhere') {
      tally.refused('wrong_workspace')
      log.info('event refused', { surface: 'slack', code: 'wrong_workspace' })
      return
    }
    const found = incoming(body, us.user, arrived, whence === 'outside')
    if (found === undefined) {
      tally.refused('left_alone')
      return
    }
    const work = run(() => act(found, arrived)).catch((error: unknown) => {
      tally.undelivered(refusalOf(error) ?? 'delivery_failed')
      log.error('delivery failed', { surface: 'slack', code: 'delivery_failed' })
    })
    running.add(work)
    void work.finally(() => running.delete(work))
  }

  async function act(found: Incoming, arrived: number): Promise<void> {
    const { here } = found
    switch (found.to) {
      case 'hall':
        void working(found)
        return looking(
          found,
          handle(found.event, counted(delivery.platformFor(here, arrived))).then(tally.event),
        )
      case 'form':
        return delivery.openKept(found.key, here, arrived, Reply.parse(GONE))
      case 'copy':
        return delivery.say(Reply.parse(toCopy(found.text)), here, arrived, true)
      case 'welcome':
        if (here.channel)
          await client.assistant.threads.setSuggestedPrompts({
            channel_id: here.channel,
            title: PROMPTS_TITLE,
            prompts: [...PROMPTS] as [(typeof PROMPTS)[number], ...(typeof PROMPTS)[number][]],
          })
    }
  }

  /** What the pipeline is not told of a failure: what Slack called it. */
  const counted = ({ deliver, ...more }: Platform): Platform => ({
    ...more,
    deliver: (reply, to) =>
      deliver(reply, to).catch((error: unknown) => {
        tally.undelivered(refusalOf(error) ?? 'delivery_failed')
        throw error
      }),
  })

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
    listener:
      http && signingSecret !== undefined
        ? signed({ secret: signingSecret, clock, limit: BODY_LIMIT }, (req, res) =>
            http.requestListener(req, res),
          )
        : undefined,
    files: createDownload({ client, token: botToken, apiUrl }),
    async tell(user, reply, once) {
      try {
        if (once) await delivery.tellOnce(user, reply, once)
        else await delivery.say(reply, { user, direct: true }, clock.now())
        return true
      } catch (error) {
        tally.undelivered(refusalOf(error) ?? 'delivery_failed')
        log.warn('delivery failed', {
          surface: 'slack',
          code: refusalOf(error) ? 'slack_refused' : 'delivery_failed',
        })
        return false
      }
    },
    samples: tally.samples,
    async start() {
      await self.ask()
      if (!http) await receiver.start()
    },
    async stop() {
      persistence.end()
      if (!http) await receiver.stop()
      await Promise.allSettled(running)
    },
  }
}
