import type { Activity } from 'botbuilder'
import type { Clock } from '../../bot/ports.ts'
import { createConnector, Refusal } from './connector.ts'
import type { Reference } from './origin.ts'
import { persistent } from './retry.ts'
import type { SignIn } from './sign-in/sign-in.ts'

/** What goes out: a part of an activity. */
export type Outgoing = Partial<Activity>

/** How Teams is talked to. */
export interface Bot {
  /** @throws what Teams refuses it with; `refusalOf` knows its number. */
  send(to: Reference, activities: readonly Outgoing[]): Promise<void>
  /** Our token for the service; undefined where nobody signs in. */
  token(): Promise<string | undefined>
  /** Opens the chat between the app and this person. */
  openChat(with_: Reference): Promise<Reference>
}

export function createBot(signIn: SignIn, clock: Pick<Clock, 'sleep'>): Bot {
  const post = createConnector()

  const call = ({ serviceUrl }: Reference, path: string, body: object): Promise<unknown> =>
    persistent(clock, async () => {
      try {
        return await post(serviceUrl, path, body, await signIn.token())
      } catch (error) {
        // A token that was taken back before its time: a new one is asked for once.
        if (!(error instanceof Refusal) || error.statusCode !== 401) throw error
        return post(serviceUrl, path, body, await signIn.token(true))
      }
    })

  return {
    async send(to, activities) {
      const { channelId, serviceUrl, bot, user, tenantId } = to
      const conversation = { ...to.conversation, ...(tenantId ? { tenantId } : {}) }
      const path = `v3/conversations/${encodeURIComponent(conversation.id)}/activities`
      for (const activity of activities)
        await call(to, path, { ...activity, channelId, serviceUrl, from: bot, recipient: user, conversation })
    },
    token: async () => (await signIn.token()) || undefined,
    async openChat(with_) {
      const { bot, user, tenantId } = with_
      const opened = (await call(with_, 'v3/conversations', {
        isGroup: false,
        bot: { id: bot.id, name: '' },
        members: [{ id: user.id, name: '' }],
        ...(tenantId ? { tenantId, channelData: { tenant: { id: tenantId } } } : {}),
      })) as { id?: unknown } | undefined
      if (typeof opened?.id !== 'string' || opened.id === '') throw new Refusal(404, {})
      return { ...with_, conversation: { id: opened.id, conversationType: 'personal' } }
    },
  }
}
