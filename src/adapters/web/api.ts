import express, { type RequestHandler, type Router } from 'express'
import type { Event } from '../../bot/event.ts'
import type { Clock, Ids, Log, Platform } from '../../bot/ports.ts'
import type { Reply } from '../../bot/reply.ts'
import type { Answer, Answers } from './answers.ts'
import { type Ask, BODY_LIMIT_BYTES, readAsk } from './ask.ts'
import { localOnly, ownPageOnly } from './door.ts'
import { type Metrics, tagged } from './metrics.ts'
import { refuse } from './refuse.ts'
import type { Uploads } from './uploads.ts'

/** There is no sign-in: whoever sits at this machine is one person, whichever tab they use. */
export const LOCAL_PERSON = 'this-machine'

export type Handle = (event: unknown, platform: Platform) => Promise<string>

export interface ApiParts {
  handle: Handle
  clock: Clock
  ids: Ids
  log: Log
  answers: Answers
  metrics: Metrics
  uploads: Uploads
}

/** A form post or a text/plain post needs no permission from us; JSON from another site does, and gets none. */
const jsonOnly: RequestHandler = (req, res, next) => {
  if (req.is('application/json')) return next()
  refuse(res, 415, 'not_json', 'Send JSON (content type application/json).')
}

const toEvent = ({ id, session, body }: Ask, { clock, ids }: ApiParts): Event => ({
  // The session is part of it: two tabs can never claim each other's events, nor another surface's.
  id: `web:${session}:${id ?? ids.next()}`,
  surface: 'web',
  at: new Date(clock.now()).toISOString(),
  person: { id: LOCAL_PERSON },
  place: { id: session, private: true },
  body,
})

const trouble = (status: number, code: string, message: string): Answer => ({
  status,
  json: JSON.stringify({ error: { code, message } }),
  keep: false,
})

async function run(event: Event, { handle, log, metrics }: ApiParts): Promise<Answer> {
  const replies: Reply[] = []
  try {
    const outcome = await handle(event, { deliver: async (reply) => void replies.push(reply) })
    metrics.event(outcome)
    if (replies.length > 0) return { status: 200, json: JSON.stringify({ replies }), keep: true }
    log.warn('event refused', { surface: 'web', event: event.id, outcome })
    // A 5xx tells the page to ask for the same event again; anything else would never get another answer.
    if (outcome === 'busy')
      return trouble(503, 'busy', 'Chaperone is still reading this. Try again in a moment.')
    return trouble(409, 'no_answer', 'Chaperone gave no answer to that. Wait a moment, then try again.')
  } catch {
    metrics.event('threw')
    log.error('event failed', { surface: 'web', event: event.id, code: 'handle' })
    return trouble(500, 'failed', 'Chaperone could not finish this. Nothing was posted. Please try again.')
  }
}

const GONE = 'I keep photos for some minutes only, and these are gone. Please choose them again.'

/** A file's id means something only here, and what else the page says of it is not believed. */
function withFiles(ask: Ask, uploads: Uploads): Ask | undefined {
  const { body } = ask
  if (!('files' in body) || body.files === undefined) return ask
  const files = uploads.find(
    ask.session,
    body.files.map(({ id }) => id),
  )
  return files && { ...ask, body: { ...body, files } }
}

/** POST /api/event: one event in, its replies out. */
export function apiRoutes(parts: ApiParts): Router {
  const router = express.Router()
  // Bytes, not express.json: that would quietly replace broken UTF-8.
  const bytes = express.raw({ type: () => true, limit: BODY_LIMIT_BYTES, inflate: false })

  router.post('/api/event', tagged('api'), localOnly, ownPageOnly, jsonOnly, bytes, async (req, res) => {
    const reading = readAsk(req.body)
    if (!reading.ok) {
      parts.log.warn('event refused', { surface: 'web', code: reading.code })
      return refuse(res, reading.status, reading.code, reading.message)
    }
    const ask = withFiles(reading.ask, parts.uploads)
    if (ask === undefined) {
      parts.log.warn('event refused', { surface: 'web', code: 'photo_gone' })
      return refuse(res, 410, 'photo_gone', GONE)
    }
    const event = toEvent(ask, parts)
    const answer = await parts.answers.once(event.id, () => run(event, parts))
    res.status(answer.status).type('application/json').send(answer.json)
  })
  return router
}
