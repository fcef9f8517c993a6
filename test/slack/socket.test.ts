import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { MockAgent } from 'undici'
import { describe, expect, it } from 'vitest'
import { WebSocketServer } from 'ws'
import { responder } from '../../src/adapters/slack/respond.ts'
import { createSlack } from '../../src/adapters/slack/slack.ts'
import { openHall } from '../surfaces/hall.ts'
import { readable } from './block-kit.ts'
import { openWorkspace } from './workspace.ts'

describe('in Socket Mode', () => {
  it('a message comes over the socket, is acknowledged there, and is answered', async () => {
    const workspace = await openWorkspace()
    const { pipeline, ports } = openHall({})
    const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1' })
    await new Promise((resolve) => sockets.once('listening', resolve))
    const { port } = sockets.address() as AddressInfo
    const acknowledged: string[] = []
    sockets.on('connection', (socket) => {
      socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } }))
      socket.on('message', (data) => acknowledged.push(JSON.parse(String(data)).envelope_id))
      socket.send(
        JSON.stringify({
          type: 'events_api',
          envelope_id: 'envelope-1',
          accepts_response_payload: false,
          payload: {
            type: 'event_callback',
            event_id: 'EvSocket',
            event: {
              type: 'message',
              channel_type: 'im',
              user: 'Udesk',
              channel: 'DUdesk',
              text: 'Thank you, Sarah!',
              ts: '1.0',
            },
          },
        }),
      )
    })
    workspace.sockets = `ws://127.0.0.1:${port}/link`
    const slack = createSlack({
      handle: pipeline.handle,
      clock: { ...ports.clock, now: Date.now },
      ids: ports.ids,
      log: ports.log,
      dialogs: ports.store.dialogs,
      botToken: 'xoxb-test',
      appToken: 'xapp-test',
      apiUrl: workspace.apiUrl,
    })
    try {
      expect(slack.listener).toBeUndefined()
      await slack.start()
      await expect.poll(() => readable(workspace.posted), { timeout: 5000 }).toContain('Do not post this')
      expect(acknowledged).toEqual(['envelope-1'])
    } finally {
      await slack.stop()
      sockets.close()
      await workspace.close()
    }
  })
})

describe('an answer through response_url', () => {
  const message = { text: 'A summary.', blocks: [] }

  /** Slack's hosts as they are from here: what is sent to any other one fails. */
  function slackHosts() {
    const hosts = new MockAgent({ enableCallHistory: true })
    hosts.disableNetConnect()
    return hosts
  }

  it.each(['https://hooks.slack.com', 'https://hooks.slack-gov.com'])(
    'goes to %s, privately',
    async (host) => {
      const hosts = slackHosts()
      let sent = ''
      hosts
        .get(host)
        .intercept({ path: '/commands/1', method: 'POST' })
        .reply(200, ({ body }) => {
          sent = String(body)
          return 'ok'
        })
      expect(await responder(undefined, hosts)(`${host}/commands/1`, message)).toBe(true)
      expect(JSON.parse(sent)).toEqual({
        response_type: 'ephemeral',
        replace_original: false,
        text: 'A summary.',
        blocks: [],
      })
    },
  )

  it.each([
    'https://evil.example/commands/1',
    'https://slack.com.evil.example/1',
    'https://notslack.com/1',
    'http://hooks.slack.com/1',
    'http://169.254.169.254/latest',
    'file:///etc/passwd',
    'nonsense',
  ])('never goes to %s', async (address) => {
    // An answer that would go out would be counted: nobody is asked.
    const asked = slackHosts()
    expect(await responder(undefined, asked)(address, message)).toBe(false)
    expect(asked.getCallHistory()?.calls() ?? []).toEqual([])
  })

  it('does not follow Slack elsewhere', async () => {
    const hosts = slackHosts()
    hosts
      .get('https://hooks.slack.com')
      .intercept({ path: '/1', method: 'POST' })
      .reply(302, '', { headers: { location: 'https://evil.example/' } })
    expect(await responder(undefined, hosts)('https://hooks.slack.com/1', message)).toBe(false)
    hosts.assertNoPendingInterceptors()
  })

  it('gives up on a server that breaks off', async () => {
    const server = createServer((req) => req.socket.destroy())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    expect(await responder(`${base}/api/`)(`${base}/1`, message)).toBe(false)
    server.close()
  })
})
