import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  type TurnContext,
} from 'botbuilder'
import type { Clock } from '../../bot/ports.ts'
import type { Reference } from './origin.ts'
import { quietly } from './quiet.ts'
import { persistent } from './retry.ts'

export interface Registration {
  appId: string
  password: string
  tenantId: string
}

/** What goes out: a part of an activity. */
export type Outgoing = Partial<Activity>

/** How Teams is talked to. */
export interface Bot {
  /**
   * Reads one activity whose sender has been verified. Rejects when it has not, or when the activity is none.
   * @returns what an invoke is answered with.
   */
  receive(
    authorization: string,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeAnswer>
  /** @throws what Teams refuses it with; `refusalOf` knows its number. */
  send(to: Reference, activities: readonly Outgoing[]): Promise<void>
  /** Our token for the service behind this conversation; undefined where nobody signs in. */
  token(to: Reference): Promise<string | undefined>
  /** Opens the chat between the app and this person. */
  openChat(with_: Reference): Promise<Reference>
}
type InvokeAnswer = { status: number; body?: unknown } | undefined

/** Of one try, in milliseconds. */
const TRY_MS = 10_000

/** `process` of the class prints errors, with what they quote, on the console; this way nothing is printed. */
class Door extends CloudAdapter {
  receive(authorization: string, activity: Activity, turn: (context: TurnContext) => Promise<void>) {
    return this.processActivity(authorization, activity, turn)
  }
}

export function createBot(registration: Registration | undefined, clock: Pick<Clock, 'sleep'>): Bot {
  const appId = registration?.appId ?? ''
  const settings = registration
    ? {
        MicrosoftAppId: appId,
        MicrosoftAppPassword: registration.password,
        MicrosoftAppTenantId: registration.tenantId,
        MicrosoftAppType: 'SingleTenant',
      }
    : {}
  // Tries of our own instead: theirs know no end, and honour no Retry-After.
  const connector = { noRetryPolicy: true, requestPolicyFactories: undefined, timeout: TRY_MS }
  const door = new Door(
    new ConfigurationBotFrameworkAuthentication(
      settings,
      undefined,
      undefined,
      undefined,
      connector as object,
    ),
  )
  door.onTurnError = async (_context, error) => {
    throw error
  }

  return {
    receive: (authorization, activity, turn) => quietly(() => door.receive(authorization, activity, turn)),
    async send(to, activities) {
      await quietly(() =>
        door.continueConversationAsync(appId, asTheirs(to), async (context) => {
          for (const activity of activities) await persistent(clock, () => context.sendActivity(activity))
        }),
      )
    },
    async token(to) {
      let token: string | undefined
      await quietly(() =>
        door.continueConversationAsync(appId, asTheirs(to), async (context) => {
          const connector: Connected | undefined = context.turnState.get(door.ConnectorClientKey)
          token = await connector?.credentials?.getToken?.()
        }),
      )
      return token === '' ? undefined : token
    },
    async openChat(with_) {
      const { channelId, serviceUrl, bot, user, tenantId } = with_
      let chat = ''
      const parameters = {
        isGroup: false,
        bot: { id: bot.id, name: '' },
        members: [{ id: user.id, name: '' }],
        ...(tenantId ? { tenantId, channelData: { tenant: { id: tenantId } } } : {}),
      }
      await persistent(clock, () =>
        quietly(() =>
          door.createConversationAsync(
            appId,
            channelId,
            serviceUrl,
            'https://api.botframework.com',
            parameters as Parameters<CloudAdapter['createConversationAsync']>[4],
            async (context) => {
              chat = context.activity.conversation.id
            },
          ),
        ),
      )
      return { ...with_, conversation: { id: chat, conversationType: 'personal' } }
    },
  }
}

/** As much of botbuilder's connector as is asked of it. */
interface Connected {
  credentials?: { getToken?(): Promise<string> }
}

function asTheirs({ channelId, serviceUrl, bot, user, conversation, tenantId }: Reference) {
  return {
    channelId,
    serviceUrl,
    bot,
    user,
    conversation: { ...conversation, ...(tenantId ? { tenantId } : {}) },
  } as unknown as ConversationReference
}
