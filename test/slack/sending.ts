import { createHmac } from 'node:crypto'
import type { Workspace } from './workspace.ts'

export const SECRET = 'a-signing-secret'
/** The workspace that the stand-in is. */
export const TEAM = 'TWORKSPACE'
const FORM = 'application/x-www-form-urlencoded'

export interface Sending {
  /** Seconds; now, unless told. */
  at?: number
  secret?: string
  type?: string
  signature?: string
}

/** Posts a signed request; resolves with its status when Slack would have its acknowledgement. */
export type Post = (body: string, sending?: Sending) => Promise<number>

/** Sends to the app on this port, signed as Slack does it. */
export function sender(port: number): Post {
  return async (body, { at, secret = SECRET, type, signature } = {}) => {
    const time = String(at ?? Math.floor(Date.now() / 1000))
    const signed = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex')
    const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': type ?? (body.startsWith('{') ? 'application/json' : FORM),
        'x-slack-request-timestamp': time,
        'x-slack-signature': signature ?? `v0=${signed}`,
      },
      body,
    })
    await response.text()
    return response.status
  }
}

export function eventBody(event: object, id: string): string {
  return JSON.stringify({ type: 'event_callback', team_id: TEAM, event_id: id, event })
}

/** A slash command with a trigger and a response_url that work. */
export function commandIn(
  workspace: Workspace,
  command: string,
  text: string,
  more: Record<string, string> = {},
): string {
  const { user_id = 'Udesk', channel_id = 'Cfront' } = more
  const fields = {
    command,
    text,
    user_id,
    channel_id,
    trigger_id: workspace.trigger(user_id),
    response_url: workspace.responseUrl(channel_id, user_id),
    ...more,
  }
  return new URLSearchParams(fields).toString()
}

export function interaction(payload: object): string {
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
}
