import { isIP } from 'node:net'
import { z } from 'zod'
import { LOG_LEVELS } from './bot/ports.ts'
import { Secret } from './secret.ts'

/** Each message is the end of a sentence that begins with the variable's name. */
const quoted = (input: unknown) => `is ${JSON.stringify(String(input).slice(0, 60))}`

/** A setting that may be shown. */
const shaped = (fits: (text: string) => boolean, expected: string) =>
  z.string().refine(fits, { error: ({ input }) => `${quoted(input)}; expected ${expected}` })
/** One that may not: the message says what is expected and nothing of what is there. */
const secret = (fits: (text: string) => boolean, expected: string) =>
  z
    .string()
    .refine(fits, `does not look right; expected ${expected}`)
    .transform((text) => new Secret(text))
    .optional()
const oneOf = <T extends string>(options: readonly [T, ...T[]]) =>
  z.enum(options, { error: ({ input }) => `${quoted(input)}; expected ${options.join(', ')}` })
const flag = (on: string, off: string, otherwise: boolean) =>
  oneOf([on, off])
    .transform((word) => word === on)
    .default(otherwise)

const matches = (pattern: RegExp) => (text: string) => pattern.test(text)
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Tokens travel to these: never in clear over a network. Not quoted, since some carry a token themselves. */
const webAddress = z
  .string()
  .refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined
    return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
  }, 'is not an address that begins with https:// (http:// is for this machine alone)')
  .optional()

const anything = matches(/^\S{8,4000}$/)
/** 32 bytes as 64 hex digits or as base64. */
const KEY = /^(?:[0-9a-f]{64}|[A-Za-z0-9+/_-]{43}=?)$/i

/** Every environment variable that Chaperone reads (docs/cli.md, "Environment"). Values come trimmed; empty is unset. */
export const SETTINGS = {
  HOST: shaped(
    (text) => isIP(text) !== 0 || /^[a-z\d](?:[a-z\d.-]{0,251}[a-z\d])?$/i.test(text),
    'a host name or an IP address',
  ).default('127.0.0.1'),
  PORT: shaped((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, 'a number from 0 to 65535')
    .transform(Number)
    .default(3978),
  CHAPERONE_HOME: z.string().default('data'),
  CHAPERONE_KEY: secret(matches(KEY), '32 bytes, as "openssl rand -base64 32" prints them'),
  CHAPERONE_KEY_NEXT: secret(matches(KEY), '32 bytes, as "openssl rand -base64 32" prints them'),
  CHAPERONE_PRACTICE: z.string().optional(),
  CHAPERONE_WEB: flag('on', 'off', true),
  LOG_LEVEL: oneOf(LOG_LEVELS).default('info'),
  DATABASE_URL: secret(matches(/^postgres(?:ql)?:\/\/\S+$/), 'postgres://…'),

  SLACK_BOT_TOKEN: secret(matches(/^xoxb-\S+$/), 'a bot token, which begins with xoxb-'),
  SLACK_SIGNING_SECRET: secret(
    anything,
    'what Slack shows under Basic Information, Signing Secret: 32 characters, digits and letters from a to f',
  ),
  SLACK_APP_TOKEN: secret(matches(/^xapp-\S+$/), 'an app-level token, which begins with xapp-'),
  SLACK_API_URL: webAddress,

  MICROSOFT_APP_ID: shaped(matches(GUID), 'a GUID').optional(),
  MICROSOFT_APP_PASSWORD: secret(anything, 'the client secret of the app registration'),
  MICROSOFT_APP_TENANT_ID: shaped(matches(GUID), 'a GUID').optional(),
  MICROSOFT_APP_TYPE: oneOf(['SingleTenant', 'UserAssignedMSI']).optional(),
  TEAMS_ANONYMOUS: flag('1', '0', false),

  ANTHROPIC_API_KEY: secret(anything, 'an API key'),
  ANTHROPIC_BASE_URL: webAddress,
  CHAPERONE_MODEL: shaped(matches(/^[\w.:@/-]{1,100}$/), 'the name of a model').optional(),
  CHAPERONE_MODEL_BAA: flag('true', 'false', false),

  JIRA_URL: webAddress,
  JIRA_USER: shaped(matches(/^\S{1,200}$/), 'the e-mail address of a Jira account').optional(),
  JIRA_TOKEN: secret(anything, 'an API token'),
  JIRA_PROJECT: shaped(matches(/^[A-Z][A-Z0-9_]{1,30}$/), 'a project key, like PRIV').optional(),
  TICKET_WEBHOOK_URL: webAddress,
  TICKET_WEBHOOK_SECRET: secret(anything, 'at least eight characters'),
}

/** Addresses that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host === '[::1]' ||
    host === '::1' ||
    (isIP(host) === 4 && host.startsWith('127.'))
  )
}

export function keyBytes(key: Secret): Secret<Uint8Array> {
  const text = key.reveal()
  return new Secret(Buffer.from(text, text.length === 64 ? 'hex' : 'base64url'))
}
