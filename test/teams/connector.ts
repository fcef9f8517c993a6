import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { troubleWith } from './cards.ts'

export interface Said {
  conversation: string
  authorization: string | undefined
  activity: Record<string, unknown> & { type: string; text?: string; summary?: string }
}

/** What a call gets instead of its usual answer. */
export type Trouble = { status: number; retryAfter?: number } | { hangs: true }

/** The service behind Teams, on loopback: takes what a bot says, opens chats, and is as unfriendly as a test wants. */
export interface Connector {
  serviceUrl: string
  /** All but typing. */
  said: Said[]
  typing: string[]
  /** People to whom the app may open a chat. */
  opened: string[]
  /** What Teams would refuse; empty is the only good answer. */
  mistakes: string[]
  /** Files that it keeps, by the last part of their address; `as`: how a download misbehaves. */
  files: Map<string, { mime: string; bytes: Uint8Array; as?: 'login' | 'redirect' | 'endless' }>
  /** Every download, with the token that came along. */
  downloads: { name: string; authorization: string | undefined }[]
  /** What was put into somebody's own files. */
  put: { name: string; bytes: Buffer; range: string | undefined }[]
  /** How often anything was asked of it. */
  calls: number
  fail(place: string, ...troubles: Trouble[]): void
  close(): Promise<void>
}

export async function openConnector(): Promise<Connector> {
  const troubles = new Map<string, Trouble[]>()
  let count = 0
  const server = createServer(async (req, res) => {
    here.calls++
    if (await ofFiles(here, req, res)) return
    const body = await bodyOf(req)
    const reply = (status: number, value: object, headers: Record<string, string> = {}) => {
      res.writeHead(status, { 'content-type': 'application/json', ...headers })
      res.end(JSON.stringify(value))
    }
    const [, place] = /^\/v3\/conversations\/([^/]+)\/activities/.exec(req.url ?? '') ?? []
    const conversation = place === undefined ? 'new' : decodeURIComponent(place)
    const trouble = troubles.get(conversation)?.shift()
    if (trouble && 'hangs' in trouble) return
    if (trouble) {
      const wait = trouble.retryAfter === undefined ? {} : { 'retry-after': String(trouble.retryAfter) }
      return reply(trouble.status, { error: { code: 'Refused', message: 'no' } }, wait)
    }
    if (place === undefined) {
      const [member] = (body.members ?? []) as { id: string }[]
      here.opened.push(member?.id ?? '')
      return reply(201, { id: `a:${member?.id}`, activityId: '1' })
    }
    const activity = body as Said['activity']
    if (activity.type === 'typing') here.typing.push(conversation)
    else {
      const wrong = troubleWith(activity)
      here.mistakes.push(...wrong)
      if (wrong.length > 0) return reply(400, { error: { code: 'BadSyntax', message: wrong[0] } })
      here.said.push({ conversation, authorization: req.headers.authorization, activity })
    }
    reply(200, { id: String(++count) })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const here: Connector = {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    said: [],
    typing: [],
    opened: [],
    mistakes: [],
    calls: 0,
    files: new Map(),
    downloads: [],
    put: [],
    fail: (place, ...list) => void troubles.set(place, [...(troubles.get(place) ?? []), ...list]),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return here
}

async function bodyOf(req: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
}

/** GET and PUT /files/NAME; false: something else was asked. */
async function ofFiles(here: Connector, req: IncomingMessage, res: ServerResponse): Promise<boolean> {
  const [, name] = /^\/files\/([^/?]+)/.exec(req.url ?? '') ?? []
  if (name === undefined) return false
  if (req.method === 'PUT') {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer)
    here.put.push({ name, bytes: Buffer.concat(chunks), range: req.headers['content-range'] })
    res.writeHead(201).end('{}')
    return true
  }
  here.downloads.push({ name, authorization: req.headers.authorization })
  const file = here.files.get(name)
  if (!file) res.writeHead(404).end()
  else if (file.as === 'redirect') res.writeHead(302, { location: 'https://evil.example/' }).end()
  else if (file.as === 'login')
    res.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>')
  else if (file.as === 'endless') {
    const more = () => {
      while (!res.destroyed && res.write(Buffer.alloc(65_536)));
      if (!res.destroyed) res.once('drain', more)
    }
    more()
  } else res.writeHead(200, { 'content-type': file.mime }).end(file.bytes)
  return true
}
