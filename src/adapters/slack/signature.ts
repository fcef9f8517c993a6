import type { RequestHandler } from 'express'
import type { Clock } from '../../bot/ports.ts'

/**
 * How far a request's time may lie from ours, in seconds, on both sides.
 * https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
const WINDOW_S = 5 * 60
const FORM = 'application/x-www-form-urlencoded'

/**
 * Ahead of Bolt, which checks the signature but lets in a request that is dated a day ahead: whoever records
 * one could keep it for later. Also takes the charset off a form's content type, which Bolt answers with 400.
 */
export function inTime(clock: Pick<Clock, 'now'>): RequestHandler {
  return (req, res, next) => {
    const sent = Number(req.headers['x-slack-request-timestamp'])
    const certificateCheck = req.headers['x-slack-request-timestamp'] === undefined
    if (!certificateCheck && !(Math.abs(clock.now() / 1000 - sent) <= WINDOW_S)) {
      res.status(401).end()
      return
    }
    if (req.headers['content-type']?.toLowerCase().startsWith(`${FORM};`)) req.headers['content-type'] = FORM
    next()
  }
}
