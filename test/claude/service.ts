import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Streamed, stream } from './sse.ts'

export interface Call {
  headers: IncomingHttpHeaders
  /** The body as it came, to look for words that must not be in it. */
  raw: string
  body: {
    model: string
    max_tokens: number
    system: { text: string; cache_control?: unknown }[]
    messages: { role: string; content: { type: string; text?: string; source?: unknown }[] }[]
    output_config: { format: { type: string; schema: unknown } }
    stream?: boolean
  }
}

/** One turn of the service; what is not said is as usual. */
export type Turn =
  | { says: unknown; stop?: string; streamed?: Streamed }
  | { raw: string; stop?: string; streamed?: Streamed }
  | { status: number; headers?: Record<string, string> }
  | { body: string; type?: string }
  | { hangs: 'before' | 'inside' }
  | { drops: true }

/**
 * A stand-in of the Messages API on loopback. Turns are taken in order; after the last one it repeats that.
 * It is as strict as the service in what the sources rely on: the key, the version, no sampling settings.
 */
export async function openService(...turns: Turn[]) {
  const calls: Call[] = []
  const mistakes: string[] = []
  const waiting = new Set<() => void>()
  let next = 0
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer)
    const raw = Buffer.concat(chunks).toString()
    const body = JSON.parse(raw)
    calls.push({ headers: req.headers, raw, body })
    for (const wake of waiting) wake()
    if (req.method !== 'POST' || req.url !== '/v1/messages') mistakes.push(`${req.method} ${req.url}`)
    if (!req.headers.authorization?.startsWith('Bearer ')) mistakes.push('no key')
    if (!req.headers['anthropic-version']) mistakes.push('no version')
    for (const name of ['temperature', 'top_p', 'top_k']) if (name in body) mistakes.push(name)
    answer(res, turns[Math.min(next++, turns.length - 1)] ?? { says: {} }, body.stream === true)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    mistakes,
    /** What people typed, as the service got it. */
    sent: () =>
      calls.flatMap(({ body }) =>
        body.messages.flatMap(({ content }) => content.map((one) => one.text ?? '')),
      ),
    /** Waits until so many calls have come in. */
    async reached(count: number): Promise<void> {
      while (calls.length < count) await new Promise<void>((resolve) => waiting.add(resolve))
    },
    async close(): Promise<void> {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
export type Service = Awaited<ReturnType<typeof openService>>

function answer(res: ServerResponse, turn: Turn, streams: boolean): void {
  const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
    res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  if ('drops' in turn) return void res.destroy()
  if ('hangs' in turn) {
    if (turn.hangs === 'inside')
      res.writeHead(200, { 'content-type': 'application/json' }).write('{"id":"msg_1","content":[')
    return
  }
  if ('status' in turn) {
    const error = { type: 'api_error', message: 'it quotes: Zyxwoman Canaryname' }
    return void json(turn.status, { type: 'error', error }, turn.headers)
  }
  if ('body' in turn)
    return void res.writeHead(200, { 'content-type': turn.type ?? 'application/json' }).end(turn.body)
  const text = 'raw' in turn ? turn.raw : JSON.stringify(turn.says)
  if (streams) return void stream(res, text, turn.stop ?? 'end_turn', turn.streamed ?? {})
  json(200, {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'some-model',
    content: [{ type: 'text', text }],
    stop_reason: turn.stop ?? 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: 10, output_tokens: 10 },
  })
}
