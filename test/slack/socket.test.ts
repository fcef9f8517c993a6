import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import nock from 'nock'
import { afterEach, describe, expect, it } from 'vitest'
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
  afterEach(() => nock.cleanAll())
  const message = { text: 'A summary.', blocks: [] }

  it.each(['https://hooks.slack.com', 'https://hooks.slack-gov.com'])(
    'goes to %s, privately',
    async (host) => {
      let sent: unknown
      nock(host)
        .post('/commands/1', (body) => {
          sent = body
          return true
        })
        .reply(200, 'ok')
      expect(await responder(undefined)(`${host}/commands/1`, message)).toBe(true)
      expect(sent).toMatchObject({ response_type: 'ephemeral', replace_original: false })
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
    expect(await responder(undefined)(address, message)).toBe(false)
  })

  it('does not follow Slack elsewhere', async () => {
    nock('https://hooks.slack.com').post('/1').reply(302, '', { location: 'https://evil.example/' })
    expect(await responder(undefined)('https://hooks.slack.com/1', message)).toBe(false)
  })

  it('gives up on a server that breaks off', async () => {
    const server = createServer((req) => req.socket.destroy())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    expect(await responder(`${base}/api/`)(`${base}/1`, message)).toBe(false)
    server.close()
  })
})
