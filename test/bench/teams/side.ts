import { type ChildProcess, spawn } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { once } from 'node:events'
import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { ROOT } from '../../../scripts/rules.ts'

const APP = '11111111-2222-4333-8444-555555555555'
const TENANT = '99999999-2222-4333-8444-555555555555'
const ISSUER = 'https://api.botframework.com'
/** Long enough for the slowest machine; a run that takes longer has lost answers. */
const PATIENCE_MS = 60_000

/** What Microsoft is to an app: publishes its keys, hands out tokens, and takes what the app says. */
export interface Stub {
  serviceUrl: string
  port: number
  /** What Teams puts into `Authorization`: made with the key that the stub publishes. */
  authorization: string
  /** Resolves when the answer in this conversation has come. */
  answered(conversation: string): Promise<void>
  close(): void
}

export async function openStub(): Promise<Stub> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = {
    ...keys.publicKey.export({ format: 'jwk' }),
    kid: 'bench',
    use: 'sig',
    endorsements: ['msteams'],
  }
  const waiting = new Map<string, () => void>()
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.once('end', () => {
      res.writeHead(200, { 'content-type': 'application/json' })
      const [, conversation] = /^\/v3\/conversations\/([^/]+)\/activities/.exec(req.url ?? '') ?? []
      if (conversation === undefined) return res.end(JSON.stringify(signIn(req.url ?? '', jwk)))
      res.end('{"id":"1"}')
      if (Buffer.concat(chunks).includes('"type":"typing"')) return
      waiting.get(decodeURIComponent(conversation))?.()
      waiting.delete(decodeURIComponent(conversation))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const serviceUrl = `http://127.0.0.1:${port}/`
  const now = Math.floor(Date.now() / 1000)
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = { iss: ISSUER, aud: APP, nbf: now - 60, exp: now + 3600, serviceurl: serviceUrl }
  const head = `${part({ alg: 'RS256', typ: 'JWT', kid: 'bench' })}.${part(claims)}`
  const signature = sign('RSA-SHA256', Buffer.from(head), keys.privateKey).toString('base64url')
  return {
    serviceUrl,
    port,
    authorization: `Bearer ${head}.${signature}`,
    answered: (conversation) => new Promise((resolve) => waiting.set(conversation, resolve)),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** The sign-in services: whose tokens are good for us, and a token for whoever asks. */
function signIn(path: string, jwk: object): object {
  if (path.startsWith('/v1/.well-known/openid'))
    return { issuer: ISSUER, jwks_uri: 'https://login.botframework.com/v1/.well-known/keys' }
  if (path.startsWith('/v1/.well-known/keys')) return { keys: [jwk] }
  if (path.includes('/oauth2/v2.0/token') || path.includes('/oauth2/token'))
    return { token_type: 'Bearer', expires_in: 3600, ext_expires_in: 3600, access_token: 'out' }
  const base = `https://login.microsoftonline.com/${TENANT}`
  return {
    tenant_discovery_endpoint: `${base}/v2.0/.well-known/openid-configuration`,
    metadata: [],
    token_endpoint: `${base}/oauth2/v2.0/token`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    issuer: `${base}/v2.0`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
  }
}

/** An app in a process of its own. */
export interface Side {
  name: string
  address: string
  stop(): Promise<void>
}

export async function openSide(
  name: string,
  script: string,
  env: Record<string, string>,
  stub: Stub,
): Promise<Side> {
  const given = ['--import', `${ROOT}/test/bench/teams/microsoft.ts`, `${ROOT}/${script}`, '--json']
  const child: ChildProcess = spawn(process.execPath, given, {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      MICROSOFT_APP_ID: APP,
      MICROSOFT_APP_PASSWORD: 'a-secret-of-ours',
      MICROSOFT_APP_TENANT_ID: TENANT,
      BENCH_SIGN_IN_PORT: String(stub.port),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const gone = once(child, 'exit')
  const first = once(createInterface({ input: child.stdout as NonNullable<typeof child.stdout> }), 'line')
  const said = await Promise.race([first, gone.then(() => undefined)])
  if (said === undefined) throw new Error(`${script} ended and said nothing`)
  return {
    name,
    address: (JSON.parse(String(said[0])) as { address: string }).address,
    async stop() {
      child.kill('SIGTERM')
      await gone
    },
  }
}

let count = 0
const agent = new Agent({ keepAlive: true })

/** One message in a chat with the app, as Teams posts it. */
export interface Message {
  conversation: string
  body: string
}

export function messageOf(text: string, stub: Stub): Message {
  const id = ++count
  // Many people: how many each may ask in a minute is not what is measured.
  const user = `person-${id % 997}`
  const conversation = `a:${user}`
  const body = JSON.stringify({
    type: 'message',
    id: `1763737200${id}`,
    timestamp: '2026-11-21T15:00:00.000Z',
    channelId: 'msteams',
    serviceUrl: stub.serviceUrl,
    from: { id: `29:${user}`, name: 'Somebody', aadObjectId: user },
    recipient: { id: `28:${APP}`, name: 'Chaperone' },
    conversation: { id: conversation, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    locale: 'en-US',
    textFormat: 'plain',
    text,
  })
  return { conversation, body }
}

/** Sends one message; milliseconds until it was acknowledged, once its answer has come as well. */
export async function ask(side: Side, message: Message, stub: Stub): Promise<number> {
  const late = new AbortController()
  const tooLate = pause(PATIENCE_MS, undefined, { signal: late.signal }).then(
    () => {
      throw new Error(`${side.name} did not answer a message`)
    },
    () => {},
  )
  const answer = Promise.race([stub.answered(message.conversation), tooLate])
  const ms = await acknowledged(side, message, stub)
  await answer
  late.abort()
  return ms
}

function acknowledged(side: Side, { body }: Message, stub: Stub): Promise<number> {
  const before = performance.now()
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      authorization: stub.authorization,
    }
    const sending = request(
      `${side.address}/api/messages`,
      { agent, method: 'POST', headers },
      (response) => {
        response.resume().once('end', () => {
          if (response.statusCode === 200) resolve(performance.now() - before)
          else reject(new Error(`${side.name} answered ${response.statusCode}`))
        })
      },
    )
    sending.once('error', reject)
    sending.end(body)
  })
}
