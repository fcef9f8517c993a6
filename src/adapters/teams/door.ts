import { isIP } from 'node:net'
import express, { type Request, type RequestHandler } from 'express'

/** Bytes; the longest form that a card sends back is far below. */
const BODY_LIMIT = 256 * 1024
const LOCAL = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/i

const postOnly: RequestHandler = (req, res, next) => {
  if (req.method === 'POST') return next()
  res.status(405).set('Allow', 'POST').end()
}

const json = express.json({ limit: BODY_LIMIT, strict: true })
/** A body that cannot be read gets its number and no word of what it was. */
const readBody: RequestHandler = (req, res, next) => {
  json(req, res, (error: unknown) => {
    if (error === undefined) return next()
    const { status } = (error ?? {}) as { status?: unknown }
    res.status(typeof status === 'number' && status >= 400 && status < 500 ? status : 400).end()
  })
}

export function beforeTurn(anonymous: boolean): RequestHandler[] {
  return [postOnly, ...(anonymous ? [fromHere] : []), readBody]
}

/**
 * Without sign-in nobody but a test client at this machine is let in: a page in a browser on it (whose Origin or
 * Host names another place) and what comes through a proxy are not.
 */
const fromHere: RequestHandler = (req, res, next) => {
  if (isFromHere(req)) return next()
  res.status(403).end()
}

function isFromHere({ socket, headers }: Request): boolean {
  const peer = (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const near = peer === '::1' || (isIP(peer) === 4 && peer.startsWith('127.'))
  const host = (headers.host ?? '').replace(/:\d{1,5}$/, '')
  const origin = headers.origin
  const own = origin === undefined || (URL.canParse(origin) && isLocalHost(new URL(origin).hostname))
  return (
    near &&
    isLocalHost(host) &&
    own &&
    headers['x-forwarded-for'] === undefined &&
    headers.forwarded === undefined
  )
}

export function isLocalHost(host: string): boolean {
  return LOCAL.test(host)
}
