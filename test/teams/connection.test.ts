import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createBot } from '../../src/adapters/teams/bot.ts'
import { refusalOf } from '../../src/adapters/teams/retry.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

interface Call {
  path: string
  authorization: string | undefined
  body: { type?: string; conversation?: object }
}

/** A service that answers as it is told to, and a bot that talks to it. */
async function open(...answers: ((res: ServerResponse) => void)[]) {
  const calls: Call[] = []
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.once('end', () => {
      const { authorization } = req.headers
      calls.push({ path: req.url ?? '', authorization, body: JSON.parse(Buffer.concat(chunks).toString()) })
      const answer = answers.shift() ?? ((one: ServerResponse) => one.end('{"id":"1"}'))
      answer(res)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const waits: number[] = []
  const tokens: boolean[] = []
  const bot = createBot(
    {
      verify: async () => {},
      token: async (anew = false) => {
        tokens.push(anew)
        return anew ? 'new' : 'old'
      },
    },
    { sleep: async (ms) => void waits.push(ms) },
  )
  const reference = {
    channelId: 'msteams',
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/amer`,
    bot: { id: '28:chaperone' },
    user: { id: '29:desk' },
    conversation: { id: '19:a/b;messageid=1' },
    tenantId: 'tenant',
  }
  return { bot, reference, calls, waits, tokens }
}
const refused =
  (status: number, headers: Record<string, string> = {}) =>
  (res: ServerResponse) =>
    res.writeHead(status, headers).end('{"error":{"code":"X","message":"Sarah"}}')
const SAID = [{ type: 'message', text: 'Hello' }]

describe('what is sent to Teams', () => {
  it('goes to the conversation under its service, with our token and all that Teams asks for', async () => {
    const { bot, reference, calls } = await open()
    await bot.send(reference, SAID)
    expect(calls).toEqual([
      {
        path: '/amer/v3/conversations/19%3Aa%2Fb%3Bmessageid%3D1/activities',
        authorization: 'Bearer old',
        body: {
          ...SAID[0],
          channelId: 'msteams',
          serviceUrl: reference.serviceUrl,
          from: { id: '28:chaperone' },
          recipient: { id: '29:desk' },
          conversation: { id: '19:a/b;messageid=1', tenantId: 'tenant' },
        },
      },
    ])
  })

  it.each([412, 429, 502, 503, 504])('%s: is tried again, each wait longer than the last', async (status) => {
    const { bot, reference, calls, waits } = await open(refused(status), refused(status), refused(status))
    await bot.send(reference, SAID)
    expect([calls.length, waits]).toEqual([4, [500, 2000, 5000]])
  })

  it('waits as long as it is asked to, and not for ever', async () => {
    const { bot, reference, waits } = await open(
      refused(429, { 'retry-after': '3' }),
      refused(429, { 'retry-after': '86400' }),
      refused(429, { 'retry-after': 'tomorrow' }),
    )
    await bot.send(reference, SAID)
    expect(waits).toEqual([3000, 15_000, 5000])
  })

  it.each([400, 403, 404, 413, 500])('%s: is final, and its words are not kept', async (status) => {
    const { bot, reference, calls } = await open(refused(status))
    const error = await bot.send(reference, SAID).catch((thrown: unknown) => thrown)
    expect([refusalOf(error), calls.length]).toEqual([status, 1])
    expect(JSON.stringify(error)).not.toContain('Sarah')
  })

  it('a token that was taken back: a new one is asked for, once', async () => {
    const { bot, reference, calls, tokens } = await open(refused(401))
    await bot.send(reference, SAID)
    expect(calls.map(({ authorization }) => authorization)).toEqual(['Bearer old', 'Bearer new'])
    expect(tokens).toEqual([false, true])
    const again = await open(refused(401), refused(401))
    expect(refusalOf(await again.bot.send(again.reference, SAID).catch((error: unknown) => error))).toBe(401)
    expect(again.calls).toHaveLength(2)
  })

  it('no redirect is followed: the token stays where it belongs', async () => {
    const { bot, reference, calls } = await open(refused(307, { location: 'https://evil.example/' }))
    expect(refusalOf(await bot.send(reference, SAID).catch((error: unknown) => error))).toBe(307)
    expect(calls).toHaveLength(1)
  })

  it('a connection that breaks in the middle of an answer is no answer', async () => {
    const { bot, reference } = await open((res) => {
      res.writeHead(200, { 'content-length': '100' })
      res.write('{')
      setImmediate(() => res.destroy())
    })
    await expect(bot.send(reference, SAID)).rejects.toThrow('Teams did not answer')
  })

  it('nothing goes in clear over a network', async () => {
    const { bot, reference } = await open()
    const elsewhere = { ...reference, serviceUrl: 'http://smba.example/' }
    await expect(bot.send(elsewhere, SAID)).rejects.toThrow('Teams did not answer')
  })

  it('a chat without a name is no chat', async () => {
    const { bot, reference } = await open((res) => res.writeHead(201).end('{}'))
    expect(refusalOf(await bot.openChat(reference).catch((error: unknown) => error))).toBe(404)
  })
})
