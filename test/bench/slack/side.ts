import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { ROOT } from '../../../scripts/rules.ts'

const SECRET = 'a-signing-secret'
/** Long enough for the slowest machine; a run that takes longer has lost answers. */
const PATIENCE_MS = 60_000

/** What Slack is to an app: says who the bot is, takes answers, and tells which command each one belongs to. */
export interface Stub {
  apiUrl: string
  responseUrl(id: number): string
  /** Resolves when the answer to this command has come. */
  answered(id: number): Promise<void>
  close(): void
}

export async function openStub(): Promise<Stub> {
  const waiting = new Map<number, () => void>()
  const server = createServer((req, res) => {
    const [, kind, name] = (req.url ?? '').split('/')
    req.resume().once('end', () => {
      res.writeHead(200, { 'content-type': 'application/json' })
      if (kind === 'api') return res.end('{"ok":true,"user_id":"UBOT","bot_id":"BBOT"}')
      res.end('{"ok":true}')
      const id = Number(name)
      waiting.get(id)?.()
      waiting.delete(id)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    apiUrl: `${base}/api/`,
    responseUrl: (id) => `${base}/answer/${id}`,
    answered: (id) => new Promise((resolve) => waiting.set(id, resolve)),
    close() {
      server.closeAllConnections()
      server.close()
    },
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
  const child: ChildProcess = spawn(process.execPath, [`${ROOT}/${script}`, '--json'], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_API_URL: stub.apiUrl,
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
let agent = new Agent({ keepAlive: true })

/** Between two turns of a side it may close what was kept open, and a request would be lost in that moment. */
export function hangUp(): void {
  agent.destroy()
  agent = new Agent({ keepAlive: true })
}

/** One `/check`, written and signed as Slack does it. */
export interface Command {
  id: number
  body: string
  time: string
  signature: string
}

export function commandOf(text: string, stub: Stub): Command {
  const id = ++count
  const body = new URLSearchParams({
    command: '/check',
    text,
    // Many people: how many each may ask in a minute is not what is measured.
    user_id: `U${id % 997}`,
    channel_id: `C${id % 13}`,
    trigger_id: `${id}.trigger`,
    response_url: stub.responseUrl(id),
    team_id: 'TBENCH',
  }).toString()
  const time = String(Math.floor(Date.now() / 1000))
  const signature = `v0=${createHmac('sha256', SECRET).update(`v0:${time}:${body}`).digest('hex')}`
  return { id, body, time, signature }
}

/** Sends one command; milliseconds until it was acknowledged, once its answer has come as well. */
export async function ask(side: Side, command: Command, stub: Stub): Promise<number> {
  const answer = answerTo(side, command, stub)
  const ms = await acknowledged(side, command)
  await answer
  return ms
}

/** Resolves when the answer has come. To be called before the command is sent. */
export async function answerTo(side: Side, { id }: Command, stub: Stub): Promise<void> {
  const late = new AbortController()
  const tooLate = pause(PATIENCE_MS, undefined, { signal: late.signal }).then(
    () => {
      throw new Error(`${side.name} did not answer a command`)
    },
    () => {},
  )
  await Promise.race([stub.answered(id), tooLate])
  late.abort()
}

/** Sends one command; milliseconds until it was acknowledged. */
export function acknowledged(side: Side, { body, time, signature }: Command): Promise<number> {
  const before = performance.now()
  return new Promise((resolve, reject) => {
    const sending = request(
      `${side.address}/slack/events`,
      {
        agent,
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
          'x-slack-request-timestamp': time,
          'x-slack-signature': signature,
        },
      },
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
