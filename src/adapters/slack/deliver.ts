import type { ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { Clock, Log, Platform } from '../../bot/ports.ts'
import { type Block, Reply } from '../../bot/reply.ts'
import { refusalOf } from './client.ts'
import { NOT_HERE } from './copy.ts'
import type { Upload } from './files/upload.ts'
import type { Forms } from './forms.ts'
import { type Here, writeOrigin } from './origin.ts'
import type { Persistence } from './persistence.ts'
import { drawHome, drawReading } from './render/home.ts'
import { LIMITS } from './render/limits.ts'
import { drawMessages, type Message } from './render/message.ts'
import { drawModal } from './render/modal.ts'
import type { Respond } from './respond.ts'
import type { streaming } from './stream/stream.ts'

/** Marks a message as one that must not come twice. */
const SAID = 'chaperone_said'
/** Messages of a conversation in which it is looked for. */
const LOOKED_BACK = 100

type Form = Extract<Block, { type: 'form' }>

/** Slack keeps a trigger for three seconds; one that is nearly over is not worth the try. */
export const TRIGGER_MS = 2700
/** Between two tries of it. */
const TRIGGER_AGAIN_MS = 250
/**
 * No try of a private answer begins later, in milliseconds: one takes up to twenty seconds, and the whole delivery may
 * take a minute.
 */
const INSIST_MS = 40_000
/** Where an ephemeral message cannot go: the app is not a member, or the place is gone or closed. */
const ELSEWHERE: readonly string[] = [
  'not_in_channel',
  'channel_not_found',
  'user_not_in_channel',
  'is_archived',
  'no_permission',
  'restricted_action',
  'messages_tab_disabled',
]

export interface DeliveryParts {
  /** Tries again a few times where Slack stumbles. */
  client: WebClient
  /** Tries once: here the waiting is done. */
  once: WebClient
  /** Opens modals, and gives up when their moment is over. */
  modals: WebClient
  persistence: Persistence
  clock: Pick<Clock, 'now'>
  log: Log
  forms: Forms
  respond: Respond
  upload: Upload
  stream: ReturnType<typeof streaming>
}

/** Speaks on Slack: privately, unless a reply says otherwise. */
export function createDelivery(parts: DeliveryParts) {
  const { client, once, modals, persistence, clock, log, forms, respond, upload, stream } = parts

  /** The modal of a form, as long as the trigger lasts. False: it has to be asked for with a button. */
  function openForm(form: Form, above: readonly Block[], here: Here, until: number): Promise<boolean> {
    const metadata = writeOrigin(here)
    return openView(
      drawModal(form, above, metadata.length > LIMITS.view.metadata ? '' : metadata),
      here,
      until,
    )
  }

  async function openView(view: ModalView, here: Here, until: number): Promise<boolean> {
    const { trigger } = here
    if (trigger === undefined || clock.now() > until) return false
    // Over a modal another one is pushed; at most three lie on each other, and then a message has to do.
    const open = () =>
      here.view === 'modal'
        ? modals.views.push({ trigger_id: trigger, view })
        : modals.views.open({ trigger_id: trigger, view })
    try {
      await persistence.insist(open, open, { until, firstMs: TRIGGER_AGAIN_MS })
      return true
    } catch {
      // Too late, or used already, or Slack wants to be left alone: the button opens it with a trigger of its own.
      log.warn('delivery failed', { surface: 'slack', code: 'slack_view' })
      return false
    }
  }

  async function directly(user: string, via = client): Promise<string> {
    const opened = await via.conversations.open({ users: user })
    return opened.channel?.id ?? user
  }

  async function tellDirectly(user: string, { text, blocks }: Message, via: WebClient): Promise<void> {
    const channel = await directly(user, via)
    await via.chat.postMessage({ channel, text, blocks, ...quiet })
  }

  /** Said to nobody's face before: on the last message stands which one it is, where `saidBefore` looks for it. */
  async function sayOnce(user: string, messages: readonly Message[], key: string): Promise<void> {
    const channel = await directly(user)
    const metadata = { event_type: SAID, event_payload: { key } }
    for (const { text, blocks } of messages) {
      const last = blocks === messages.at(-1)?.blocks
      await client.chat.postMessage({ channel, text, blocks, ...quiet, ...(last ? { metadata } : {}) })
    }
  }

  async function saidBefore(user: string, key: string): Promise<boolean> {
    const channel = await directly(user)
    const { messages } = await client.conversations.history({
      channel,
      limit: LOOKED_BACK,
      include_all_metadata: true,
    })
    return (messages ?? []).some(({ metadata }) => {
      const payload = metadata?.event_payload as { key?: unknown } | undefined
      return metadata?.event_type === SAID && payload?.key === key
    })
  }

  /** Slack sends a command or a press only once: an answer that gets lost is one that nobody gets. */
  function tell(message: Message, here: Here, audience: Reply['audience'], until: number): Promise<void> {
    if (audience === 'place' && !here.direct && here.channel)
      return tellAll(message, here, here.channel, until)
    return persistence.insist(
      () => tellPrivately(message, here, client),
      () => tellPrivately(message, here, once),
      { until },
    )
  }

  async function tellPrivately(message: Message, here: Here, via: WebClient): Promise<void> {
    const { user, channel, thread, direct, responseUrl } = here
    const { text, blocks } = message
    const inThread = thread ? { thread_ts: thread } : {}
    if (channel === undefined) return tellDirectly(user, message, via)
    if (direct) {
      // A command in a conversation between two people reaches places that the app is no member of.
      if (responseUrl && (await respond(responseUrl, message))) return
      try {
        await via.chat.postMessage({ channel, text, blocks, ...quiet, ...inThread })
        return
      } catch (error) {
        if (!ELSEWHERE.includes(refusalOf(error) ?? '')) throw error
        return tellDirectly(user, message, via)
      }
    }
    if (responseUrl && (await respond(responseUrl, message))) return
    try {
      await via.chat.postEphemeral({ channel, user, text, blocks, ...inThread })
    } catch (error) {
      if (!ELSEWHERE.includes(refusalOf(error) ?? '')) throw error
      await tellDirectly(user, message, via)
    }
  }

  /**
   * For everybody in the channel, and as a message of the app's own: an answer through a response_url can show
   * the command that it answers, draft and all.
   */
  async function tellAll(
    { text, blocks }: Message,
    here: Here,
    channel: string,
    until: number,
  ): Promise<void> {
    const inThread = here.thread ? { thread_ts: here.thread } : {}
    try {
      await client.chat.postMessage({ channel, text, blocks, ...quiet, ...inThread })
    } catch (error) {
      if (!ELSEWHERE.includes(refusalOf(error) ?? '')) throw error
      for (const message of await draw(Reply.parse(NOT_HERE), here))
        await tell(message, here, 'private', until)
    }
  }

  const soon = () => clock.now() + INSIST_MS
  const quiet = { unfurl_links: false, unfurl_media: false } as const

  /** Draws a reply with its forms laid by, so that their buttons can open them. */
  async function draw(given: Reply, here: Here): Promise<Message[]> {
    const reply = await upload(given, here)
    const keys = new Map<Form, string>()
    for (const block of reply.blocks) {
      if (block.type !== 'form') continue
      keys.set(block, await forms.keep(here.user, { form: block, before: before(block, reply) }))
    }
    return drawMessages(reply, (form) => keys.get(form) ?? '')
  }

  return {
    platformFor(here: Here, arrived: number): Platform {
      let triggered = false
      let until: number | undefined
      return {
        async deliver(reply) {
          // A form that a reply ends with is what was asked for; one among other things waits behind its button.
          const form = reply.blocks.at(-1)
          if (form?.type === 'form' && !triggered) {
            triggered = true
            if (await openForm(form, before(form, reply), here, arrived + TRIGGER_MS)) return
          }
          // All answers to one event share it.
          until ??= soon()
          const messages = await draw(reply, here)
          if (here.view === 'home' && here.trigger === undefined) {
            await client.views.publish({ user_id: here.user, view: drawHome(messages) })
            return
          }
          // Whoever presses on the home tab or in a modal looks there, and would not see a message.
          if (here.view !== undefined && !triggered) {
            triggered = true
            if (await openView(drawReading(messages), here, arrived + TRIGGER_MS)) return
          }
          for (const message of messages) await tell(message, here, reply.audience, until)
        },
        // Where "is reading …" shows as well: a stream needs a thread, and nobody else may read along.
        open({ body }) {
          const { channel, thread, direct } = here
          if (body.type !== 'message' || !direct || !channel || !thread) return undefined
          const say = (message: Message) => tell(message, here, 'private', soon())
          return stream({ channel, thread, draw: (reply) => draw(reply, here), say })
        },
      }
    },

    /** The modal that a button stands for; `gone`: what to say when it is no longer kept. */
    async openKept(key: string, here: Here, arrived: number, gone: Reply): Promise<void> {
      const kept = await forms.get(here.user, key)
      if (kept && (await openForm(kept.form, kept.before, here, arrived + TRIGGER_MS))) return
      const until = soon()
      for (const message of await draw(gone, here)) await tell(message, here, 'private', until)
    },

    /** A direct message that must not come twice; `again`: an earlier try may have sent it before it died. */
    async tellOnce(
      user: string,
      reply: Reply,
      { key, again }: { key: string; again: boolean },
    ): Promise<void> {
      // Whether it was said cannot always be found out, and said twice is better than not at all.
      if (again && (await saidBefore(user, key).catch(() => false))) return
      await sayOnce(user, await draw(reply, { user, direct: true }), key)
    },

    /** @param insists where somebody waits for it, and no work waits for its end. */
    async say(reply: Reply, here: Here, arrived: number, insists = false): Promise<void> {
      const messages = await draw(reply, here)
      if (here.view !== undefined && (await openView(drawReading(messages), here, arrived + TRIGGER_MS)))
        return
      const until = insists ? soon() : 0
      for (const message of messages) await tell(message, here, 'private', until)
    },
  }
}

/** What leads up to a form, and is shown above its fields. */
function before(form: Form, { blocks }: Reply): Block[] {
  return blocks.slice(0, blocks.indexOf(form)).filter(({ type }) => !LEFT_OUT.includes(type))
}
const LEFT_OUT: readonly Block['type'][] = ['form', 'buttons', 'marked', 'picture']
