import { Agent, type IncomingHttpHeaders, request as plainly } from 'node:http'
import { Agent as SecureAgent, request as securely } from 'node:https'
import { ChaperoneError } from '../../bot/errors.ts'
import { isLocalHost } from './door.ts'

/** What Teams refused a call with. No word of its answer is kept: it may quote ours. */
export class Refusal {
  readonly statusCode: number
  /** Milliseconds that it asks us to wait, where it does. */
  readonly wait: number | undefined

  constructor(statusCode: number, headers: IncomingHttpHeaders) {
    this.statusCode = statusCode
    const seconds = Number(headers['retry-after'] ?? Number.NaN)
    this.wait = Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined
  }
}

/** Posts one call and resolves with what it was answered. Rejects with a Refusal, or where nobody answered. */
export type Post = (serviceUrl: string, path: string, body: object, token: string) => Promise<unknown>

/** Of one try, in milliseconds. */
const TRY_MS = 10_000
/** Bytes of an answer; the id of a chat is far shorter. */
const MOST = 64 * 1024

/**
 * The calls of the Bot Connector that we need, over connections that stay open. Node's own client follows no
 * redirect, so a token goes where the signed activity said and nowhere else; in clear on this machine alone.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
export function createConnector(): Post {
  const agent = new Agent({ keepAlive: true })
  const secureAgent = new SecureAgent({ keepAlive: true })

  const attempt = (url: URL, bytes: Buffer, token: string) =>
    new Promise<unknown>((resolve, reject) => {
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'content-length': bytes.byteLength,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      }
      const options = { method: 'POST', headers }
      const sending =
        url.protocol === 'https:'
          ? securely(url, { ...options, agent: secureAgent })
          : plainly(url, { ...options, agent })
      // Of the whole exchange; a socket's own timeout would start anew with every byte.
      const tooLong = setTimeout(() => sending.destroy(), TRY_MS)
      const fail = (reason: unknown) => {
        clearTimeout(tooLong)
        reject(reason)
      }
      sending.once('response', (response) => {
        const { statusCode = 0 } = response
        const chunks: Buffer[] = []
        let size = 0
        response.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size <= MOST) chunks.push(chunk)
        })
        response.once('error', () => fail(unanswered()))
        response.once('end', () => {
          if (statusCode < 200 || statusCode >= 300) return fail(new Refusal(statusCode, response.headers))
          clearTimeout(tooLong)
          resolve(size <= MOST ? parsed(Buffer.concat(chunks).toString('utf8')) : undefined)
        })
      })
      // The other side had closed a kept connection just then: nothing was read of the request.
      sending.on('error', (error: NodeJS.ErrnoException) =>
        fail(sending.reusedSocket && error.code === 'ECONNRESET' ? STALE : unanswered()),
      )
      sending.end(bytes)
    })

  return async (serviceUrl, path, body, token) => {
    const url = new URL(path, serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`)
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocalHost(url.hostname)))
      throw unanswered()
    const bytes = Buffer.from(JSON.stringify(body))
    for (let tries = 0; tries < 2; tries++) {
      try {
        return await attempt(url, bytes, token)
      } catch (error) {
        if (error !== STALE) throw error
      }
    }
    return attempt(url, bytes, token)
  }
}

const STALE = Symbol('stale')

function unanswered(): ChaperoneError {
  return new ChaperoneError('delivery_failed', 'Teams did not answer')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Some calls are answered with nothing.
    return undefined
  }
}
