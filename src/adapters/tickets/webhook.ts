import { createHmac } from 'node:crypto'
import type { Tickets } from '../../bot/outside/tickets.ts'
import { send } from './send.ts'

export interface WebhookOptions {
  url: string
  secret: string
  /** Of this installation, so that two of them can write to one address. */
  installation: string
  now: () => number
  longestMs?: number
}

/**
 * Posts each state of a ticket as JSON, signed: `v1=` and the hex HMAC-SHA-256 of "v1:TIMESTAMP:BODY" under the
 * secret. Whoever receives it refuses a timestamp (seconds since 1970) that is minutes off, and takes the same
 * `Idempotency-Key` once.
 */
export function createWebhook({ url, secret, installation, now, longestMs }: WebhookOptions): Tickets {
  return {
    target: 'webhook',
    async put(ticket) {
      const id = `${installation}.${ticket.number}.${ticket.version}`
      const body = JSON.stringify({ type: 'incident', id, installation, ...ticket })
      const timestamp = String(Math.floor(now() / 1000))
      const signature = createHmac('sha256', secret).update(`v1:${timestamp}:${body}`).digest('hex')
      const headers = {
        'idempotency-key': id,
        'x-chaperone-timestamp': timestamp,
        'x-chaperone-signature': `v1=${signature}`,
      }
      const answer = await send({ method: 'POST', url, headers, body }, longestMs)
      // 409: it has this one already.
      if (answer.ok || answer.status === 409) return { ok: true, ref: null }
      const { trouble, retryAfterMs } = answer
      return { ok: false, trouble, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }
    },
  }
}
