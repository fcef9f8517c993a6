import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { type Router } from 'express'
import { localOnly } from './door.ts'
import { tagged } from './metrics.ts'

const FOLDER = fileURLToPath(new URL('./page/', import.meta.url))

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
}

/**
 * The page's files, read once. Requests look a name up in this table and never touch a path, so there is
 * nothing to climb out of. They are plain JavaScript with types in comments: what is served is what lies
 * here, line for line, and nothing has to be built.
 */
function readPage(): ReadonlyMap<string, { type: string; body: Buffer }> {
  const files = new Map<string, { type: string; body: Buffer }>()
  for (const path of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })) {
    const type = TYPES[extname(path)]
    const name = path.replaceAll('\\', '/')
    if (type !== undefined) files.set(name, { type, body: readFileSync(`${FOLDER}${path}`) })
  }
  return files
}

export function pageRoutes(): Router {
  const files = readPage()
  const router = express.Router()
  // The door stands in the route itself: a guard on a path beside it could be walked around by a path's spelling.
  router.get(['/', '/page/*path'], tagged('page'), localOnly, (req, res, next) => {
    const { path } = req.params
    const file = files.get(Array.isArray(path) ? path.join('/') : 'index.html')
    if (file === undefined) return next()
    res.set('Content-Type', file.type).send(file.body)
  })
  return router
}
