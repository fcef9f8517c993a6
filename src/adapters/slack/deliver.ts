import type { ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { Clock, Log, Platform } from '../../bot/ports.ts'
import { type Block, Reply } from '../../bot/reply.ts'
import { refusalOf } from './client.ts'
import { NOT_HERE } from './copy.ts'
import type { Upload } from './files/upload.ts'
import type { Forms } from './forms.ts'
import { type Here, writeOrigin } from './origin.ts'
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
const TRIGGER_MS = 2700
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
  client: WebClient
  clock: Pick<Clock, 'now'>
  log: Log
  forms: Forms
  respond: Respond
  upload: Upload
  stream: ReturnType<typeof streaming>
}

/** Speaks on Slack: privately, unless a reply says otherwise. */
export function createDelivery({ client, clock, log, forms, respond, upload, stream }: DeliveryParts) {
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
    if (here.trigger === undefined || clock.now() > until) return false
    try {
      // Over a modal another one is pushed; at most three lie on each other, and then a message has to do.
      if (here.view === 'modal') await client.views.push({ trigger_id: here.trigger, view })
      else await client.views.open({ trigger_id: here.trigger, view })
      return true
    } catch (error) {
      // Too late, or used already: the button opens it with a trigger of its own.
      if (refusalOf(error) === undefined) throw error
      log.warn('delivery failed', { surface: 'slack', code: 'slack_view' })
      return false
    }
  }

  async function directly(user: string): Promise<string> {
    const opened = await client.conversations.open({ users: user })
    return opened.channel?.id ?? user
  }

  async function tellDirectly(user: string, { text, blocks }: Message, thread?: string): Promise<void> {
    const channel = await directly(user)
    const inThread = thread ? { thread_ts: thread } : {}
    await client.chat.postMessage({ channel, text, blocks, ...quiet, ...inThread })
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

  async function tell(message: Message, here: Here, audience: Reply['audience']): Promise<void> {
    const { user, channel, thread, direct, responseUrl } = here
    const { text, blocks } = message
    const inThread = thread ? { thread_ts: thread } : {}
    if (channel === undefined) return tellDirectly(user, message)
    if (audience === 'place' && !direct) return tellAll(message, here, channel)
    if (direct) {
      // A command in a conversation between two people reaches places that the app is no member of.
      if (responseUrl && (await respond(responseUrl, message))) return
      try {
        await client.chat.postMessage({ channel, text, blocks, ...quiet, ...inThread })
        return
      } catch (error) {
        if (!ELSEWHERE.includes(refusalOf(error) ?? '')) throw error
        return tellDirectly(user, message)
      }
    }
    if (responseUrl && (await respond(responseUrl, message))) return
    try {
      await client.chat.postEphemeral({ channel, user, text, blocks, ...inThread })
    } catch (error) {
      if (!ELSEWHERE.includes(refusalOf(error) ?? '')) throw error
      await tellDirectly(user, message)
    }
  }

  /**
   * For everybody in the channel, and as a message of the app's own: an answer through a response_url can show
   * the command that it answers, draft and all.
   */
  async function tellAll({ text, blocks }: Message, here: Here, channel: string): Promise<void> {
    const inThread = here.thread ? { thread_ts: here.thread } : {}
    try {
      await client.chat.postMessage({ channel, text, blocks, ...quiet, ...inThread })
    } catch (error) {
      if (!ELSEWHERE.includes(refusalOf(error) ?? '')) throw error
      for (const message of await draw(Reply.parse(NOT_HERE), here)) await tell(message, here, 'private')
    }
  }

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
      return {
        async deliver(reply) {
          // A form that a reply ends with is what was asked for; one among other things waits behind its button.
          const form = reply.blocks.at(-1)
          if (form?.type === 'form' && !triggered) {
            triggered = true
            if (await openForm(form, before(form, reply), here, arrived + TRIGGER_MS)) return
          }
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
          for (const message of messages) await tell(message, here, reply.audience)
        },
        // Where "is reading …" shows as well: a stream needs a thread, and nobody else may read along.
        open({ body }) {
          const { channel, thread, direct } = here
          if (body.type !== 'message' || !direct || !channel || !thread) return undefined
          const say = (message: Message) => tell(message, here, 'private')
          return stream({ channel, thread, draw: (reply) => draw(reply, here), say })
        },
      }
    },

    /** The modal that a button stands for; `gone`: what to say when it is no longer kept. */
    async openKept(key: string, here: Here, arrived: number, gone: Reply): Promise<void> {
      const kept = await forms.get(here.user, key)
      if (kept && (await openForm(kept.form, kept.before, here, arrived + TRIGGER_MS))) return
      for (const message of await draw(gone, here)) await tell(message, here, 'private')
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

    async say(reply: Reply, here: Here, arrived: number): Promise<void> {
      const messages = await draw(reply, here)
      if (here.view !== undefined && (await openView(drawReading(messages), here, arrived + TRIGGER_MS)))
        return
      for (const message of messages) await tell(message, here, 'private')
    },
  }
}

/** What leads up to a form, and is shown above its fields. */
function before(form: Form, { blocks }: Reply): Block[] {
  return blocks.slice(0, blocks.indexOf(form)).filter(({ type }) => !LEFT_OUT.includes(type))
}
const LEFT_OUT: readonly Block['type'][] = ['form', 'buttons', 'marked', 'picture']
