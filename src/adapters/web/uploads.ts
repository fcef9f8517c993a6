import express, { type RequestHandler, type Router } from 'express'
import { ChaperoneError } from '../../bot/errors.ts'
import type { FileRef } from '../../bot/event.ts'
import type { Files } from '../../bot/pictures.ts'
import type { Clock, Ids } from '../../bot/ports.ts'
import { localOnly, ownPageOnly } from './door.ts'
import { tagged } from './metrics.ts'
import { refuse } from './refuse.ts'

/** As long as somebody needs to answer the questions and take a copy. */
const KEEP_MS = 15 * 60_000
/** Bytes over everything that is kept, and of one file. */
const ROOM = 128 * 1024 * 1024
const MOST_BYTES = { picture: 10 * 1024 * 1024, video: 50 * 1024 * 1024 }
const MOST_NAME = 200
const SESSION = /^[A-Za-z0-9_-]{1,64}$/
const TYPES = /^(?:image|video)\/[\w.+-]{1,60}$/

export interface Uploads extends Files {
  /** Keeps a file for this browser session; undefined: there is no room for it. */
  take(session: string, file: Omit<FileRef, 'id' | 'bytes'>, bytes: Uint8Array): FileRef | undefined
  /** The files of these ids as they were taken in; undefined: one of them is not there any more. */
  find(session: string, ids: readonly string[]): FileRef[] | undefined
}

/** Photos that the page handed in: in memory alone, for some minutes, and only for the session that sent them. */
export function createUploads(clock: Pick<Clock, 'now'>, ids: Pick<Ids, 'next'>): Uploads {
  const kept = new Map<string, { session: string; file: FileRef; bytes: Uint8Array; until: number }>()

  function tidy(): number {
    for (const [id, { until }] of kept) if (until <= clock.now()) kept.delete(id)
    return [...kept.values()].reduce((sum, { bytes }) => sum + bytes.length, 0)
  }

  function found(session: string, id: string) {
    tidy()
    const one = kept.get(id)
    return one?.session === session ? one : undefined
  }

  return {
    take(session, { name, mime }, bytes) {
      let size = tidy() + bytes.length
      for (const [id, one] of kept) {
        if (size <= ROOM) break
        kept.delete(id)
        size -= one.bytes.length
      }
      if (size > ROOM) return undefined
      const file: FileRef = { id: ids.next(), mime, bytes: bytes.length, ...(name ? { name } : {}) }
      kept.set(file.id, { session, file, bytes, until: clock.now() + KEEP_MS })
      return file
    },
    find(session, wanted) {
      const files = wanted.flatMap((id) => found(session, id)?.file ?? [])
      return files.length === wanted.length ? files : undefined
    },
    async read({ id }, { place }, { maxBytes }) {
      const one = found(place.id, id)
      if (one === undefined) throw new ChaperoneError('file_unreachable', 'a photo is no longer kept')
      if (one.bytes.length > maxBytes) throw new ChaperoneError('file_refused', 'a photo is too large')
      one.until = clock.now() + KEEP_MS
      return one.bytes
    },
  }
}

/** POST /api/file: the bytes of one photo, with its name in a header; the answer says under which id it is kept. */
export function uploadRoutes(uploads: Uploads): Router {
  const router = express.Router()
  const bytes = express.raw({ type: () => true, limit: MOST_BYTES.video, inflate: false })
  router.post('/api/file', tagged('api'), localOnly, ownPageOnly, picturesOnly, bytes, (req, res) => {
    const session = req.get('x-session') ?? ''
    const mime = req.get('content-type') ?? ''
    if (!SESSION.test(session))
      return refuse(res, 400, 'not_understood', 'The request is not one that the page sends.')
    if (!(req.body instanceof Uint8Array) || req.body.length === 0)
      return refuse(res, 400, 'empty', 'This file is empty.')
    if (mime.startsWith('image/') && req.body.length > MOST_BYTES.picture)
      return refuse(res, 413, 'too_large', TOO_LARGE)
    const file = uploads.take(session, { name: nameOf(req.get('x-name')), mime }, new Uint8Array(req.body))
    if (file === undefined) return refuse(res, 503, 'no_room', 'There is no room for this photo right now.')
    res.json({ file })
  })
  return router
}
const TOO_LARGE = 'This photo is larger than 10 MB. Save it smaller, then choose it again.'

/** Only our own page can send such types: another site would have to ask first, and is told no. */
const picturesOnly: RequestHandler = (req, res, next) => {
  const type = req.get('content-type') ?? ''
  const size = Number(req.get('content-length') ?? 0)
  if (!TYPES.test(type))
    return refuse(
      res,
      415,
      'not_a_picture',
      'I look at photos and short videos. This is another kind of file.',
    )
  // Said before the bytes are taken in.
  if (size > (type.startsWith('video/') ? MOST_BYTES.video : MOST_BYTES.picture))
    return refuse(
      res,
      413,
      'too_large',
      type.startsWith('video/') ? 'This video is larger than 50 MB.' : TOO_LARGE,
    )
  next()
}

function nameOf(header: string | undefined): string | undefined {
  try {
    return decodeURIComponent(header ?? '').slice(0, MOST_NAME) || undefined
  } catch {
    return undefined
  }
}
