import { type IncomingHttpHeaders, request } from 'node:http'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isLocalHost, isLoopbackPeer, isSameOrigin } from '../../src/adapters/web/door.ts'
import { openStage, type Stage } from './stage.ts'

/** Who may come in, and what is said to those who may not. No browser: an attacker writes its own headers. */

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

interface Ask {
  method?: string
  path?: string
  headers?: Record<string, string>
  body?: string | Uint8Array
  address?: string
}

let stage: Stage
beforeAll(async () => {
  stage = await openStage(undefined, { host: '0.0.0.0' })
})
afterAll(() => stage.stop())

function ask({
  method = 'GET',
  path = '/',
  headers = {},
  body,
  address = '127.0.0.1',
}: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: address, port: stage.port, method, path, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const text = Buffer.concat(parts).toString()
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const JSON_TYPE = { 'content-type': 'application/json' }
const opened = JSON.stringify({ id: 'one', session: 'tab', body: { type: 'opened' } })
const post = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
  ask({ method: 'POST', path: '/api/event', headers: { ...JSON_TYPE, ...headers }, body })

/** One line for people in one fixed shape, and nothing of the server's insides. */
function expectOneLine({ text }: Answer): void {
  const { error } = JSON.parse(text) as { error: { code: string; message: string } }
  expect(error.message).toMatch(/^[A-Z][^\n]+\.$/)
  expect(text).not.toMatch(/node_modules|\.ts\b|at [A-Za-z]+ \(|SyntaxError|ZodError/)
}

describe('the door', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.8.8.8', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['10.0.0.7', false],
    ['::ffff:10.0.0.7', false],
    ['fe80::1', false],
    [undefined, false],
  ])('takes the peer %s for local: %s', (address, local) => {
    expect(isLoopbackPeer(address)).toBe(local)
  })

  it.each([
    ['127.0.0.1:3978', true],
    ['localhost', true],
    ['LOCALHOST:80', true],
    ['[::1]:3978', true],
    ['evil.example', false],
    ['localhost.evil.example', false],
    ['127.0.0.1.nip.io:3978', false],
    ['127.0.0.1@evil.example', false],
    ['localhost.', false],
    ['0.0.0.0:3978', false],
    ['', false],
    [undefined, false],
  ])('takes the Host %s for local: %s', (host, local) => {
    expect(isLocalHost(host)).toBe(local)
  })

  it.each([
    [{ host: '127.0.0.1:1', origin: 'http://127.0.0.1:1', site: 'same-origin' }, true],
    [{ host: '127.0.0.1:1' }, true],
    [{ host: '127.0.0.1:1', origin: 'http://127.0.0.1:2' }, false],
    [{ host: '127.0.0.1:1', origin: 'http://localhost:1' }, false],
    [{ host: '127.0.0.1:1', origin: 'https://evil.example' }, false],
    [{ host: '127.0.0.1:1', origin: 'null' }, false],
    [{ host: '127.0.0.1:1', site: 'cross-site' }, false],
    [{ host: '127.0.0.1:1', site: 'same-site' }, false],
  ])('takes %j for its own page: %s', (headers, own) => {
    expect(isSameOrigin(headers)).toBe(own)
  })

  it.each(['/', '/page/main.js', '/PAGE/main.js', '//', '/api/event'])(
    'refuses %s under a rebound name',
    async (path) => {
      const method = path === '/api/event' ? 'POST' : 'GET'
      const headers = { ...JSON_TYPE, host: `evil.example:${stage.port}` }
      const answer = await ask({ method, path, headers, body: method === 'POST' ? opened : '' })
      expect([403, 404]).toContain(answer.status)
      expectOneLine(answer)
    },
  )

  it('refuses a caller from the network, whatever Host it names', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .find(({ family, internal }) => family === 'IPv4' && !internal)
    // A machine without a network has nobody outside.
    if (!outside) return
    const answer = await ask({ address: outside.address, headers: { host: 'localhost' } })
    expect(answer.status).toBe(403)
    expect((await ask({ address: outside.address, path: '/healthz' })).status).toBe(200)
  })

  it.each(['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])(
    'refuses what comes through a proxy (%s)',
    async (name) => {
      expect((await ask({ headers: { [name]: '127.0.0.1' } })).status).toBe(403)
    },
  )

  it.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-encoding': 'gzip' },
  ])('refuses a post with %j', async (headers) => {
    const before = stage.events.length
    const answer = await post(opened, headers)
    expect([403, 415]).toContain(answer.status)
    expectOneLine(answer)
    expect(stage.events).toHaveLength(before)
  })

  it('gives no other site leave to ask', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' }
    const answer = await ask({ method: 'OPTIONS', path: '/api/event', headers })
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  it('sends strict headers with the page', async () => {
    const { headers, status } = await ask({})
    expect(status).toBe(200)
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*|http/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    expect(headers['x-powered-by']).toBeUndefined()
  })
})

describe('bad input', () => {
  const event = (body: unknown) => JSON.stringify({ id: 'bad', session: 'tab', body })
  it.each<[string, string | Uint8Array, number]>([
    ['nothing', '', 400],
    ['no JSON', '{"id":', 400],
    ['binary', new Uint8Array([0, 159, 146, 150, 255, 0, 1]), 400],
    [
      'broken UTF-8',
      Buffer.concat([Buffer.from('{"id":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
      400,
    ],
    ['UTF-16', Buffer.from(opened, 'utf16le'), 400],
    ['another shape', '[1,2,3]', 400],
    ['a very deep one', '['.repeat(200_000), 400],
    ['an unknown event', event({ type: 'shout' }), 400],
    ['a tick of the clock', event({ type: 'tick', job: 'digest/send' }), 403],
    [
      'a file of its own making',
      event({ type: 'message', text: '', files: [{ id: '/etc/passwd', mime: 'image/png', bytes: 1 }] }),
      410,
    ],
    ['an id that is none', JSON.stringify({ id: '../x', session: 'tab', body: { type: 'opened' } }), 400],
    ['more than 8 MB', event({ type: 'message', text: 'x'.repeat(8 * 1024 * 1024) }), 413],
  ])('%s gets one clear line', async (_name, body, status) => {
    const before = stage.events.length
    const answer = await post(body)
    expect(answer.status).toBe(status)
    expectOneLine(answer)
    expect(stage.events).toHaveLength(before)
  })

  it.each([
    '/nothing',
    '/page/../server.ts',
    '/page/%2e%2e/server.ts',
    '/page/..%2fserver.ts',
    '/page/tsconfig.json',
    '/%E0%A4%A',
  ])('%s is no address', async (path) => {
    const answer = await ask({ path })
    expect([400, 404]).toContain(answer.status)
    expectOneLine(answer)
  })

  it('passes a draft of a megabyte whose every character is escaped, and half a surrogate pair', async () => {
    const text = 'é'.repeat(1_000_000)
    const escaped = event({ type: 'message', text }).replaceAll('é', '\\u00e9')
    expect((await post(escaped)).status).toBe(200)
    expect(stage.events.at(-1)?.body).toEqual({ type: 'message', text })
    const lone = await post(
      JSON.stringify({ id: 'lone', session: 'tab', body: { type: 'message', text: '\ud83d' } }),
    )
    expect(lone.status).toBe(200)
    expect(stage.events.at(-1)?.body).toEqual({ type: 'message', text: '\ud83d' })
  })
})
