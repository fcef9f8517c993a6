import { BlockList } from 'node:net'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { refuse } from './refuse.ts'

/**
 * Who may use the chat page. It has no sign-in, so it serves the person at this machine and nobody else,
 * whatever address the server listens on: other surfaces may need HOST=0.0.0.0.
 */

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4')
LOOPBACK.addAddress('::1', 'ipv6')

/** Names under which a browser on this machine can mean this machine, and nothing that DNS can answer for. */
const LOCAL_NAMES: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** A proxy or tunnel on this machine makes everybody look local; what it adds gives it away. */
const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const

export function isLoopbackPeer(address: string | undefined): boolean {
  if (address === undefined) return false
  // An IPv4 caller on a dual-stack socket arrives as ::ffff:127.0.0.1.
  const plain = address.startsWith('::ffff:') ? address.slice(7) : address
  return LOOPBACK.check(plain, plain.includes(':') ? 'ipv6' : 'ipv4')
}

/**
 * DNS rebinding: evil.example first answers with its own address and then with 127.0.0.1, so that its page
 * talks to us as "same origin". The connection is then a local one, but the Host header still names the
 * attacker.
 */
export function isLocalHost(host: string | undefined): boolean {
  const name = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::\d{1,5})?$/i.exec(host ?? '')?.[1]
  return name !== undefined && LOCAL_NAMES.has(name.toLowerCase())
}

/** True for a request that our own page made, or a program on this machine; false for another site's page. */
export function isSameOrigin(headers: { host?: string; origin?: string; site?: string }): boolean {
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) return false
  return headers.site === undefined || headers.site === 'same-origin' || headers.site === 'none'
}

export const localOnly: RequestHandler = (req: Request, res: Response, next: NextFunction) => {
  const proxied = PROXY_HEADERS.some((name) => req.headers[name] !== undefined)
  if (!proxied && isLoopbackPeer(req.socket.remoteAddress) && isLocalHost(req.headers.host)) return next()
  refuse(
    res,
    403,
    'not_local',
    'The chat page answers only on the computer that runs Chaperone: open http://127.0.0.1 there, with its port.',
  )
}

export const ownPageOnly: RequestHandler = (req: Request, res: Response, next: NextFunction) => {
  const { host, origin } = req.headers
  const site = req.headers['sec-fetch-site']
  const facts = {
    ...(host === undefined ? {} : { host }),
    ...(origin === undefined ? {} : { origin }),
    ...(typeof site === 'string' ? { site } : {}),
  }
  if (isSameOrigin(facts)) return next()
  refuse(res, 403, 'foreign_origin', 'Another website may not talk to Chaperone.')
}
