import type { Activity } from 'botbuilder'
import type { Clock } from '../../../bot/ports.ts'
import { quietly } from './quiet.ts'
import { endOf } from './token.ts'
import { createVerified } from './verified.ts'

export interface Registration {
  appId: string
  tenantId: string
  /** Undefined: a managed identity of the Azure resource that we run on signs us in. */
  password: string | undefined
}

/** As much of an activity as its signature is about. */
type Signed = { channelId?: unknown; serviceUrl?: unknown }

/** Who Teams is to us, and who we are to Teams: the two things that botbuilder does for us. */
export interface SignIn {
  /** Rejects unless Microsoft signed this for this app, from the service that the activity names. */
  verify(authorization: string, activity: Signed): Promise<void>
  /** For what we send; empty for a test client. `anew`: the last one was refused. */
  token(anew?: boolean): Promise<string>
}

const AUDIENCE = 'https://api.botframework.com'
const LOGIN = 'https://login.microsoftonline.com/botframework.com'

interface Credentials {
  getToken(anew?: boolean): Promise<string>
}

/** @param registration undefined: a test client at this machine, who signs nothing. */
export function createSignIn(registration: Registration | undefined, clock: Pick<Clock, 'now'>): SignIn {
  if (registration === undefined) return { verify: async () => {}, token: async () => '' }
  const { appId, password, tenantId } = registration
  const settings = {
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    ...(password
      ? { MicrosoftAppPassword: password, MicrosoftAppType: 'SingleTenant' }
      : { MicrosoftAppType: 'UserAssignedMsi' }),
  }
  const verified = createVerified(clock.now)
  // Whoever has no Teams does not wait for botbuilder to load.
  const parts = quietly(async () => {
    const { ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } =
      await import('botbuilder')
    const factory = new ConfigurationServiceClientCredentialFactory(settings)
    const made = await factory.createCredentials(appId, AUDIENCE, LOGIN, true)
    return {
      theirs: new ConfigurationBotFrameworkAuthentication(settings, factory),
      ours: made as unknown as Credentials,
    }
  })
  // Whoever asks first is told what went wrong.
  parts.catch(() => {})

  return {
    async verify(authorization, activity) {
      const claim = {
        authorization,
        channelId: String(activity.channelId ?? ''),
        serviceUrl: String(activity.serviceUrl ?? ''),
      }
      if (verified.has(claim)) return
      const end = endOf(authorization)
      if (end === undefined) throw REFUSED
      const { theirs } = await parts
      await quietly(() => theirs.authenticateRequest(activity as Activity, authorization))
      verified.add(claim, end)
    },
    async token(anew = false) {
      const { ours } = await parts
      return quietly(() => ours.getToken(anew))
    },
  }
}

const REFUSED = Symbol('refused')
