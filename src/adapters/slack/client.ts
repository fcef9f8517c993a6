import { ErrorCode, WebClient } from '@slack/web-api'
import type { Log } from '../../bot/ports.ts'
import { quietLogger } from './quiet.ts'

/** A few quick tries; by default the client goes on for half an hour, when nobody waits for the answer any more. */
const RETRIES = { retries: 3, factor: 2, minTimeout: 250, maxTimeout: 3000, randomize: true }
/** Of one try, in milliseconds. */
const TRY_MS = 8000
/** Slack's own troubles, which come as an answer that its client would take for the last word. */
const PASSING = /"error":\s?"(?:internal_error|fatal_error|service_unavailable|request_timeout|ratelimited)"/
export const SLACK_API = 'https://slack.com/api/'

/** So that they are tried again like any other stumble. */
const seenThrough: typeof fetch = async (input, init) => {
  const response = await fetch(input, init)
  if (!response.ok) return response
  const body = await response.text()
  const status = PASSING.test(body.slice(0, FIRST)) ? 503 : response.status
  return new Response(body, { status, headers: response.headers })
}
/** Characters: such an answer is short. */
const FIRST = 1000

export interface ClientOptions {
  token: string
  /** Another address of the Web API (GovSlack, tests). */
  apiUrl?: string | undefined
  log: Log
  /** For what must not arrive twice: whatever happens, it is not sent again. */
  once?: boolean
  /** How long one try may take, in milliseconds. */
  tryMs?: number
}

export function createClient({ token, apiUrl, log, once = false, tryMs = TRY_MS }: ClientOptions): WebClient {
  return new WebClient(token, {
    slackApiUrl: apiUrl ?? SLACK_API,
    logger: quietLogger(log),
    retryConfig: once ? { retries: 0 } : RETRIES,
    rejectRateLimitedCalls: once,
    timeout: tryMs,
    allowAbsoluteUrls: false,
    fetch: seenThrough,
  })
}

/** What Slack said no with ("not_in_channel"); undefined: it did not answer at all. */
export function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== ErrorCode.PlatformError)
    return undefined
  const { data } = error as Error & { data?: { error?: unknown } }
  return typeof data?.error === 'string' ? data.error : 'unknown'
}

/** How long Slack asked to be left alone, in milliseconds; undefined: it did not ask. */
export function pauseOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== ErrorCode.RateLimitedError)
    return undefined
  const { retryAfter } = error as Error & { retryAfter?: unknown }
  return typeof retryAfter === 'number' ? retryAfter * 1000 : undefined
}
