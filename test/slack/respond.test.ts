import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { responder } from '../../src/adapters/slack/respond.ts'

const message = { text: 'Do not post this', blocks: [] }
const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** Takes answers; `react` says what becomes of the n-th. */
async function taker(react: (req: IncomingMessage, res: ServerResponse, n: number) => void) {
  let connections = 0
  let requests = 0
  const server = createServer((req, res) => {
    requests++
    const n = requests
    req.resume().once('end', () => react(req, res, n))
  })
  server.on('connection', () => connections++)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    answer: responder(`${base}/api/`),
    address: `${base}/answer`,
    counts: () => ({ connections, requests }),
  }
}

describe('answers through response_url', () => {
  it('go over one connection when they come one after another', async () => {
    const { answer, address, counts } = await taker((_req, res) => res.end('{}'))
    for (let n = 0; n < 10; n++) {
      expect(await answer(address, message)).toBe(true)
      // The connection is free once the response has been read to its end.
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    expect(counts()).toEqual({ connections: 1, requests: 10 })
  })

  it('arrive when the connection that was kept is closed just then', async () => {
    const { answer, address, counts } = await taker((req, res, n) =>
      n === 2 ? req.socket.destroy() : res.end('{}'),
    )
    expect(await answer(address, message)).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(await answer(address, message)).toBe(true)
    expect(counts()).toEqual({ connections: 2, requests: 3 })
  })

  it('are not sent again when a fresh connection breaks: it may have been read', async () => {
    const { answer, address, counts } = await taker((req) => req.socket.destroy())
    expect(await answer(address, message)).toBe(false)
    expect(counts().requests).toBe(1)
  })

  it.each([301, 302, 307, 308])('follow no redirect (%d)', async (status) => {
    const { answer, address, counts } = await taker((_req, res) => {
      res.writeHead(status, { location: '/elsewhere' })
      res.end()
    })
    expect(await answer(address, message)).toBe(false)
    expect(counts().requests).toBe(1)
  })
})
