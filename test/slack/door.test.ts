import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSlack, SECRET, type Sending, type SlackRunning } from './running.ts'

/** Who gets in at /slack/events. */
let slack: SlackRunning
beforeAll(async () => {
  slack = await openSlack()
})
afterAll(() => slack.close())
beforeEach(() => {
  slack.replies.length = 0
})

const now = () => Math.floor(Date.now() / 1000)
const MINUTE = 60
const BODY = JSON.stringify({
  type: 'event_callback',
  event_id: 'EvDoor',
  event: {
    type: 'message',
    channel_type: 'im',
    user: 'Udesk',
    channel: 'Ddesk',
    text: 'Thank you, Sarah!',
    ts: '1.0',
  },
})

describe('a request', () => {
  it.each<[string, () => Sending]>([
    ['signed with another secret', () => ({ secret: 'another' })],
    ['with no signature', () => ({ signature: '' })],
    ['with a signature of another version', () => ({ signature: 'v1=abc' })],
    ['with garbage for a signature', () => ({ signature: 'v0=zzzz' })],
    ['signed six minutes ago', () => ({ at: now() - 6 * MINUTE })],
    ['signed a day ago', () => ({ at: now() - 24 * 60 * MINUTE })],
    ['dated six minutes ahead', () => ({ at: now() + 6 * MINUTE })],
    ['dated a day ahead', () => ({ at: now() + 24 * 60 * MINUTE })],
    ['dated at the end of time', () => ({ at: Number.POSITIVE_INFINITY })],
    ['with no time that is one', () => ({ at: Number.NaN })],
  ])('%s is refused, and nothing happens', async (_what, sending) => {
    expect(await slack.post(BODY, sending())).toBe(401)
    await slack.settled()
    expect(slack.replies).toEqual([])
  })

  it.each([-4, 0, 4])('signed %i minutes from now is taken', async (minutes) => {
    const body = BODY.replace('EvDoor', `EvDoor${minutes}`)
    expect(await slack.post(body, { at: now() + minutes * MINUTE })).toBe(200)
    await slack.settled()
    expect(slack.replies).toHaveLength(1)
  })

  it('whose body was changed on the way is refused', async () => {
    const { createHmac } = await import('node:crypto')
    const at = now()
    const signature = `v0=${createHmac('sha256', SECRET).update(`v0:${at}:${BODY}`).digest('hex')}`
    expect(await slack.post(BODY.replace('Sarah', 'Maria'), { at, signature })).toBe(401)
  })

  it.each([
    ['looks at the certificate', 'ssl_check=1', 200],
    [
      'hides a command behind that',
      'ssl_check=1&command=/check&text=Thank+you%2C+Sarah&user_id=U&channel_id=C',
      200,
    ],
    ['says that it does, and not in a form', '{"ssl_check":"1"}', 401],
    ['only names it', 'command=/check&ssl_check=0', 401],
  ])('without a signature that %s does nothing', async (_what, body, status) => {
    const response = await fetch(`http://127.0.0.1:${slack.port}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded',
      },
      body,
    })
    expect(response.status).toBe(status)
    await slack.settled()
    expect(slack.replies).toEqual([])
  })

  it('is signed over its bytes: letters beyond ASCII, and in pieces, are taken', async () => {
    const body = BODY.replace('EvDoor', 'EvBytes').replace('Sarah!', `Zoë 🦷${'…'.repeat(40_000)}`)
    expect(await slack.post(body)).toBe(200)
    await slack.settled()
    expect(slack.replies).toHaveLength(1)
  })

  it('to check the address is answered with its challenge', async () => {
    expect(await slack.post(JSON.stringify({ type: 'url_verification', challenge: 'c' }))).toBe(200)
  })

  it.each([
    ['not JSON', '{'],
    ['a form without a payload that is one', 'payload=%7B'],
  ])('that is %s gets 400 and nothing else', async (_what, body) => {
    expect(await slack.post(body)).toBe(400)
    await slack.settled()
    expect(slack.replies).toEqual([])
  })

  it.each([
    [
      'an event of a sort that we know nothing of',
      { type: 'event_callback', event_id: 'E', event: { type: 'team_join' } },
    ],
    [
      'an event without a sender',
      { type: 'event_callback', event_id: 'E', event: { type: 'message', text: 'x', channel: 'C', ts: '1' } },
    ],
    [
      'our own words',
      {
        type: 'event_callback',
        event_id: 'E',
        event: {
          type: 'message',
          user: 'UCHAPERONE',
          text: 'Thank you, Sarah!',
          channel: 'D',
          channel_type: 'im',
          ts: '1',
        },
      },
    ],
    [
      'another app',
      {
        type: 'event_callback',
        event_id: 'E',
        event: {
          type: 'message',
          user: 'U',
          bot_id: 'B',
          text: 'Thank you, Sarah!',
          channel: 'D',
          channel_type: 'im',
          ts: '1',
        },
      },
    ],
    [
      'an edited message',
      {
        type: 'event_callback',
        event_id: 'E',
        event: {
          type: 'message',
          subtype: 'message_changed',
          user: 'U',
          text: 'x',
          channel: 'D',
          channel_type: 'im',
          ts: '1',
        },
      },
    ],
  ])('about %s is acknowledged and left alone', async (_what, payload) => {
    expect(await slack.post(JSON.stringify(payload))).toBe(200)
    await slack.settled()
    expect(slack.replies).toEqual([])
  })

  it('larger than anything that Slack sends is refused', async () => {
    expect(await slack.post(JSON.stringify({ text: 'x'.repeat(2 * 1024 * 1024) }))).toBe(413)
  })

  it('leaves no word of a draft in the log', () => {
    expect(slack.ports.logged()).not.toContain('Sarah')
  })
})
