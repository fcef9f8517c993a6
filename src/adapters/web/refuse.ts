import type { ErrorRequestHandler, Response } from 'express'
import type { Log } from '../../bot/ports.ts'

/** Every refusal has this one shape, one line, and never a word of what was sent. */
export function refuse(res: Response, status: number, code: string, message: string): void {
  if (res.headersSent) {
    res.end()
    return
  }
  res.status(status).json({ error: { code, message } })
}

/** How a request's own fault is told apart from ours: body-parser and the URL decoder set these. */
const FAULTS: Record<string, readonly [status: number, code: string, message: string]> = {
  'entity.too.large': [413, 'too_large', 'This is too large: check it in smaller parts.'],
  'encoding.unsupported': [415, 'compressed', 'Send the request uncompressed.'],
  'charset.unsupported': [415, 'not_utf8', 'Send the request as UTF-8.'],
  'request.aborted': [400, 'cut_off', 'The request broke off before it was complete.'],
  'request.size.invalid': [400, 'cut_off', 'The request broke off before it was complete.'],
}

/** Last in the chain, so that no error page, stack trace or path ever leaves the server. */
export function lastResort(log: Log): ErrorRequestHandler {
  return (error: unknown, _req, res, _next) => {
    const fault = error instanceof Error ? (error as Error & { type?: string; status?: number }) : undefined
    const known = FAULTS[fault?.type ?? '']
    if (known) return refuse(res, ...known)
    if (fault?.status === 400) return refuse(res, 400, 'broken_address', 'That address cannot be read.')
    log.error('event failed', { code: 'web' })
    refuse(res, 500, 'failed', 'Something went wrong here, and nothing was done. Please try again.')
  }
}
