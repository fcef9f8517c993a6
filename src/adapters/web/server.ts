import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Express, type RequestHandler } from 'express'
import type { Clock, Ids, Log } from '../../bot/ports.ts'
import { createAnswers } from './answers.ts'
import { apiRoutes, type Handle } from './api.ts'
import { pageRoutes } from './assets.ts'
import { safeHeaders } from './headers.ts'
import { type Health, healthRoutes } from './health.ts'
import { createMetrics, type Route, tagged } from './metrics.ts'
import { lastResort, refuse } from './refuse.ts'
import { createUploads, type Uploads, uploadRoutes } from './uploads.ts'

/** How long requests that are running may take when the server stops, in milliseconds. */
const STOP_GRACE_MS = 5_000
const HEADERS_TIMEOUT_MS = 10_000
const REQUEST_TIMEOUT_MS = 60_000
/** Longer than proxies keep a connection (60 s is usual): whoever closes first must not be us, or a request gets lost. */
const KEEP_ALIVE_MS = 75_000

export interface WebOptions {
  /** The pipeline: validates the event, runs it, speaks through the platform, returns the outcome's name. */
  handle: Handle
  clock: Clock
  ids: Ids
  health: Health
  host: string
  /** 0 takes any free port; `start` says which. */
  port: number
  log: Log
  /** Where photos that the page hands in are kept; left out: a place of its own. */
  uploads?: Uploads | undefined
  /** False leaves out the chat page and its API; health and what others mount stay. */
  page?: boolean
}

export interface Web {
  app: Express
  /**
   * Hangs another platform's handler at `path` (every method, `req.url` untouched), ahead of everything of
   * ours that reads a body, since their signatures are over the raw bytes. Before or after `start`.
   */
  mount(path: string, handler: RequestHandler): void
  /**
   * Gives all requests for exactly this path to a platform that needs nothing of Express, past every handler here:
   * what many people send should not be looked at by a dozen of them first. Before or after \`start\`.
   */
  hand(path: string, listener: RequestListener): void
  /** Rejects with Node's own error (EADDRINUSE, EACCES) when the address cannot be had. */
  start(): Promise<{ host: string; port: number }>
  /** Takes no new requests, lets running ones end for up to five seconds. Safe to call twice. */
  stop(): Promise<void>
}

export function createWeb(options: WebOptions): Web {
  const { clock, health, log } = options
  const metrics = createMetrics()
  const answers = createAnswers(clock)
  const mounted = express.Router()
  const app = express()
  const handed = new Map<string, RequestListener>()
  const running = new Set<ServerResponse>()
  let server: Server | undefined
  let stopping: Promise<void> | undefined

  const noted = (res: ServerResponse, route: () => Route | undefined) => {
    if (stopping) res.shouldKeepAlive = false
    running.add(res)
    res.on('close', () => {
      running.delete(res)
      metrics.request(route() ?? 'other', res.statusCode)
    })
  }
  const answer: RequestListener = (req, res) => {
    const listener = handed.get(req.url ?? '')
    if (listener === undefined) return app(req, res)
    noted(res, () => 'mounted')
    listener(req, res)
  }

  app.disable('x-powered-by')
  app.disable('etag')
  app.use((_req, res, next) => {
    noted(res, () => res.locals.route as Route | undefined)
    next()
  })
  app.use(mounted)
  app.use(safeHeaders)
  app.use(healthRoutes(health, metrics, () => stopping !== undefined))
  if (options.page !== false) {
    const uploads = options.uploads ?? createUploads(clock, options.ids)
    app.use(apiRoutes({ ...options, answers, metrics, uploads }))
    app.use(uploadRoutes(uploads))
    app.use(pageRoutes())
  }
  app.use((_req, res) => refuse(res, 404, 'not_found', 'There is nothing at this address.'))
  app.use(lastResort(log))

  const close = async (open: Server): Promise<void> => {
    const done = new AbortController()
    const closed = new Promise<void>((resolve) => open.close(() => resolve()))
    open.closeIdleConnections()
    // A connection that stays open for a next request would keep the server from ending.
    for (const response of running) response.shouldKeepAlive = false
    void clock.sleep(STOP_GRACE_MS, done.signal).then(() => open.closeAllConnections())
    await closed
    done.abort()
  }

  return {
    app,
    mount: (path, handler) => void mounted.all(path, tagged('mounted'), handler),
    hand: (path, listener) => void handed.set(path, listener),
    async start() {
      const starting = createServer(
        {
          headersTimeout: HEADERS_TIMEOUT_MS,
          requestTimeout: REQUEST_TIMEOUT_MS,
          keepAliveTimeout: KEEP_ALIVE_MS,
        },
        answer,
      )
      await new Promise<void>((resolve, reject) => {
        starting.once('error', reject)
        starting.listen(options.port, options.host, resolve)
      })
      server = starting
      const { address, port } = starting.address() as AddressInfo
      log.info('listening', { port })
      return { host: address, port }
    },
    async stop() {
      stopping ??= server ? close(server) : Promise.resolve()
      await stopping
      answers.close()
    },
  }
}
