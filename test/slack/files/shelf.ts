import type { IncomingMessage, ServerResponse } from 'node:http'

/** A file in the workspace, as Slack tells of it; `as`: how its download misbehaves. */
export interface Shelved {
  name: string
  mime: string
  bytes: Uint8Array
  /** What Slack says of its size; the truth unless told. */
  size?: number
  mode?: string
  /** Another address than the workspace's own. */
  url?: string
  as?: 'login' | 'redirect' | 'missing' | 'endless'
}

/** Where files of the workspace lie: those that people sent, and those that the app puts there. */
export interface Shelf {
  files: Map<string, Shelved>
  /** What the app uploaded, and into which conversation; undefined: into none yet. */
  uploaded: {
    id: string
    name: string
    alt: string
    bytes: Buffer
    channel?: string
    thread?: string | undefined
  }[]
  /** Every download with the token that came along. */
  downloads: { id: string; authorization: string | undefined }[]
  /** Answers a call of files.*; undefined: not one of these. */
  call(method: string, args: Record<string, string>): object | undefined
  /** Serves /shelf/… and /upload/…; false: neither. */
  serve(kind: string | undefined, name: string, req: IncomingMessage, res: ServerResponse): Promise<boolean>
  base: string
}

export function openShelf(): Shelf {
  let count = 0
  const shelf: Shelf = {
    files: new Map(),
    uploaded: [],
    downloads: [],
    base: '',
    call(method, args) {
      switch (method) {
        case 'files.info': {
          const id = args.file ?? ''
          const file = shelf.files.get(id)
          if (!file) return { ok: false, error: 'file_not_found' }
          const { name, mime, bytes, size = bytes.length, mode = 'hosted', url } = file
          const url_private_download = url ?? `${shelf.base}/shelf/${id}`
          return { ok: true, file: { id, name, mimetype: mime, size, mode, url_private_download } }
        }
        case 'files.getUploadURLExternal': {
          const id = `F${++count}UP`
          const { filename: name = '', alt_text: alt = '' } = args
          shelf.uploaded.push({ id, name, alt, bytes: Buffer.alloc(0) })
          return { ok: true, file_id: id, upload_url: `${shelf.base}/upload/${id}` }
        }
        case 'files.completeUploadExternal': {
          const files = JSON.parse(args.files ?? '[]') as { id: string }[]
          for (const { id } of files) {
            const one = shelf.uploaded.find((other) => other.id === id)
            if (one) Object.assign(one, { channel: args.channel_id, thread: args.thread_ts })
          }
          return { ok: true, files }
        }
        default:
          return undefined
      }
    },
    async serve(kind, name, req, res) {
      if (kind === 'upload') {
        const chunks: Buffer[] = []
        for await (const chunk of req) chunks.push(chunk as Buffer)
        const one = shelf.uploaded.find(({ id }) => id === name)
        if (one) one.bytes = Buffer.concat(chunks)
        res.end('OK')
        return true
      }
      if (kind !== 'shelf') return false
      shelf.downloads.push({ id: name, authorization: req.headers.authorization })
      const file = shelf.files.get(name)
      if (file?.as === 'redirect') res.writeHead(302, { location: 'https://evil.example/' }).end()
      else if (file?.as === 'login')
        res.writeHead(200, { 'content-type': 'text/html' }).end('<!DOCTYPE html><title>Sign in</title>')
      else if (!file || file.as === 'missing') res.writeHead(404).end()
      else if (file.as === 'endless') {
        const more = () => {
          while (!res.destroyed && res.write(Buffer.alloc(65_536)));
          if (!res.destroyed) res.once('drain', more)
        }
        more()
      } else res.writeHead(200, { 'content-type': file.mime }).end(file.bytes)
      return true
    },
  }
  return shelf
}
