import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, RequestListener } from 'node:http'
import type { Clock } from '../../bot/ports.ts'

/**
 * How far a request's time may lie from ours, in seconds, on both sides.
 * https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
const WINDOW_S = 5 * 60
const FORM = 'application/x-www-form-urlencoded'
/** Slack looks at the certificate with this, unsigned; whatever else such a request says is dropped. */
const CERTIFICATE_CHECK = 'ssl_check=1'
/** So many times the limit is read before whoever sends it is cut off without an answer. */
const ENOUGH = 8

export interface SignedOptions {
  secret: string
  clock: Pick<Clock, 'now'>
  /** Bytes of a body. */
  limit: number
}

/**
 * Ahead of Bolt, and in place of its own check, which lets in a request that is dated a day ahead (whoever records
 * one could keep it for later) and takes a tenth of the whole acknowledgement. Bolt finds the body in `rawBody`.
 * Also takes the charset off a form's content type, which Bolt answers with 400.
 */
export function signed({ secret, clock, limit }: SignedOptions, next: RequestListener): RequestListener {
  const key = createSecretKey(Buffer.from(secret))

  function isSigned({ headers }: IncomingMessage, body: Buffer): boolean {
    const { 'x-slack-request-timestamp': time, 'x-slack-signature': signature } = headers
    if (typeof time !== 'string' || typeof signature !== 'string') return false
    if (!(Math.abs(clock.now() / 1000 - Number(time)) <= WINDOW_S)) return false
    const ours = createHmac('sha256', key).update(`v0:${time}:`).update(body).digest('hex')
    const [expected, given] = [Buffer.from(`v0=${ours}`), Buffer.from(signature)]
    return expected.length === given.length && timingSafeEqual(expected, given)
  }

  return (req, res) => {
    // Bolt throws for every other method.
    if (req.method !== 'POST') {
      res.writeHead(405, { allow: 'POST' }).end()
      return
    }
    if (req.headers['content-type']?.toLowerCase().startsWith(`${FORM};`)) req.headers['content-type'] = FORM
    read(req, limit, (body) => {
      if (body === 'too much') {
        res.writeHead(413).end()
        return
      }
      const checks = req.headers['x-slack-signature'] === undefined && isCertificateCheck(req, body)
      if (!checks && !isSigned(req, body)) {
        res.writeHead(401).end()
        return
      }
      Object.assign(req, { rawBody: checks ? Buffer.from(CERTIFICATE_CHECK) : body })
      next(req, res)
    })
  }
}

function isCertificateCheck({ headers }: IncomingMessage, body: Buffer): boolean {
  return headers['content-type'] === FORM && new URLSearchParams(body.toString()).get('ssl_check') === '1'
}

/** A body that was broken off ends in nothing: nobody is there to be answered. */
function read(req: IncomingMessage, limit: number, done: (body: Buffer | 'too much') => void): void {
  const chunks: Buffer[] = []
  let bytes = 0
  req.on('data', (chunk: Buffer) => {
    bytes += chunk.byteLength
    if (bytes <= limit) chunks.push(chunk)
    else if (bytes > limit * ENOUGH) req.destroy()
  })
  req.once('end', () => done(bytes > limit ? 'too much' : Buffer.concat(chunks, bytes)))
}
